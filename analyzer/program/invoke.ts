import { calculatedResult } from './calculated.js';
import type { ValueRow } from '#catalog/schema.js';
import { builtinCall } from './builtins.js';
import { callbackRow, rowParameters } from './callbacks.js';
import type { Engine, Target } from './engine.js';
import { isVague } from './bindings.js';
import { hasArguments } from './guarded-arguments.js';
import { resolvedByContainer } from './injection.js';
import { instanceOf } from './instances.js';
import { elementsOf, exactPositions, MAX_SPREAD } from './lists.js';
import { bindSelf } from './members.js';
import { boundArguments, filledFunctions, promisedFunctions } from './filled-functions.js';
import { leavesOf, namedValue, unsetValue } from './named-values.js';
import { putBefore } from './put-before.js';
import { placeValues } from './places.js';
import { returnedDefault } from './unset-environment.js';
import { durationOf } from './duration.js';
import type { CallInstance, ClassValue, FunctionValue, LibraryValue, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';
import { asWhole } from './whole-arguments.js';

/** Values whose methods are the language's own. */
const BUILTIN_HOLDERS = new Set(['list', 'text', 'literal', 'regex', 'environment']);
const FUNCTION_METHODS = new Set(['call', 'apply', 'bind']);
/** Methods of promises. */
export const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);

/** Who is called by a call. */
export function targetsOf(engine: Engine, call: CallInstance): readonly Target[] {
  const { expression, frame } = call;
  const { callee } = expression;
  if (callee.is !== 'member' && callee.is !== 'element') {
    return engine.evaluate(callee, frame).values.map((value) => ({ is: 'value', value, self: superSelf(engine, call) }));
  }
  const targets: Target[] = [];
  const holders = engine.evaluate(callee.of, frame);
  for (const holder of holders.values) {
    const names = callee.is === 'member' ? [callee.name] : elementNames(engine, call);
    if (names === undefined) {
      for (const value of elementsOf(engine, engine.table.only(holder), 'a function chosen at run time').values) targets.push({ is: 'value', value, self: holder });
      continue;
    }
    for (const name of names) targets.push(...memberTargets(engine, holder, name, callee.of.is === 'super' ? thisValue(engine, call) : holder));
  }
  return targets;
}

function elementNames(engine: Engine, call: CallInstance): readonly string[] | undefined {
  if (call.expression.callee.is !== 'element') return undefined;
  const names = engine.evaluate(call.expression.callee.index, call.frame).values.map((value) => (value.is === 'literal' ? String(value.value) : undefined));
  return names.length > 0 && names.every((name): name is string => name !== undefined) ? names : undefined;
}

function memberTargets(engine: Engine, holder: Value, name: string, self: Value | undefined): readonly Target[] {
  const ofFunction = (holder.is === 'function' || holder.is === 'class' || holder.is === 'bound') && FUNCTION_METHODS.has(name);
  if (name === 'bind' && isMethodRead(holder)) return [{ is: 'method', of: holder, name }];
  if ((BUILTIN_HOLDERS.has(holder.is) && !isRecordMember(holder, name)) || ofFunction) return [{ is: 'method', of: holder, name }];
  if (holder.is === 'library' && PROMISE_METHODS.has(name) && isAwaitable(engine, holder)) return [{ is: 'method', of: holder, name }];
  const found = holder.is === 'class' && self?.is === 'instance' ? engine.memberFrom(holder, self, name) : engine.memberOf(holder, name);
  if (PROMISE_METHODS.has(name) && !found.values.some((value) => value.is === 'function')) return [{ is: 'method', of: holder, name }];
  return found.values.map((value) => ({ is: 'value', value, self }));
}

// A function of an object that was put together from names and values: no map has a method of that name.
function isRecordMember(holder: Value, name: string): boolean {
  return holder.is === 'list' && !(name in Map.prototype) && !(name in Array.prototype) && holder.keys?.some(({ values: [key] }) => key?.is === 'literal' && key.value === name) === true;
}

// `server.close` in `server.close.bind(server)`, but no instance that has a method `bind` itself.
function isMethodRead(holder: Value): boolean {
  return holder.is === 'library' && holder.from !== undefined && holder.call === undefined && !holder.path.endsWith('()');
}

