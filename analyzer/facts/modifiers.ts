import type { ts } from 'ts-morph';
import type { Expression } from './types.js';
import { DECORATOR } from './kinds.js';
import type { FileState } from './state.js';
import { lowerExpression } from './lower-expression.js';

type Modified = { readonly modifiers?: readonly ts.ModifierLike[] | undefined };

/** Whether a declaration carries a modifier such as `async`, `static`, `export`. */
export function hasModifier(node: object, kind: ts.SyntaxKind): boolean {
  const { modifiers } = node as Modified;
  if (modifiers === undefined) return false;
  for (let i = 0; i < modifiers.length; i++) if (modifiers[i]!.kind === kind) return true;
  return false;
}

/** Whether a constructor parameter declares a field. */
export function isParameterProperty(node: ts.ParameterDeclaration): boolean {
  const { modifiers } = node;
  return modifiers !== undefined && modifiers.some(({ kind }) => kind !== DECORATOR);
}

/** The expressions of a declaration's decorators, or undefined when it has none. */
export function decoratorsOf(state: FileState, node: object): Expression[] | undefined {
  const { modifiers } = node as Modified;
  if (modifiers === undefined) return undefined;
  let decorators: Expression[] | undefined;
  for (const modifier of modifiers) {
    if (modifier.kind === DECORATOR) (decorators ??= []).push(lowerExpression(state, modifier.expression));
  }
  return decorators;
}
