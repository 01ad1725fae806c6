import type { CallExpression, Expression, NewExpression } from '#facts/types.js';
import { positionsOf } from './builtins.js';
import { callbackFunctions, callbackRows, ELEMENT_METHODS, rowParameters, sendersOf } from './callbacks.js';
import { defaultParameters, defaultRuns } from './default-runs.js';
import type { Target } from './engine.js';
import { boundArguments, settles } from './filled-functions.js';
import { guardedPositions, RECEIVER } from './guarded-arguments.js';
import { constructorFrame, initializerFrame, instanceOf } from './instances.js';
import { isCallable, PROMISE_METHODS } from './invoke.js';
import { elementsOf, exactPositions } from './lists.js';
import { loadedRegistrations } from './loaded-files.js';
import { baseOf } from './members.js';
import type { Awaited, Body, CallbackRun, Step } from './steps.js';
import type { BoundValue, CallInstance, ClassValue, Frame, InstanceValue, LibraryValue, Value, ValueSet } from './values.js';
import { classOf } from './values.js';
import { passedOn } from './whole-arguments.js';
import { walkSettled } from './walk-settled.js';
import { wrappedRuns } from './walk-wrapped.js';
import type { Walker } from './walker.js';

const PARALLEL: ReadonlyMap<string, 'all' | 'allSettled' | 'race' | 'any'> = new Map([
  ['Promise.all', 'all'], ['Promise.allSettled', 'allSettled'], ['Promise.race', 'race'], ['Promise.any', 'any'],
]);
const MAX_UNROLLED = 64;
/** Classes that extend each other without a constructor; a circle of them ends here. */
const MAX_BASES = 12;

/** Reads one call: its receiver and arguments first, then what it calls. */
export function walkCall(walker: Walker, expression: CallExpression | NewExpression, frame: Frame, out: Step[], awaited: Awaited): void {
  const { callee } = expression;
  const settles = callee.is === 'member' && PROMISE_METHODS.has(callee.name);
  const call = walker.engine.callInstance(expression, frame);
  const targets = walker.engine.targets(call);
  const guarded = guardedPositions(walker.engine.libraries, targets);
  const promised: CallbackRun[] = [];
  const promise = (part: Expression, position: number): void => {
    const steps: Step[] = [];
    walker.visit(part, frame, steps, 'yes');
    if (steps.length > 0) promised.push({ position, value: walker.engine.table.undefined.values[0] as Value, body: { frame, steps } });
  };
  if (callee.is === 'member' && guarded.has(RECEIVER)) promise(callee.of, RECEIVER);
  else if (callee.is === 'member') walker.visit(callee.of, frame, out, settles ? awaited : 'stored');
  else if (callee.is !== 'variable' && callee.is !== 'global' && callee.is !== 'super') walker.visit(callee, frame, out, 'stored');
  const parallel = parallelOf(targets);
  if (parallel !== undefined && parallelArms(walker, call, parallel, out, awaited)) return;
  expression.arguments.forEach((argument, position) => {
    if (argument.is === 'function') return;
    if (!guarded.has(position)) return walker.visit(argument, frame, out, 'stored');
    promise(argument, position);
  });
  walker.seen.set(expression, isResolved(targets) || walker.seen.get(expression) === true);
  if (targets.length === 0) {
    out.push({ is: 'unresolved', call, why: 'nothing in sight gives what is called a value', awaited, within: promised });
    return;
  }
  const arms = targets.map((target) => {
    const steps: Step[] = [];
    walkTarget(walker, call, target, steps, awaited);
    return { frame, steps: promised.length === 0 ? steps : steps.map((step) => (step.is === 'call' && step.call === call ? { ...step, within: [...promised, ...step.within] } : step)) };
  });
  const useful = arms.filter((arm) => arm.steps.length > 0);
  if (useful.length === 1 && arms.length === 1) for (const step of (useful[0] as Body).steps) out.push(step);
  else if (useful.length > 0) out.push({ is: 'branch', arms: useful, call });
  for (const registration of loadedRegistrations(walker.engine, call, targets)) walkCall(walker, registration, frame, out, awaited);
}

function isResolved(targets: readonly Target[]): boolean {
  return targets.some((target) => target.is === 'method' || (target.value.is !== 'unknown' && target.value.is !== 'undefined'));
}

function parallelOf(targets: readonly Target[]): 'all' | 'allSettled' | 'race' | 'any' | undefined {
  const target = targets[0];
  return targets.length === 1 && target?.is === 'value' && target.value.is === 'library' && target.value.module === 'global' ? PARALLEL.get(target.value.path) : undefined;
}

