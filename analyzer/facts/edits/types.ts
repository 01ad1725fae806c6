import type { Offset } from '../types.js';

/** What is to be done to the call or creation that people see at an offset. */
export type Change =
  /** Sets an option in the object given as this argument (from 0) to what `value` writes; a name in it must be the one that is declared there. */
  | { readonly is: 'set-option'; readonly at: Offset; readonly argument: number; readonly option: readonly string[]; readonly value: string; readonly sees?: SeenName; readonly onlyIfAbsent?: true }
  /** Calls the form without `Sync` that gives a promise, on this member of the same module (empty for the module itself), and awaits it. */
  | { readonly is: 'promise-form'; readonly at: Offset; readonly member: string }
  /** Awaits the call. */
  | { readonly is: 'await'; readonly at: Offset }
  /** Awaits a call that tells its end to a callback, which it is not given yet. */
  | { readonly is: 'await-callback'; readonly at: Offset };

/** A name that a written value uses, and where it is declared. */
export interface SeenName {
  readonly name: string;
  readonly at: Offset;
}

/** One replacement in a text. */
export interface TextEdit {
  readonly start: Offset;
  readonly end: Offset;
  readonly text: string;
}
