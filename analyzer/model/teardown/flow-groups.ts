import type { Body, Step } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { siteOfCall } from '../context.js';
import { isKept, placeOf } from './awaits.js';
import type { Flow } from './flow.js';
import { runBody } from './flow.js';
import { orderedIterations } from './list-order.js';
import { keptAs } from './let-go.js';
import { begin, fork, join, settle, since } from './moments.js';
import type { Moment } from './moments.js';
import { setDeadline, sleepIn, waitsForTime } from './timers.js';

/** `Promise.all` and its like: the arms run side by side; after it they are over for those who wait. */
export function runParallel(flow: Flow, step: Extract<Step, { is: 'parallel' }>, moment: Moment): void {
  const list = step.call.expression.arguments[0];
  const kept = list !== undefined && (list.is === 'array' ? list.elements.some(isKept) : isKept(list));
  const isRace = step.how === 'race' || step.how === 'any';
  const bound = isRace ? flow.rules.races.of(step)?.guard.bound : undefined;
  const timed = isRace && (bound !== undefined || step.arms.some((arm) => waitsForTime(flow, arm)));
  if (timed) {
    const sleep = step.arms.map((arm) => sleepIn(flow, arm)).find((found) => found !== undefined);
    setDeadline(flow, moment, { site: siteOfCall(step.call), what: `\`Promise.${step.how}\` with a timer`, step: sleep, ...(sleep === undefined && bound !== undefined ? { bound } : {}) });
  }
  const ends = sideBySide({ ...flow, gathered: true }, step.arms, moment);
  const settled = ends.flatMap((end) => since(moment, end).settled);
  const pending = ends.flatMap((end) => since(moment, end).pending);
  flow.completed.set(step.call.expression, kept ? [...settled, ...moment.kept] : settled);
  if (step.awaited !== 'yes') {
    begin(moment, [...settled, ...pending], keptAs(step));
    return;
  }
  settle(moment, settled);
  if (kept || timed) settle(moment, [...moment.kept]);
  begin(moment, pending.filter((resource) => !moment.settled.has(resource)), false);
  moment.exited ||= ends.some((end) => end.exited);
}

/** Each arm starts at the same moment; later ones see that earlier ones have begun. */
function sideBySide(flow: Flow, arms: readonly Body[], moment: Moment): readonly Moment[] {
  const ends: Moment[] = [];
  const open = fork(moment);
  for (const arm of arms) {
    const start = fork(open);
    runBody(flow, arm, start);
    const { settled, pending } = since(moment, start);
    ends.push(start);
    begin(open, [...settled, ...pending], false);
  }
  return ends;
}

const SIDE_BY_SIDE = new Set(['map', 'forEach', 'flatMap', 'filter', 'some', 'every']);

/** Loops: over a list in its order where that is known; list methods start every element before the first is over. */
export function runLoop(flow: Flow, step: Extract<Step, { is: 'loop' }>, moment: Moment): void {
  const ordered = orderedIterations(flow.context, step);
  if (SIDE_BY_SIDE.has(step.form)) return runElements(flow, step, ordered ?? byFrame(step.body), moment);
  if (ordered !== undefined) {
    for (const body of ordered) runIteration(flow, body, moment);
    return;
  }
  if (step.form.startsWith('reduce')) {
    for (const body of byFrame(step.body)) runIteration(flow, body, moment);
    return;
  }
  const inner: Flow = { ...flow, unordered: new Set([...flow.unordered, step]) };
  const start = fork(moment);
  runBody(inner, step.body, start);
  join(moment, [start]);
  moment.returned = false;
}

function runIteration(flow: Flow, body: Body, moment: Moment): void {
  runBody(flow, body, moment);
  moment.returned = false;
}

function runElements(flow: Flow, step: Extract<Step, { is: 'loop' }>, bodies: readonly Body[], moment: Moment): void {
  const waits = flow.gathered && step.form !== 'forEach';
  const ends = sideBySide({ ...flow, gathered: false }, bodies, moment);
  for (const end of ends) {
    const { settled, pending } = since(moment, end);
    const over = waits ? settled : settled.filter((resource) => flow.unwinding.instant.has(resource));
    settle(moment, over);
    begin(moment, settled, step.form === 'map');
    begin(moment, pending, false);
  }
}

/** The steps of a list method's loop taken apart again: each element's callback is an activation of its own. */
function byFrame(body: Body): readonly Body[] {
  const groups: { frame: Frame | undefined; steps: Step[] }[] = [];
  for (const step of body.steps) {
    const frame = placeOf(step)?.frame;
    const last = groups.at(-1);
    if (last !== undefined && (last.frame === frame || frame === undefined)) last.steps.push(step);
    else groups.push({ frame, steps: [step] });
  }
  return groups;
}
