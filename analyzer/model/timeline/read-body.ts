import type { Expression } from '#facts/types.js';
import { ELEMENT_METHODS } from '#program/callbacks.js';
import { ANSWER, SETTLES } from '#program/plain-values.js';
import type { Body, EnterStep, Step, UnresolvedStep } from '#program/steps.js';
import { functionOf } from '#program/values.js';
import { Answers } from '../answers.js';
import { callText } from '../call-text.js';
import { siteAt, siteOfCall } from '../context.js';
import type { HandlerBody, ModelContext } from '../context.js';
import type { GuardFinder } from '../guards.js';
import { keptForLife } from '../kept-values.js';
import { Races } from '../races.js';
import type { Guard } from '../types.js';
import { guarded, limited, unknownTimes } from './guarded.js';
import { Joins } from './joins.js';
import { continuedFrom, isLazy, isSuperseded } from './lazy-chains.js';
import { isPlainMethod, roundsOfMethod } from './list-methods.js';
import { loopOutcome } from './loops.js';
import { falling, mapped, NOTHING, oneOf, Sequencer, starting } from './outcome.js';
import type { Outcome } from './outcome.js';
import { CallReader } from './read-call.js';
import type { Handled } from './read-call.js';
import { releases } from './releases.js';
import { choiceOf } from './choice.js';
import { EMPTY, isEmpty, parallelOf, sequenceOf } from './spans.js';
import type { Span } from './spans.js';
import type { Waits } from './waits.js';

/** How a body is read. */
export interface Reading {
  /** In the function of `new Promise(…)`: what it starts settles the promise. */
  readonly settles: boolean;
  /** The timer that bounds the promise, which is no wait of its own. */
  readonly timer: object | undefined;
  /** What runs the rest of the request. */
  readonly rest: HandlerBody['continues'];
  /** Lazy calls that are links of a longer chain where the body was entered. */
  readonly continued?: ReadonlySet<Expression>;
  /** In a block of a function: what it starts may be waited for behind it. */
  readonly block?: true;
}

/** A body like any other. */
const PLAIN: Reading = { settles: false, timer: undefined, rest: undefined };
const PLAIN_BLOCK: Reading = { ...PLAIN, block: true };

/** How a block is read of what is read so. */
export function blockOf(reading: Reading): Reading {
  return reading === PLAIN ? PLAIN_BLOCK : reading.block === true ? reading : { ...reading, block: true };
}

/** The same inside a middleware, where a call stands for the rest of the request. */
export function plain(rest: Reading['rest']): Reading {
  return rest === undefined ? PLAIN : { ...PLAIN, rest };
}

/** Reads what bodies take in time, each once. */
export class BodyReader {
  readonly context: ModelContext;
  readonly waits: Waits;
  readonly #guards: GuardFinder;
  readonly #races: Races;
  readonly #joins: Joins;
  readonly #calls: CallReader;
  readonly #known = new Map<Body, Outcome>();
  readonly #blocks = new Map<Body, Outcome>();
  /** Those that are being read: the round of a loop may lead back to them. */
  readonly #open = new Set<Body>();

  constructor(context: ModelContext, guards: GuardFinder, waits: Waits) {
    this.context = context;
    this.waits = waits;
    this.#guards = guards;
    this.#races = new Races(context, guards);
    this.#joins = new Joins(new Answers(context.program.engine));
    this.#calls = new CallReader(this, guards, this.#races);
  }

  /** What a body takes on its ways out. */
  of(body: Body, reading: Reading = PLAIN): Outcome {
    if (body.steps.length === 0) return NOTHING;
    const kept = reading === PLAIN ? this.#known : reading === PLAIN_BLOCK ? this.#blocks : undefined;
    const known = kept?.get(body);
    if (known !== undefined) return known;
    const outcome = this.#read(body, reading);
    kept?.set(body, outcome);
    return outcome;
  }

  #read(body: Body, reading: Reading): Outcome {
    if (this.#open.has(body)) return body.frame === undefined ? NOTHING : falling({ is: 'unproven', site: siteAt(body.frame, functionOf(body.frame).at), because: `${nameOf(body)} calls itself` });
    this.#open.add(body);
    const outcome = this.#inOrder(body, reading);
    this.#open.delete(body);
    return outcome;
  }

  #inOrder(body: Body, reading: Reading): Outcome {
    const sequence = new Sequencer();
    for (const [position, step] of body.steps.entries()) {
      const at = offsetOf(step);
      if (at !== undefined) sequence.reach(at);
      const join = this.#joins.of(step, body, reading.settles);
      if (join === 'never' || this.#races.isTimer(step, body.frame) || isSuperseded(this.waits, body, position) || (step.is === 'call' && reading.continued?.has(step.call.expression) === true)) continue;
      const { outcome, open } = this.#step(step, body, step.is === 'enter' ? this.#entering(step, body, position, reading) : reading);
      const around = this.#around(step, body, outcome);
      if (join !== 'now') sequence.start({ span: around.total, until: join.until, of: join.of, sent: isLazy(this.waits, step) ? 'when awaited' : 'at once', leaves: join.leaves ?? 0 });
      else sequence.add(around);
      for (const pending of outcome.started ?? []) sequence.start(pending);
      if (sequence.isDead) break;
      if (open !== undefined) sequence.open(open.key, open.make);
      for (const key of releases(this.waits, step)) sequence.close(key);
    }
    return sequence.finish(reading.block === true ? 'block' : 'function');
  }

  // Races and breakers of the program's own around a step.
  #around(step: Step, body: Body, outcome: Outcome): Outcome {
    if (outcome === NOTHING) return outcome;
    const met: readonly { readonly guard: Guard }[] = [...this.#races.around(step, body.frame), ...this.#guards.ofPlace(step)];
    return met.length === 0 ? outcome : mapped(outcome, (span) => met.reduceRight((inner, { guard }) => limited(guard, inner), span));
  }

