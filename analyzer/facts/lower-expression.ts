import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { Expression } from './types.js';
import {
  ARROW_FUNCTION, AS_EXPRESSION, CLASS_EXPRESSION, FUNCTION_EXPRESSION, IDENTIFIER, IMPORT_KEYWORD, PARENTHESIZED_EXPRESSION,
  SATISFIES_EXPRESSION, TYPE_ASSERTION_EXPRESSION,
} from './kinds.js';
import { addGap, DEEPEST, type FileState } from './state.js';
import { NONE } from './lists.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { lowerChain, lowerNew, lowerTaggedTemplate } from './lower-calls.js';
import { lowerBinary, lowerPostfix, lowerPrefix } from './lower-operators.js';
import { lowerArray, lowerBigInt, lowerNumber, lowerObject, lowerRegex, lowerString, lowerTemplate } from './lower-literals.js';
import { lowerFunctionExpression } from './lower-function.js';
import { lowerClass } from './lower-class.js';
import { lowerJsxElement, lowerJsxFragment, lowerJsxSelfClosing } from './lower-jsx.js';
import { isConstType, lowerType } from './lower-type.js';

type Lower<N extends ts.Node = ts.Node> = (state: FileState, node: N) => Expression;

const UNDEFINED: Expression = { is: 'undefined' };
const THIS: Expression = { is: 'this' };
const SUPER: Expression = { is: 'super' };

const lowerers: (Lower | undefined)[] = [];

/** The facts of an expression; nesting beyond the limit is cut, never followed. */
export function lowerExpression(state: FileState, node: ts.Expression): Expression {
  if (node.kind === IDENTIFIER) return lowerIdentifier(state, node as ts.Identifier);
  const lower = lowerers[node.kind];
  if (lower === undefined) return opaque(state, node, `${typescript.SyntaxKind[node.kind]} is not followed`);
  if (state.depth >= DEEPEST) return tooDeep(state, node);
  state.depth++;
  const expression = lower(state, node);
  state.depth--;
  return expression;
}

/** The facts of an expression that gives its name to a nameless function or class: `const handler = () => {}`. */
export function lowerNamed(state: FileState, node: ts.Expression, name: string): Expression {
  let inner = node;
  let type: ts.TypeNode | undefined;
  while (isWrapper(inner)) {
    if (type === undefined && 'type' in inner && inner.kind !== SATISFIES_EXPRESSION && !isConstType(inner.type)) type = inner.type;
    inner = inner.expression;
  }
  const named = lowerUnwrapped(state, inner, name);
  return type === undefined ? named : { is: 'cast', of: named, type: lowerType(state, type) };
}

type Wrapper = ts.ParenthesizedExpression | ts.AsExpression | ts.TypeAssertion | ts.SatisfiesExpression;

function isWrapper(node: ts.Expression): node is Wrapper {
  const { kind } = node;
  return kind === PARENTHESIZED_EXPRESSION || kind === AS_EXPRESSION || kind === SATISFIES_EXPRESSION || kind === TYPE_ASSERTION_EXPRESSION;
}

function lowerUnwrapped(state: FileState, inner: ts.Expression, name: string): Expression {
  if (inner.kind === ARROW_FUNCTION || inner.kind === FUNCTION_EXPRESSION) {
    return state.depth >= DEEPEST ? tooDeep(state, inner) : lowerFunctionExpression(state, inner as ts.ArrowFunction | ts.FunctionExpression, name);
  }
  if (inner.kind === CLASS_EXPRESSION && state.depth < DEEPEST) {
    return { is: 'class', index: lowerClass(state, inner as ts.ClassExpression, name) };
  }
  return lowerExpression(state, inner);
}

/** The facts of an optional expression: absent means `undefined`. */
export function lowerOptional(state: FileState, node: ts.Expression | undefined): Expression {
  return node === undefined ? UNDEFINED : lowerExpression(state, node);
}

/** What a name means here. */
export function lowerIdentifier(state: FileState, node: ts.Identifier): Expression {
  return resolveName(state, nameOf(node), placeOfName(node));
}

/** What a name means here when it stands at the given place. */
export function resolveName(state: FileState, name: string, at: number): Expression {
  const binding = state.names.values.get(name);
  if (binding !== undefined) return { is: 'variable', binding, at };
  if (name === 'undefined' || name === '') return UNDEFINED;
  return { is: 'global', name, at };
}

/** An expression that is not followed and has no parts. */
export function opaque(state: FileState, node: ts.Node, why: string): Expression {
  return { is: 'opaque', why, parts: NONE, at: startOf(state.text, node.pos) };
}

function tooDeep(state: FileState, node: ts.Node): Expression {
  const at = startOf(state.text, node.pos);
  addGap(state, 'nested too deeply', at);
  return { is: 'opaque', why: 'nested too deeply', parts: NONE, at };
}

function lowerAwait(state: FileState, node: ts.AwaitExpression): Expression {
  const of = lowerExpression(state, node.expression);
  return { is: 'await', of, at: startOf(state.text, node.pos) };
}

function lowerYield(state: FileState, node: ts.YieldExpression): Expression {
  return { is: 'yield', of: lowerOptional(state, node.expression), each: node.asteriskToken !== undefined };
}

