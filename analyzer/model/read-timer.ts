import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { elementsOf } from '#program/lists.js';
import { frameNear, methodCalls } from '#program/place-bases.js';
import { isSameThing } from '#program/creations.js';
import { drawnUpTo, isLeft } from '#program/random-numbers.js';
import type { CallInstance, Frame, LibraryValue, Value, ValueSet } from '#program/values.js';
import { readLimit } from './read-limit.js';
import type { Reading } from './read-limit.js';

/** Policies inside policies are looked through this far. */
const MAX_POLICIES = 6;

/** When an AbortSignal fires: several readings are alternatives. */
export function signalReadings(engine: Engine, value: Value): readonly Reading[] {
  if (value.is === 'undefined' || (value.is === 'literal' && value.value === null)) return [{ is: 'unset' }];
  if (value.is === 'unknown') return [{ is: 'unknown', because: value.why }];
  if (value.is !== 'library') return [{ is: 'unknown', because: 'a signal whose timer is not in sight' }];
  if (value.module === 'global' && value.call !== undefined) {
    const given = engine.argumentsOf(value.call)[0];
    if (value.path === 'AbortSignal.timeout()') return (given?.values ?? []).map(numberReading);
    if (value.path === 'AbortSignal.any()') return [earliest(engine, given)];
  }
  if (value.module === 'global' && value.path === 'AbortController().signal' && value.from !== undefined) return [controllerReading(engine, value.from)];
  const told = policySignal(engine, value);
  return told.length > 0 ? told : [{ is: 'unknown', because: 'a signal whose timer is not in sight' }];
}

/** The signal that a policy with a timeout passes to what it runs: `policy.execute(({ signal }) => …)`. */
function policySignal(engine: Engine, signal: LibraryValue): readonly Reading[] {
  for (let policy = signal.from; policy !== undefined; policy = policy.from) {
    const timers = timersOf(engine, policy, 0);
    if (timers.length > 0) return timers.slice(0, 1);
  }
  return [];
}

function timersOf(engine: Engine, policy: LibraryValue, depth: number): readonly Reading[] {
  const { call, from } = policy;
  if (call === undefined || from === undefined || depth > MAX_POLICIES) return [];
  const rows = engine.libraries.rows(from.module, from.path)?.wrappers ?? [];
  return rows.flatMap((row): readonly Reading[] => {
    if (row.guard === 'timeout' && row.timeout !== undefined) return readLimit(engine, row.timeout, { call, callee: from }).filter(({ is }) => is !== 'unset');
    // The innermost limit fires the signal first that its function gets.
    if (row.guard !== 'compose') return [];
    const policies = engine.argumentsOf(call).flatMap((set) => set.values).filter((value) => value.is === 'library');
    const inner = policies.filter((_, position) => !policies.slice(position + 1).some((policy) => triesAgain(engine, policy))).flatMap((value) => timersOf(engine, value, depth + 1));
    return inner.sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
  });
}

// What is outside of a retry leaves each attempt only what the ones before it did not take.
function triesAgain(engine: Engine, { from }: LibraryValue): boolean {
  return from !== undefined && engine.libraries.rows(from.module, from.path)?.wrappers.some(({ guard }) => guard === 'retry' || guard === 'compose') === true;
}

function numberReading(value: Value): Reading {
  if (value.is === 'literal' && typeof value.value === 'number') return { is: 'number', value: value.value };
  if (value.is === 'environment') return { is: 'unknown', because: `${value.name} is read from the environment and has no default` };
  if (value.is === 'library' && value.path === 'Infinity') return { is: 'off' };
  const drawn = drawnUpTo(value);
  if (drawn !== undefined) return { is: 'number', value: drawn, ...(isLeft(value) ? { left: true } : {}) };
  return { is: 'unknown', because: value.is === 'unknown' ? value.why : 'a delay nobody can tell' };
}

// The first signal to fire counts: a known timer bounds whatever the others do.
function earliest(engine: Engine, signals: ValueSet | undefined): Reading {
  const only = signals?.values[0];
  const each = signals?.values.length === 1 && only?.is === 'list' && only.positions !== undefined
    ? only.positions
    : signals === undefined ? [] : [elementsOf(engine, signals, 'one of the signals')];
  const readings = each.map((set) => latest(set.values.flatMap((value) => signalReadings(engine, value))));
  const timers = readings.filter((reading) => reading.is === 'number');
  if (timers.length > 0) return timers.reduce((a, b) => ((a.value ?? 0) <= (b.value ?? 0) ? a : b));
  return readings.find((reading) => reading.is === 'unknown') ?? { is: 'off' };
}

function latest(readings: readonly Reading[]): Reading {
  const uncertain = readings.find((reading) => reading.is !== 'number');
  return uncertain ?? readings.reduce((a, b) => ((a.value ?? 0) >= (b.value ?? 0) ? a : b), { is: 'number', value: 0 });
}

