import { siteKey } from '#model/site.js';
import type { Guard, RequestPath } from '#model/types.js';

/** The timeout around everything that a request is seen to wait for, which ends it like a budget: a timer that the whole handler races. */
export function wholeTimeout({ slices }: RequestPath): Guard | undefined {
  const around = slices.map(({ guards }) => guards.findLast(({ is, bound }) => is === 'timeout' && bound?.is === 'bounded'));
  const [first] = around;
  return first !== undefined && around.every((guard) => guard !== undefined && siteKey(guard.site) === siteKey(first.site)) ? first : undefined;
}

/** Is everything that it may wait for in sight? */
export function isSeenWhole({ omitted, unproven }: RequestPath): boolean {
  return omitted === 0 && unproven.length === 0;
}
