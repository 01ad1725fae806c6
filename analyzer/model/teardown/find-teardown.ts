import type { ModelContext } from '../context.js';
import type { Resource } from '../resources.js';
import type { Reach, TeardownEvent } from '../types.js';
import { CloseRules } from './close-rules.js';
import { CloseSites } from './close-sites.js';
import { findDependents } from './dependencies.js';
import { judgeProcess } from './judge-process.js';
import { lasting } from './lasting.js';
import { findProcesses, startsSomething } from './processes.js';
import { findThreads } from './threads.js';

/** What SIGTERM does to each process of the program: problems first met at a place, proofs, and what could not be told. */
export function findTeardown(context: ModelContext, resources: readonly Resource[], reachOf: (resource: Resource) => readonly Reach[]): TeardownEvent[] {
  if (!resources.some(startsSomething)) return [];
  // 1. What reacts to the signal, and which calls close what.
  const rules = new CloseRules(context, resources);
  const threads = findThreads(context, rules);
  // 2. Processes: what listens or consumes, with everything it imports.
  const lived = lasting(context, rules, resources, threads);
  const processes = findProcesses(context, lived, threads);
  if (processes.length === 0) return [];
  // 3. Who needs whom.
  const dependents = findDependents({ context, resources, rules, processes }, reachOf);
  // 4. The order of things, decided process by process.
  const closes = new CloseSites(context, rules);
  const events = processes.flatMap((process) => judgeProcess({ context, process, resources: lived, rules, threads, dependents, closes }));
  return withoutDoubles(events);
}

function withoutDoubles(events: readonly TeardownEvent[]): TeardownEvent[] {
  const seen = new Map<string, TeardownEvent>();
  for (const event of events) {
    const key = `${event.is}:${event.site.file}:${event.site.line}:${event.site.column}`;
    const known = seen.get(key);
    seen.set(key, known === undefined ? event : { ...known, entryPoints: [...new Set([...(known.entryPoints ?? []), ...(event.entryPoints ?? [])])] });
  }
  return [...seen.values()];
}
