import type { ts } from 'ts-morph';
import type { Expression, Property, Statement } from './types.js';
import {
  ASTERISK_TOKEN, BAR_TOKEN, BINARY_EXPRESSION, DECLARE_KEYWORD, IDENTIFIER, LESS_THAN_LESS_THAN_TOKEN, MINUS_TOKEN,
  PARENTHESIZED_EXPRESSION, PLUS_TOKEN,
} from './kinds.js';
import { addValue, type FileState } from './state.js';
import { fitted, NONE } from './lists.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { exportDeclared } from './lower-exports.js';
import { lowerExpression } from './lower-expression.js';
import { placeOfPropertyName, staticName } from './lower-literals.js';
import { hasModifier } from './modifiers.js';

/** An enum: its binding's value is an object of the members, counted on where they are written without a value. */
export function lowerEnum(state: FileState, node: ts.EnumDeclaration, out: Statement[]): void {
  const name = nameOf(node.name);
  const at = placeOfName(node.name);
  const binding = state.names.values.get(name);
  if (binding === undefined) return;
  const properties: Property[] = [];
  const known = new Map<string, Expression>();
  let next: number | undefined = 0;
  for (const member of node.members) {
    const memberName = staticName(member.name) ?? '';
    const place = placeOfPropertyName(state, member.name);
    const value: Expression = member.initializer !== undefined
      ? memberValue(state, member.initializer, known)
      : next === undefined ? { is: 'opaque', why: 'enum member counted from a computed one', parts: NONE, at: place } : { is: 'literal', value: next, at: place };
    next = value.is === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
    known.set(memberName, value);
    properties.push({ is: 'named', name: memberName, value, at: place });
  }
  const value: Expression = { is: 'object', properties: fitted(properties), at };
  addValue(state, binding, value, at);
  if (!hasModifier(node, DECLARE_KEYWORD)) out.push({ is: 'declare', binding, value });
  exportDeclared(state, node, binding, name, at);
}

function memberValue(state: FileState, node: ts.Expression, known: ReadonlyMap<string, Expression>): Expression {
  const at = startOf(state.text, node.pos);
  // Members see each other by their bare names.
  if (node.kind === IDENTIFIER) return known.get(nameOf(node as ts.Identifier)) ?? lowerExpression(state, node);
  if (node.kind === PARENTHESIZED_EXPRESSION) return memberValue(state, (node as ts.ParenthesizedExpression).expression, known);
  if (node.kind === BINARY_EXPRESSION && state.depth < MOST_NESTED) {
    state.depth++;
    const folded = foldBinary(state, node as ts.BinaryExpression, known);
    state.depth--;
    if (folded !== undefined) return { is: 'literal', value: folded, at };
  }
  return lowerExpression(state, node);
}

const MOST_NESTED = 100;

function foldBinary(state: FileState, node: ts.BinaryExpression, known: ReadonlyMap<string, Expression>): number | undefined {
  const left = memberValue(state, node.left, known);
  const right = memberValue(state, node.right, known);
  if (left.is !== 'literal' || right.is !== 'literal' || typeof left.value !== 'number' || typeof right.value !== 'number') return undefined;
  switch (node.operatorToken.kind) {
    case BAR_TOKEN:
      return left.value | right.value;
    case LESS_THAN_LESS_THAN_TOKEN:
      return left.value << right.value;
    case PLUS_TOKEN:
      return left.value + right.value;
    case MINUS_TOKEN:
      return left.value - right.value;
    case ASTERISK_TOKEN:
      return left.value * right.value;
    default:
      return undefined;
  }
}
