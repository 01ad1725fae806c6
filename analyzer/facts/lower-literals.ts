import type { ts } from 'ts-morph';
import type { Expression, Property } from './types.js';
import {
  COMPUTED_PROPERTY_NAME, GET_ACCESSOR, IDENTIFIER, METHOD_DECLARATION, NO_SUBSTITUTION_TEMPLATE_LITERAL, NUMERIC_LITERAL,
  PRIVATE_IDENTIFIER, PROPERTY_ACCESS_EXPRESSION, PROPERTY_ASSIGNMENT, SET_ACCESSOR, SHORTHAND_PROPERTY_ASSIGNMENT, SPREAD_ASSIGNMENT, STRING_LITERAL,
} from './kinds.js';
import type { FileState } from './state.js';
import { NONE } from './lists.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { literalText, lowerAll } from './lower-calls.js';
import { lowerExpression, lowerIdentifier, lowerNamed } from './lower-expression.js';
import { lowerFunction } from './lower-function.js';

/** A string, or a template without substitutions. */
export function lowerString(state: FileState, node: ts.StringLiteralLike): Expression {
  return { is: 'literal', value: node.text, at: startOf(state.text, node.pos) };
}

/** A number in any notation. */
export function lowerNumber(state: FileState, node: ts.NumericLiteral): Expression {
  return { is: 'literal', value: Number(node.text), at: startOf(state.text, node.pos) };
}

/** A big integer, as the nearest number. */
export function lowerBigInt(state: FileState, node: ts.BigIntLiteral): Expression {
  return { is: 'literal', value: Number(node.text.replace(/n$/, '')), at: startOf(state.text, node.pos) };
}

/** A regular expression with its slashes and flags. */
export function lowerRegex(_state: FileState, node: ts.RegularExpressionLiteral): Expression {
  return { is: 'regex', text: node.text };
}

/** A template with substitutions. */
export function lowerTemplate(state: FileState, node: ts.TemplateExpression): Expression {
  const texts = [node.head.text];
  const values: Expression[] = [];
  for (const span of node.templateSpans) {
    values.push(lowerExpression(state, span.expression));
    texts.push(span.literal.text);
  }
  return { is: 'template', texts, values, at: startOf(state.text, node.pos) };
}

/** An array literal. */
export function lowerArray(state: FileState, node: ts.ArrayLiteralExpression): Expression {
  return { is: 'array', elements: lowerAll(state, node.elements), at: startOf(state.text, node.pos) };
}

/** An object literal. */
export function lowerObject(state: FileState, node: ts.ObjectLiteralExpression): Expression {
  const nodes = node.properties;
  const properties = nodes.length === 0 ? NONE : new Array<Property>(nodes.length);
  for (let i = 0; i < nodes.length; i++) (properties as Property[])[i] = lowerProperty(state, nodes[i]!);
  return { is: 'object', properties, at: startOf(state.text, node.pos) };
}

/** The name a property or member is declared with, or undefined when it is computed. */
export function staticName(name: ts.PropertyName | ts.BindingName): string | undefined {
  switch (name.kind) {
    case IDENTIFIER:
    case PRIVATE_IDENTIFIER:
      return nameOf(name);
    case STRING_LITERAL:
    case NO_SUBSTITUTION_TEMPLATE_LITERAL:
    case NUMERIC_LITERAL:
      return name.text;
    case COMPUTED_PROPERTY_NAME:
      return name.expression.kind === NUMERIC_LITERAL ? (name.expression as ts.NumericLiteral).text : (wellKnownSymbol(name.expression) ?? literalText(name.expression));
    default:
      return undefined;
  }
}

// `[Symbol.asyncDispose]`.
function wellKnownSymbol(key: ts.Expression): string | undefined {
  if (key.kind !== PROPERTY_ACCESS_EXPRESSION) return undefined;
  const { expression: of, name } = key as ts.PropertyAccessExpression;
  return of.kind === IDENTIFIER && nameOf(of as ts.Identifier) === 'Symbol' ? `[Symbol.${name.text}]` : undefined;
}

/** Where a property's or member's name stands. */
export function placeOfPropertyName(state: FileState, name: ts.PropertyName | ts.BindingName): number {
  return name.kind === IDENTIFIER ? placeOfName(name) : startOf(state.text, name.pos);
}

function lowerProperty(state: FileState, node: ts.ObjectLiteralElementLike): Property {
  switch (node.kind) {
    case PROPERTY_ASSIGNMENT: {
      const name = staticName(node.name);
      return keyed(state, node.name, name, name === undefined ? lowerExpression(state, node.initializer) : lowerNamed(state, node.initializer, name));
    }
    case SHORTHAND_PROPERTY_ASSIGNMENT:
      return { is: 'named', name: nameOf(node.name), value: lowerIdentifier(state, node.name), at: placeOfName(node.name) };
    case SPREAD_ASSIGNMENT:
      return { is: 'spread', value: lowerExpression(state, node.expression), at: startOf(state.text, node.pos) };
    case METHOD_DECLARATION:
      return lowerMethod(state, node, 'method');
    case GET_ACCESSOR:
      return { ...lowerMethod(state, node, 'getter'), accessor: 'get' } as Property;
    case SET_ACCESSOR:
      return { ...lowerMethod(state, node, 'setter'), accessor: 'set' } as Property;
  }
}

function lowerMethod(state: FileState, node: ts.MethodDeclaration | ts.AccessorDeclaration, kind: 'method' | 'getter' | 'setter'): Property {
  const name = staticName(node.name);
  const index = lowerFunction(state, node, { name: name ?? '', kind, at: placeOfPropertyName(state, node.name) });
  return keyed(state, node.name, name, { is: 'function', index });
}

function keyed(state: FileState, node: ts.PropertyName, name: string | undefined, value: Expression): Property {
  const at = placeOfPropertyName(state, node);
  if (name !== undefined) return { is: 'named', name, value, at };
  const key = node.kind === COMPUTED_PROPERTY_NAME ? lowerExpression(state, node.expression) : ({ is: 'undefined' } as const);
  return { is: 'computed', key, value, at };
}
