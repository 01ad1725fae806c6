import type { Expression } from '#facts/types.js';
import type { Body, CallStep, EnterStep, Step, UnresolvedStep } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { siteAt } from '../context.js';
import type { Resource } from '../resources.js';
import type { TraceStep } from '../site.js';
import { isKept, keptAwaits, placeOf } from './awaits.js';
import type { CloseRules } from './close-rules.js';
import { endInTime, runCall } from './flow-calls.js';
import { isTaken } from './taken-arms.js';
import { runLoop, runParallel } from './flow-groups.js';
import { keptAs } from './let-go.js';
import { begin, fork, join, settle, since } from './moments.js';
import type { Moment, Unwinding } from './moments.js';
import { purposeOf, sleepIn, waitsForTime } from './timers.js';

/** Where a teardown is being read: what surrounds the steps read now. */
export interface Flow {
  readonly context: ModelContext;
  readonly rules: CloseRules;
  readonly unwinding: Unwinding;
  readonly thread: number;
  readonly trace: readonly TraceStep[];
  /** Within an `if`, within what runs after something failed. */
  readonly conditional: boolean;
  readonly failing: boolean;
  readonly unordered: ReadonlySet<object>;
  /** Which arm of each alternative around the steps is read. */
  readonly arms: ReadonlyMap<object, number>;
  /** Closes whose callbacks settle the promise being made. */
  readonly promised: Set<Resource> | undefined;
  /** What each call has closed when its promise settles. */
  readonly completed: Map<Expression, readonly Resource[]>;
  /** What each call of a function of the program runs. */
  readonly entered: Map<Expression, Body>;
  /** Someone waits for every element of the list that is being made. */
  readonly gathered: boolean;
  readonly depth: number;
}

const MAX_DEPTH = 60;

/** Reads what a body does to the resources from a moment on, in order; the moment goes on with it. */
export function runBody(flow: Flow, body: Body, moment: Moment): void {
  if (flow.depth > MAX_DEPTH) return;
  let last: { frame: Frame; at: number } | undefined = body.frame === undefined ? undefined : { frame: body.frame, at: -1 };
  if (body.frame !== undefined) readSilentCalls(flow, body.frame);
  for (const step of body.steps) {
    if (moment.returned || moment.exited) return;
    const place = placeOf(step);
    if (place !== undefined) {
      waitForKept(moment, last, place.frame, place.at);
      last = place;
    }
    runStep(flow, step, moment);
  }
  if (body.frame !== undefined) waitForKept(moment, last, body.frame, Number.POSITIVE_INFINITY);
}

/** Calls that nothing in sight reaches leave no step, but may close something all the same. */
function readSilentCalls(flow: Flow, frame: Frame): void {
  if (flow.failing || flow.unwinding.read.has(frame)) return;
  flow.unwinding.read.add(frame);
  const { engine } = flow.context.program;
  for (const [name, sites] of frame.unit.index.calls) {
    if (!CLOSES.test(name)) continue;
    for (const { call, by } of sites) {
      if (by !== frame.function || engine.targets(engine.callInstance(call, frame)).length > 0 || !isTaken(engine, frame, call)) continue;
      flow.unwinding.gaps.push({ site: siteAt(frame, call.at), because: `nobody can tell what \`${name}\` calls` });
    }
  }
}

// `await closing` between two steps: what was kept is over.
function waitForKept(moment: Moment, last: { readonly frame: Frame; readonly at: number } | undefined, frame: Frame, until: number): void {
  if (moment.kept.size === 0 || last === undefined || last.frame !== frame) return;
  const from = last.at;
  if (keptAwaits(frame).some((at) => at > from && at < until)) settle(moment, [...moment.kept]);
}

function runStep(flow: Flow, step: Step, moment: Moment): void {
  switch (step.is) {
    case 'call': return runCall(flow, step, moment);
    case 'enter': return runEnter(flow, step, moment);
    case 'branch': return runBranch(flow, step, moment);
    case 'parallel': return runParallel(flow, step, moment);
    case 'loop': return runLoop(flow, step, moment);
    case 'try': return runTry(flow, step, moment);
    case 'return': case 'throw':
      moment.returned = true;
      return;
    case 'unresolved': return runUnresolved(flow, step, moment);
  }
}

/** Counts a step, so that it can be told whether something follows a close. */
export function countStep(flow: Flow): number {
  const count = (flow.unwinding.steps.get(flow.thread) ?? 0) + 1;
  flow.unwinding.steps.set(flow.thread, count);
  return count;
}

function runEnter(flow: Flow, step: EnterStep, moment: Moment): void {
  if (step.recursive) return;
  if (step.call !== undefined) flow.entered.set(step.call.expression, step.body);
  const timer = timerBefore(flow, step);
  if (timer !== undefined && step.call !== undefined) return endInTime(flow, { timer, from: step.call }, step.body, moment);
  const settling = step.call === undefined ? undefined : settlingMethod(step.call.expression.callee);
  const text = settling ?? (step.body.frame === undefined ? '' : functionOf(step.body.frame).name);
  const inner: Flow = {
    ...flow, depth: flow.depth + 1, failing: flow.failing || settling === 'catch', gathered: false,
    trace: text === '' || settling !== undefined ? flow.trace : [...flow.trace, { site: siteAt(step.frame, step.at), text }],
  };
  const start = fork(moment);
  if (step.call !== undefined && step.call.expression.callee.is === 'member' && settling !== undefined) {
    const over = completedBy(flow, step.call.expression.callee.of, moment);
    settle(start, over);
    for (const closing of [...flow.unwinding.floating]) if (closing.thread === flow.thread && over.includes(closing.resource)) flow.unwinding.floating.delete(closing);
  }
  runBody(inner, step.body, start);
  finishEntered(flow, step, moment, start);
}

