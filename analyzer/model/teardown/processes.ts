import type { Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { siteOfCall } from '../context.js';
import { unitsInOrder } from '../entry-points/start-order.js';
import type { Resource } from '../resources.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import { importsOf, reachable } from '../imports.js';
import { loadsUnseen } from './loads-unseen.js';
import { mergedGroups } from './process-groups.js';
import { startersOf, threadsIn } from './starters.js';
import type { Thread } from './threads.js';

/** What runs together and gets one SIGTERM: everything that the files which start something reach by imports. */
export interface Process {
  readonly units: ReadonlySet<Unit>;
  /** Servers that listen, in order; for a process that only consumes, its consumers and workers; for one that works by the clock, its timers and schedules. */
  readonly starts: readonly { readonly resource: Resource; readonly site: Site }[];
  readonly listens: boolean;
}

/** Groups the program into processes; files that neither listen nor consume belong to none. */
export function findProcesses(context: ModelContext, resources: readonly Resource[], threads: readonly Thread[]): readonly Process[] {
  const order = unitsInOrder(context.program);
  const rank = new Map(order.map((unit, position) => [unit, position]));
  const starts = startsOf(context, resources).sort((a, b) => Number(isAttached(a)) - Number(isAttached(b)) || (rank.get(a.unit) ?? 0) - (rank.get(b.unit) ?? 0) || a.at - b.at);
  const roots = rootsOf(context, starts).filter(({ units }) => startsIn(context, units, starts, threads).length > 0);
  const found = mergedGroups(context, roots, starts, threads).map((units): Process => {
    const own = startsIn(context, units, starts, threads);
    const servers = own.filter(({ resource }) => resource.is === 'server');
    return { units, listens: servers.length > 0, starts: servers.length > 0 ? servers : own };
  });
  return [...found, ...periodicOf(context, resources, found, threads)];
}

// What works by the clock alone is a process where it listens for the signal.
function periodicOf(context: ModelContext, resources: readonly Resource[], found: readonly Process[], threads: readonly Thread[]): readonly Process[] {
  const periodic = openedAt(context, resources.filter(isPeriodic));
  if (periodic.length === 0) return [];
  return rootsOf(context, periodic).filter(({ root }) => !found.some(({ units }) => units.has(root))).flatMap(({ units }): readonly Process[] => {
    const starts = periodic.filter(({ by }) => by.some((unit) => units.has(unit)));
    return starts.length > 0 && threadsIn(context, units, threads).length > 0 ? [{ units, starts, listens: false }] : [];
  });
}

function isPeriodic({ is, mustClose, opened }: Resource): boolean {
  return (is === 'timer' || is === 'scheduler') && mustClose && opened.length > 0;
}

/** Something that a process starts, and where. */
export interface Start {
  readonly resource: Resource;
  readonly site: Site;
  readonly unit: Unit;
  readonly at: number;
  /** The files whose top level gets there; its own file where none is seen to. */
  readonly by: readonly Unit[];
}

/** What starts when some files are loaded; where nothing is seen to, but they listen for the signal, they are a process, and whatever they hold may start. */
function startsIn(context: ModelContext, units: ReadonlySet<Unit>, starts: readonly Start[], threads: readonly Thread[]): readonly Start[] {
  const seen = starts.filter(({ by }) => by.some((starter) => units.has(starter)));
  return seen.length > 0 || threadsIn(context, units, threads).length === 0 ? seen : starts.filter(({ unit }) => units.has(unit));
}

/** The same for telling who belongs to whom: where the signal is listened for, whatever is held may be started by what nobody sees, a plugin. */
export function mayStart(context: ModelContext, units: ReadonlySet<Unit>, starts: readonly Start[], threads: readonly Thread[]): readonly Start[] {
  const listens = threadsIn(context, units, threads).length > 0;
  // What takes work may stand in a file of its own, apart from what it takes it from.
  const isHeld = ({ unit, resource }: Start) => units.has(unit) || (units.has(resource.unit) && loadsUnseen(units));
  return starts.filter((start) => (listens && isHeld(start)) || start.by.some((starter) => units.has(starter)));
}

function startsOf(context: ModelContext, resources: readonly Resource[]): Start[] {
  return openedAt(context, resources.filter((resource) => startsSomething(resource) || hostsConsumers(context, resource)));
}

function openedAt(context: ModelContext, resources: readonly Resource[]): Start[] {
  return resources.flatMap((resource) => {
    const opened = resource.opened.length === 0 && resource.is === 'app' && resource.call !== undefined ? [resource.call] : resource.opened;
    // Each call that makes it take work may stand in a program of its own.
    const groups = resource.taking === undefined ? [opened] : resource.taking.map((call) => [call]);
    return groups.flatMap((calls) => startAt(context, resource, calls));
  });
}

function startAt(context: ModelContext, resource: Resource, calls: Resource['opened']): readonly Start[] {
  const [call] = calls;
  if (call === undefined) return [];
  const by = startersOf(context, calls.map(({ expression }) => expression));
  return [{ resource, site: siteOfCall(call), unit: call.frame.unit, at: call.expression.at, by: by.length > 0 ? by : [call.frame.unit] }];
}

/** Can a process be told by it? */
export function tellsProcess(resource: Resource): boolean {
  return startsSomething(resource) || isPeriodic(resource);
}

/** Does a process that opens it take requests or work? */
export function startsSomething(resource: Resource): boolean {
  // What only hands work on takes none.
  const { is, mustClose, opened, taking = opened, uses } = resource;
  // A channel ends with the connection that it was opened on.
  return (mustClose || uses.some((used) => used.mustClose)) && taking.length > 0 && (is === 'server' || is === 'worker' || is === 'consumer');
}

// An application without a server, whose classes take work: `createApplicationContext(WorkerModule)`.
function hostsConsumers({ handlers }: ModelContext, { is, mustClose, site }: Resource): boolean {
  return is === 'app' && mustClose && handlers.some(({ entryPoint, hosts = [] }) => entryPoint.kind === 'consumer' && hosts.some((host) => siteKey(host) === siteKey(site)));
}

// A server that hangs on another one: what listens is the other.
function isAttached({ resource }: Start): boolean {
  return resource.uses.some(({ is }) => is === 'server');
}

/** Files that nothing imports, each with all that it reaches; only those that reach a start. */
function rootsOf(context: ModelContext, starts: readonly Start[]): readonly { readonly root: Unit; readonly units: ReadonlySet<Unit> }[] {
  const units = [...context.program.units.values()];
  const imports = new Map(units.map((unit) => [unit, importsOf(context.program, unit)]));
  const importers = new Map<Unit, Unit[]>();
  for (const [unit, targets] of imports) for (const target of targets) if (target !== unit) importers.set(target, [...(importers.get(target) ?? []), unit]);
  const roots = units.filter((unit) => !importers.has(unit));
  // Files that import each other in a circle have no root of their own.
  const covered = reachable(imports, roots);
  for (const unit of units) {
    if (covered.has(unit)) continue;
    roots.push(unit);
    for (const reached of reachable(imports, [unit])) covered.add(reached);
  }
  const starting = reachable(importers, starts.flatMap(({ unit, by }) => [unit, ...by]));
  return roots.filter((root) => starting.has(root)).map((root) => ({ root, units: reachable(imports, [root]) }));
}
