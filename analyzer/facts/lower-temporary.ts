import type { BindingIndex, Expression, Offset, Statement } from './types.js';
import { addBinding, addValue, type FileState } from './state.js';

/** A nameless binding that holds a value needed more than once. */
export function addTemporary(state: FileState, value: Expression, at: Offset): BindingIndex {
  const binding = addBinding(state, '', 'temporary', at);
  addValue(state, binding, value, at);
  return binding;
}

/** Keeps what a chain has computed so far in a temporary, so that facts never nest as deeply as chains are long. */
export function continueChain(state: FileState, value: Expression, earlier: Expression[], at: Offset): Expression {
  const binding = addTemporary(state, value, at);
  earlier.push({ is: 'assign', target: { is: 'variable', binding, at }, operator: '=', value, at });
  return { is: 'variable', binding, at };
}

/** The expression itself if reading it again changes nothing, else a temporary declared in `before`. */
export function readAgain(state: FileState, value: Expression, before: Statement[], at: Offset): Expression {
  if (isPlain(value)) return value;
  const binding = addTemporary(state, value, at);
  before.push({ is: 'declare', binding, value });
  return { is: 'variable', binding, at };
}

/** Whether an expression only reads names, so that it may stand in several places. */
export function isPlain(value: Expression): boolean {
  let inner = value;
  while (inner.is === 'member') inner = inner.of;
  return inner.is === 'variable' || inner.is === 'global' || inner.is === 'this' || inner.is === 'meta' || inner.is === 'require';
}
