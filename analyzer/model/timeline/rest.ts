import { EMPTY, innerSpans, isEmpty, sequenceOf } from './spans.js';
import type { Span } from './spans.js';

/** Puts what comes after a middleware where the middleware runs it; behind it where nothing does. A time limit around the rest is its budget, and ends nothing here. */
export function withRest(span: Span, rest: Span): Span {
  return holdsRest(span) ? put(span, rest) : sequenceOf([span, rest]);
}

function holdsRest(span: Span): boolean {
  const seen = new Set<Span>();
  const stack = [span];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.is === 'rest') return true;
    stack.push(...innerSpans(next));
  }
  return false;
}

function put(span: Span, rest: Span): Span {
  if (span.is === 'rest') return rest;
  if (!holdsRest(span)) return span;
  switch (span.is) {
    case 'sequence': return sequenceOf(span.of.map((inner) => put(inner, rest)));
    case 'parallel': case 'choice': {
      const arms = span.arms.map((arm) => put(arm, rest)).filter((arm) => !isEmpty(arm));
      return arms.length === 0 ? EMPTY : { ...span, arms };
    }
    case 'limited': return span.guard.is === 'timeout' ? put(span.inner, rest) : { ...span, inner: put(span.inner, rest) };
    case 'called': case 'step': case 'repeated': case 'shared': case 'held': return { ...span, inner: put(span.inner, rest) };
    default: return span;
  }
}
