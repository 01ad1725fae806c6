import type { Repeated, Retry } from '#model/types.js';
import { entryPointNames } from './support/entry-point-names.js';
import { listText } from './support/list-text.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** Retries help against a blip; against a partner that is down they are the load that keeps it down. */
export default defineRule({
  id: 'no-retry-storm',
  concern: 'retries',
  question: 'Do retries end, wait longer each time with some chance, and not multiply?',
  consequence: 'When a partner slows down, every request hits it several times at once and in step; the retries become the load that keeps it from coming back.',
  severity: 'error',
  recommended: false,

  *judge({ retries }) {
    yield* oneVerdictAPlace(retries.map(verdictOf));
  },
});

function verdictOf(retry: Retry): Verdict {
  const { site, name, repeats, redelivered, backoff, byDefault } = retry;
  if (retry.requeues === true) return violation(retry, [`${name} gives every message that fails back to the queue, and nothing counts how often`], 'Count the deliveries and reject without requeueing, or use a dead-letter queue with a limit');
  if (retry.only === 'conflicts') return satisfied(site, `${name} goes around only when what it writes is there already, not when something fails`);
  const lacks = [...multiplied(retry), ...(byDefault ? [] : lackingIn(retry))];
  if (lacks.length > 0) return violation(retry, lacks, remedyFor(retry), repeats.length > 0 || redelivered === 'yes' || isEndless(retry) ? 'error' : 'warn');
  if (redelivered === 'unknown') return unproven(site, `whether the message of ${retry.reach.entryPoint.name} is delivered again after ${name} gave up is unknown`);
  if (!byDefault && backoff.waits === 'unknown') return unproven(site, backoff.because ?? `how ${name} waits between its attempts is unknown`);
  if (!byDefault && backoff.jitter === 'unknown') return unproven(site, `whether ${name} spreads its waits is unknown`);
  return satisfied(site, byDefault ? `${name} ends after ${countText(retry)} and nothing repeats it` : `${name} ends after ${countText(retry)} and waits longer each time, with jitter`);
}

function multiplied({ repeats, redelivered, reach, attempts }: Retry): string[] {
  const inner = listText(repeats.map(({ name, attempts: times }) => `${name}${timesText(times)}`));
  const found = repeats.length === 0 ? [] : [`each of its ${timesText(attempts).trim() || 'attempts'} runs ${inner} inside${product({ attempts }, repeats)}`];
  return redelivered === 'yes' ? [...found, `${reach.entryPoint.name} is delivered again when it gives up`] : found;
}

function product({ attempts }: Pick<Retry, 'attempts'>, repeats: readonly Repeated[]): string {
  const all = [attempts, ...repeats.map((inner) => inner.attempts)];
  const counts = all.flatMap((one) => (one.is === 'bounded' ? [one.ms] : []));
  return counts.length === all.length ? `: up to ${counts.reduce((a, b) => a * b, 1)} attempts` : '';
}

function lackingIn(retry: Retry): string[] {
  const { waits, jitter } = retry.backoff;
  // A single retry has one wait, and nothing to grow.
  const isOnce = retry.attempts.is === 'bounded' && retry.attempts.ms <= 2;
  const wait = isOnce && waits === 'constant' && jitter === 'yes' ? [] : waits === 'no' ? ['it does not wait between its attempts'] : waits === 'constant' ? [jitter === 'yes' ? 'its waits do not grow' : 'it waits the same time before each attempt'] : [];
  return [...(isEndless(retry) ? [retry.endedBy === undefined ? 'nothing ends it' : `nothing but ${retry.endedBy} ends it`] : []), ...wait, ...(wait.length === 0 && waits === 'growing' && jitter === 'no' ? ['all callers wait the same times, without jitter'] : [])];
}

function isEndless({ attempts, within }: Retry): boolean {
  return attempts.is === 'unbounded' && within?.is !== 'bounded' && within?.is !== 'unknown';
}

function violation(retry: Retry, lacks: readonly string[], remedy: string, severity?: 'error' | 'warn') {
  const { site, name, repeats, reach } = retry;
  return violated(site, {
    message: `On ${reach.entryPoint.name}, ${retry.requeues === true ? '' : `${name} tries again: `}${listText(lacks)}`,
    remedy, trace: reach.trace, entryPoints: entryPointNames([reach]), ...(severity === undefined ? {} : { severity }),
    ...(repeats.length === 0 ? {} : { related: repeats.map((inner) => ({ site: inner.site, text: `${inner.name} is run in each attempt` })) }),
  });
}

function remedyFor(retry: Retry): string {
  const { repeats: [inner], redelivered, name, backoff: { waits, jitter } } = retry;
  if (inner !== undefined) return `Retry in one place only: switch off ${inner.name} at ${placeText(inner.site)}, or drop ${name}`;
  if (redelivered === 'yes') return `Retry in one place only: let the queue deliver again, with its own limit and delay, and drop ${name}`;
  return `Give ${name} ${listText([...(isEndless(retry) ? ['a limit of attempts'] : []), ...(waits === 'growing' ? [] : ['a delay that grows']), ...(jitter === 'yes' ? [] : ['jitter'])])}`;
}

function timesText(times: Retry['attempts']): string {
  return times.is === 'bounded' ? ` ${times.ms} attempts` : '';
}

function countText({ attempts }: Retry): string {
  return attempts.is === 'bounded' ? `${attempts.ms} attempts` : 'a limited number of attempts';
}