// `then` is a promise's unless the library says otherwise.
function isAwaitable(engine: Engine, holder: LibraryValue): boolean {
  return holder.call !== undefined && engine.libraries.rows(holder.module, `${holder.path}.then`) === undefined;
}

function thisValue(engine: Engine, call: CallInstance): Value | undefined {
  return engine.evaluate({ is: 'this' }, call.frame).values[0];
}

function superSelf(engine: Engine, call: CallInstance): Value | undefined {
  return call.expression.callee.is === 'super' ? thisValue(engine, call) : undefined;
}

/** The arguments of a call, spreads expanded where their length is known. */
export function callArguments(engine: Engine, call: CallInstance): readonly ValueSet[] {
  const given: ValueSet[] = [];
  let whole = true;
  for (const argument of call.expression.arguments) {
    if (argument.is !== 'spread') {
      given.push(engine.evaluate(argument, call.frame));
      continue;
    }
    const spread = engine.evaluate(argument.value, call.frame);
    const known = spread.values.length === 1 ? exactPositions(engine, spread.values[0]) : undefined;
    if (known !== undefined && given.length + known.length <= MAX_SPREAD) given.push(...known);
    else {
      given.push(elementsOf(engine, spread, 'one of the arguments that are spread'));
      whole = false;
    }
  }
  return whole ? asWhole(given) : given;
}

/** What calling or constructing a value gives. */
export function invokeValue(engine: Engine, target: Value, call: CallInstance | undefined, given: readonly ValueSet[], self: ValueSet | undefined): ValueSet {
  const { table } = engine;
  switch (target.is) {
    case 'function': return functionResult(engine, target, given, self?.values[0]);
    case 'class': return call?.expression.callee.is === 'super' ? table.undefined : constructed(engine, target, given, call);
    case 'bound': return engine.invoke(target.target, call, boundArguments(engine, target, given), target.self ?? self);
    case 'library': return libraryResult(engine, target, call, given);
    case 'unknown': return table.only(target);
    case 'undefined': return table.empty;
    default: return table.unknown('the result of something that is no function in sight');
  }
}

function constructed(engine: Engine, target: ClassValue, given: readonly ValueSet[], call: CallInstance | undefined): ValueSet {
  return engine.table.only(instanceOf(engine, target, given, call));
}

function functionResult(engine: Engine, target: FunctionValue, given: readonly ValueSet[], self: Value | undefined): ValueSet {
  const facts = functionOf(target);
  const calculated = calculatedResult(engine, target, given, () => engine.enter(target, given, self));
  if (calculated !== undefined) return calculated;
  const frame = engine.enter(target, given, self);
  const returned = target.unit.index.returns.get(target.index) ?? [];
  const result = facts.generator === true
    ? engine.list(undefined, engine.yielded(frame), undefined, undefined)
    : returnedDefault(engine, facts.body, frame, engine.table.union(returned.map((value) => engine.evaluate(value, frame))));
  if (!isVague(result)) return result;
  const declared = facts.returns === undefined ? engine.table.empty : engine.valuesOfType(facts.returns, target.unit);
  if (declared.values.length > 0) return declared;
  if (returned.length === 0 && facts.bodiless !== true && facts.generator !== true) return engine.table.undefined;
  return result.values.length > 0 ? result : engine.table.unknown(`what ${facts.name || 'a function'} gives`);
}

