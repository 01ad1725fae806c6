import type { CallStep } from '#program/steps.js';

/** Calls of things not in sight that do not fail. */
const HARMLESS = /^(?:log|info|warn|warning|error|debug|trace|verbose|silly|fatal|http|on|once|off|emit|set|get|has|add|push|observe|inc|startTimer|child|setAttribute|recordException|addBreadcrumb|captureException|captureMessage)$/;

/** Does what is not in sight, known by its name alone, end well: logging, answering? */
export function isHarmless(name: string): boolean {
  return HARMLESS.test(name);
}

/** Can a library's call fail, and not just be told to its callback? */
export function canFail(step: CallStep, isOperation: boolean): boolean {
  // Its callback is told.
  if (step.awaited === 'no' && step.within.length > 0) return false;
  return isOperation || (step.awaited === 'yes' && step.callee.module !== 'global') || step.callee.path === 'JSON.parse';
}
