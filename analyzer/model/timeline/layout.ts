import type { TraceStep } from '../site.js';
import type { Bound, Branching, Guard, Slice } from '../types.js';
import { Measure } from './measure.js';
import { innerSpans } from './spans.js';
import type { Span, Wait } from './spans.js';
import { boundOfTime, repeatedly, shortest, sum, timeOf } from './time.js';
import type { Time } from './time.js';

/** More slices than this no person reads. */
const MAX_SLICES = 60;
/** Spans visited for one layout. */
const MAX_VISITED = 20_000;
/** What starts behind something without a known end stands last. */
const MAX = Number.MAX_VALUE;

/** What stands around a span in the layout. */
interface Place {
  readonly start: number | undefined;
  /** What has no known end is taken to end at once. */
  readonly earliest: number;
  readonly step: string;
  readonly middleware: boolean;
  readonly after: boolean;
  readonly guards: readonly Guard[];
  readonly times: Time;
  /** Delays between the attempts of the one operation inside. */
  readonly delays: Bound | undefined;
  /** What a guard leaves each of several attempts. */
  readonly each: Extract<Bound, { is: 'bounded' }> | undefined;
  /** When a guard around it ends it, seen from the earliest start. */
  readonly ends: number | undefined;
  readonly counts: boolean;
  readonly branching: readonly Branching[];
  readonly trace: readonly TraceStep[];
}

/** Lays the operations of a span out in time, those that begin together in the order of the code: first those that make the worst case get room, then the others. */
export class Layout {
  readonly slices: Slice[] = [];
  omitted = 0;
  readonly #measure: Measure;
  readonly #least = new Measure(({ total }) => (total.is === 'bounded' ? total.ms : 0), () => false);
  readonly #waits = new Map<Span, number>();
  #left = MAX_VISITED;
  #groups = 0;
  #counting = true;
  /** How many operations were passed, as the code has them. */
  #passed = 0;
  readonly #order = new Map<Slice, number>();

