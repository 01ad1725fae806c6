import type { LintResult } from '#linter/types.js';
import type { Bound, RequestPath } from '#model/types.js';
import type { Expectation } from './expectations.js';
import type { Difference } from './scenarios.js';

/** Compares the slices and the worst case of entry points, to the millisecond, with what a scenario says: `worst case: POST /payments | 500 + 1200 = 1700 ms`. */
export function compareWorstCases({ paths = [] }: LintResult, expectations: readonly Expectation[]): Difference[] {
  return expectations.filter(({ kind }) => kind === 'worst case').flatMap(({ subject, remark, file, line }): Difference[] => {
    const place = `${file}:${line}`;
    const found = paths.filter(({ entryPoint: { name, site } }) => name === subject && site.file === file && site.line === line).map(wordsOf);
    return found.includes(remark) ? [] : [{ is: 'missing', place, text: `the worst case of ${subject} is not ${remark} but ${found.join(', ') || 'not there'}` }];
  });
}

/** The slices that count, in order, and their sum. */
function wordsOf({ slices, worstCase }: RequestPath): string {
  if (worstCase.is !== 'bounded') return worstCase.is;
  const parts = slices.filter(({ counts, total }) => counts && msOf(total) !== '0').map(({ total }) => msOf(total));
  return parts.length < 2 ? `${worstCase.ms} ms` : `${parts.join(' + ')} = ${worstCase.ms} ms`;
}

function msOf(bound: Bound): string {
  return bound.is === 'bounded' ? String(bound.ms) : bound.is;
}
