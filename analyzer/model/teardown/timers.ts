import type { Body, CallStep } from '#program/steps.js';
import { innerBodies } from '../entry-points/start-order.js';
import type { Flow } from './flow.js';
import type { Moment, Unwinding } from './moments.js';

/** Has a drain that takes time been waited for already? A deadline that starts now would not cover it. */
export function isDrained(moment: Moment): boolean {
  for (const resource of moment.settled) if (resource.is === 'server' || resource.is === 'worker' || resource.is === 'consumer') return true;
  return false;
}

/** Something ends the teardown in time, from this moment on. */
export function setDeadline({ unwinding }: Flow, moment: Moment, deadline: Omit<Unwinding['deadlines'][number], 'after'>): void {
  if (!isDrained(moment)) unwinding.deadlines.push({ ...deadline, after: [...moment.settled].filter((resource) => !unwinding.instant.has(resource)) });
}

/** Does a body wait for time to pass and close nothing? */
export function waitsForTime(flow: Flow, body: Body): boolean {
  let waits = false;
  let closes = false;
  eachCall(body, (step) => {
    const { module, path } = step.callee;
    if (flow.context.program.engine.libraries.rows(module, path)?.operations.some((row) => row.is === 'sleep') === true) waits = true;
    if (flow.rules.closes(step).length > 0) closes = true;
  });
  return waits && !closes;
}

/** The call of a body that waits for time to pass. */
export function sleepIn(flow: Flow, body: Body): CallStep | undefined {
  let sleep: CallStep | undefined;
  eachCall(body, (step) => {
    const { module, path } = step.callee;
    if (sleep === undefined && flow.context.program.engine.libraries.rows(module, path)?.operations.some((row) => row.is === 'sleep') === true) sleep = step;
  });
  return sleep;
}

/** What a timer's function is for: to end things by force, to go on with the teardown, or neither. */
export function purposeOf(flow: Flow, body: Body): 'ends' | 'continues' | 'nothing' {
  let ends = false;
  let continues = false;
  eachCall(body, (step) => {
    if (flow.rules.isExit(step)) ends = true;
    for (const { row } of flow.rules.closes(step)) {
      if (row.waits) continues = true;
      else ends = true;
    }
  });
  if (continues) return 'continues';
  return ends ? 'ends' : 'nothing';
}

/** The call of a body that ends the process. */
export function exitIn(flow: Flow, body: Body): CallStep | undefined {
  let exit: CallStep | undefined;
  eachCall(body, (step) => {
    if (exit === undefined && flow.rules.isExit(step)) exit = step;
  });
  return exit;
}

function eachCall(body: Body, visit: (step: CallStep) => void, seen: Set<Body> = new Set()): void {
  if (seen.has(body)) return;
  seen.add(body);
  for (const step of body.steps) {
    if (step.is === 'call') visit(step);
    for (const inner of innerBodies(step)) eachCall(inner, visit, seen);
  }
}
