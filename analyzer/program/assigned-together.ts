import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import type { Frame, InstanceValue, ObjectValue, ValueSet } from './values.js';

/** A member that `Object.assign(target, …)` gives an object in the function that makes it. */
export function assignedTogether(engine: Engine, value: ObjectValue, name: string): ValueSet {
  const { frame } = value;
  return given(engine, frame, (target) => engine.evaluate(target, frame).values.includes(value), name);
}

/** A member that `Object.assign(this, …)` gives an instance in its constructor. */
export function assignedToSelf(engine: Engine, constructing: Frame, self: InstanceValue, name: string): ValueSet {
  return given(engine, constructing, (target) => target.is === 'this' && constructing.self === self, name);
}

function given(engine: Engine, frame: Frame, isTarget: (target: Expression) => boolean, name: string): ValueSet {
  const sets: ValueSet[] = [];
  for (const { call, by } of frame.unit.index.calls.get('assign') ?? []) {
    const [target, ...sources] = call.arguments;
    const { callee } = call;
    if (by !== frame.function || target === undefined || target.is === 'object' || callee.is !== 'member' || callee.of.is !== 'global' || callee.of.name !== 'Object') continue;
    if (isTarget(target)) for (const source of sources) sets.push(engine.member(engine.evaluate(source, frame), name));
  }
  return engine.table.of(sets.flatMap((set) => set.values.filter(({ is }) => is !== 'undefined')));
}