/** `Promise.all([a(), b()])`: each element is an arm. False when the elements are not written there. */
function parallelArms(walker: Walker, call: CallInstance, how: 'all' | 'allSettled' | 'race' | 'any', out: Step[], awaited: Awaited): boolean {
  const list = call.expression.arguments[0];
  if (list === undefined) return false;
  const arm = (expression: Expression): Body => {
    const steps: Step[] = [];
    walker.visit(expression, call.frame, steps, 'yes');
    return { frame: call.frame, steps };
  };
  const arms = list.is === 'array' ? list.elements.map(arm) : [arm(list)];
  walker.seen.set(call.expression, true);
  out.push({ is: 'parallel', how, call, arms, awaited });
  return true;
}

function walkTarget(walker: Walker, call: CallInstance, target: Target, out: Step[], awaited: Awaited): void {
  if (target.is === 'method') return walkMethod(walker, call, target.of, target.name, out, awaited);
  const { value, self } = target;
  const given = walker.engine.argumentsOf(call);
  walkValue(walker, call, value, given, self, out, awaited);
}

function walkValue(walker: Walker, call: CallInstance, value: Value, given: readonly ValueSet[], self: Value | undefined, out: Step[], awaited: Awaited): void {
  switch (value.is) {
    case 'function': return enter(walker, call, walker.engine.enter(value, given, self), out, awaited);
    case 'bound': return value.last !== undefined ? walkPromised(walker, call, value, given, out, awaited) : walkValue(walker, call, value.target, boundArguments(walker.engine, value, given), value.self?.values[0] ?? self, out, awaited);
    case 'class': return walkConstruction(walker, call, value, given, self, out);
    case 'library': return walkLibrary(walker, call, value, given, out, awaited);
    case 'undefined': return;
    default: {
      const why = value.is === 'unknown' ? value.why : 'what is called is no function in sight';
      out.push({ is: 'unresolved', call, why, awaited, within: argumentRuns(walker, call, given) });
    }
  }
}

// `promisify(load)(id)` is `new Promise((settle) => load(id, settle))`.
function walkPromised(walker: Walker, call: CallInstance, value: BoundValue, given: readonly ValueSet[], out: Step[], awaited: Awaited): void {
  const steps: Step[] = [];
  walkValue(walker, call, value.target, boundArguments(walker.engine, value, given), value.self?.values[0], steps, 'stored');
  const body = { frame: call.frame, steps };
  if (steps.length > 0) out.push({ is: 'call', call, callee: walker.engine.library('global', 'Promise', undefined, undefined), awaited, within: [{ position: 0, value, body }], later: [] });
}

function enter(walker: Walker, call: CallInstance, frame: Frame, out: Step[], awaited: Awaited): void {
  const { body, recursive } = walker.body(frame);
  const { at } = call.expression;
  if (body.steps.length > 0 || recursive) out.push({ is: 'enter', call, body, awaited, recursive, frame: call.frame, at });
}

/** `new C(…)` and `super(…)`: base classes first, then fields, then the constructor. */
function walkConstruction(walker: Walker, call: CallInstance, value: ClassValue, given: readonly ValueSet[], self: Value | undefined, out: Step[]): void {
  if (self?.is === 'instance' && call.expression.callee.is === 'super') return construct(walker, call, value, given, self, out);
  // What the instance keeps of its arguments: its members are read with those.
  const instance = instanceOf(walker.engine, value, given, call);
  construct(walker, call, value, instance.given ?? given, instance, out);
}

function construct(walker: Walker, call: CallInstance, level: ClassValue, given: readonly ValueSet[], self: InstanceValue, out: Step[], depth = 0): void {
  const { engine } = walker;
  const frame = constructorFrame(engine, level, given, self);
  if (frame === undefined) {
    const base = baseOf(engine, level).values[0];
    if (base?.is === 'class' && depth < MAX_BASES) construct(walker, call, base, given, self, out, depth + 1);
    else if (base?.is === 'library') walkLibrary(walker, call, base, given, out, 'stored');
  }
  const fields = initializerFrame(engine, level, self);
  const steps: Step[] = [];
  // A field can hold another instance of its own class.
  walker.within(fields, () => {
    for (const member of classOf(level).members) if (member.static !== true && member.value !== undefined) walker.visit(member.value, fields, steps, 'stored');
  });
  const { at } = call.expression;
  if (steps.length > 0) out.push({ is: 'enter', call, body: { frame: fields, steps }, awaited: 'yes', recursive: false, frame: call.frame, at });
  if (frame !== undefined) enter(walker, call, frame, out, 'yes');
}

