import type { ts } from 'ts-morph';
import type { Expression, Offset } from './types.js';
import {
  ARRAY_LITERAL_EXPRESSION, BINARY_EXPRESSION, COMPUTED_PROPERTY_NAME, EQUALS_TOKEN, OBJECT_LITERAL_EXPRESSION, OMITTED_EXPRESSION,
  PROPERTY_ASSIGNMENT, SHORTHAND_PROPERTY_ASSIGNMENT, SPREAD_ASSIGNMENT, SPREAD_ELEMENT,
} from './kinds.js';
import { addEntry, addGap, addValue, DEEPEST, type FileState } from './state.js';
import { NONE } from './lists.js';
import { findPropertyExport } from './commonjs-exports.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { lowerExpression, lowerIdentifier, lowerNamed } from './lower-expression.js';
import { staticName } from './lower-literals.js';
import { operatorText } from './lower-operators.js';
import { addTemporary, isPlain } from './lower-temporary.js';

/** `target = value` and its compound forms, patterns included. */
export function lowerAssignment(state: FileState, node: ts.BinaryExpression): Expression {
  const operator = node.operatorToken.kind;
  if (operator === EQUALS_TOKEN && isPattern(node.left)) return lowerPatternAssignment(state, node.left, node.right);
  const target = assignable(lowerExpression(state, node.left));
  const at = placeOfTarget(state, target, node);
  const value = lowerNamed(state, node.right, nameOfTarget(state, target));
  const text = operator === EQUALS_TOKEN ? '=' : operatorText(operator);
  recordAssignment(state, target, value, text, at);
  if (target.is === 'member' && operator === EQUALS_TOKEN) findPropertyExport(state, target, value, at);
  return { is: 'assign', target, operator: text, value, at };
}

/** Assigns to whatever stands on the left of an assignment or in the head of a loop. */
export function assignTo(state: FileState, node: ts.Expression, value: Expression, out: Expression[]): void {
  let left = node;
  let assigned = value;
  if (left.kind === BINARY_EXPRESSION && (left as ts.BinaryExpression).operatorToken.kind === EQUALS_TOKEN) {
    assigned = { is: 'default', value, fallback: lowerExpression(state, (left as ts.BinaryExpression).right) };
    left = (left as ts.BinaryExpression).left;
  }
  if (isPattern(left)) {
    const at = startOf(state.text, left.pos);
    if (state.depth >= DEEPEST) return addGap(state, 'nested too deeply', at);
    state.depth++;
    assignPattern(state, left, keep(state, assigned, out, at), out);
    state.depth--;
    return;
  }
  const target = assignable(lowerExpression(state, left));
  pushAssignment(state, target, assigned, placeOfTarget(state, target, left), out);
}

/** Enters an assignment among the values of the binding it changes. */
export function recordAssignment(state: FileState, target: Expression, value: Expression, operator: string, at: Offset): void {
  if (target.is !== 'variable') return;
  if (operator === '=') addValue(state, target.binding, value, at);
  else addEntry(state, target.binding, { value, by: state.currentFunction, at, operator });
}

function lowerPatternAssignment(state: FileState, left: Pattern, right: ts.Expression): Expression {
  const all: Expression[] = [];
  const source = keep(state, lowerExpression(state, right), all, startOf(state.text, left.pos));
  assignPattern(state, left, source, all);
  all.push(source);
  return { is: 'sequence', all };
}

type Pattern = ts.ObjectLiteralExpression | ts.ArrayLiteralExpression;

function isPattern(node: ts.Expression): node is Pattern {
  return node.kind === OBJECT_LITERAL_EXPRESSION || node.kind === ARRAY_LITERAL_EXPRESSION;
}

function assignPattern(state: FileState, pattern: Pattern, of: Expression, out: Expression[]): void {
  if (pattern.kind === ARRAY_LITERAL_EXPRESSION) {
    pattern.elements.forEach((element, index) => {
      if (element.kind === OMITTED_EXPRESSION) return;
      if (element.kind === SPREAD_ELEMENT) assignTo(state, (element as ts.SpreadElement).expression, { is: 'rest', of, without: NONE, from: index }, out);
      else assignTo(state, element, { is: 'member', of, name: String(index), at: startOf(state.text, element.pos) }, out);
    });
    return;
  }
  const taken: string[] = [];
  for (const property of pattern.properties) assignProperty(state, property, of, taken, out);
}

function assignProperty(state: FileState, property: ts.ObjectLiteralElementLike, of: Expression, taken: string[], out: Expression[]): void {
  switch (property.kind) {
    case SHORTHAND_PROPERTY_ASSIGNMENT: {
      const name = nameOf(property.name);
      const at = placeOfName(property.name);
      taken.push(name);
      const member: Expression = { is: 'member', of, name, at };
      const initial = property.objectAssignmentInitializer;
      const value: Expression = initial === undefined ? member : { is: 'default', value: member, fallback: lowerExpression(state, initial) };
      return pushAssignment(state, lowerIdentifier(state, property.name), value, at, out);
    }
    case PROPERTY_ASSIGNMENT: {
      const name = staticName(property.name);
      const at = startOf(state.text, property.name.pos);
      if (name !== undefined) taken.push(name);
      return assignTo(state, property.initializer, memberOrElement(state, of, property.name, name, at), out);
    }
    case SPREAD_ASSIGNMENT:
      return assignTo(state, property.expression, { is: 'rest', of, without: taken }, out);
    default:
  }
}

/** `of.name`, or `of[key]` when the name is computed. */
export function memberOrElement(state: FileState, of: Expression, node: ts.PropertyName, name: string | undefined, at: Offset): Expression {
  if (name !== undefined) return { is: 'member', of, name, at };
  const index: Expression = node.kind === COMPUTED_PROPERTY_NAME ? lowerExpression(state, node.expression) : { is: 'undefined' };
  return { is: 'element', of, index, at };
}

function pushAssignment(state: FileState, target: Expression, value: Expression, at: Offset, out: Expression[]): void {
  recordAssignment(state, target, value, '=', at);
  if (target.is === 'member') findPropertyExport(state, target, value, at);
  out.push({ is: 'assign', target, operator: '=', value, at });
}

function keep(state: FileState, value: Expression, out: Expression[], at: Offset): Expression {
  if (isPlain(value)) return value;
  const binding = addTemporary(state, value, at);
  out.push({ is: 'assign', target: { is: 'variable', binding, at }, operator: '=', value, at });
  return { is: 'variable', binding, at };
}

function assignable(target: Expression): Expression {
  let inner = target;
  while (inner.is === 'cast') inner = inner.of;
  return inner;
}

function placeOfTarget(state: FileState, target: Expression, node: ts.Node): Offset {
  return target.is === 'variable' || target.is === 'member' || target.is === 'global' ? target.at : startOf(state.text, node.pos);
}

function nameOfTarget(state: FileState, target: Expression): string {
  if (target.is === 'variable') return state.bindings[target.binding]!.name;
  return target.is === 'member' || target.is === 'global' ? target.name : '';
}
