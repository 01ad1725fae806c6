import type { Bound, Dependency, HangingDrain, HeldEntryPoint, HeldPool } from '#model/types.js';
import { counted } from '../formatters/text-layout.js';
import { boundWords, placeOf } from './trace-view.js';

/** What happens when a dependency hangs, sentence by sentence. */
export interface HangWords {
  readonly entryPoints: readonly string[];
  readonly pools: readonly string[];
  readonly drains: readonly string[];
}

/** Entry points named at most where the same is true of several. */
const MAX_NAMED = 20;

/** Its entry points, those of which the same is true together, then the pools, then whether a shutdown still fits. */
export function hangWords({ entryPoints, pools, drains }: Dependency): HangWords {
  const alike = new Map<string, HeldEntryPoint[]>();
  for (const one of entryPoints) {
    const words = heldWords(one);
    alike.set(words, [...(alike.get(words) ?? []), one]);
  }
  return { entryPoints: [...alike].map(([words, held]) => togetherWords(words, held)), pools: pools.map(poolWords), drains: [...new Set(drains.map(drainWords))] };
}

function togetherWords(words: string, held: readonly HeldEntryPoint[]): string {
  const [only, ...others] = held.map(({ entryPoint: { id } }) => id);
  if (only === undefined || others.length === 0) return `${only} is ${words}`;
  return `${held.length} entry points are each ${words}: ${[only, ...others].slice(0, MAX_NAMED).join(', ')}${held.length > MAX_NAMED ? ` and ${held.length - MAX_NAMED} more (--format json names them)` : ''}`;
}

function heldWords({ entryPoint, held, reaching: attempts, deliveries, breakers, unguarded, budget }: HeldEntryPoint): string {
  const isOne = attempts.is === 'bounded' && attempts.ms <= 1;
  // A failed call that nobody catches is the last one: all of them are the most there can be.
  const tries = attempts.is === 'bounded' ? `${isOne ? '' : 'up to '}${counted(attempts.ms, 'attempt')}` : attempts.is === 'unknown' ? `how many attempts is not known${reason(attempts)}` : 'attempts without end';
  const seen = breakers.map(breakerWords);
  const gives = entryPoint.kind === 'serverless' ? 'the platform ends it' : 'its client gives up';
  const ends = budget === undefined ? '' : `; ${gives} earlier, by ${budget.name} after ${budget.bound === undefined ? 'an unknown time' : boundWords(budget.bound)}`;
  const breaker = seen.length === 0 ? 'no breaker is in sight' : `${seen.join('; ')}${unguarded ? '; some way to it passes no breaker' : ''}`;
  return `held ${heldFor(held, isOne)}: ${tries}${deliveries === undefined ? '' : deliveriesWords(attempts, deliveries)}, ${breaker}${ends}`;
}

function heldFor(held: Bound, isExact = false): string {
  return held.is === 'bounded' ? `for ${isExact ? '' : 'up to '}${boundWords(held)}` : held.is === 'unbounded' ? 'without end' : `for an unknown time${reason(held)}`;
}

function reason({ because }: Extract<Bound, { is: 'unknown' }>): string {
  return ` (${because})`;
}

// What fails is delivered again, and then tried as often again.
function deliveriesWords(attempts: Bound, deliveries: Bound): string {
  if (deliveries.is !== 'bounded') return '';
  const all = attempts.is === 'bounded' ? `, up to ${counted(attempts.ms * deliveries.ms, 'attempt')} for one message` : '';
  return ` at each of ${counted(deliveries.ms, 'delivery', 'deliveries')}${all} (${deliveries.from.text}, ${placeOf(deliveries.from.site)})`;
}

function breakerWords({ guard, sees, failures, opens }: HeldEntryPoint['breakers'][number]): string {
  const name = `${guard.name} (${placeOf(guard.site)})`;
  if (sees.is !== 'bounded') return sees.is === 'unbounded' ? `${name} never sees it and stays closed` : `when ${name} sees it is not known`;
  const counts = `${name} counts each as failed after ${boundWords(sees)}`;
  if (failures.is === 'unknown') return `${counts}; when it opens is not known: ${failures.because}`;
  if (failures.is !== 'bounded' || opens.is !== 'bounded') return `${counts} and never opens`;
  return failures.ms === 1 ? `${counts} and opens with the first` : `${counts} and opens with failure ${failures.ms}, after ${boundWords(sees)} when they come at once and ${boundWords(opens)} one after the other`;
}

function drainWords({ site, signals, last, answered, ends, fits }: HangingDrain): string {
  const start = `On ${signals.join(' or ')} (${placeOf(site)}) ${last.name} is ${answered.is === 'bounded' ? `answered after ${boundWords(answered)} at the latest` : answered.is === 'unbounded' ? 'never answered' : 'answered after an unknown time'}`;
  if (ends === undefined) return `${start}; nothing in sight ends the process before that: the drain ${answered.is === 'unbounded' ? 'has no end' : 'takes as long'}`;
  const end = `${ends.by}${ends.site === undefined ? '' : ` (${placeOf(ends.site)})`} ends the process after ${boundWords(ends.bound)}`;
  return `${start}, and ${end}: ${fits === 'yes' ? 'the drain fits' : fits === 'no' ? 'the drain does not fit, and requests in flight are cut off' : 'whether the drain fits is not known'}`;
}

function poolWords({ name, site, size, held, drainsAt, heldBy, sharedBy }: HeldPool): string {
  const drain = drainsAt === undefined ? '' : drainsAt === 0
    ? `; ${size.is === 'bounded' ? counted(size.ms, 'request') : 'a few requests'} and it is empty for ever` : `; more than ${rate(drainsAt)} a second and it can run dry`;
  const many = size.is === 'bounded' ? ` of ${size.ms}` : size.is === 'unknown' ? ` (of how many is not known: ${size.because})` : '';
  const shared = sharedBy.length === 0 ? '' : `; ${listed(sharedBy)} only ${sharedBy.length === 1 ? 'shares' : 'share'} it and then ${sharedBy.length === 1 ? 'fails' : 'fail'} too`;
  return `${name} (${placeOf(site)}): each request keeps one connection${many} ${heldFor(held)}${drain}; held by ${listed(heldBy)}${shared}`;
}

function rate(perSecond: number): string {
  return counted(Number(perSecond.toFixed(perSecond < 10 ? 1 : 0)), 'request');
}

function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}
