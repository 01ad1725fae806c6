import { settles } from '#program/filled-functions.js';
import { parsePlace } from '#program/places.js';
import type { Body, CallStep, CallbackRun } from '#program/steps.js';
import type { CallInstance, ValueSet } from '#program/values.js';
import { siteOfCall } from '../context.js';
import { isPromise } from '../raced-promises.js';
import type { Resource } from '../resources.js';
import { tellsUnseen } from './awaits.js';
import type { CloseOfCall } from './close-rules.js';
import { CLOSES, completedBy, HANDED_IN, countStep, runBody } from './flow.js';
import type { Flow } from './flow.js';
import { keptAs } from './let-go.js';
import { begin, fork, settle, since } from './moments.js';
import type { Closing, Exit, Moment } from './moments.js';
import { exitIn, isDrained, purposeOf, setDeadline } from './timers.js';

/** Reads one call to a library within a teardown. */
export function runCall(flow: Flow, step: CallStep, moment: Moment): void {
  countStep(flow);
  if (flow.rules.isExit(step)) return runExit(flow, step, moment);
  if (isPromise(step)) return runPromise(flow, step, moment);
  const closes = flow.rules.closes(step);
  if (closes.length > 0) return closeAll(flow, step, closes, moment);
  if (awaitsClosing(flow, step, moment)) return;
  readTimers(flow, step, moment);
  readHandedOver(flow, step, moment);
  runWithin(flow, step, moment);
}

// An event whose name is not known, or sounds like the end.
function mayClose(event: ValueSet | undefined): boolean {
  return event?.values.some((value) => value.is !== 'literal' || CLOSES.test(String(value.value))) === true;
}

/** What an unknown library is given it may close; what listens to an event of the program's own is not followed. */
function readHandedOver(flow: Flow, step: CallStep, moment: Moment): void {
  const { engine } = flow.context.program;
  const { module, path } = step.callee;
  const name = path.slice(path.lastIndexOf('.') + 1);
  if ((name === 'emit' || name === 'dispatchEvent') && mayClose(engine.argumentsOf(step.call)[0])) flow.unwinding.gaps.push({ site: siteOfCall(step.call), because: `who listens to \`${name}\` is not followed` });
  if (engine.libraries.library(module) !== undefined) return;
  if (HANDED_IN.test(name)) flow.unwinding.handedIn.push({ site: siteOfCall(step.call), because: `nobody can tell what \`${name}\` closes` });
  const given = engine.argumentsOf(step.call).flatMap((set) => flow.rules.within(set));
  for (const resource of given) flow.unwinding.closed.add(resource);
  if (step.awaited === 'yes') settle(moment, given);
  else begin(moment, given, true);
}

function runExit(flow: Flow, step: CallStep, moment: Moment): void {
  if (!flow.failing) flow.unwinding.exits.push(exitAt(flow, step, moment));
  moment.exited = true;
}

function exitAt({ conditional, thread, trace }: Flow, { call }: CallStep, moment: Moment): Exit {
  return { site: siteOfCall(call), thread, conditional, trace, settled: new Set(moment.settled), pending: new Set([...moment.pending].filter((resource) => !moment.kept.has(resource) || moment.letGo.has(resource))) };
}

/** `new Promise((resolve) => server.close(resolve))`: settles when what it closes with a callback is closed. */
function runPromise(flow: Flow, step: CallStep, moment: Moment): void {
  const promised = new Set<Resource>();
  const start = fork(moment);
  for (const { body } of step.within) runBody({ ...flow, promised, gathered: false, depth: flow.depth + 1 }, body, start);
  const { settled, pending } = since(moment, start);
  const over = [...new Set([...settled, ...promised])];
  flow.completed.set(step.call.expression, over);
  if (step.awaited === 'yes') settle(moment, over);
  else {
    settle(moment, settled.filter((resource) => flow.unwinding.instant.has(resource)));
    begin(moment, over, keptAs(step));
  }
  begin(moment, pending.filter((resource) => !moment.settled.has(resource)), false);
}

/** Everything that one call closes, in turn. */
export function closeAll(flow: Flow, step: CallStep, closes: readonly CloseOfCall[], moment: Moment): void {
  const changes: Resource[] = [];
  for (const close of closes) changes.push(...runClose(flow, step, close, moment));
  flow.completed.set(step.call.expression, changes);
}

