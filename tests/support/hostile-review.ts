import type { Review } from '#linter/review/types.js';
import { reviewOf } from './review-result.js';

/** A name that runs, reorders, rings and tells a password wherever it is not escaped. */
export const HOSTILE = '<img src=x onerror="document.title=1"><script>alert(1)</script><svg onload=alert(2)>\u202e\u0007 {{x}} ${y} --> ]]> postgres://admin:hunter2@db';

/** A review of which every text of the analysed code is hostile. */
export function hostile(): Review {
  const kept = new Set(['is', 'id', 'anchor', 'concern', 'state', 'kind', 'from', 'to', 'severity', 'schemaVersion', 'madeAt', 'evidence', 'added', 'fingerprint', 'tool']);
  const spoil = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : `${value} ${HOSTILE}`;
    if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? spoil(item, key) : spoil(item, '')));
    if (typeof value !== 'object' || value === null) return value;
    // The id of an entry point is its name.
    const isEntryPoint = 'anchor' in value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === 'tool' ? inner : spoil(inner, isEntryPoint && name === 'id' ? 'name' : name)]));
  };
  return spoil(reviewOf(), '') as Review;
}
