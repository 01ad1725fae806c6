import { ELEMENT_METHODS } from '#program/callbacks.js';
import type { CallbackRun, CallStep } from '#program/steps.js';
import { callText } from '../call-text.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { GuardFinder } from '../guards.js';
import { isPromise } from '../raced-promises.js';
import type { Races } from '../races.js';
import { guarded, limited, unknownTimes } from './guarded.js';
import { isPlainMethod, roundsOfMethod } from './list-methods.js';
import { falling, NOTHING } from './outcome.js';
import type { Outcome } from './outcome.js';
import { plain } from './read-body.js';
import type { BodyReader, Reading } from './read-body.js';
import { choiceOf } from './choice.js';
import { around, EMPTY, isEmpty, parallelOf, sequenceOf } from './spans.js';
import type { Span } from './spans.js';
import { transaction } from './transactions.js';

/** What a step takes, and what it opens around the steps after it. */
export interface Handled {
  readonly outcome: Outcome;
  readonly open?: { readonly key: object; readonly make: (inner: Span) => Span };
}

/** Reads what calls to libraries take: what they wait for and the functions they run. */
export class CallReader {
  readonly #reader: BodyReader;
  readonly #guards: GuardFinder;
  readonly #races: Races;

  constructor(reader: BodyReader, guards: GuardFinder, races: Races) {
    this.#reader = reader;
    this.#guards = guards;
    this.#races = races;
  }

  of(step: CallStep, reading: Reading): Handled {
    const { rest } = reading;
    if (rest !== undefined && step.callee.module === rest.module && step.callee.path === rest.path) return { outcome: falling({ is: 'rest' }) };
    if (isPromise(step)) return { outcome: falling(this.#promise(step)) };
    const found = this.#reader.waits.of(step);
    const runs = this.#runs(step, reading);
    if (found === undefined) return this.#unlisted(step, runs);
    const { row, acquires, own, holds } = found;
    if (row.is === 'sleep' && !this.#isWaitedFor(step, reading)) return { outcome: NOTHING };
    const connection = choiceOf(acquires.map((wait): Span => ({ is: 'wait', wait })));
    const operation: Span = own === undefined ? EMPTY : { is: 'wait', wait: own };
    const held = (inner: Span): Span => (holds === undefined ? inner : { is: 'held', pool: holds, inner });
    if (row.acquires === 'until-release') return { outcome: falling(sequenceOf([connection, operation])), open: { key: holds?.site ?? row, make: held } };
    const inside = row.is === 'transaction' ? transaction(this.#reader.context, step, row, runs) : sequenceOf([operation, runs]);
    return { outcome: falling(sequenceOf([connection, row.acquires === undefined || isEmpty(inside) ? inside : held(inside)])) };
  }

  // A signal starts to run out where it is made.
  #unlisted(step: CallStep, runs: Span): Handled {
    const { module, path } = step.callee;
    const { expression } = step.call;
    if (module === 'global' && (path === 'AbortSignal.timeout' || path === 'AbortController' || path === 'AbortSignal.any')) {
      return { outcome: falling(runs), open: { key: expression, make: (inner) => ({ is: 'shared', signal: expression, inner }) } };
    }
    if (!isEmpty(runs) || step.awaited !== 'yes' || !this.#isForeign(step) || isPlainMethod(path.slice(path.lastIndexOf('.') + 1))) return { outcome: falling(runs) };
    return { outcome: falling({ is: 'unproven', site: siteOfCall(step.call), because: `what ${callText(step.call)} of ${module} waits for is not known` }) };
  }

  #isForeign({ callee: { module } }: CallStep): boolean {
    return module !== 'global' && !module.startsWith('node:') && this.#reader.context.program.engine.libraries.library(module) === undefined;
  }

  /** The functions that a call runs, those it guards under its guards. */
  #runs(step: CallStep, reading: Reading): Span {
    const runs = step.within.filter(({ once }) => once !== true);
    if (runs.length === 0) return EMPTY;
    const found = this.#guards.ofCall(step);
    const inner = (wanted: (run: CallbackRun) => boolean): Span => {
      const positions = [...new Set(runs.filter(wanted).map(({ position }) => position))];
      // `then(show, fail)`: one of both runs.
      const together = step.callee.path.endsWith('.then') ? choiceOf : sequenceOf;
      return together(positions.map((position) => choiceOf(runs.filter((run) => run.position === position).map(({ body }) => this.#reader.of(body, plain(reading.rest)).total))));
    };
    const isGuarded = ({ position }: CallbackRun) => found?.positions.has(position) === true;
    const under = guarded(found?.guards ?? [], withOneSignal(step, inner(isGuarded)));
    const fallback = inner((run) => !isGuarded(run) && run.position === -2);
    const others = inner((run) => !isGuarded(run) && run.position !== -2);
    return sequenceOf([under, fallback, this.#asOften(step, others)]);
  }

  // What a method of a list runs, it runs for each element; what a package nobody knows does with a function is anybody's guess.
  #asOften(step: CallStep, runs: Span): Span {
    if (isEmpty(runs) || rowsOf(this.#reader.context, step) !== undefined) return runs;
    const name = step.callee.path.slice(step.callee.path.lastIndexOf('.') + 1);
    if (ELEMENT_METHODS.has(name)) {
      const rounds = roundsOfMethod(name);
      if (rounds === 'unnoticed') return EMPTY;
      return rounds === 'at once' ? runs : unknownTimes(runs, siteOfCall(step.call), `how often ${callText(step.call)} runs it is not known`);
    }
    return this.#isForeign(step) ? unknownTimes(runs, siteOfCall(step.call), `${callText(step.call)} runs it and is not known`) : runs;
  }

  /** A promise made by hand takes what its function starts, or until its timer settles it. */
  #promise(step: CallStep): Span {
    const timer = this.#races.inPromise(step);
    const reading: Reading = { settles: true, timer: timer?.call.expression, rest: undefined };
    const started = parallelOf('all', step.within.map(({ body }) => this.#reader.of(body, reading).total));
    if (timer === undefined || timer.guard.bound === undefined) return started;
    if (!isEmpty(started)) return limited(timer.guard, started);
    if (this.#races.racesOthers(step)) return EMPTY;
    const { bound, site } = timer.guard;
    const once = { text: '', site, isDefault: true };
    return { is: 'wait', wait: { layer: 'sleep', operation: 'setTimeout', site, on: undefined, attempts: { is: 'bounded', ms: 1, from: once }, perAttempt: bound, delays: { is: 'bounded', ms: 0, from: once }, total: bound } };
  }

  // A timer with a function of its own is nobody's wait, except in a promise that it settles.
  #isWaitedFor(step: CallStep, { settles, timer }: Reading): boolean {
    const isTimer = rowsOf(this.#reader.context, step)?.callbacks.some(({ runs }) => runs === 'later') === true;
    return !isTimer || (settles && step.call.expression !== timer);
  }
}

// A policy passes one signal to all that it runs.
function withOneSignal({ callee: { from } }: CallStep, inner: Span): Span {
  const made = from?.call?.expression;
  return made === undefined ? inner : around(inner, (span) => ({ is: 'shared', signal: made, inner: span }));
}
