import type { Site } from '#model/site.js';
import type { Drain, EntryPoint, KeepAlive, RequestPath } from '#model/types.js';
import { durationText } from './support/duration-text.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A shutdown must wait longer than its requests take, and end before the platform ends it. */
export default defineRule({
  id: 'drain-deadline',
  concern: 'shutdown',
  question: 'Is the drain deadline longer than the longest budget and shorter than the grace period, and keep-alive longer than the balancer waits?',
  consequence: 'Each deployment cuts requests that were within their time, or the platform kills the process before it has closed what it uses.',
  severity: 'error',
  recommended: false,

  *judge(model) {
    const { drains, keepAlives } = model;
    yield* oneVerdictAPlace([...drains.map((drain) => drainVerdict(drain, longestOf(drain, model.paths))), ...keepAlives.map(keepAliveVerdict)]);
  },
});

interface Longest {
  readonly entryPoint: EntryPoint;
  readonly ms: number;
  readonly site: Site;
}

/** The longest budget among those that the process answers. */
function longestOf({ entryPoints }: Drain, paths: readonly RequestPath[]): Longest | undefined {
  const ids = new Set(entryPoints.map(({ id }) => id));
  const found = paths.flatMap(({ entryPoint, budget }): Longest[] => (budget?.bound.is === 'bounded' && ids.has(entryPoint.id) ? [{ entryPoint, ms: budget.bound.ms, site: budget.bound.from.site }] : []));
  return found.reduce<Longest | undefined>((a, b) => (a !== undefined && a.ms >= b.ms ? a : b), undefined);
}

function drainVerdict({ site, what, deadline, after, grace }: Drain, longest: Longest | undefined): Verdict {
  if (deadline.is !== 'bounded') return unproven(site, `how long ${what} lets the drain take is unknown${deadline.is === 'unknown' ? `: ${deadline.because}` : ''}`);
  const name = `The drain deadline of ${durationText(deadline.ms)} (${deadline.from.text})`;
  if (after.length === 0 && longest !== undefined && longest.ms >= deadline.ms) {
    return violated(site, {
      message: `${name} is not longer than the budget of ${longest.entryPoint.name}, ${durationText(longest.ms)}`,
      remedy: `Let the drain take longer than ${durationText(longest.ms)}${grace.is === 'known' ? ` and less than ${durationText(grace.ms)}` : ''}, or give requests less time`,
      trace: [], related: [{ site: longest.site, text: `the budget of ${longest.entryPoint.name}` }], entryPoints: [longest.entryPoint.id],
    });
  }
  const late = `how long the drain takes is unknown: ${what} of ${durationText(deadline.ms)} begins only when ${after.join(', ')} ${after.length === 1 ? 'has' : 'have'} closed`;
  if (grace.is === 'unknown') return unproven(site, after.length > 0 ? late : `whether the drain deadline of ${durationText(deadline.ms)} is shorter than the grace period is unknown: ${grace.because}`);
  if (deadline.ms >= grace.ms) {
    const hook = grace.preStopMs === 0 ? '' : ` after a preStop hook of ${durationText(grace.preStopMs)}`;
    return violated(site, {
      message: `${name} is not shorter than the grace period of ${durationText(grace.ms)}${hook} (${grace.text})`,
      remedy: `End the drain before ${durationText(grace.ms)}, or raise the grace period above ${durationText(deadline.ms + grace.preStopMs)}`,
      trace: [], related: grace.site === undefined ? [] : [{ site: grace.site, text: 'the grace period' }],
    });
  }
  if (after.length > 0) return unproven(site, late);
  const outlasts = longest === undefined ? '' : `the longest budget of ${durationText(longest.ms)} < `;
  return satisfied(site, `${outlasts}${durationText(deadline.ms)} < the grace period of ${durationText(grace.ms)} (${grace.text}${grace.site === undefined ? '' : `, ${placeText(grace.site)}`})`);
}

function keepAliveVerdict({ site, what, value, idleMs, idle }: KeepAlive): Verdict {
  if (value.is === 'unknown') return unproven(site, `how long the ${what} keeps idle connections is unknown: ${value.because}`);
  if (value.is === 'unbounded' || value.ms > idleMs) return satisfied(site, `the ${what} keeps idle connections longer than the balancer's ${durationText(idleMs)} (${placeText(idle.site)})`);
  return violated(site, {
    message: `The ${what} closes idle connections after ${durationText(value.ms)} (${value.from.text}), before the balancer does after ${durationText(idleMs)}`,
    remedy: `Set keepAliveTimeout above ${durationText(idleMs)}`, trace: [], related: [idle], severity: 'warn',
  });
}
