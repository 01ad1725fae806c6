import { siteOfCall, type ModelContext } from '../context.js';
import type { Resource } from '../resources.js';
import { siteKey } from '../site.js';
import type { Opened, Reach, RunningProcess, Shutdown, TeardownEvent } from '../types.js';
import { CloseRules } from './close-rules.js';
import { CloseSites } from './close-sites.js';
import type { Drains } from './drains.js';
import { findDependents, usedByHandlers } from './dependencies.js';
import { judgeProcess, type Trial } from './judge-process.js';
import { lasting } from './lasting.js';
import { handlersOfEach, modesOf } from './modes.js';
import { findProcesses, tellsProcess, type Process } from './processes.js';
import { findShutdowns } from './shutdowns.js';
import { findThreads } from './threads.js';

/** How the program ends: what it has opened and who needs it, and what SIGTERM does to each process. */
export interface Teardown {
  /** Problems first met at a place, proofs, and what could not be told. */
  readonly teardown: readonly TeardownEvent[];
  readonly opened: readonly Opened[];
  readonly processes: readonly RunningProcess[];
  /** What each process closes in which order, on each signal; computed when somebody asks. */
  readonly shutdowns: readonly Shutdown[];
}

/** Finds what SIGTERM does to each process of the program. */
export function findTeardown(context: ModelContext, resources: readonly Resource[], reachOf: (resource: Resource) => readonly Reach[], drains?: Drains): Teardown {
  if (!resources.some(tellsProcess)) return { teardown: [], opened: openedOf(resources, undefined), processes: [], shutdowns: [] };
  // 1. What reacts to the signal, and which calls close what.
  const rules = new CloseRules(context, resources);
  const threads = findThreads(context, rules);
  // 2. Processes: what listens or consumes, with everything it imports.
  const lived = lasting(context, rules, resources, threads);
  const processes = findProcesses(context, lived, threads);
  if (processes.length === 0) return { teardown: [], opened: openedOf(resources, undefined), processes: [], shutdowns: [] };
  // 3. Who needs whom.
  const used = usedByHandlers({ context, rules, resources });
  const dependents = findDependents({ context, resources, rules, processes }, used, reachOf);
  // 4. The order of things, decided process by process.
  const closes = new CloseSites(context, rules);
  const entered = handlersOfEach(context, processes);
  const trials = processes.map((process, index) => ({ context, process, handlers: entered[index] ?? [], modes: modesOf(context, process.units, entered[index] ?? []), used, resources: lived, rules, threads, dependents, closes, drains, alone: processes.length === 1 }));
  const events = trials.flatMap(judgeProcess);
  let shutdowns: readonly Shutdown[] | undefined;
  return {
    teardown: withoutDoubles(events), opened: openedOf(resources, dependents), processes: trials.flatMap(runningOf),
    get shutdowns() {
      return (shutdowns ??= findShutdowns(trials));
    },
  };
}

function runningOf({ process: { units, starts }, modes }: Trial): readonly RunningProcess[] {
  const [start] = starts as readonly [Process['starts'][number]];
  const files = [...units].map(({ path }) => path);
  return modes.map((group) => ({ site: start.site, entryPoints: group.map(({ entryPoint }) => entryPoint.id), files }));
}

function openedOf(resources: readonly Resource[], dependents: ReadonlyMap<Resource, ReadonlySet<Resource>> | undefined): readonly Opened[] {
  return resources.map((resource) => {
    const { name, is, site, mustClose, opened: [start] } = resource;
    const users = dependents?.get(resource) ?? resources.filter(({ uses }) => uses.includes(resource));
    return { name, is, site, ...(is === 'server' && start !== undefined ? { startedAt: siteOfCall(start) } : {}), mustClose, neededBy: [...users].map((user) => user.site) };
  });
}

function withoutDoubles(events: readonly TeardownEvent[]): TeardownEvent[] {
  const seen = new Map<string, TeardownEvent>();
  for (const event of events) {
    const key = `${event.is}:${siteKey(event.site)}`;
    const known = seen.get(key);
    seen.set(key, known === undefined ? event : { ...known, entryPoints: [...new Set([...(known.entryPoints ?? []), ...(event.entryPoints ?? [])])] });
  }
  return [...seen.values()];
}
