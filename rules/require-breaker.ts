import type { OutboundCall } from '#model/types.js';
import { entryPointNames } from './support/entry-point-names.js';
import { listText } from './support/list-text.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { reachedBy } from './support/reached-by.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A partner that is down must not take the requests down that call it. */
export default defineRule({
  id: 'require-breaker',
  concern: 'breaker',
  question: 'Does every way to this outbound call pass a circuit breaker?',
  consequence: 'While the partner is down, whatever calls it still waits for it, up to its timeout or for ever without one. Under load that fills memory and connections, and then routes that do not need the partner fail too.',
  severity: 'warn',
  recommended: true,

  *judge({ outboundCalls }) {
    yield* oneVerdictAPlace(outboundCalls.flatMap(verdictsOf));
  },
});

const LEFT_BEHIND = 'While the partner is down, nobody waits for this, but each call keeps its memory and its connection, up to its timeout or for ever without one.';

function verdictsOf(call: OutboundCall): Verdict[] {
  const { site, name, guarded, unguarded, uncertain } = call;
  if (unguarded.length > 0) return [violation(call)];
  if (uncertain.length > 0) {
    const verdict = unproven(site, `${name} may be behind a circuit breaker: ${listText(uncertain.map(({ because }) => because))}`);
    return [reachedBy(verdict, uncertain.map(({ reach }) => reach.entryPoint))];
  }
  if (guarded.length === 0) return [];
  const breakers = guarded.map(({ breaker }) => `${breaker.name} at ${placeText(breaker.site)}`);
  return [reachedBy(satisfied(site, `${name} is reached only through ${listText(breakers)}`, stepsTo(call)), guarded.map(({ reach }) => reach.entryPoint))];
}

function violation(call: OutboundCall): Verdict {
  const { site, name, partner, unguarded, guarded, awaited } = call;
  const [shortest] = unguarded;
  const [other] = guarded;
  const whom = partner === '' || name.includes(partner) ? name : `${name} to ${partner}`;
  const beside = other === undefined ? '' : `, while ${other.reach.entryPoint.name} goes through ${other.breaker.name}`;
  return violated(site, {
    message: `${shortest?.entryPoint.name} reaches ${whom} without passing a circuit breaker${beside}`,
    remedy: other === undefined ? `Call ${name} through a circuit breaker` : `Call ${name} through ${other.breaker.name} at ${placeText(other.breaker.site)} here as well`,
    trace: shortest?.trace ?? [],
    entryPoints: entryPointNames(unguarded),
    ...(guarded.length === 0 ? {} : { holdsFor: entryPointNames(guarded.map(({ reach }) => reach)).filter((one) => !unguarded.some(({ entryPoint }) => entryPoint.id === one)) }),
    related: stepsTo(call),
    group: partner === '' ? name : partner,
    ...(awaited ? {} : { holdsItself: true, consequence: LEFT_BEHIND }),
  });
}

function stepsTo({ guarded }: OutboundCall) {
  const steps = guarded.map(({ reach, breaker }) => ({ site: breaker.site, text: `${breaker.name} guards it on ${reach.entryPoint.name}` }));
  return [...new Map(steps.map((step) => [step.text + placeText(step.site), step])).values()];
}