function libraryResult(engine: Engine, target: LibraryValue, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet {
  const { table } = engine;
  const builtin = target.module === 'global' ? builtinCall(engine, target, call, given) : undefined;
  if (builtin !== undefined) return builtin;
  if (call === undefined) return pathResult(engine, target, call);
  const rows = engine.libraries.rows(target.module, target.path);
  const row = rows?.values[0];
  if (row !== undefined) return valueRowResult(engine, row, target, call);
  const kept = onceFunction(engine, target);
  if (kept !== undefined) return table.union(kept.values.map((value) => engine.invoke(value, call, [], undefined)));
  const container = resolvedByContainer(engine, target, call);
  if (container !== undefined) return container;
  const gives = wrappedResult(engine, target, call, given);
  return gives ?? table.union([pathResult(engine, target, call)]);
}

/** What a member gives that stands for a call's result: zod's `safeParse(…).data` is what `parse(…)` gives. */
export function resultMember(engine: Engine, of: LibraryValue, module: string, path: string): ValueSet | undefined {
  if (of.call === undefined || !path.endsWith('()')) return undefined;
  const row = engine.libraries.rows(module, path.slice(0, -2))?.values[0];
  return row === undefined ? undefined : valueRowResult(engine, row, engine.library(module, path.slice(0, -2), of.from?.from, undefined), of.call);
}

/** The function behind a value that runs it once: `once(f)`. */
export function onceFunction(engine: Engine, target: LibraryValue): ValueSet | undefined {
  if (target.call === undefined || target.from === undefined) return undefined;
  const row = engine.libraries.rows(target.from.module, target.from.path)?.values.find((candidate) => candidate.gives === 'once');
  return row === undefined ? undefined : placeValues(engine, target.call, target.from, row.from ?? '0');
}

function pathResult(engine: Engine, target: LibraryValue, call: CallInstance | undefined): ValueSet {
  const { module, path } = engine.libraries.canonical(target.module, `${target.path}()`);
  return engine.table.only(engine.library(module, path, target, call));
}

/** The result of a call that gives what its callback gives: retry helpers, breakers, transactions. */
function wrappedResult(engine: Engine, target: LibraryValue, call: CallInstance, given: readonly ValueSet[]): ValueSet | undefined {
  const results: ValueSet[] = [];
  given.forEach((set, position) => {
    const row = callbackRow(engine, target, position, given.length, call);
    if (row?.gives !== true) return;
    const parameters = rowParameters(engine, target, call, row);
    for (const value of set.values) if (isCallable(value)) results.push(engine.invoke(value, call, parameters, undefined));
  });
  for (const wrapper of engine.libraries.rows(target.module, target.path)?.wrappers ?? []) {
    if (wrapper.function === undefined || wrapper.gives === 'function' || wrapper.gives === 'policy' || !hasArguments(wrapper, call)) continue;
    for (const value of placeValues(engine, call, target, wrapper.function).values) {
      results.push(isCallable(value) ? engine.invoke(value, call, [], undefined) : engine.table.only(value));
    }
  }
  return results.length === 0 ? undefined : engine.table.union(results);
}

export function isCallable(value: Value): boolean {
  return value.is === 'function' || value.is === 'bound';
}

function valueRowResult(engine: Engine, row: ValueRow, target: LibraryValue, call: CallInstance): ValueSet {
  const named = namedValue(engine, row, target, call);
  if (named !== undefined) return named;
  const at = (place: string) => (row.gives === 'put' ? engine.table.empty : placeValues(engine, call, target, place));
  const first = at(row.from ?? '0');
  const from = first.values.length === 0 && row.orFrom !== undefined ? at(row.orFrom) : first;
  switch (row.gives) {
    case 'duration': return engine.table.union(from.values.map((value) => durationOf(engine, value, row.unit)));
    case 'once': case 'signal': case 'token': return pathResult(engine, target, call);
    case 'argument': case 'function': return from.values.length === 0 && row.from !== undefined ? unsetValue(engine, target, call, row.scalar) : bindSelf(engine, from, target);
    case 'merge': return engine.table.only(engine.merged(engine.argumentsOf(call), []));
    case 'merge-deep': return engine.table.only(engine.merged(engine.argumentsOf(call), [], true));
    case 'list': return engine.list(engine.argumentsOf(call), engine.table.union(engine.argumentsOf(call)), undefined, undefined);
    case 'filled': return filledFunctions(engine, from, placeValues(engine, call, target, row.with ?? '1'));
    case 'number': return from;
    case 'put': return putBefore(engine, row, target);
    case 'promised': return promisedFunctions(engine, bindSelf(engine, from, target));
    case 'leaves': return row.leaf === undefined || from.values.length === 0 ? unsetValue(engine, target, call) : leavesOf(engine, from, row.leaf);
    case 'environment': return unsetValue(engine, target, call);
  }
}
