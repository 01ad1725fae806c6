import type { Review } from '#linter/review/types.js';
import { reviewOf, reviewResult } from './review-result.js';

/** A review of a service with many entry points, all like those of the small one. */
export function largeReview(count: number): Review {
  const names = Array.from({ length: count }, (_, index) => `GET /api/area-${index % 17}/things/:thingId/route-${index}`);
  const [path] = reviewResult.paths ?? [];
  const findings = reviewResult.findings.map((finding) => ({ ...finding, verdict: { ...finding.verdict, entryPoints: names.filter((_, index) => index % 3 === 0) } }));
  return reviewOf({
    ...reviewResult, findings,
    entryPoints: names.map((name, index) => ({ id: name, name, kind: 'http', file: `src/routes/${index % 40}.ts`, line: index + 1, middleware: ['auth', 'validate'] })),
    paths: path === undefined ? [] : names.map((name, index) => ({ ...path, entryPoint: { ...path.entryPoint, id: name, name, site: { file: `src/routes/${index % 40}.ts`, line: index + 1, column: 1 } } })),
  });
}
