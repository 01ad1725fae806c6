import { satisfied } from '#rules/types.js';
import type { Finding } from '#linter/types.js';
import type { Review } from '#linter/review/types.js';
import { reviewOf, reviewResult } from './review-result.js';
import { at } from './service-models.js';

/** A review of a service with many entry points: every fourth only computes, the others are like those of the small one. */
export function largeReview(count: number): Review {
  const names = Array.from({ length: count }, (_, index) => `GET /api/area-${index % 17}/things/:thingId/route-${index}`);
  const [path] = reviewResult.paths ?? [];
  const place = (index: number) => ({ file: `src/routes/${index % 40}.ts`, line: index + 1 });
  const computes = (_: string, index: number) => index % 4 === 0;
  const reached = names.filter((name, index) => index % 3 === 0 && !computes(name, index));
  const clear = names.map((name, index): Finding => ({
    ruleId: 'loop-rule', severity: 'error', verdict: { ...satisfied(at(`src/routes/${index % 40}.ts:${index + 1}`), `${name} reaches no call that is known to block`), entryPoints: [name] },
  }));
  return reviewOf({
    ...reviewResult, findings: [...reviewResult.findings.map((finding) => ({ ...finding, verdict: { ...finding.verdict, entryPoints: reached } })), ...clear],
    entryPoints: names.map((name, index) => ({ id: name, name, kind: 'http', ...place(index), middleware: ['auth', 'validate'] })),
    paths: path === undefined ? [] : names.flatMap((name, index) => (computes(name, index) ? [] : [{
      ...path, entryPoint: { ...path.entryPoint, id: name, name, site: { ...place(index), column: 1 } }, slices: path.slices.map((slice) => ({ ...slice, site: at(`src/calls/${index % 40}.ts:${index % 9}`) })),
    }])),
  });
}
