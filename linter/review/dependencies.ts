import { siteKey } from '#model/site.js';
import type { Site } from '#model/site.js';
import type { Dependency, Guard, HeldPool, Opened, RequestPath, Slice } from '#model/types.js';
import type { LintResult } from '../types.js';
import { reviewedBound } from './paths.js';
import type { Evidence, ReviewedBound, ReviewedDependency } from './types.js';

/** Everything the service waits for: who calls it, under which guards, and what happens while it hangs. Most used first. */
export function dependenciesOf({ dependencies = [], paths = [], opened = [] }: LintResult, evidence: readonly Evidence[]): readonly ReviewedDependency[] {
  const byTarget = slicesByTarget(paths);
  return dependencies
    .toSorted((a, b) => b.entryPoints.length - a.entryPoints.length || (a.name < b.name ? -1 : 1))
    .map((dependency, index) => dependencyOf(dependency, `d${index + 1}`, byTarget.get(targetOf(dependency.name, dependency.site)) ?? byTarget.get(dependency.name) ?? [], { evidence, kindOf: new Map(opened.map(({ site, is }) => [siteKey(site), is])) }));
}

function slicesByTarget(paths: readonly RequestPath[]): ReadonlyMap<string, readonly Slice[]> {
  const found = new Map<string, Slice[]>();
  for (const { slices } of paths) {
    for (const slice of slices) {
      if (slice.on === undefined) continue;
      for (const key of new Set([slice.on.name, targetOf(slice.on.name, slice.on.site)])) {
        const known = found.get(key);
        if (known === undefined) found.set(key, [slice]);
        else known.push(slice);
      }
    }
  }
  return found;
}

interface Known {
  readonly evidence: readonly Evidence[];
  /** What is opened, by the place of its creation. */
  readonly kindOf: ReadonlyMap<string, Opened['is']>;
}

function dependencyOf(dependency: Dependency, id: string, slices: readonly Slice[], { evidence, kindOf }: Known): ReviewedDependency {
  const { name, is, site, entryPoints, pools } = dependency;
  const guards = slices.flatMap((slice) => slice.guards);
  const attempts = entryPoints.map((held) => reviewedBound(held.attempts));
  const sites = new Set([...slices.map((slice) => siteKey(slice.site)), siteKey(site)]);
  const breakers = named([...guards.filter((guard) => guard.is === 'breaker'), ...entryPoints.flatMap(({ breakers: met }) => met.map(({ guard }) => guard))]).map(({ name: breaker, site: at }) => ({ name: breaker, site: at }));
  return {
    id, name, kind: kindOf.get(siteKey(site)) ?? is, site,
    calledBy: [...new Set(entryPoints.map(({ entryPoint }) => entryPoint.id))],
    operations: operationsOf(slices),
    breakers, ...(breakers.length > 0 && entryPoints.some(({ unguarded }) => unguarded) ? { unguarded: true as const } : {}),
    retries: named(guards.filter((guard) => guard.is === 'retry')).map(({ name: retry, site: at, guard }) => ({
      name: retry, site: at, attempts: guard.attempts === undefined ? { is: 'unknown', from: 'it does not say how often' } as const : reviewedBound(guard.attempts),
    })),
    amplification: largest(attempts, { is: 'bounded', ms: 1, from: 'one attempt' }),
    hang: {
      longest: largest(entryPoints.map(({ held }) => reviewedBound(held)), { is: 'bounded', ms: 0, from: 'nothing waits for it' }),
      entryPoints: entryPoints.map(({ entryPoint, held, reaching: tried, budget }) => ({
        entryPoint: entryPoint.id, held: reviewedBound(held), attempts: reviewedBound(tried), ...(budget === undefined ? {} : { endsFor: budget.name }),
      })),
      pools: pools.map(heldPool),
    },
    evidence: evidence.filter((item) => item.state !== 'satisfied' && sites.has(siteKey(item.site))).map((item) => item.id),
  };
}

function heldPool({ name, site, size, held, drainsAt, heldBy, sharedBy }: HeldPool): ReviewedDependency['hang']['pools'][number] {
  return { name, site, size: reviewedBound(size), held: reviewedBound(held), ...(drainsAt === undefined ? {} : { drainsAt }), heldBy, sharedBy };
}

function operationsOf(slices: readonly Slice[]): ReviewedDependency['operations'] {
  const distinct = new Map(slices.map((slice) => [siteKey(slice.site), slice]));
  return [...distinct.values()].map(({ operation, site, perAttempt, attempts }) => ({ text: operation, site, perAttempt: reviewedBound(perAttempt), attempts: reviewedBound(attempts) }));
}

function named(guards: readonly Guard[]): readonly { readonly name: string; readonly site: Site; readonly guard: Guard }[] {
  return [...new Map(guards.map((guard) => [`${guard.name}@${siteKey(guard.site)}`, guard])).values()].map((guard) => ({ name: guard.name, site: guard.site, guard }));
}

/** The largest of some bounds; what is unbounded or unknown is larger than any number. */
function largest(bounds: readonly ReviewedBound[], least: ReviewedBound): ReviewedBound {
  const endless = bounds.find(({ is }) => is === 'unbounded') ?? bounds.find(({ is }) => is === 'unknown');
  if (endless !== undefined) return endless;
  return bounds.reduce<ReviewedBound>((most, bound) => ((bound.ms ?? 0) > (most.ms ?? 0) ? bound : most), least);
}

function targetOf(name: string, site: Site | undefined): string {
  return site === undefined ? name : `${name}@${siteKey(site)}`;
}
