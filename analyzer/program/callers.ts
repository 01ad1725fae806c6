import type { Engine } from './engine.js';
import { ELEMENT_METHODS } from './callbacks.js';
import { MAX_CALLERS, MAX_UNROLLED } from './engine.js';
import { isInstanceOf } from './instances.js';
import type { CallInstance, Frame, Unit, Value } from './values.js';
import { classOf, functionOf } from './values.js';

// Their callbacks are given something else first, or two elements.
const TAKES_TWO = /^(?:reduce|sort|toSorted|from)/;

/** Every call in the program that runs an activation's function, with the values called; undefined when there are more than are read. */
export function callsInSight(engine: Engine, frame: Frame): readonly { readonly call: CallInstance; readonly target: Value; readonly self: Value | undefined }[] | undefined {
  const facts = functionOf(frame);
  const name = calledName(frame);
  if (name === '' || facts.kind === 'module') return [];
  const sites = engine.callsNamed(name);
  if (sites.length > MAX_CALLERS) return undefined;
  const found: { call: CallInstance; target: Value; self: Value | undefined }[] = [];
  for (const { unit, site } of sites) {
    if (facts.kind === 'constructor' ? site.call.is !== 'new' : site.call.is !== 'call') continue;
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    const target = engine.targets(call).find((candidate) => candidate.is === 'value' && calls(candidate.value, frame, engine));
    if (target?.is === 'value') found.push({ call, target: target.value, self: target.self });
  }
  return found;
}

/** The activations of a function for the calls in sight, one that knows nothing of its caller where there are none. */
export function activationsInSight(engine: Engine, unit: Unit, index: number): readonly Frame[] {
  const generic = engine.generic(unit, index);
  const byElement = activationsByElement(engine, unit, index);
  if (byElement.length > 0) return byElement;
  const found = functionOf(generic).parameters.length === 0 ? [] : (callsInSight(engine, generic) ?? []);
  const frames = found.flatMap(({ call, target }) => (target.is === 'function' ? [engine.enter(target, engine.argumentsOf(call))] : []));
  return frames.length === 0 ? [generic] : [...new Set(frames)];
}

// `partners.map((partner) => …)`: one for each element that is known, in each activation of the function around it.
function activationsByElement(engine: Engine, unit: Unit, index: number): readonly Frame[] {
  const passed = unit.index.passedTo.get(index);
  if (passed === undefined || passed.position !== 0 || passed.call.callee.is !== 'member' || !ELEMENT_METHODS.has(passed.call.callee.name) || TAKES_TWO.test(passed.call.callee.name)) return [];
  const { callee, arguments: [argument] } = passed.call;
  const frames = activationsInSight(engine, unit, passed.by).flatMap((frame) => {
    const lists = engine.evaluate(callee.of, frame).values.flatMap((value) => (value.is === 'list' && value.positions !== undefined ? [value.positions] : []));
    const functions = argument === undefined ? [] : engine.evaluate(argument, frame).values.filter((value) => value.is === 'function');
    return lists.flat().slice(0, MAX_UNROLLED).flatMap((element) => functions.map((value) => engine.enter(value, [element])));
  });
  return [...new Set(frames)];
}

/** Likewise, each on the object that its method is called on. */
export function activationsOnObjects(engine: Engine, unit: Unit, index: number): readonly Frame[] {
  const generic = engine.generic(unit, index);
  const found = callsInSight(engine, generic) ?? [];
  const frames = found.flatMap(({ call, target, self }) => (target.is === 'function' ? [engine.enter(target, engine.argumentsOf(call), self)] : []));
  return frames.length === 0 ? [generic] : [...new Set(frames)];
}

/** The name that calls of an activation's function have in the source: that of the class for a constructor. */
export function calledName(frame: Frame): string {
  const { kind, name, class: owner } = functionOf(frame);
  if (kind !== 'constructor') return name;
  return owner === undefined ? '' : (frame.unit.facts.classes[owner]?.name ?? '');
}

function calls(value: Value, frame: Frame, engine: Engine): boolean {
  if (value.is === 'function') return value.unit === frame.unit && value.index === frame.function;
  if (value.is === 'bound') return calls(value.target, frame, engine);
  if (value.is !== 'class') return false;
  const { class: owner } = functionOf(frame);
  if (value.unit === frame.unit && value.index === owner) return true;
  if (classOf(value).constructor !== undefined && typeof classOf(value).constructor === 'number') return false;
  const base = owner === undefined ? undefined : engine.table.known(`c${frame.unit.id}:${owner}:${frame.parent?.id ?? ''}`);
  return base?.is === 'class' && isInstanceOf(engine, { id: 0, is: 'instance', class: value, given: undefined, call: undefined }, base);
}
