import type { Expression, LoopStatement } from '#facts/types.js';
import type { CallInstance, Frame, LibraryValue, Value } from './values.js';

/**
 * What one activation of a function does, in order: calls with their callees resolved, and the control structure around them. Bodies are
 * shared: an activation that is entered from ten places is one body.
 */
export interface Body {
  readonly frame: Frame | undefined;
  readonly steps: readonly Step[];
}

/** Is the call's completion waited for by the code around it: directly (`await`, `return`), later or elsewhere, or not at all? */
export type Awaited = 'yes' | 'stored' | 'no';

export type Step =
  | CallStep
  | EnterStep
  | { readonly is: 'branch'; readonly arms: readonly Body[]; readonly call?: CallInstance; /** `x ??= …`: the arm runs once as long as `x` lives. */ readonly keeps?: Expression }
  | { readonly is: 'parallel'; readonly how: 'all' | 'allSettled' | 'race' | 'any'; readonly call: CallInstance; readonly arms: readonly Body[]; readonly awaited: Awaited }
  | { readonly is: 'loop'; readonly form: string; readonly count: number | undefined; readonly body: Body; readonly frame: Frame; readonly at: number; /** What is written, where a statement is. */ readonly statement?: LoopStatement; /** What runs for each element, where a method runs a function. */ readonly each?: readonly Body[]; /** The call of that method. */ readonly method?: CallInstance }
  | { readonly is: 'try'; readonly body: Body; readonly handler: Body | undefined; readonly finalizer: Body | undefined }
  | { readonly is: 'return' | 'throw'; readonly frame: Frame; readonly at: number }
  | UnresolvedStep;

/** A call to a library. */
export interface CallStep {
  readonly is: 'call';
  readonly call: CallInstance;
  readonly callee: LibraryValue;
  readonly awaited: Awaited;
  /** Functions given to it that run within the call, by argument. */
  readonly within: readonly CallbackRun[];
  /** Functions given to it that run after it, on their own: timers, listeners. */
  readonly later: readonly CallbackRun[];
}

export interface CallbackRun {
  /** Which argument the function (or the promise) was; -1 for the function that a wrapper was created with, -2 for one that runs in its stead. */
  readonly position: number;
  readonly value: Value;
  readonly body: Body;
  /** The call's own arguments from this one on are passed to it. */
  readonly receives?: number;
  /** It runs once in the process, whoever calls: `once(f)`. */
  readonly once?: true;
}

/** A call to a function of the program: the body is its activation. */
export interface EnterStep {
  readonly is: 'enter';
  readonly call: CallInstance | undefined;
  readonly body: Body;
  readonly awaited: Awaited;
  /** Already being walked: a recursion. */
  readonly recursive: boolean;
  /** Where the call stands when it is no call expression: a getter's read. */
  readonly frame: Frame;
  readonly at: number;
}

/** A call nobody can tell the callee of; functions among its arguments are assumed to run. */
export interface UnresolvedStep {
  readonly is: 'unresolved';
  readonly call: CallInstance;
  readonly why: string;
  readonly awaited: Awaited;
  readonly within: readonly CallbackRun[];
}
