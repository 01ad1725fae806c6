import type { Breaker } from '#model/types.js';
import { boundText } from './support/bound-text.js';
import { entryPointNames } from './support/entry-point-names.js';
import { listText } from './support/list-text.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A breaker that does not remember the last failures, or never learns of one, never opens. */
export default defineRule({
  id: 'no-breaker-per-request',
  concern: 'breaker',
  question: 'Does every circuit breaker outlive a request, and does it see calls that hang?',
  consequence: 'The breaker counts to one and forgets, or waits with the call that hangs: it never opens, and each request goes on hitting the partner that is down.',
  severity: 'error',
  recommended: false,

  *judge({ breakers }) {
    yield* oneVerdictAPlace(breakers.flatMap(verdictsOf));
  },
});

function verdictsOf({ site, name, madeBy, kept, guards }: Breaker): Verdict[] {
  const [maker] = madeBy;
  if (maker !== undefined) {
    return [
      violated(site, {
        message: `${maker.entryPoint.name} makes a new ${name} for each request, which forgets every failure with it`,
        remedy: 'Make the breaker once, at the top of the module or in the constructor of what lives as long as the process; one for each key belongs into a map that is kept',
        trace: maker.trace, entryPoints: entryPointNames(madeBy),
      }),
    ];
  }
  const blind = guards.find(({ ends }) => ends.is === 'unbounded');
  if (blind !== undefined) {
    return [
      violated(site, {
        message: `${name} does not see it when ${blind.name} hangs: neither the breaker nor the call has a timeout`,
        remedy: `Give the breaker a timeout, or ${blind.name} one of its own`,
        trace: blind.reach.trace, entryPoints: [blind.reach.entryPoint.id],
      }),
    ];
  }
  const vague = guards.flatMap(({ name: call, ends }) => (ends.is === 'unknown' ? [`what ends ${call} under ${name} is unknown: ${ends.because}`] : []));
  if (vague.length > 0) return [unproven(site, listText(vague.slice(0, 3)))];
  if (guards.length === 0 && kept === undefined) return [];
  const seen = guards.flatMap(({ name: call, ends }) => (ends.is === 'bounded' ? [`${call} after ${boundText(ends)}`] : []));
  const lives = kept === undefined ? 'outlives the requests' : `outlives the requests: ${kept}`;
  return [satisfied(site, seen.length === 0 ? `${name} ${lives}` : `${name} ${lives}, and it sees the end of ${listText(seen.slice(0, 3))}`)];
}
