import type { ModelContext } from '../context.js';
import type { Resource } from '../resources.js';
import type { Reach, TeardownEvent } from '../types.js';
import { CloseRules } from './close-rules.js';
import { findDependents } from './dependencies.js';
import { judgeProcess } from './judge-process.js';
import { findProcesses } from './processes.js';
import { findThreads } from './threads.js';

/** What SIGTERM does to each process of the program: problems first met at a place, proofs, and what could not be told. */
export function findTeardown(context: ModelContext, resources: readonly Resource[], reachOf: (resource: Resource) => readonly Reach[]): TeardownEvent[] {
  // 1. Processes: what listens or consumes, with everything it imports.
  const processes = findProcesses(context, resources);
  if (processes.length === 0) return [];
  // 2. What reacts to the signal, and which calls close what.
  const rules = new CloseRules(context, resources);
  const threads = findThreads(context, rules);
  // 3. Who needs whom.
  const dependents = findDependents(context, resources, rules, reachOf);
  // 4. The order of things, decided process by process.
  const events = processes.flatMap((process) => judgeProcess({ context, process, resources, rules, threads, dependents }));
  return withoutDoubles(events);
}

function withoutDoubles(events: readonly TeardownEvent[]): TeardownEvent[] {
  const seen = new Map<string, TeardownEvent>();
  for (const event of events) {
    const key = `${event.is}:${event.site.file}:${event.site.line}:${event.site.column}`;
    if (!seen.has(key)) seen.set(key, event);
  }
  return [...seen.values()];
}
