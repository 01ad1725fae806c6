import type { LibraryIndex } from '#program/library-index.js';
import type { CallStep } from '#program/steps.js';

/** Calls of things not in sight that do not fail: logs, listeners, collections. */
const HARMLESS = /^(?:log|info|warn|warning|error|debug|trace|on|once|off|emit|set|get|has|add|push)$/;

/** Does what is not in sight, known by its name alone, end well: logging, answering? */
export function isHarmless(name: string, libraries: LibraryIndex): boolean {
  return HARMLESS.test(name) || libraries.words('reports').has(name);
}

/** Can a library's call fail, and not just be told to its callback? */
export function canFail(step: CallStep, isOperation: boolean): boolean {
  // Its callback is told.
  if (step.awaited === 'no' && step.within.length > 0) return false;
  return isOperation || (step.awaited === 'yes' && step.callee.module !== 'global') || step.callee.path === 'JSON.parse';
}