/** One close: its hooks in front, the close, its hooks behind, and what its callback goes on with. */
function runClose(flow: Flow, step: CallStep, close: CloseOfCall, moment: Moment): readonly Resource[] {
  const { resource, row } = close;
  const inner = fork(moment);
  const hooks = flow.rules.hooks.get(resource);
  for (const body of hooks?.before ?? []) runHook(flow, body, inner);
  const called = callbackOf(step, row.callbackAt);
  if (close.limit === 'set') flow.unwinding.cut.add(resource);
  const instant = !row.awaitable && row.callbackAt === undefined && !row.waits;
  const wrapped = !row.awaitable && step.awaited !== 'no' && !isCalledDirectly(step, row.call);
  const waited = row.awaitable || wrapped;
  if (close.limit === 'set') setDeadline(flow, moment, { site: siteOfCall(step.call), what: `the limit of \`${row.call}\``, step });
  if (close.limit === 'unknown' && !isDrained(moment)) flow.unwinding.openLimits.push({ site: siteOfCall(step.call), because: `how long \`${row.call}\` waits at most is not known` });
  const told = row.awaitable && called === undefined && tellsUnseen(flow.context.program.engine, step);
  recordClosing(flow, step, close, inner, { instant, unheard: called === undefined && !told ? unheardOf(row, step.awaited) : undefined });
  settle(inner, [resource]);
  for (const other of close.too ?? []) closeToo(flow, step, { ...close, resource: other }, inner);
  for (const body of hooks?.after ?? []) runHook(flow, body, inner);
  const closed = since(moment, inner).settled;
  if (called !== undefined) goOn(flow, called, inner);
  if (instant) settle(moment, closed);
  else if (called === undefined && waited && step.awaited === 'yes') settle(moment, closed);
  else begin(moment, closed, told || called?.length === 0 || (waited && keptAs(step)));
  if (told || called?.length === 0) flow.unwinding.unseen.add(resource);
  if (called !== undefined && flow.promised !== undefined) for (const over of since(moment, inner).settled.concat(closed)) flow.promised.add(over);
  if (called !== undefined && inner.exited) return closed;
  return called === undefined && !waited && !instant ? [] : closed;
}

// Whoever closes it once more waits for it there.
function closeToo(flow: Flow, step: CallStep, close: CloseOfCall, moment: Moment): void {
  if (moment.settled.has(close.resource) || moment.pending.has(close.resource)) return;
  recordClosing(flow, step, close, moment, { instant: false, unheard: undefined });
  settle(moment, [close.resource]);
}

// What a callback of the close closes in its turn is under way when the promise around it settles.
function goOn(flow: Flow, runs: readonly CallbackRun[], closed: Moment): void {
  const next = { ...flow, depth: flow.depth + 1, gathered: false };
  for (const { body } of runs) runBody(next, body, closed);
}

function runHook(flow: Flow, body: Body, moment: Moment): void {
  runBody({ ...flow, depth: flow.depth + 1, promised: undefined, gathered: false }, body, moment);
  moment.returned = false;
}

function recordClosing(flow: Flow, step: CallStep, { resource, row }: CloseOfCall, moment: Moment, how: { readonly instant: boolean; readonly unheard: Closing['unheard'] }): void {
  const { unwinding, thread, unordered, arms } = flow;
  unwinding.closed.add(resource);
  if (how.instant) unwinding.instant.add(resource);
  if (flow.failing) return;
  const site = siteOfCall(step.call);
  const isLimited = row.ends !== undefined && flow.rules.limitOf(row.ends, step, resource.unit) !== 'none';
  const closing = {
    resource, site, step, thread, unordered, arms, ...how, isLimited, waits: row.waits, intakeOnly: row.intakeOnly === true, position: unwinding.steps.get(thread) ?? 0,
    settled: new Set(moment.settled), pending: new Set(moment.pending), kept: new Set(moment.kept), trace: [...flow.trace, { site, text: `${resource.name} is closed` }],
  };
  unwinding.closings.push(closing);
  if (how.unheard === 'promise') unwinding.floating.add(closing);
}

// To await what gives no promise is to hear nothing.
function unheardOf({ awaitable, callbackAt }: CloseOfCall['row'], awaited: CallStep['awaited']): Closing['unheard'] {
  if (awaitable) return awaited === 'no' ? 'promise' : undefined;
  return callbackAt === undefined ? undefined : 'callback';
}

/** The functions given as the close's callback; empty when one is given that is not in sight. */
function callbackOf(step: CallStep, place: string | undefined): readonly CallbackRun[] | undefined {
  if (place === undefined) return undefined;
  const { argument } = parsePlace(place);
  const given = step.call.expression.arguments;
  const position = typeof argument !== 'number' ? 0 : argument < 0 ? given.length + argument : argument;
  if (given[position] === undefined || !isDirect(step)) return undefined;
  return [...step.within, ...step.later].filter((run) => run.position === position && !settles(run.value));
}

// A callee that is not called by its own name takes other arguments: `promisify(server.close.bind(server))`.
function isDirect({ call, callee }: CallStep): boolean {
  const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  return isCalledDirectly({ call }, name);
}