  constructor(measure: Measure, span: Span, trace: readonly TraceStep[]) {
    this.#measure = measure;
    const start: Place = { start: 0, earliest: 0, step: 'handler', middleware: false, after: false, guards: [], times: 1, delays: undefined, each: undefined, ends: undefined, counts: true, branching: [], trace };
    this.#place(span, start);
    this.#counting = false;
    this.#groups = 0;
    this.#passed = 0;
    this.#place(span, start);
    this.slices.sort((a, b) => (a.startMs ?? MAX) - (b.startMs ?? MAX) || a.earliestMs - b.earliestMs || (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  #place(span: Span, place: Place): void {
    if (this.#waitsIn(span) === 0 || (this.#left -= 1) < 0) return;
    switch (span.is) {
      case 'wait': return this.#add(span.wait, place);
      case 'sequence': {
        let from = place;
        for (const inner of span.of) {
          this.#place(inner, from);
          from = this.#after(from, inner);
        }
        return;
      }
      case 'parallel': return this.#arms(span.arms, span.how === 'race' ? 'race' : 'parallel', place);
      case 'choice': return this.#arms(span.arms, 'branch', place);
      case 'called': return this.#place(span.inner, { ...place, trace: [...place.trace, span.link] });
      case 'step': return this.#place(span.inner, { ...place, step: span.name, middleware: span.middleware, after: span.after === true, trace: [...place.trace, span.link] });
      case 'limited': {
        const bound = span.guard.bound?.is === 'bounded' ? span.guard.bound : undefined;
        // Around one of several attempts it ends each of them.
        const limit = bound === undefined ? undefined : later(place.earliest, sum(repeatedly(place.times, bound.ms), place.delays === undefined ? 0 : timeOf(place.delays)));
        const each = bound === undefined || (place.each !== undefined && place.each.ms <= bound.ms) ? place.each : bound;
        return this.#place(span.inner, { ...place, guards: [span.guard, ...place.guards], each, ends: earlier(place.ends, limit) });
      }
      case 'repeated': return this.#repeated(span, place);
      case 'shared': return this.#place(span.inner, { ...place, ends: earlier(place.ends, later(place.earliest, this.#measure.of(span))) });
      case 'held': return this.#place(span.inner, place);
      default:
    }
  }

  #after(place: Place, inner: Span): Place {
    const start = later(place.start, this.#measure.of(inner));
    const earliest = later(place.earliest, this.#least.of(inner)) ?? place.earliest;
    return start === place.start && earliest === place.earliest ? place : { ...place, start, earliest };
  }

  #arms(arms: readonly Span[], is: Branching['is'], place: Place): void {
    const times = arms.map((arm) => this.#measure.of(arm));
    const longest = is === 'race' ? times.indexOf(least(times)) : times.indexOf(worst(times));
    const group = (this.#groups += 1);
    arms.forEach((arm, position) => {
      const counts = place.counts && position === longest;
      this.#place(arm, { ...place, counts, branching: [...place.branching, { is, group, arm: position, arms: arms.length }] });
    });
  }

  #repeated(span: Extract<Span, { is: 'repeated' }>, place: Place): void {
    const { guard, times, delays, inner } = span;
    // By its time it starts no more of them.
    const ends = guard?.bound?.is === 'bounded' ? earlier(place.ends, later(place.earliest, this.#measure.of(span))) : place.ends;
    const around = { ...place, ends, guards: guard === undefined ? place.guards : [guard, ...place.guards], times: repeatedly(place.times, timeOf(times)), each: undefined };
    if (this.#waitsIn(inner) === 1) return this.#place(inner, { ...around, delays });
    this.#place(inner, around);
    if (guard === undefined || timeOf(delays) === 0) return;
    const each = this.#measure.of(inner);
    const wait: Wait = { layer: 'sleep', operation: `the delays of ${guard.name}`, site: guard.site, on: undefined, attempts: ONCE(guard), perAttempt: delays, delays: { ...ONCE(guard), ms: 0 }, total: delays };
    this.#add(wait, { ...place, start: later(place.start, repeatedly(timeOf(times), each)), earliest: later(place.earliest, repeatedly(timeOf(times), each)) ?? place.earliest });
  }

  #add(wait: Wait, place: Place): void {
    this.#passed += 1;
    if (place.counts !== this.#counting) return;
    if (this.slices.length >= MAX_SLICES) {
      this.omitted += 1;
      return;
    }
    const { layer, operation, site, on } = wait;
    const delays = place.delays === undefined ? wait.delays : place.delays;
    const allOf = (time: Time): Time => sum(repeatedly(place.times, time), place.delays === undefined ? 0 : timeOf(place.delays));
    const whole = allOf(timeOf(wait.total));
    const left = place.ends === undefined ? undefined : Math.max(0, place.ends - place.earliest);
    const ended = place.each === undefined || place.times === 1 ? whole : allOf(shortest(timeOf(wait.total), place.each.ms));
    const cut = left !== undefined && (typeof ended !== 'number' || ended > left) ? left : ended;
    const slice: Slice = {
      step: place.step, middleware: place.middleware, ...(place.after ? { after: true } : {}), layer, operation, site, on, guards: place.guards,
      attempts: withTimes(wait.attempts, place.times), perAttempt: eachOf(wait, place), delays, total: totalOf(cut, wait, place, cut !== whole),
      startMs: place.start, earliestMs: place.earliest, counts: place.counts, branching: place.branching, trace: [...place.trace, { site, text: operation }],
    };
    this.slices.push(slice);
    this.#order.set(slice, this.#passed);
  }

  /** How many operations there are below, up to two. */
  #waitsIn(span: Span): number {
    if (span.is === 'wait') return 1;
    let known = this.#waits.get(span);
    if (known === undefined) {
      known = 0;
      for (const inner of innerSpans(span)) if (known < 2) known += this.#waitsIn(inner);
      this.#waits.set(span, known);
    }
    return known;
  }
}

function ONCE({ site }: Guard): Extract<Bound, { is: 'bounded' }> {
  return { is: 'bounded', ms: 1, from: { text: '', site, isDefault: true } };
}

function totalOf(time: Time, wait: Wait, { guards }: Place, isCut: boolean): Bound {
  const ending = isCut ? guards.find(({ bound }) => bound?.is === 'bounded') : undefined;
  if (ending?.bound?.is === 'bounded') return boundOfTime(time, { ...ending.bound.from, note: `${ending.name} ends it` });
  const from = wait.total.is === 'unknown' ? { text: '', site: wait.site, isDefault: true } : wait.total.from;
  return boundOfTime(time, from);
}

// A guard around one attempt of many is what bounds it.
function eachOf({ attempts, perAttempt }: Wait, { each, times }: Place): Bound {
  if (each === undefined || times === 1 || timeOf(attempts) !== 1) return perAttempt;
  return perAttempt.is === 'bounded' && perAttempt.ms <= each.ms ? perAttempt : each;
}

function withTimes(attempts: Bound, times: Time): Bound {
  const all = repeatedly(times, timeOf(attempts));
  return attempts.is === 'bounded' ? boundOfTime(all, attempts.from) : attempts;
}

function later(start: number | undefined, time: Time): number | undefined {
  return start === undefined || typeof time !== 'number' ? undefined : start + time;
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function worst(times: readonly Time[]): Time {
  const endless = times.find((time) => typeof time !== 'number' && time.is === 'unbounded') ?? times.find((time) => typeof time !== 'number');
  return endless ?? Math.max(...times.filter((time) => typeof time === 'number'));
}

function least(times: readonly Time[]): Time {
  const numbers = times.filter((time) => typeof time === 'number');
  return numbers.length === 0 ? (times[0] ?? 0) : Math.min(...numbers);
}