/** `void sleep(5000).then(() => process.exit(1))`: the call that waits, where nobody waits for what comes then and it ends things by force. */
function timerBefore(flow: Flow, { call, awaited, body }: EnterStep): CallStep | undefined {
  if (call === undefined || awaited === 'yes' || call.expression.callee.is !== 'member' || call.expression.callee.name !== 'then') return undefined;
  const waiting = flow.entered.get(call.expression.callee.of);
  return waiting !== undefined && waitsForTime(flow, waiting) && purposeOf(flow, body) === 'ends' ? sleepIn(flow, waiting) : undefined;
}

/** After a function was entered: what it has closed is over only for those who wait for it. */
function finishEntered(flow: Flow, step: EnterStep, moment: Moment, end: Moment): void {
  const changed = since(moment, end);
  if (step.call !== undefined) flow.completed.set(step.call.expression, changed.settled);
  const asynchronous = step.body.frame !== undefined && functionOf(step.body.frame).async === true;
  if (step.awaited === 'yes') {
    // A callback that the function was given: whoever waits for the function waits for it.
    settle(moment, [...changed.settled, ...changed.pending.filter((resource) => flow.unwinding.unseen.has(resource))]);
    begin(moment, changed.pending.filter((resource) => !moment.settled.has(resource) && !end.kept.has(resource)), false);
    begin(moment, changed.pending.filter((resource) => end.kept.has(resource)), true);
    moment.exited ||= end.exited;
    return;
  }
  const over = asynchronous ? [] : changed.settled.filter((resource) => flow.unwinding.instant.has(resource));
  settle(moment, over);
  begin(moment, [...changed.settled, ...changed.pending], keptAs(step));
  if (!asynchronous && settlingMethod(step.call?.expression.callee) === undefined) moment.exited ||= end.exited;
}

const SETTLING = new Set(['then', 'catch', 'finally']);

function settlingMethod(callee: Expression | undefined): string | undefined {
  return callee?.is === 'member' && SETTLING.has(callee.name) ? callee.name : undefined;
}

/** What is closed once the promise that an expression gives has settled. */
export function completedBy(flow: Flow, expression: Expression, moment: Moment): readonly Resource[] {
  if (expression.is === 'cast' || expression.is === 'await') return completedBy(flow, expression.of, moment);
  if (expression.is === 'call' || expression.is === 'new') {
    const own = flow.completed.get(expression);
    const before = expression.callee.is === 'member' && SETTLING.has(expression.callee.name) ? completedBy(flow, expression.callee.of, moment) : [];
    return [...(own ?? []), ...before];
  }
  return isKept(expression) ? [...moment.kept] : [];
}

function runBranch(flow: Flow, step: Extract<Step, { is: 'branch' }>, moment: Moment): void {
  // Several callees are alternatives that all may be meant; arms of an `if` depend on its test.
  const inner: Flow = step.call === undefined ? { ...flow, conditional: true } : flow;
  const arms = step.arms.map((arm, number) => {
    const start = fork(moment);
    runBody({ ...inner, arms: new Map([...inner.arms, [step, number]]) }, arm, start);
    return start;
  });
  join(moment, arms);
}

function runTry(flow: Flow, step: Extract<Step, { is: 'try' }>, moment: Moment): void {
  runBody(flow, step.body, moment);
  if (step.handler !== undefined) {
    const failed = fork(moment);
    failed.returned = false;
    failed.exited = false;
    runBody({ ...flow, failing: true }, step.handler, failed);
    const { settled, pending } = since(moment, failed);
    settle(moment, settled);
    begin(moment, pending, false);
  }
  if (step.finalizer === undefined) return;
  const { returned } = moment;
  moment.returned = false;
  runBody(flow, step.finalizer, moment);
  moment.returned ||= returned;
}

// Names of calls that close something, where nobody can tell what is called.
export const CLOSES = /clos|stop|end|destroy|shut|disconnect|quit|dispose|drain|terminat|clean|releas|exit|teardown|unwind|step|hook|kill|finish/i;

// Names of functions that somebody else has given.
export const HANDED_IN = /^(?:cb|fn|func|run|callback|handler|listener|task|job|action|execute)$/i;

function runUnresolved(flow: Flow, step: UnresolvedStep, moment: Moment): void {
  countStep(flow);
  settle(moment, [...moment.kept]);
  for (const { body } of step.within) {
    const start = fork(moment);
    runBody({ ...flow, depth: flow.depth + 1 }, body, start);
    const { settled, pending } = since(moment, start);
    settle(moment, settled);
    begin(moment, pending, true);
  }
  const { callee, at } = step.call.expression;
  const name = callee.is === 'member' ? callee.name : callee.is === 'variable' ? (step.call.frame.unit.facts.bindings[callee.binding]?.name ?? '') : '';
  if (flow.failing) return;
  const gap = { site: siteAt(step.call.frame, at), because: `nobody can tell what \`${name}\` closes: ${step.why}` };
  if (CLOSES.test(name)) flow.unwinding.gaps.push(gap);
  else if (HANDED_IN.test(name)) flow.unwinding.handedIn.push(gap);
}
