import type { Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { mayStart } from './processes.js';
import type { Start } from './processes.js';
import { registrationsIn } from './starters.js';
import type { Thread } from './threads.js';

interface Group {
  readonly packages: Set<string>;
  readonly units: Set<Unit>;
  readonly starts: Set<Start>;
  readonly threads: Set<Thread>;
}

/** Roots that are one process told several times, put together: a script in front of the same server, the routes of one application. */
export function mergedGroups(context: ModelContext, roots: readonly { readonly root: Unit; readonly units: ReadonlySet<Unit> }[], starts: readonly Start[], threads: readonly Thread[]): readonly ReadonlySet<Unit>[] {
  let groups: Group[] = roots.map(({ root, units }) => ({
    packages: new Set([packageOf(context, root)]), units: new Set(units),
    starts: new Set(mayStart(context, units, starts, threads)), threads: new Set(registrationsIn(context, units, threads)),
  }));
  // Those that listen for the signal stand first: the others belong to one of them.
  groups = [...groups.filter(({ threads: own }) => own.size > 0), ...groups.filter(({ threads: own }) => own.size === 0)];
  for (let before = -1; before !== groups.length;) {
    before = groups.length;
    groups = mergedOnce(groups);
  }
  return groups.map(({ units }) => units);
}

function mergedOnce(groups: readonly Group[]): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const same = merged.find((other) => isOneProcess(other, group));
    if (same === undefined) merged.push(group);
    else addTo(same, group);
  }
  return merged;
}

function addTo(group: Group, other: Group): void {
  for (const each of other.packages) group.packages.add(each);
  for (const unit of other.units) group.units.add(unit);
  for (const start of other.starts) group.starts.add(start);
  for (const thread of other.threads) group.threads.add(thread);
}

/** They start the same thing; two that each have a signal handler of their own share no more than code, and so do two packages of which each adds something. */
function isOneProcess(a: Group, b: Group): boolean {
  if (!overlaps(a.starts, b.starts)) return false;
  if (overlaps(a.packages, b.packages)) return holds(a.threads, b.threads) || holds(b.threads, a.threads);
  return (holds(a.starts, b.starts) && holds(a.threads, b.threads)) || (holds(b.starts, a.starts) && holds(b.threads, a.threads));
}

function overlaps<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const each of b) if (a.has(each)) return true;
  return false;
}

function holds<T>(all: ReadonlySet<T>, part: ReadonlySet<T>): boolean {
  for (const each of part) if (!all.has(each)) return false;
  return true;
}

/** The folder of the package that a file belongs to. */
export function packageOf(context: ModelContext, unit: Unit): string {
  return manifestOf(context, unit)?.directory ?? '';
}

/** The manifest of the package that a file belongs to. */
export function manifestOf(context: ModelContext, { path }: Unit): ModelContext['program']['project']['manifests'][number] | undefined {
  let nearest: ReturnType<typeof manifestOf>;
  for (const manifest of context.program.project.manifests) {
    if (manifest.directory.length >= (nearest?.directory.length ?? 0) && (manifest.directory === '' || path.startsWith(`${manifest.directory}/`))) nearest = manifest;
  }
  return nearest;
}
