import { ANSWER, SETTLES } from '#program/plain-values.js';
import type { Body, CallStep, EnterStep, Step } from '#program/steps.js';
import type { CallInstance, Frame, LibraryValue } from '#program/values.js';
import { callText } from '../call-text.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { Handler, HandlerBody, ModelContext } from '../context.js';
import { operationRow } from '../operations.js';
import { traceOf } from '../paths.js';
import { leaves } from '../places/outbound-calls.js';
import type { PoolFinder } from '../places/pool-finder.js';
import { siteKey, type Site } from '../site.js';
import type { Acquisition, HeldCall, Reach } from '../types.js';
import { walkedOf } from '../walked.js';
import { NOTHING, without, type Flow, type HeldSet } from './flow.js';
import { canFail, isHarmless } from './failures.js';
import { givenBackBy } from './handed.js';
import { holdsValue, isItself, takes } from './held.js';
import type { Held } from './held.js';
import { after, heldAt, HoldingRunner, inTurn, isDetached, unchanged, type Meaning, type Place } from './runner.js';
import { SecondAcquires } from './second-acquires.js';
import { serviceStarts } from './service-starts.js';
import { isSleep } from './sleeps.js';
import { isKept } from './transfers.js';

const START: Omit<Place, 'handler' | 'detached'> = { path: undefined, doubtful: NOTHING, inherited: NOTHING, alternative: false, depth: 0 };
/** Names under which what is not in sight gives a connection back. */
const RELEASES = /^(?:release|done|commit|rollback)|\b(?:client|conn|connection|trx|tx|transaction|runner|session|uow|unitOfWork|work)\w*\.(?:free|end|close|destroy|dispose|finish|cleanup|complete|abort)$/i;
/** What `using` calls at the end of its block: whatever it is, it gives itself back. */
const DISPOSAL = /\.\[Symbol\.(?:asyncD|d)ispose\]$/;
const EMITS = /\.emit$/;

/** What is known of one connection in the end. */
interface Fate {
  readonly held: Held;
  released: Site | undefined;
  leak: { readonly how: 'throws' | 'returns' | 'ends'; readonly at: Site } | undefined;
  kept: boolean;
  /** Thrown past while it is kept in a place that others can reach. */
  keptThrow: Site | undefined;
  handedTo: string | undefined;
}

/** Follows every connection that is taken: what happens while it is held, and whether it is given back. */
export class Holdings implements Meaning {
  readonly #context: ModelContext;
  readonly #runner: HoldingRunner;
  readonly #second: SecondAcquires;
  readonly #fates = new Map<CallInstance['expression'], Fate>();
  readonly #calls = new Map<string, HeldCall>();
  readonly #reported = new Set<object>();
  readonly #above: Uint8Array;
  #rest: { readonly bodies: readonly HandlerBody[]; readonly next: number } | undefined;

  constructor(context: ModelContext, pools: PoolFinder) {
    this.#context = context;
    this.#runner = new HoldingRunner(context, this);
    this.#second = new SecondAcquires(context, pools);
    const walked = walkedOf(context);
    const holders = [...walked.calls.values()].flatMap((calls) => calls.filter(({ step }) => takes(context, step) !== undefined).map(({ holder }) => holder));
    this.#above = walked.above(holders);
    for (const handler of context.handlers) this.#handler(handler);
    for (const body of serviceStarts(context)) this.#runner.function(body, { ...START, handler: undefined, detached: true }, NOTHING);
  }