function isCalledDirectly({ call }: Pick<CallStep, 'call'>, name: string): boolean {
  const { callee } = call.expression;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return (callee.is === 'member' || callee.is === 'global') && callee.name === last;
}

/** `once(server, 'close')`, `server.on('close', f)`: the close of something that is being closed is waited for. */
function awaitsClosing(flow: Flow, step: CallStep, moment: Moment): boolean {
  const { engine } = flow.context.program;
  const given = engine.argumentsOf(step.call);
  if (!given.some((set) => set.values.some((value) => value.is === 'literal' && CLOSED.has(String(value.value))))) return false;
  const named = given.flatMap((set) => set.values.flatMap((value) => (value.is === 'library' ? flow.rules.resourcesOf(value) : [])));
  const held = step.callee.from === undefined ? [] : flow.rules.resourcesOf(step.callee.from);
  const waited = [...named, ...held].filter((resource) => moment.pending.has(resource));
  if (waited.length === 0) return false;
  flow.completed.set(step.call.expression, waited);
  if (named.length > 0 && step.awaited === 'yes') settle(moment, waited);
  const over = fork(moment);
  settle(over, waited);
  for (const run of [...step.within, ...step.later]) runBody({ ...flow, depth: flow.depth + 1 }, run.body, over);
  if (flow.promised !== undefined && held.length > 0) for (const resource of waited) flow.promised.add(resource);
  return true;
}

const CLOSED = new Set(['close', 'end', 'finish', 'closed', 'disconnected', 'stop']);

function readTimers(flow: Flow, step: CallStep, moment: Moment): void {
  const isSoon = flow.context.program.engine.libraries.rows(step.callee.module, step.callee.path)?.callbacks.some(({ soon }) => soon === true) === true;
  for (const { body } of step.later) {
    const purpose = purposeOf(flow, body);
    if (purpose === 'nothing') continue;
    if (purpose === 'continues' || isSoon) runBody({ ...flow, depth: flow.depth + 1, promised: undefined }, body, fork(moment));
    if (purpose === 'continues') continue;
    if (isSoon) markForced(flow, body);
    else endInTime(flow, { timer: step, from: step.call }, body, moment);
  }
}

/** What a timer runs ends things by force: `setTimeout(() => process.exit(1), 5000)`, `sleep(5000).then(() => process.exit(1))`. */
export function endInTime(flow: Flow, { timer, from }: { readonly timer: CallStep; readonly from: CallInstance }, body: Body, moment: Moment): void {
  setDeadline(flow, moment, { site: siteOfCall(from), what: 'the timer', step: timer });
  markForced(flow, body);
  const exit = flow.failing ? undefined : exitIn(flow, body);
  if (exit !== undefined) flow.unwinding.timedExits.push(exitAt(flow, exit, moment));
}

function markForced(flow: Flow, body: Body): void {
  for (const step of body.steps) if (step.is === 'call') for (const { resource, too = [] } of flow.rules.closes(step)) for (const ended of [resource, ...too]) flow.unwinding.closed.add(ended);
}

// Libraries without rows may run what they are given in any order.
const UNKNOWN_ORDER = {};

/** Functions that a library runs within the call: helpers, wrappers, timeouts. */
function runWithin(flow: Flow, step: CallStep, moment: Moment): void {
  const rows = flow.context.program.engine.libraries.rows(step.callee.module, step.callee.path);
  const timed = rows?.wrappers.some((wrapper) => wrapper.guard === 'timeout' && flow.rules.limitOf(wrapper.timeout, step, step.call.frame.unit) === 'set') === true;
  if (timed) setDeadline(flow, moment, { site: siteOfCall(step.call), what: `\`${step.callee.path || step.callee.module}\``, step });
  const start = fork(moment);
  const ordered = rows !== undefined && [rows.callbacks, rows.wrappers, rows.values, rows.hooks].some(({ length }) => length > 0);
  const unordered = ordered ? flow.unordered : new Set([...flow.unordered, UNKNOWN_ORDER]);
  for (const { body } of step.within) {
    runBody({ ...flow, unordered, depth: flow.depth + 1, gathered: false }, body, start);
    start.returned = false;
  }
  const { settled, pending } = since(moment, start);
  const kept = step.call.expression.arguments.flatMap((argument) => completedBy(flow, argument, moment));
  flow.completed.set(step.call.expression, [...settled, ...kept]);
  if (step.awaited === 'yes') settle(moment, [...settled, ...kept]);
  else begin(moment, settled, keptAs(step));
  begin(moment, pending, false);
  if (step.awaited === 'yes') moment.exited ||= start.exited;
}