  #step(step: Step, body: Body, reading: Reading): Handled {
    switch (step.is) {
      case 'call': return this.#calls.of(step, reading);
      case 'enter': return { outcome: this.#enter(step, reading) };
      case 'parallel': return { outcome: falling(this.#parallel(step, reading)) };
      case 'branch': {
        const kept = step.keeps !== undefined && keptForLife(this.context, step, body.frame) !== undefined;
        return { outcome: oneOf(step.arms.map((arm, position) => (kept && position === 0 ? NOTHING : this.of(arm, blockOf(reading))))) };
      }
      case 'loop': return { outcome: loopOutcome(this, step, reading) };
      case 'try': return { outcome: this.#try(step, reading) };
      case 'return': return { outcome: { falls: undefined, returns: EMPTY, throws: undefined, total: EMPTY } };
      case 'throw': return { outcome: { falls: undefined, returns: undefined, throws: EMPTY, total: EMPTY } };
      case 'unresolved': return { outcome: falling(this.#unresolved(step)) };
    }
  }

  #entering(step: EnterStep, body: Body, position: number, reading: Reading): Reading {
    const continued = [...(reading.continued ?? []), ...(step.call === undefined ? [] : continuedFrom(this.waits, body, position))];
    return continued.length === 0 ? reading : { ...reading, continued: new Set(continued) };
  }

  #enter(step: EnterStep, reading: Reading): Outcome {
    const { body, call, recursive } = step;
    const site = call === undefined ? siteAt(step.frame, step.at) : siteOfCall(call);
    const text = call === undefined ? nameOf(body) : callText(call);
    if (recursive) return falling({ is: 'unproven', site, because: `${text} calls itself` });
    const inner = this.of(body, reading.continued === undefined ? plain(reading.rest) : { ...plain(reading.rest), continued: reading.continued });
    if (inner === NOTHING) return NOTHING;
    const decorators = body.frame === undefined ? [] : this.#guards.ofDecorators(body.frame);
    const called = mapped(inner, (span) => ({ is: 'called', link: { site, text }, inner: guarded(decorators, span) }));
    // What it throws is thrown here; a return is a way on.
    const goesOn = called.falls !== undefined || called.returns !== undefined;
    return { falls: goesOn ? choiceOf([called.falls, called.returns]) : undefined, returns: undefined, throws: called.throws, total: called.total };
  }

  #parallel(step: Extract<Step, { is: 'parallel' }>, reading: Reading): Span {
    const race = this.#races.of(step);
    const arms = step.arms.filter((arm) => race?.timers.has(arm) !== true).map((arm) => this.of(arm, plain(reading.rest)).total);
    if (race !== undefined) return limited(race.guard, parallelOf('all', arms));
    return parallelOf(step.how === 'race' ? 'race' : 'all', arms);
  }

  // A fallback runs after the failed attempt has had all its time.
  #try({ body, handler, finalizer }: Extract<Step, { is: 'try' }>, reading: Reading): Outcome {
    const block = blockOf(reading);
    const tried = this.of(body, block);
    const caught = handler === undefined ? undefined : this.of(handler, block);
    const after = (span: Span | undefined) => (span === undefined ? undefined : sequenceOf([tried.total, span]));
    const last = finalizer === undefined ? NOTHING : this.of(finalizer, block);
    const started = [tried, caught, last].flatMap((one) => one?.started ?? []);
    const whole: Outcome = caught === undefined ? tried : {
      falls: after(caught.falls) ?? tried.falls, returns: after(caught.returns) ?? tried.returns, throws: after(caught.throws),
      total: isEmpty(caught.total) ? tried.total : sequenceOf([tried.total, caught.total]),
    };
    if (last === NOTHING) return caught === undefined ? whole : starting(whole, started);
    const then = (span: Span | undefined) => (span === undefined ? undefined : sequenceOf([span, last.total]));
    return starting({ falls: then(whole.falls), returns: then(whole.returns), throws: then(whole.throws), total: sequenceOf([whole.total, last.total]) }, started);
  }

  #unresolved(step: UnresolvedStep): Span {
    const runs = sequenceOf(step.within.map(({ body }) => this.of(body).total));
    if (!isEmpty(runs)) return perElement(step, runs) ?? unknownTimes(runs, siteOfCall(step.call), `${callText(step.call)} runs it and is not known`);
    const { callee } = step.call.expression;
    if (step.why === ANSWER || step.why === SETTLES || step.awaited !== 'yes' || (callee.is === 'member' && isPlainMethod(callee.name))) return EMPTY;
    return { is: 'unproven', site: siteOfCall(step.call), because: `what ${callText(step.call)} waits for is not known: ${step.why}` };
  }
}

// `ids.map(load)`, where nobody can tell what `ids` is: a list, by the method's name.
function perElement({ call: { expression } }: UnresolvedStep, runs: Span): Span | undefined {
  const name = expression.callee.is === 'member' ? expression.callee.name : '';
  if (!ELEMENT_METHODS.has(name)) return undefined;
  const rounds = roundsOfMethod(name);
  return rounds === 'unnoticed' ? EMPTY : rounds === 'at once' ? runs : undefined;
}

/** Where a step stands, where it is one thing. */
function offsetOf(step: Step): number | undefined {
  // A call is made when its arguments are there.
  if ('call' in step && step.call !== undefined) return step.call.expression.end;
  return 'at' in step ? step.at : undefined;
}

function nameOf({ frame }: Body): string {
  return frame === undefined ? '' : functionOf(frame).name;
}
