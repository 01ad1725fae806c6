import type { HeldCall } from '#model/types.js';
import { entryPointNames } from './support/entry-point-names.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { defineRule, violated, type Verdict } from './types.js';

/** A connection must not be held while something else takes its time. */
export default defineRule({
  id: 'no-outbound-while-holding',
  concern: 'pool',
  question: 'Is every pooled connection given back before the request waits for something else?',
  consequence: 'A slow partner holds the connections of the pool, and routes that do not need the partner wait for one until they fail.',
  severity: 'error',
  recommended: false,

  *judge({ heldCalls }) {
    yield* oneVerdictAPlace(heldCalls.map(verdictOf));
  },
});

function verdictOf(call: HeldCall): Verdict {
  const { site, holds, acquire, reachedBy } = call;
  return violated(site, {
    message: `${reachedBy[0]?.entryPoint.name} ${whatOf(call)} while it holds the ${holds} taken at ${placeText(acquire)}`,
    remedy: remedyFor(call),
    trace: reachedBy[0]?.trace ?? [],
    entryPoints: entryPointNames(reachedBy),
    related: [{ site: acquire, text: `the ${holds} is taken here` }],
  });
}

function whatOf({ is, name, samePool }: HeldCall): string {
  if (is === 'sleep') return `sleeps in ${name}`;
  if (is === 'outbound') return `waits for ${name}`;
  if (samePool === true) return `waits in ${name} for a second connection of the same pool`;
  return `waits in ${name} for another connection`;
}

function remedyFor({ is, name, samePool, holds }: HeldCall): string {
  if (is === 'sleep') return `Give the ${holds} back first, and wait without it`;
  if (is === 'outbound') return `Call ${name} before the ${holds} is taken or after it is given back; where both must happen, write an outbox row in the transaction`;
  return samePool === true ? `Run ${name} on the ${holds} that is held: as many requests at once as the pool has connections wait for each other for ever` : `Take both one after the other, or run ${name} on the ${holds} that is held`;
}