function lowerConditional(state: FileState, node: ts.ConditionalExpression): Expression {
  const test = lowerExpression(state, node.condition);
  const then = lowerExpression(state, node.whenTrue);
  return { is: 'conditional', test, then, else: lowerExpression(state, node.whenFalse) };
}

function lowerCast(state: FileState, node: ts.AsExpression | ts.TypeAssertion): Expression {
  return lowerNamed(state, node, '');
}

function lowerInner(state: FileState, node: ts.Node & { readonly expression: ts.Expression }): Expression {
  return lowerExpression(state, node.expression);
}

function lowerMeta(_state: FileState, node: ts.MetaProperty): Expression {
  return { is: 'meta', path: `${node.keywordToken === IMPORT_KEYWORD ? 'import' : 'new'}.${nameOf(node.name)}` };
}

function lowerSpread(state: FileState, node: ts.SpreadElement): Expression {
  return { is: 'spread', value: lowerExpression(state, node.expression) };
}

function lowerKeyword(value: boolean | null): Lower {
  return (state, node) => ({ is: 'literal', value, at: startOf(state.text, node.pos) });
}

function on<N extends ts.Node>(kind: ts.SyntaxKind, lower: Lower<N>): void {
  lowerers[kind] = lower as Lower;
}

for (let kind = 0; kind < typescript.SyntaxKind.Count; kind++) lowerers.push(undefined);
on(typescript.SyntaxKind.PropertyAccessExpression, lowerChain);
on(typescript.SyntaxKind.ElementAccessExpression, lowerChain);
on(typescript.SyntaxKind.CallExpression, lowerChain);
on(typescript.SyntaxKind.NonNullExpression, lowerChain);
on(typescript.SyntaxKind.NewExpression, lowerNew);
on(typescript.SyntaxKind.TaggedTemplateExpression, lowerTaggedTemplate);
on(typescript.SyntaxKind.BinaryExpression, lowerBinary);
on(typescript.SyntaxKind.PrefixUnaryExpression, lowerPrefix);
on(typescript.SyntaxKind.PostfixUnaryExpression, lowerPostfix);
on<ts.VoidExpression>(typescript.SyntaxKind.VoidExpression, (state, node) => ({ is: 'unary', operator: 'void', of: lowerInner(state, node) }));
on<ts.TypeOfExpression>(typescript.SyntaxKind.TypeOfExpression, (state, node) => ({ is: 'unary', operator: 'typeof', of: lowerInner(state, node) }));
on<ts.DeleteExpression>(typescript.SyntaxKind.DeleteExpression, (state, node) => ({ is: 'unary', operator: 'delete', of: lowerInner(state, node) }));
on(typescript.SyntaxKind.StringLiteral, lowerString);
on(typescript.SyntaxKind.NoSubstitutionTemplateLiteral, lowerString);
on(typescript.SyntaxKind.NumericLiteral, lowerNumber);
on(typescript.SyntaxKind.BigIntLiteral, lowerBigInt);
on(typescript.SyntaxKind.RegularExpressionLiteral, lowerRegex);
on(typescript.SyntaxKind.TemplateExpression, lowerTemplate);
on(typescript.SyntaxKind.TrueKeyword, lowerKeyword(true));
on(typescript.SyntaxKind.FalseKeyword, lowerKeyword(false));
on(typescript.SyntaxKind.NullKeyword, lowerKeyword(null));
on(typescript.SyntaxKind.ThisKeyword, () => THIS);
on(typescript.SyntaxKind.SuperKeyword, () => SUPER);
on(typescript.SyntaxKind.OmittedExpression, () => UNDEFINED);
on(typescript.SyntaxKind.ObjectLiteralExpression, lowerObject);
on(typescript.SyntaxKind.ArrayLiteralExpression, lowerArray);
on<ts.ArrowFunction>(typescript.SyntaxKind.ArrowFunction, (state, node) => lowerFunctionExpression(state, node, ''));
on<ts.FunctionExpression>(typescript.SyntaxKind.FunctionExpression, (state, node) => lowerFunctionExpression(state, node, ''));
on<ts.ClassExpression>(typescript.SyntaxKind.ClassExpression, (state, node) => ({ is: 'class', index: lowerClass(state, node, '') }));
on(typescript.SyntaxKind.ConditionalExpression, lowerConditional);
on(typescript.SyntaxKind.AwaitExpression, lowerAwait);
on(typescript.SyntaxKind.YieldExpression, lowerYield);
on(typescript.SyntaxKind.AsExpression, lowerCast);
on(typescript.SyntaxKind.TypeAssertionExpression, lowerCast);
on(typescript.SyntaxKind.ParenthesizedExpression, lowerInner);
on(typescript.SyntaxKind.SatisfiesExpression, lowerInner);
on(typescript.SyntaxKind.ExpressionWithTypeArguments, lowerInner);
on(typescript.SyntaxKind.PartiallyEmittedExpression, lowerInner);
on(typescript.SyntaxKind.MetaProperty, lowerMeta);
on(typescript.SyntaxKind.SpreadElement, lowerSpread);
on(typescript.SyntaxKind.JsxElement, lowerJsxElement);
on(typescript.SyntaxKind.JsxSelfClosingElement, lowerJsxSelfClosing);
on(typescript.SyntaxKind.JsxFragment, lowerJsxFragment);
