import type { Bound, Nesting } from '#model/types.js';
import { boundText } from './support/bound-text.js';
import { durationText } from './support/duration-text.js';
import { byPlace, oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { reachedBy } from './support/reached-by.js';
import { sumVerdicts } from './support/sum-verdicts.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** An inner timeout that does not end before the limits around it never gets to act. */
export default defineRule({
  id: 'nested-timeouts',
  concern: 'timeouts',
  question: 'Does every inner timeout end before the timeouts and budgets around it, and do all steps of a request together keep its budget?',
  consequence: 'The outer limit gives up first: the caller gets a timeout while the inner call goes on, holds its connection and may still take effect.',
  severity: 'error',
  recommended: true,

  *judge({ nestings, paths, marginMs }) {
    for (const here of byPlace(nestings)) {
      const outers = here.flatMap(({ outer }) => limitsOf(outer)).sort((a, b) => a.bound.ms - b.bound.ms);
      yield* oneVerdictAPlace(here.flatMap((nesting) => verdictsOf(nesting, outers[0])));
    }
    yield* sumVerdicts(paths, marginMs);
  },
});

interface Limit {
  readonly name: string;
  readonly bound: Extract<Bound, { is: 'bounded' }>;
}

function limitsOf({ name, bound }: Nesting['inner']): Limit[] {
  return bound.is === 'bounded' ? [{ name, bound }] : [];
}

// An inner bound that does not exist is no nesting; an outer one that does not exist bounds nothing.
function verdictsOf(nesting: Nesting, tightest: Limit | undefined): Verdict[] {
  const { site, inner, outer } = nesting;
  if (inner.bound.is === 'unbounded' || outer.bound.is === 'unbounded') return [];
  const entryPoints = nesting.entryPoints ?? [nesting.reach.entryPoint];
  if (inner.bound.is === 'unknown') return [reachedBy(unproven(site, `the limit of ${inner.name} is unknown: ${inner.bound.because}`), entryPoints)];
  if (outer.bound.is === 'unknown') return [reachedBy(unproven(site, `the limit of ${outer.name} around ${inner.name} is unknown: ${outer.bound.because}`), entryPoints)];
  const within = { name: inner.name, bound: inner.bound };
  const around = { name: outer.name, bound: outer.bound };
  if (within.bound.ms < around.bound.ms || (within.bound.from.left === true && within.bound.ms === around.bound.ms))
    return [reachedBy(satisfied(site, `${within.name} ends after ${boundText(within.bound)}, before ${around.name} at ${boundText(around.bound)}`, [stepOf(around)]), entryPoints)];
  return [reachedBy(violation(nesting, within, around, tightest ?? around), entryPoints)];
}

function violation({ site, reach }: Nesting, inner: Limit, outer: Limit, tightest: Limit): Verdict {
  const innerMs = inner.bound.ms;
  const outerMs = outer.bound.ms;
  const when = innerMs === outerMs ? 'at the same moment as' : 'not before';
  const source = inner.bound.from.isDefault ? ` (${inner.bound.from.text})` : '';
  const until = innerMs === outerMs ? '' : `, which ends after ${durationText(outerMs)}`;
  return violated(site, {
    message: `On ${reach.entryPoint.name}, ${inner.name} ends after ${durationText(innerMs)}${source}, ${when} ${outer.name} around it${until}`,
    remedy: `Set ${inner.bound.from.isDefault ? `a timeout for ${inner.name}` : inner.bound.from.text} below ${tightest.bound.ms} ms, the limit of ${tightest.name}, or raise that limit`,
    trace: reach.trace,
    related: [stepOf(outer)],
    budgetMs: outerMs,
    worstCaseMs: innerMs,
  });
}

function stepOf({ name, bound }: Limit) {
  return { site: bound.from.site, text: `${name} ends after ${durationText(bound.ms)}` };
}
