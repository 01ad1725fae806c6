import type { LibraryRows } from '#program/compiled-library.js';
import type { Program } from '#program/link-program.js';
import type { Body, CallStep } from '#program/steps.js';
import type { CallInstance, Frame, LibraryValue } from '#program/values.js';
import type { Walker } from '#program/walker.js';
import { compareSites } from './site.js';
import type { Site } from './site.js';
import type { Bound, EntryPoint, Guard } from './types.js';

/** What the parts of the model share while it is built. */
export interface ModelContext {
  readonly program: Program;
  readonly walker: Walker;
  /** Bodies that run when the process starts: every module's top level, in order of evaluation, and functions nobody in sight calls. */
  readonly start: readonly Body[];
  readonly handlers: readonly Handler[];
}

/** An entry point with what runs when it is entered. */
export interface Handler {
  readonly entryPoint: EntryPoint;
  /** What a request runs, in order: middleware in front, then the handler. */
  readonly bodies: readonly HandlerBody[];
  /** Budgets that all of it is under, outermost first: those of the server and of the route. */
  readonly budgets: readonly Guard[];
  /** How often a message is delivered to it at most, where that is known. */
  readonly deliveries?: Bound;
  /** The registering call, where there is one. */
  readonly registration: { readonly call: CallInstance; readonly callee: LibraryValue } | undefined;
  /** All activations of that call in which it is registered, where there are several. */
  readonly registeredBy?: readonly CallInstance[];
  /** The same registration reached once more, in another activation of what registers: another application, with other clients. */
  readonly again?: readonly Handler[];
  /** Where what it is registered on is made: the application first, the nearest router last. */
  readonly within?: readonly Site[];
  /** Where the applications are made that list its class, where some do: it enters their processes and no others. */
  readonly hosts?: readonly Site[];
  /** How large a body may be that the platform in front of it lets through, in bytes. */
  readonly platformBody?: Bound;
  /** What turns its requests away before it runs. */
  readonly limiters?: readonly Limiter[];
}

/** Something of a library that turns requests away. */
export interface Limiter {
  readonly is: 'rate-limit' | 'load-shedding' | 'concurrency';
  readonly name: string;
  /** Where it is made; undefined for what a container makes. */
  readonly site: Site | undefined;
  /** Decorators that switch it off for an entry point. */
  readonly exemptBy: readonly string[];
}

/** One function of a request: a middleware or the handler. */
export interface HandlerBody {
  readonly body: Body;
  readonly name: string;
  readonly frame: Frame;
  readonly at: number;
  /** Budgets that middleware before it sets. */
  readonly budgets?: readonly Guard[];
  /** Middleware of libraries before it that limits the body. */
  readonly bodyLimits?: readonly LibraryValue[];
  /** Middleware of libraries before it that reads the body. */
  readonly bodyReaders?: readonly LibraryValue[];
  /** What it calls to run the rest of the request, where it waits for that: Koa's `next`. */
  readonly continues?: { readonly module: string; readonly path: string };
  /** It runs when the handler has done its work, or when the answer is gone. */
  readonly after?: 'handled' | 'answered';
}

/** A linked list from a place outwards: through which calls it was reached. */
export interface PathLink {
  readonly outer: PathLink | undefined;
  readonly site: Site;
  readonly text: string;
}

/** Does a way lead through a place? */
export function leadsThrough(path: PathLink | undefined, site: Site): boolean {
  for (let link = path; link !== undefined; link = link.outer) if (compareSites(link.site, site) === 0) return true;
  return false;
}

/** Guards around a place, innermost first; equal stacks are one object. */
export interface GuardStack {
  readonly id: number;
  readonly guard: ActiveGuard;
  readonly outer: GuardStack | undefined;
}

/** A guard as met on a path, with the call that runs it. */
export interface ActiveGuard {
  readonly id: number;
  readonly guard: Guard;
  readonly call: CallInstance;
  readonly callee: LibraryValue | undefined;
}

/** One call as met on one path. */
export interface Visit {
  readonly step: CallStep;
  readonly handler: Handler;
  readonly guards: GuardStack | undefined;
  readonly path: PathLink | undefined;
  /** It runs once in the process, for this reason: `??=`, `once()`. */
  readonly once: string | undefined;
  /** Nobody waits for it: fire and forget, timers, listeners. */
  readonly detached: boolean;
  /** It runs when something else happens later: a listener that the request registered. */
  readonly listens: boolean;
  /** Guards that had been left when nobody waited any more: they do not bound it. */
  readonly left: GuardStack | undefined;
  /** Reached through a call that could not be resolved: whatever that call does may surround it. */
  readonly through: string | undefined;
}

/** Catalog rows of a call step's callee. */
export function rowsOf(context: Pick<ModelContext, 'program'>, step: CallStep): LibraryRows | undefined {
  return context.program.engine.libraries.rows(step.callee.module, step.callee.path);
}

/** Where an offset stands, for people. */
export function siteAt(frame: Frame, at: number): Site {
  const { lines, path } = frame.unit.facts;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return { file: path, line: low + 1, column: at - (lines[low] ?? 0) + 1 };
}

/** Where a call is reported. */
export function siteOfCall(call: CallInstance): Site {
  return siteAt(call.frame, call.expression.at);
}
