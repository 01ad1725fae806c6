import type { Engine } from './engine.js';
import { propertiesOf } from './members.js';
import { SETTLES } from './plain-values.js';
import type { BoundValue, FunctionValue, Value, ValueSet } from './values.js';

/** The functions of an object, each to be called with its first argument and something more as one object: `injectArguments({ load }, { db })`. */
export function filledFunctions(engine: Engine, set: ValueSet, filled: ValueSet): ValueSet {
  return engine.table.union(set.values.map((value) => {
    if (value.is !== 'object' && value.is !== 'merged') return engine.table.only(value);
    const members = [...propertiesOf(engine, value)].map(([name, functions]): [string, ValueSet] => [name, engine.table.of(functions.values.map((one) => filledOne(engine, one, filled)))]);
    return engine.table.only(engine.record(members));
  }));
}

function filledOne(engine: Engine, target: Value, filled: ValueSet): Value {
  if (target.is !== 'function' && target.is !== 'bound') return target;
  return engine.table.intern<BoundValue>(`b${target.id}:+${filled.id}`, { is: 'bound', target, self: undefined, given: [], filled });
}

/** Functions that take a callback last, made to give a promise: `promisify(load)`. */
export function promisedFunctions(engine: Engine, set: ValueSet): ValueSet {
  const [last] = settlers(engine);
  return engine.table.of(set.values.map((target) => (isOfService(target)
    ? engine.table.intern<BoundValue>(`b${target.id}:>${last.id}`, { is: 'bound', target, self: undefined, given: [], last }) : target)));
}

/** What the function of `new Promise(…)` is given. */
export function settlers(engine: Engine): readonly [ValueSet, ValueSet] {
  const settler = engine.table.unknown(SETTLES);
  return [settler, settler];
}

function isOfService(target: Value): target is FunctionValue | BoundValue {
  return target.is === 'function' || (target.is === 'bound' && isOfService(target.target));
}

/** Is it the callback that settles a promise? */
export function settles(value: Value): boolean {
  return value.is === 'unknown' && value.why === SETTLES;
}

/** What the function below a bound one is called with. */
export function boundArguments(engine: Engine, { given: own, filled, last }: BoundValue, given: readonly ValueSet[]): readonly ValueSet[] {
  const [first, ...others] = [...own, ...given, ...(last === undefined ? [] : [last])];
  if (filled === undefined) return first === undefined ? [] : [first, ...others];
  return [engine.table.only(engine.merged([...(first === undefined ? [] : [first]), filled], [])), ...others];
}
