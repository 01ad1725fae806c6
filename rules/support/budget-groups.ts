import { siteKey } from '#model/site.js';
import type { Site } from '#model/site.js';
import type { RequestPath } from '#model/types.js';
import { wholeTimeout } from './whole-timeout.js';

/** Where it is told that entry points lack a budget, and of which. */
export interface Lacking {
  readonly site: Site;
  readonly lacking: readonly RequestPath[];
}

/** Entry points without a budget: once for an application or router of which none has one, else each where it is registered. */
export function budgetGroups(paths: readonly RequestPath[]): readonly Lacking[] {
  return [...grouped(paths, 0)].flatMap(([site, here]) => lackingIn(site, here, 0));
}

function lackingIn(site: Site | undefined, paths: readonly RequestPath[], depth: number): readonly Lacking[] {
  const lacking = paths.filter(isLacking);
  if (lacking.length === 0) return [];
  if (site !== undefined && isWithoutAny(paths, lacking)) return [{ site, lacking }];
  const inner = site === undefined ? [] : [...grouped(paths, depth + 1)].filter(([key]) => key !== undefined);
  const within = inner.flatMap(([key, here]) => lackingIn(key, here, depth + 1));
  const told = new Set(within.flatMap((group) => group.lacking));
  return [...within, ...byRegistration(lacking.filter((path) => !told.has(path)))];
}

// A few that happen to have one timeout around all their waits are not told apart from the rest, one by one.
function isWithoutAny(paths: readonly RequestPath[], lacking: readonly RequestPath[]): boolean {
  return lacking.length * 2 > paths.length && paths.every(hasNoBudget);
}

function isLacking(path: RequestPath): boolean {
  return hasNoBudget(path) && wholeTimeout(path) === undefined;
}

function hasNoBudget({ budgets }: RequestPath): boolean {
  return budgets.every(({ bound }) => bound.is === 'unbounded');
}

/** By what they are registered on at a depth, the application first. */
function grouped(paths: readonly RequestPath[], depth: number): ReadonlyMap<Site | undefined, readonly RequestPath[]> {
  const sites = new Map<string, { readonly site: Site | undefined; readonly paths: RequestPath[] }>();
  for (const path of paths) {
    const site = path.within[depth];
    const key = site === undefined ? '' : siteKey(site);
    const known = sites.get(key);
    if (known === undefined) sites.set(key, { site, paths: [path] });
    else known.paths.push(path);
  }
  return new Map([...sites.values()].map((group) => [group.site, group.paths]));
}

function byRegistration(paths: readonly RequestPath[]): readonly Lacking[] {
  const places = new Map<string, RequestPath[]>();
  for (const path of paths) places.set(siteKey(path.entryPoint.site), [...(places.get(siteKey(path.entryPoint.site)) ?? []), path]);
  return [...places.values()].map((here) => ({ site: (here[0] as RequestPath).entryPoint.site, lacking: here }));
}