/** When a controller is aborted by a timer: `setTimeout(() => controller.abort(), n)`. */
function controllerReading(engine: Engine, controller: LibraryValue): Reading {
  const near = controller.call?.frame;
  const timers: Reading[] = [];
  for (const { call, holders } of methodCalls(engine, 'abort', near)) {
    if (!holders.some((holder) => isSameThing(engine, holder, controller))) continue;
    const timer = timerAround(engine, call);
    if (timer !== undefined) timers.push(timer);
  }
  for (const { unit, site } of engine.callsNamed('setTimeout')) {
    if (site.call.arguments[0]?.is === 'function') continue;
    const call = engine.callInstance(site.call, frameNear(engine, near, unit, site.by));
    const aborts = (engine.argumentsOf(call)[0]?.values ?? []).some((value) => isAbortOf(engine, value, controller));
    if (aborts) timers.push(delayOf(engine, call));
  }
  if (timers.length > 0) return timers.find((reading) => reading.is === 'number') ?? (timers[0] as Reading);
  return controller.call === undefined
    ? { is: 'unknown', because: 'a signal whose timer is not in sight' }
    : { is: 'off', note: 'no timer aborts its controller' };
}

// `controller.abort` or `controller.abort.bind(controller)`.
function isAbortOf(engine: Engine, value: Value, controller: LibraryValue): boolean {
  let target: Value | undefined = value.is === 'bound' ? value.target : value;
  while (target?.is === 'library' && !target.path.endsWith('.abort')) target = target.from;
  return target?.is === 'library' && target.from !== undefined && isSameThing(engine, target.from, controller);
}

/** The timer whose callback a call stands in. */
function timerAround(engine: Engine, call: CallInstance): Reading | undefined {
  const { frame } = call;
  const passed = frame.unit.index.passedTo.get(frame.function);
  if (passed === undefined || passed.position !== 0) return undefined;
  const outer = frame.parent === undefined ? engine.generic(frame.unit, passed.by) : engine.within(frame.parent, passed.by);
  const timer = engine.callInstance(passed.call, outer);
  const isTimer = engine.targets(timer).some((target) => target.is === 'value' && target.value.is === 'library' && target.value.path === 'setTimeout');
  return isTimer ? delayOf(engine, timer) : undefined;
}

function delayOf(engine: Engine, timer: CallInstance): Reading {
  const delays = (engine.argumentsOf(timer)[1]?.values ?? []).map(numberReading);
  return { ...(delays.length === 0 ? { is: 'number', value: 0 } as const : latest(delays)), where: { frame: timer.frame, at: timer.expression.start } };
}

const SETTERS: ReadonlyMap<string, number> = new Map([['setMilliseconds', 1], ['setSeconds', 1000], ['setMinutes', 60_000]]);

/** How far an absolute time is ahead: `Date.now() + n`, `new Date(Date.now() + n)`, a date with seconds added. */
export function dateValue(engine: Engine, value: LibraryValue): Reading {
  const ahead = /^Date\.now\(\)\+(-?\d+(?:\.\d+)?)$/.exec(value.path)?.[1];
  if (ahead !== undefined) return { is: 'number', value: Number(ahead) };
  if (value.path === 'Date.now()') return { is: 'number', value: 0 };
  const setter = /^Date\(\)\.(set\w+)\(\)$/.exec(value.path)?.[1];
  if (setter !== undefined && value.call !== undefined) return addedTime(engine, value.call, setter);
  if (value.module !== 'global' || value.path !== 'Date()' || value.call === undefined) return { is: 'unknown', because: 'a time nobody can tell' };
  const given = engine.argumentsOf(value.call)[0];
  if (given !== undefined) {
    return latest(given.values.map((inner) => (inner.is === 'library' ? dateValue(engine, inner) : { is: 'unknown', because: 'a time nobody can tell' })));
  }
  for (const setterName of SETTERS.keys()) {
    for (const { call, holders } of methodCalls(engine, setterName, value.call.frame)) {
      if (holders.some((holder) => isSameThing(engine, holder, value))) return addedTime(engine, call, setterName);
    }
  }
  return { is: 'number', value: 0 };
}

// `date.setSeconds(date.getSeconds() + 5)`: what is added counts.
function addedTime(engine: Engine, call: CallInstance, setter: string): Reading {
  const argument = call.expression.arguments[0];
  const parts: readonly Expression[] = argument?.is === 'binary' && argument.operator === '+' ? [argument.left, argument.right] : [];
  const added = parts.map((part) => onlyNumber(engine, part, call.frame)).find((number) => number !== undefined);
  return added === undefined ? { is: 'unknown', because: 'a time nobody can tell' } : { is: 'number', value: added * (SETTERS.get(setter) ?? 1) };
}

function onlyNumber(engine: Engine, expression: Expression, frame: Frame): number | undefined {
  const { values } = engine.evaluate(expression, frame);
  const only = values[0];
  return values.length === 1 && only?.is === 'literal' && typeof only.value === 'number' ? only.value : undefined;
}
