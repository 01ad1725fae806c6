import type { Site } from '#model/site.js';
import type { Guard, Pool, RequestPath } from '#model/types.js';
import { boundText } from './support/bound-text.js';
import { entryPointNames } from './support/entry-point-names.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { limitRepair } from './support/limit-repair.js';
import { placeText } from './support/place-text.js';
import { reachedBy } from './support/reached-by.js';
import { defineRule, satisfied, unproven, violated, type Verdict, type Violated } from './types.js';

/** A request that waits for a pooled connection must stop waiting some time. */
export default defineRule({
  id: 'require-acquire-timeout',
  concern: 'pool',
  question: 'Does every wait for a pooled connection end?',
  consequence: 'When the pool runs dry, requests pile up in memory and clients see hangs instead of errors.',
  severity: 'error',
  recommended: true,

  *judge({ pools, paths }) {
    yield* oneVerdictAPlace(pools.flatMap((pool) => verdictsOf(pool, paths)));
  },
});

// A pool that no request waits for is none of our business.
function verdictsOf(pool: Pool, paths: readonly RequestPath[]): Verdict[] {
  const { site, name, acquireWait: wait, option, see, acquiredBy, endedBy, endedFor = [] } = pool;
  const waiting = [...acquiredBy.map(({ entryPoint }) => entryPoint), ...endedFor];
  const [shortest] = acquiredBy;
  if (shortest === undefined && endedBy === undefined) return [];
  if (wait.is === 'bounded') return [reachedBy(satisfied(site, `the wait for a connection from the ${name} ends after ${boundText(wait)}`), waiting)];
  if (shortest === undefined) return endedBy === undefined ? [] : [reachedBy(endedByTimer(site, name, endedBy), waiting)];
  if (wait.is === 'unknown') return [reachedBy(unproven(site, `how long a request waits for a connection from this ${name} is unknown: ${wait.because}`), waiting)];
  return [
    violated(site, {
      message: `${shortest.entryPoint.name} can wait forever for a connection from this ${name} (${wait.from.text})`,
      remedy: remedyFor(name, option, see),
      trace: shortest.trace,
      entryPoints: entryPointNames(acquiredBy),
      ...repairOf(pool, paths),
    }),
  ];
}

function endedByTimer(site: Site, name: string, { name: timer, site: at, bound }: Guard): Verdict {
  if (bound?.is !== 'bounded') return unproven(site, `requests may stop waiting for a connection from this ${name} by ${timer} at ${placeText(at)}, whose time is unknown`);
  return satisfied(site, `requests stop waiting for a connection from the ${name} by ${timer} at ${placeText(at)}, though the wait goes on`);
}

function remedyFor(name: string, option: string, see: string): string {
  // What was measured stands behind the place where it is written.
  const source = see.split(/;|: /)[0] ?? '';
  const known = source === '' ? '' : ` (known from ${source})`;
  if (option === '') return `Put a timeout around each wait for a connection from this ${name}, below the request's budget${known}`;
  return `Set ${option} to less than the request's budget${known}`;
}

function repairOf({ site, option, setAt, acquiredBy }: Pool, paths: readonly RequestPath[]): Pick<Violated, 'repairs'> {
  return setAt === undefined ? {} : { repairs: [limitRepair({ site, name: option, place: setAt }, entryPointNames(acquiredBy), paths)] };
}
