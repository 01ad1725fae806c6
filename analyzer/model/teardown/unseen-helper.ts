import type { ModelContext } from '../context.js';
import { everyCall } from '../every-call.js';
import type { Process } from './processes.js';

// What helpers for shutdown call themselves, where the catalog does not know them.
const SHUTDOWN = /shut-?down|terminat|graceful|lifecycle|on-?exit|signal-?handler|death|cleanup|exit-?hook/i;

/** Why nobody can tell whether a process listens for the signal: something unknown is called that may well do so. */
export function unseenHelper(context: ModelContext, process: Process): string | undefined {
  const { libraries } = context.program.engine;
  for (const { call, callee } of everyCall(context)) {
    if (!process.units.has(call.frame.unit) || callee.path.includes('()') || libraries.library(callee.module) !== undefined) continue;
    if (SHUTDOWN.test(callee.module) || SHUTDOWN.test(callee.path)) return `\`${callee.path || callee.module}\` of ${callee.module} may listen for the signal; the catalog does not know it`;
  }
  return undefined;
}
