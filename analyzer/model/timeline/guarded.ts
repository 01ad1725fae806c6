import type { Site } from '../site.js';
import type { Bound, Guard } from '../types.js';
import { around, sequenceOf } from './spans.js';
import type { Span } from './spans.js';

/** A span under guards, outermost first. */
export function guarded(guards: readonly { readonly guard: Guard }[], inner: Span): Span {
  return guards.reduceRight((span, { guard }) => under(guard, span), inner);
}

/** A span that a guard ends, or that only runs under it. */
export function limited(guard: Guard, inner: Span): Span {
  return around(inner, (span) => ({ is: 'limited', guard, inner: span }));
}

/** A span that runs nobody knows how often. */
export function unknownTimes(inner: Span, site: Site, because: string): Span {
  return around(inner, (span) => ({ is: 'repeated', guard: undefined, times: { is: 'unknown', because }, delays: nothing(site), site, inner: span }));
}

function under(guard: Guard, inner: Span): Span {
  switch (guard.is) {
    case 'retry': {
      if (guard.onceMore === true) return inner;
      const times: Bound = guard.attempts ?? { is: 'unknown', because: `how often ${guard.name} tries is not known` };
      return around(inner, (span) => ({ is: 'repeated', guard, times, delays: guard.delays ?? nothing(guard.site), site: guard.site, inner: span }));
    }
    case 'bulkhead': return around(inner, (span) => limited({ is: guard.is, name: guard.name, site: guard.site }, sequenceOf([queue(guard), span])));
    case 'fallback': return inner;
    default: return limited(guard, inner);
  }
}

// Who stands in its queue waits for those in front.
function queue(guard: Guard): Span {
  const bound: Bound = guard.bound ?? { is: 'unknown', because: `how long a call waits in the queue of ${guard.name} is not known` };
  const { site, name } = guard;
  const once: Bound = { is: 'bounded', ms: 1, from: { text: '', site, isDefault: true } };
  return { is: 'wait', wait: { layer: 'queue', operation: name, site, on: undefined, attempts: once, perAttempt: bound, delays: nothing(site), total: bound } };
}

function nothing(site: Site): Bound {
  return { is: 'bounded', ms: 0, from: { text: '', site, isDefault: true } };
}
