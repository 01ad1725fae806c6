import type { ClassMember } from '#facts/types.js';
import type { Engine } from './engine.js';
import { baseOf } from './members.js';
import type { ClassValue, FunctionValue, Value } from './values.js';
import { classOf } from './values.js';

/** The accessor that reading or assigning a member of an object or instance runs. */
export function accessorOf(engine: Engine, holder: Value, name: string, kind: 'getter' | 'setter'): FunctionValue | undefined {
  if (holder.is === 'object') {
    const accessor = kind === 'getter' ? 'get' : 'set';
    const property = holder.expression.properties.find((candidate) => candidate.is === 'named' && candidate.name === name && candidate.accessor === accessor);
    const value = property === undefined ? undefined : engine.evaluate(property.value, holder.frame).values[0];
    return value?.is === 'function' ? value : undefined;
  }
  return declaredFunction(engine, holder, name, kind);
}

/** A method or accessor that a class or one of its bases declares, as a member of this holder. */
export function declaredFunction(engine: Engine, holder: Value, name: string, kind: ClassMember['kind']): FunctionValue | undefined {
  let level = holder.is === 'instance' ? holder.class : holder.is === 'class' ? holder : undefined;
  for (let depth = 0; level !== undefined && depth < 12; depth += 1) {
    const { unit, closure } = level;
    const member = classOf(level).members.find((candidate) => candidate.name === name && candidate.kind === kind && (candidate.static === true) === (holder.is === 'class'));
    if (member?.function !== undefined) {
      const index = member.function;
      return engine.table.intern<FunctionValue>(`f${unit.id}:${index}:${closure.id}:${holder.id}`, { is: 'function', unit, index, closure, self: holder });
    }
    level = baseOf(engine, level).values.find((base): base is ClassValue => base.is === 'class');
  }
  return undefined;
}