/** Methods of lists, promises and functions. */
function walkMethod(walker: Walker, call: CallInstance, of: Value, name: string, out: Step[], awaited: Awaited): void {
  const { engine } = walker;
  const given = engine.argumentsOf(call);
  if (of.is === 'function' || of.is === 'bound' || of.is === 'class') {
    if (name === 'call') walkValue(walker, call, of, passedOn(given), given[0]?.values[0], out, awaited);
    if (name === 'apply') walkValue(walker, call, of, positionsOf(engine, given[1]), given[0]?.values[0], out, awaited);
    return;
  }
  if (PROMISE_METHODS.has(name)) return walkSettled(walker, { call, of, name, given }, out, awaited);
  if (of.is !== 'list' || !ELEMENT_METHODS.has(name)) return;
  const callbacks = given[0];
  if (callbacks === undefined) return;
  const reduces = name.startsWith('reduce');
  const known = exactPositions(engine, of);
  const positions = known !== undefined && known.length <= MAX_UNROLLED ? known : undefined;
  const elements = positions ?? [elementsOf(engine, engine.table.only(of), 'an element')];
  const each: Body[] = [];
  for (const element of elements) {
    const passed = reduces ? [engine.table.unknown('what was reduced so far'), element] : [element];
    for (const run of runsOf(walker, callbacks, 0, passed, call)) each.push(run.body);
  }
  const steps = each.flatMap((body) => body.steps);
  if (steps.length === 0) return;
  out.push({ is: 'loop', form: name, count: known?.length, body: { frame: call.frame, steps }, frame: call.frame, at: call.expression.at, each, method: call });
}

/** The activations of functions given as an argument. */
export function runsOf(walker: Walker, set: ValueSet, position: number, parameters: readonly ValueSet[], call: CallInstance, self?: Value): CallbackRun[] {
  const runs: CallbackRun[] = [];
  for (const value of set.values) {
    if (!isCallable(value) && value.is !== 'library' && !settles(value)) continue;
    const steps: Step[] = [];
    if (value.is === 'library') {
      if (value.module === 'global' && value.call === undefined) continue;
      walkLibrary(walker, call, value, parameters, steps, 'yes');
    } else walkValue(walker, call, value, parameters, self, steps, 'yes');
    const only = steps.length === 1 && steps[0]?.is === 'enter' ? steps[0].body : { frame: call.frame, steps };
    runs.push({ position, value, body: only });
  }
  return runs;
}

function argumentRuns(walker: Walker, call: CallInstance, given: readonly ValueSet[]): CallbackRun[] {
  return given.flatMap((set, position) => runsOf(walker, callables(walker, set), position, [], call));
}

// A module given as a function stands for its default export: `app.register(import('./routes.js'))`.
function callables(walker: Walker, set: ValueSet): ValueSet {
  const { engine } = walker;
  if (!set.values.some((value) => value.is === 'namespace' || isCallable(value))) return engine.table.empty;
  return engine.table.of(set.values.flatMap((value) => (value.is === 'namespace' ? engine.memberOf(value, 'default').values : [value])).filter(isCallable));
}

/** A call to a library with these arguments, and the functions it runs. */
function walkLibrary(walker: Walker, call: CallInstance, callee: LibraryValue, given: readonly ValueSet[], out: Step[], awaited: Awaited): void {
  const { engine } = walker;
  const rows = engine.libraries.rows(callee.module, callee.path);
  const within: CallbackRun[] = [];
  const later: CallbackRun[] = [];
  const wrapped = wrappedRuns(walker, call, callee, given);
  given.forEach((set, position) => {
    const promised = callbackRows(engine, callee, position, given.length, call);
    if (promised.length === 0 && wrapped.receives === undefined && defaultRuns(rows, callee) !== 'never') {
      (defaultRuns(rows, callee) === 'later' ? later : within).push(...runsOf(walker, callables(walker, set), position, defaultParameters(engine, callee), call));
      if (position === given.length - 1) within.push(...runsOf(walker, engine.table.of(set.values.filter(settles)), position, [], call));
    }
    if (promised.length === 0 && wrapped.receives === 'perhaps') within.push(...runsOf(walker, callables(walker, set), -1, [], call));
    for (const row of promised) {
      if (row.runs === 'never') continue;
      const functions = /\.|\[\]/.test(row.callback.replace('..', '')) || row.members !== undefined ? callbackFunctions(engine, call, callee, row) : callables(walker, set);
      (row.runs === 'later' ? later : within).push(...runsOf(walker, functions, position, rowParameters(engine, callee, call, row), call));
    }
  });
  within.push(...wrapped.runs);
  for (const row of rows?.operations ?? []) within.push(...runsOf(walker, sendersOf(engine, call, callee, row), -1, [], call));
  const heard = walker.emitters.handlersOf(call, callee);
  if (heard !== undefined) within.push(...runsOf(walker, heard, -1, given.slice(1), call).map((run) => ({ ...run, receives: 1 })));
  for (const { handlers, self, given: sent = [] } of walker.emitters.hooks.of(call, callee)) within.push(...runsOf(walker, handlers, -1, sent, call, self));
  out.push({ is: 'call', call, callee, awaited, within, later });
}
