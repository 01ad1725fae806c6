import { activationsInSight } from './callers.js';
import { MAX_CALLERS } from './engine.js';
import type { Engine } from './engine.js';
import type { MemberAssignment } from './file-index.js';
import { classOf, functionOf } from './values.js';
import type { CallInstance, ClassValue, Frame, InstanceValue, Unit, Value, ValueSet } from './values.js';

const FLUENT = new WeakMap<object, boolean>();

/** Does a class have methods that give the instance back, as in `http().withTimeout(2000).withRetries(3)`? Then each construction is an instance of its own. */
export function isFluent(target: ClassValue): boolean {
  const facts = classOf(target);
  let known = FLUENT.get(facts);
  if (known === undefined) FLUENT.set(facts, (known = facts.members.some((member) => member.static !== true && member.function !== undefined && givesItself(target.unit, member.function))));
  return known;
}

function givesItself(unit: Unit, index: number): boolean {
  return unit.index.returns.get(index)?.some((value) => value.is === 'this') === true;
}

/** What the methods called on an instance set: a field of its own, or a member of an object that stands in one. Undefined where no call tells. */
export function setByItsMethods(engine: Engine, self: InstanceValue, name: string, holder: Value): ValueSet | undefined {
  if (!isFluent(self.class)) return undefined;
  const { unit } = self.class;
  const sets = (unit.index.assignments.get(name) ?? []).flatMap((assignment): readonly ValueSet[] => {
    const frames = isOwn(self.class, assignment, holder === self) ? activationsOn(engine, self, assignment.by) : undefined;
    return (frames ?? []).flatMap((frame) => (holder === self || engine.evaluate(assignment.of, frame).values.includes(holder) ? [engine.evaluate(assignment.value, frame)] : []));
  });
  return sets.length === 0 ? undefined : engine.table.union(sets);
}

// `this.timeout = ms`, `this.options.timeout = ms`.
function isOwn({ unit, index }: ClassValue, { of, by }: MemberAssignment, isField: boolean): boolean {
  if (unit.facts.functions[by]?.class !== index || !givesItself(unit, by)) return false;
  return isField ? of.is === 'this' : of.is === 'member' && of.of.is === 'this';
}

/** The activations of such a method on an instance; undefined where no call of it on any instance is in sight. */
export function activationsOn(engine: Engine, self: InstanceValue, by: number): readonly Frame[] | undefined {
  return usesOn(engine, self, by)?.map(({ frame }) => frame);
}

interface Use {
  readonly call: CallInstance;
  readonly frame: Frame;
}

/** The calls of such a method on an instance, with its activations there; undefined where no call of it on any instance is in sight. */
export function usesOn(engine: Engine, self: InstanceValue, by: number): readonly Use[] | undefined {
  const { unit } = self.class;
  if (unit.facts.functions[by]?.class !== self.class.index || !givesItself(unit, by)) return undefined;
  const sites = engine.callsNamed(functionOf(engine.generic(unit, by)).name);
  if (sites.length === 0) return [];
  if (sites.length > MAX_CALLERS) return undefined;
  const found: (Use & { readonly on: Value | undefined })[] = [];
  for (const { unit: where, site } of sites) for (const around of activationsInSight(engine, where, site.by)) {
    const call = engine.callInstance(site.call, around);
    for (const target of engine.targets(call)) {
      if (target.is !== 'value' || target.value.is !== 'function' || target.value.unit !== unit || target.value.index !== by) continue;
      const on = target.self ?? target.value.self;
      found.push({ on, call, frame: engine.enter(target.value, engine.argumentsOf(call), on) });
    }
  }
  return found.length === 0 ? undefined : found.filter(({ on }) => on === self);
}
