import type { Site, TraceStep } from '../site.js';
import type { Bound, Guard, Layer } from '../types.js';

/** One operation that a request waits for. */
export interface Wait {
  readonly layer: Layer;
  readonly operation: string;
  readonly site: Site;
  readonly on: { readonly name: string; readonly site: Site | undefined } | undefined;
  readonly attempts: Bound;
  readonly perAttempt: Bound;
  readonly delays: Bound;
  /** All attempts and delays together. */
  readonly total: Bound;
  /** What several operations share as their deadline. */
  readonly signal?: Deadline | undefined;
}

/** A signal that ends operations: the call that made it, and when it does. */
export interface Deadline {
  readonly made: object;
  readonly bound: Extract<Bound, { is: 'bounded' }>;
}

/** A pool with one connection taken. */
export interface Held {
  readonly name: string;
  readonly site: Site;
  readonly size: Bound;
}

/** What happens in time, as it is written: shared between the requests that get there. */
export type Span =
  | { readonly is: 'wait'; readonly wait: Wait }
  | { readonly is: 'sequence'; readonly of: readonly Span[] }
  /** `race`: the first arm to end ends it. */
  | { readonly is: 'parallel'; readonly how: 'all' | 'race'; readonly arms: readonly Span[] }
  | { readonly is: 'choice'; readonly arms: readonly Span[] }
  | { readonly is: 'called'; readonly link: TraceStep; readonly inner: Span }
  /** What one function of the request does. */
  | { readonly is: 'step'; readonly name: string; readonly middleware: boolean; readonly after?: true; readonly link: TraceStep; readonly inner: Span }
  /** A guard around it; one without a bound only says so. */
  | { readonly is: 'limited'; readonly guard: Guard; readonly inner: Span }
  | { readonly is: 'repeated'; readonly guard: Guard | undefined; readonly times: Bound; readonly delays: Bound; readonly site: Site; readonly inner: Span }
  /** From here on a deadline runs that the operations with this signal share. */
  | { readonly is: 'shared'; readonly signal: object; readonly inner: Span }
  | { readonly is: 'held'; readonly pool: Held; readonly inner: Span }
  /** Something that may take longer than can be told. */
  | { readonly is: 'unproven'; readonly site: Site; readonly because: string }
  /** What comes after a middleware, run by it. */
  | { readonly is: 'rest' };

/** Nothing that takes time. */
export const EMPTY: Span = { is: 'sequence', of: [] };

/** Is there nothing in it? */
export function isEmpty(span: Span): boolean {
  return span === EMPTY;
}

/** One after the other. */
export function sequenceOf(spans: readonly Span[]): Span {
  const useful = spans.flatMap((span) => (span.is === 'sequence' ? span.of : [span]));
  const [only] = useful;
  if (only === undefined) return EMPTY;
  return useful.length === 1 ? only : { is: 'sequence', of: useful };
}

/** All at once. */
export function parallelOf(how: 'all' | 'race', spans: readonly Span[]): Span {
  const arms = spans.filter((span) => !isEmpty(span));
  const [only] = arms;
  if (only === undefined) return EMPTY;
  return arms.length === 1 ? only : { is: 'parallel', how, arms };
}

/** The same with its inner span, empty where that is. */
export function around(inner: Span, make: (inner: Span) => Span): Span {
  return isEmpty(inner) ? EMPTY : make(inner);
}

/** The spans directly inside one. */
export function innerSpans(span: Span): readonly Span[] {
  switch (span.is) {
    case 'sequence': return span.of;
    case 'parallel': case 'choice': return span.arms;
    case 'called': case 'step': case 'limited': case 'repeated': case 'shared': case 'held': return [span.inner];
    default: return [];
  }
}

const OPEN = new WeakMap<Span, boolean>();

/** May it take longer than can be told: by something in it whose end is not known, and that nothing around it there ends? */
export function isOpen(span: Span): boolean {
  let open = OPEN.get(span);
  if (open === undefined) OPEN.set(span, (open = readOpen(span)));
  return open;
}

function readOpen(span: Span): boolean {
  switch (span.is) {
    case 'unproven': return true;
    case 'wait': return span.wait.total.is !== 'bounded';
    case 'limited': return span.guard.bound?.is !== 'bounded' && isOpen(span.inner);
    case 'repeated': return ((span.times.is === 'unknown' || span.delays.is === 'unknown') && span.guard?.bound?.is !== 'bounded') || isOpen(span.inner);
    case 'parallel': return span.how === 'race' ? span.arms.every(isOpen) : span.arms.some(isOpen);
    default: return innerSpans(span).some(isOpen);
  }
}
