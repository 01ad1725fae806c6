import type { ts } from 'ts-morph';
import type { Expression } from './types.js';
import { JSX_EXPRESSION, JSX_SPREAD_ATTRIBUTE, JSX_TEXT, STRING_LITERAL } from './kinds.js';
import type { FileState } from './state.js';
import { fitted } from './lists.js';
import { startOf } from './places.js';
import { lowerExpression } from './lower-expression.js';

/** `<Name …>…</Name>`: not followed, yet what stands in its attributes and between its tags is evaluated. */
export function lowerJsxElement(state: FileState, node: ts.JsxElement): Expression {
  const parts: Expression[] = [];
  addAttributes(state, node.openingElement.attributes, parts);
  addChildren(state, node.children, parts);
  return { is: 'opaque', why: 'JSX', parts: fitted(parts), at: startOf(state.text, node.pos) };
}

/** `<Name … />`. */
export function lowerJsxSelfClosing(state: FileState, node: ts.JsxSelfClosingElement): Expression {
  const parts: Expression[] = [];
  addAttributes(state, node.attributes, parts);
  return { is: 'opaque', why: 'JSX', parts: fitted(parts), at: startOf(state.text, node.pos) };
}

/** `<>…</>`. */
export function lowerJsxFragment(state: FileState, node: ts.JsxFragment): Expression {
  const parts: Expression[] = [];
  addChildren(state, node.children, parts);
  return { is: 'opaque', why: 'JSX', parts: fitted(parts), at: startOf(state.text, node.pos) };
}

function addAttributes(state: FileState, node: ts.JsxAttributes, parts: Expression[]): void {
  for (const attribute of node.properties) {
    if (attribute.kind === JSX_SPREAD_ATTRIBUTE) parts.push(lowerExpression(state, attribute.expression));
    else addValue(state, attribute.initializer, parts);
  }
}

function addValue(state: FileState, value: ts.JsxAttributeValue | undefined, parts: Expression[]): void {
  if (value === undefined || value.kind === STRING_LITERAL) return;
  if (value.kind !== JSX_EXPRESSION) parts.push(lowerExpression(state, value));
  else if (value.expression !== undefined) parts.push(lowerExpression(state, value.expression));
}

function addChildren(state: FileState, children: readonly ts.JsxChild[], parts: Expression[]): void {
  for (const child of children) {
    if (child.kind === JSX_TEXT) continue;
    if (child.kind !== JSX_EXPRESSION) parts.push(lowerExpression(state, child));
    else if (child.expression !== undefined) parts.push(lowerExpression(state, child.expression));
  }
}
