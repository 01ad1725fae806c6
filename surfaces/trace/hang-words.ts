import type { Dependency, HeldEntryPoint, HeldPool } from '#model/types.js';
import { counted } from '../formatters/text-layout.js';
import { boundWords, placeOf } from './trace-view.js';

/** What happens when a dependency hangs, sentence by sentence: its entry points, then the pools. */
export function hangWords({ entryPoints, pools }: Dependency): { readonly entryPoints: readonly string[]; readonly pools: readonly string[] } {
  return { entryPoints: entryPoints.map(entryPointWords), pools: pools.map(poolWords) };
}

function entryPointWords({ entryPoint, held, attempts, breakers, budget }: HeldEntryPoint): string {
  const tries = attempts.is === 'bounded' ? counted(attempts.ms, 'attempt') : attempts.is === 'unknown' ? 'nobody can tell how many attempts' : 'attempts without end';
  const seen = breakers.map(({ guard, sees }) => `${guard.name} (${placeOf(guard.site)}) ${sees.is === 'bounded' ? `counts each as failed after ${boundWords(sees)}` : 'never sees it'}`);
  const ends = budget === undefined ? '' : `; its client gives up earlier, by ${budget.name} after ${budget.bound === undefined ? 'a time nobody can tell' : boundWords(budget.bound)}`;
  const breaker = seen.length === 0 ? 'no breaker sees it' : seen.join('; ');
  const time = held.is === 'bounded' ? `for ${boundWords(held)}` : held.is === 'unbounded' ? 'without end' : 'nobody can tell how long';
  return `${entryPoint.name} is held ${time}: ${tries}, ${breaker}${ends}`;
}

function poolWords({ name, site, size, held, drainsAt, heldBy, sharedBy }: HeldPool): string {
  const each = held.is === 'bounded' ? `for ${boundWords(held)}` : held.is === 'unbounded' ? 'without end' : 'for a time nobody can tell';
  const drain = drainsAt === undefined ? '' : drainsAt === 0
    ? `; ${size.is === 'bounded' ? counted(size.ms, 'request') : 'a few requests'} and it is empty for ever` : `; more than ${rate(drainsAt)} a second and it runs dry`;
  const many = size.is === 'bounded' ? ` of ${size.ms}` : '';
  const shared = sharedBy.length === 0 ? '' : `; ${listed(sharedBy)} only ${sharedBy.length === 1 ? 'shares' : 'share'} it and then ${sharedBy.length === 1 ? 'fails' : 'fail'} too`;
  return `${name} (${placeOf(site)}): each request keeps one connection${many} ${each}${drain}; held by ${listed(heldBy)}${shared}`;
}

function rate(perSecond: number): string {
  return counted(Number(perSecond.toFixed(perSecond < 10 ? 1 : 0)), 'request');
}

function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}