  calls(): readonly HeldCall[] {
    return [...this.#calls.values()];
  }

  acquisitions(): readonly Acquisition[] {
    return [...this.#fates.values()].map(({ held, released, leak, kept, keptThrow, handedTo }) => {
      const about = { site: siteOfCall(held.step.call), name: callText(held.step.call), what: this.#nameOf(held) };
      if (leak !== undefined) return { ...about, ends: { is: 'leaks', ...leak } };
      if (kept && keptThrow !== undefined && released !== undefined) return { ...about, ends: { is: 'leaks', how: 'throws', at: keptThrow } };
      if (held.scoped) return { ...about, ends: { is: 'released', at: about.site, text: 'with its callback' } };
      if (released !== undefined) return { ...about, ends: { is: 'released', at: released, text: 'on every way' } };
      if (handedTo !== undefined) return { ...about, ends: { is: 'unknown', because: handedTo } };
      return kept ? { ...about, ends: { is: 'released', at: about.site, text: 'never, as it is kept for life' } } : { ...about, ends: { is: 'unknown', because: 'it is given to code that is not in sight' } };
    });
  }

  takesBelow(body: Body): boolean {
    return walkedOf(this.#context).meets(this.#above, [body]);
  }

  call(step: CallStep, place: Place, held: HeldSet): Flow {
    const continued = this.#continued(step, place, held);
    if (continued !== undefined) return continued;
    const released = this.#released(step, held);
    if (released !== undefined) return unchanged(released);
    const rest = this.#givenBackBy(step, held);
    if (rest.size < held.size) return this.call(step, place, rest);
    if (held.size > 0 && step.awaited !== 'no' && isSleep(this.#context, step)) {
      this.sleeps(step, place, held);
      return unchanged(held);
    }
    const taken = takes(this.#context, step);
    const row = operationRow(this.#context, step);
    const waits = step.awaited !== 'no' && !place.detached;
    if (held.size > 0 && waits && row !== undefined) {
      if (row.is === 'outbound' && leaves(this.#context, row, step)) this.#add(step.call, 'outbound', place, held);
      if (row.acquires !== undefined && !place.alternative) this.#addSecond(step, place, held);
    }
    const isTaken = taken === undefined || [...held].some((one) => this.#second.isOn(step, one));
    const throws = canFail(step, row !== undefined) && (taken === undefined || row?.holds !== 'receiver' || row.is === 'statement');
    const flow: Flow = { ...unchanged(held), thrown: throws ? heldAt(held, siteOfCall(step.call)) : new Map() };
    if (isTaken) return after(flow, this.#within(step, place, held));
    const own = this.#fate(step, taken).held;
    if (taken.handed === true) return after(flow, without(this.#within(step, { ...place, handed: own }, held), new Set([own])));
    const both = new Set([...held, own]);
    // A runner that connects for its first statement holds the connection when that fails.
    if (!taken.scoped) return { ...flow, held: both, thrown: throws && row?.is === 'statement' ? heldAt(both, siteOfCall(step.call)) : flow.thrown };
    const inner = this.#within(step, place, both);
    const left = new Set([...(inner.held ?? held)].filter((one) => one !== own));
    return after(flow, { ...inner, held: left, thrown: new Map([...inner.thrown].filter(([one]) => one !== own)) });
  }

  unresolved(step: Extract<Step, { is: 'unresolved' }>, place: Place, held: HeldSet): Flow {
    const { callee, arguments: given } = step.call.expression;
    const { frame } = step.call;
    const name = callee.is === 'member' ? callee.name : callee.is === 'variable' ? (frame.unit.facts.bindings[callee.binding]?.name ?? '') : '';
    const site = siteOfCall(step.call);
    let left: HeldSet = this.#givenBackBy(step, held);
    const answers = step.why === ANSWER || step.why === SETTLES;
    const releases = !answers && (RELEASES.test(name) || RELEASES.test(callText(step.call)));
    if (releases) {
      for (const one of held) if (!one.scoped) this.#fateOf(one).released ??= site;
      left = new Set([...held].filter((one) => one.scoped));
    }
    for (const one of left) {
      if (one.scoped || !given.some((argument) => holdsValue(this.#context, this.#context.program.engine.evaluate(argument, frame), (value) => isItself(value, one)))) continue;
      this.#fateOf(one).handedTo ??= `${callText(step.call)}, which is not in sight, is given it`;
      left = new Set([...left].filter((other) => other !== one));
    }
    const flow: Flow = { ...unchanged(left), thrown: isHarmless(name, this.#context.program.engine.libraries) || releases || answers ? new Map() : heldAt(left, site) };
    return after(flow, inTurn(step.within.map((run) => run.body), left, (body, set) => this.#runner.function(body, place, set)));
  }

  sleeps(step: CallStep | EnterStep, place: Place, held: HeldSet): void {
    if (step.call !== undefined && !place.detached) this.#add(step.call, 'sleep', place, held);
  }

  leaks(held: Held, how: 'throws' | 'returns' | 'ends', at: Site, frame: Frame | undefined): void {
    // What a callback throws ends the process: nobody stands around it.
    if (held.handed === true && how === 'throws') return;
    const fate = this.#fateOf(held);
    fate.kept ||= frame !== undefined && isKept(this.#context, frame, held);
    if (!fate.kept) fate.leak ??= { how, at };
    else if (how === 'throws') fate.keptThrow ??= at;
  }

  #handler(handler: Handler): void {
    this.#rest = { bodies: handler.bodies, next: 0 };
    for (const [position, { body }] of handler.bodies.entries()) {
      this.#rest = { bodies: handler.bodies, next: position + 1 };
      this.#runner.function(body, { ...START, handler, detached: false }, NOTHING);
    }
  }

  // `await next()`: the rest of the request runs within the call.
  #continued({ callee }: CallStep, place: Place, held: HeldSet): Flow | undefined {
    const { handler } = place;
    const rest = this.#rest;
    if (held.size === 0 || handler === undefined || rest === undefined) return undefined;
    const continues = rest.bodies[rest.next - 1]?.continues;
    if (continues === undefined || continues.module !== callee.module || continues.path !== callee.path) return undefined;
    const flow = inTurn(rest.bodies.slice(rest.next).map(({ body }) => body), held, (body, set) => this.#runner.function(body, place, set));
    return { ...flow, thrown: heldAt(held, place.path?.site ?? handler.entryPoint.site) };
  }

  #within(step: CallStep, place: Place, held: HeldSet): Flow {
    if (step.within.length === 0 && step.later.length === 0) return unchanged(held);
    const path = { outer: place.path, site: siteOfCall(step.call), text: callText(step.call) };
    const inner = { ...place, path, detached: isDetached(place, held, step.awaited === 'no' || EMITS.test(step.callee.path)) };
    const flow = inTurn(step.within.map((run) => run.body), held, (body, set) => this.#runner.function(body, inner, set));
    if (step.later.length === 0 || flow.held === undefined) return flow;
    // Given back by what runs later: when the answer is through, for instance.
    const later = inTurn(step.later.map((run) => run.body), flow.held, (body, set) => this.#runner.function(body, { ...inner, handed: undefined, detached: true }, set));
    return { ...flow, held: later.held ?? flow.held };
  }

  #released(step: CallStep, held: HeldSet): HeldSet | undefined {
    const disposes = DISPOSAL.test(step.callee.path);
    if (!disposes && rowsOf(this.#context, step)?.operations.some(({ is }) => is === 'release') !== true) return undefined;
    if (held.size === 0) return held;
    const open = [...held].filter((one) => !one.scoped);
    const { engine } = this.#context.program;
    const given = engine.argumentsOf(step.call).flatMap((set) => set.values).filter((value): value is LibraryValue => value.is === 'library');
    const named = open.filter((one) => [...given, ...(step.callee.from === undefined ? [] : [step.callee.from])].some((value) => isItself(value, one)));
    // Of which only the type is known, it is what was taken from the same library.
    const meant = named.length > 0 || disposes ? named : open.filter((one) => one.step.callee.module === step.callee.module);
    for (const one of meant) this.#fateOf(one).released ??= siteOfCall(step.call);
    return new Set([...held].filter((one) => !meant.includes(one)));
  }

  #givenBackBy({ call }: Pick<CallStep, 'call'>, held: HeldSet): HeldSet {
    const back = givenBackBy(this.#context, call, held);
    for (const one of back) this.#fateOf(one).released ??= siteOfCall(call);
    return back.length === 0 ? held : new Set([...held].filter((one) => !back.includes(one)));
  }

  #fate(step: CallStep, taken: Pick<Held, 'row' | 'scoped' | 'handed'>): Fate {
    const { expression } = step.call;
    let fate = this.#fates.get(expression);
    if (fate === undefined) {
      const held: Held = { id: this.#fates.size, step, ...taken };
      this.#fates.set(expression, (fate = { held, released: undefined, leak: undefined, kept: false, keptThrow: undefined, handedTo: undefined }));
    }
    return fate;
  }

  #fateOf({ step }: Held): Fate {
    return this.#fates.get(step.call.expression) as Fate;
  }

  #addSecond(step: CallStep, place: Place, held: HeldSet): void {
    const row = operationRow(this.#context, step);
    if (row === undefined || [...held].some((one) => this.#second.isOn(step, one))) return;
    const beside = new Set([...held].filter((one) => this.#second.isSecond(step, row, one)));
    if (beside.size > 0) this.#add(step.call, 'acquire', place, beside, step);
  }

  #add(call: CallInstance, is: HeldCall['is'], place: Place, held: HeldSet, step?: CallStep): void {
    const one = [...held].filter((candidate) => !place.doubtful.has(candidate)).at(-1);
    if (one === undefined || place.handler === undefined || place.detached) return;
    // A chain is one call.
    for (let from = step?.callee.from; from !== undefined; from = from.from) if (from.call !== undefined && this.#reported.has(from.call.expression)) return;
    this.#reported.add(call.expression);
    const site = siteOfCall(call);
    const key = siteKey(site);
    const samePool = step === undefined ? undefined : this.#second.isSamePool(step, one);
    const trace = traceOf(place.handler, place.path, { site, text: callText(call) });
    const known = this.#calls.get(key);
    if (known !== undefined && (known.reachedBy[0]?.trace.length ?? 0) <= trace.length) return;
    this.#calls.set(key, { site, name: callText(call), is, holds: this.#nameOf(one), acquire: siteOfCall(one.step.call), samePool, reachedBy: this.#reachedBy(place.handler, one, trace) });
  }

  #reachedBy(first: Handler, { step }: Held, trace: Reach['trace']): readonly Reach[] {
    const walked = walkedOf(this.#context);
    const above = walked.above(walked.holdersOf([step.call.expression]));
    const others = this.#context.handlers.filter((handler) => handler !== first && walked.meets(above, handler.bodies.map(({ body }) => body)));
    return [{ entryPoint: first.entryPoint, trace }, ...others.map(({ entryPoint }) => ({ entryPoint, trace: [] }))];
  }

  #nameOf({ step, row }: Held): string {
    return `${this.#context.program.engine.libraries.nameOf(step.callee.module)} ${row.is === 'transaction' ? 'transaction' : 'connection'}`;
  }
}
