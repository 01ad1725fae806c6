import { innerSpans, isOpen } from './spans.js';
import type { Deadline, Span, Wait } from './spans.js';
import { longest, repeatedly, shortest, sum, timeOf } from './time.js';
import type { Time } from './time.js';

/** Computes how long spans take at most: sequences add up, the longest of what runs at once counts, a guard ends what it is around. */
export class Measure {
  readonly #each: (wait: Wait) => Time;
  readonly #open: (span: Span) => boolean;
  readonly #fails: (span: Span) => boolean;
  readonly #known = new WeakMap<Span, Time>();
  readonly #without = new Map<object, Measure>();

  /** `open`: which spans may take longer than is told; none where only some operations are looked at. `fails`: which take no time and are tried again. */
  constructor(each: (wait: Wait) => Time = ({ total }) => timeOf(total), open: (span: Span) => boolean = isOpen, fails: (span: Span) => boolean = () => false) {
    this.#each = each;
    this.#open = open;
    this.#fails = fails;
  }

  of(span: Span): Time {
    let time = this.#known.get(span);
    if (time === undefined) this.#known.set(span, (time = this.#measured(span)));
    return time;
  }

  #measured(span: Span): Time {
    switch (span.is) {
      case 'wait': return this.#each(span.wait);
      case 'sequence': return span.of.reduce<Time>((before, inner) => sum(before, this.of(inner)), 0);
      case 'parallel': return this.#parallel(span);
      case 'choice': return span.arms.reduce<Time>((before, arm) => longest(before, this.of(arm)), 0);
      case 'limited': return this.#limited(span);
      case 'repeated': return this.#repeated(span);
      case 'shared': return this.#shared(span);
      case 'unproven': case 'rest': return 0;
      default: return innerSpans(span).reduce<Time>((before, inner) => sum(before, this.of(inner)), 0);
    }
  }

  // A race is over with the first arm of which an end is known.
  #parallel({ how, arms }: Extract<Span, { is: 'parallel' }>): Time {
    if (how === 'all') return arms.map((arm) => this.of(arm)).reduce(longest);
    const ending = arms.filter((arm) => !this.#open(arm));
    return (ending.length > 0 ? ending : arms).map((arm) => this.of(arm)).reduce(shortest);
  }

  // For who waits it ends, whatever goes on inside.
  #limited({ guard, inner }: Extract<Span, { is: 'limited' }>): Time {
    const within = this.of(inner);
    if (guard.bound === undefined || guard.bound.is === 'unbounded') return within;
    if (guard.bound.is === 'bounded' && this.#open(inner)) return guard.bound.ms;
    return within === 0 ? within : shortest(timeOf(guard.bound), within);
  }

  #repeated({ guard, times, delays, inner }: Extract<Span, { is: 'repeated' }>): Time {
    const each = this.of(inner);
    if (each === 0 && !this.#fails(inner)) return 0;
    const all = sum(repeatedly(timeOf(times), each), timeOf(delays));
    // No new attempt after its time; the last one goes on.
    return guard?.bound?.is === 'bounded' ? shortest(all, sum(guard.bound.ms, each)) : all;
  }

  // Operations with one deadline take no longer than it together; what else there is comes on top.
  #shared({ signal, inner }: Extract<Span, { is: 'shared' }>): Time {
    const whole = this.of(inner);
    const limits = deadlinesIn(inner, signal);
    if (limits.length === 0 || whole === 0) return whole;
    let rest = this.#without.get(signal);
    if (rest === undefined) {
      rest = new Measure((wait) => (wait.signal?.made === signal ? 0 : this.#each(wait)), this.#open, (span) => deadlinesIn(span, signal).length > 0);
      this.#without.set(signal, rest);
    }
    return shortest(whole, sum(rest.of(inner), Math.max(...limits.map(({ bound }) => bound.ms))));
  }
}

/** The deadlines of the operations below a span that one signal ends, by the call that made it. */
export function deadlinesIn(span: Span, made: object): readonly Deadline[] {
  const found: Deadline[] = [];
  collect(span, ({ signal }) => {
    if (signal?.made === made) found.push(signal);
  });
  return found;
}

/** Calls `visit` with every operation below a span, each once. */
export function collect(span: Span, visit: (wait: Wait) => void): void {
  const seen = new Set<Span>();
  const stack = [span];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.is === 'wait') visit(next.wait);
    stack.push(...innerSpans(next));
  }
}
