import type { LintResult } from '#linter/types.js';
import type { Expectation } from './expectations.js';
import type { Difference } from './scenarios.js';

/** Compares what turns requests away, and in front of whom, with what is written: `limits: rate-limit | GET /, POST /orders`. */
export function compareLimits(result: LintResult, expectations: readonly Expectation[]): Difference[] {
  const names = new Map(result.entryPoints.map(({ id, name }) => [id, name]));
  const found = (result.admissions ?? []).map(({ is, site, reachedBy }) => ({ place: `${site.file}:${site.line}`, text: textOf(is, reachedBy.map((id) => names.get(id) ?? id)) }));
  const wanted = expectations.filter(({ kind }) => kind === 'limits').map(({ file, line, subject, remark }) => ({ place: `${file}:${line}`, text: textOf(subject, remark.split(', ')) }));
  const lacks = (list: typeof found, one: (typeof found)[number]) => !list.some(({ place, text }) => place === one.place && text === one.text);
  return [
    ...wanted.filter((one) => lacks(found, one)).map((one): Difference => ({ is: 'missing', ...one })),
    ...found.filter((one) => lacks(wanted, one)).map((one): Difference => ({ is: 'unexpected', ...one })),
  ];
}

function textOf(is: string, names: readonly string[]): string {
  return `${is} of ${[...new Set(names)].sort().join(', ')}`;
}
