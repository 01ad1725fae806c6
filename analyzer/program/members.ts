import type { ClassMember, Property } from '#facts/types.js';
import { assignedTogether } from './assigned-together.js';
import { assigned } from './assigned.js';
import { describedMember } from './described.js';
import type { Engine } from './engine.js';
import { listedUnder } from './listed-under-keys.js';
import { libraryMember } from './library-members.js';
import { filledByKey } from './filled-by-key.js';
import { elementsOf } from './lists.js';
import { setByItsMethods } from './fluent.js';
import { fieldByInjection, provided } from './injection.js';
import { baseArguments, constructedBase, decorated, fieldAssignments, initializerFrame, staticFrame } from './instances.js';
import { putOnRequests } from './kept-on-requests.js';
import { mergedMember } from './merged-members.js';
import type { ClassValue, FunctionValue, InstanceValue, MergedValue, ObjectValue, TypedValue, Value, ValueSet } from './values.js';
import { classOf } from './values.js';

/** What a member of one value can be. */
export function memberOfValue(engine: Engine, value: Value, name: string): ValueSet {
  const { table } = engine;
  switch (value.is) {
    case 'library': return libraryMember(engine, value, name);
    case 'namespace': return engine.exportOf(value.unit, name);
    case 'object': return describedMember(engine, value, name) ?? objectMember(engine, value, name);
    case 'merged': return mergedMember(engine, value, name);
    case 'class': return describedMember(engine, value, name) ?? classMember(engine, value, name);
    case 'instance': return describedMember(engine, value, name) ?? instanceMember(engine, value, name);
    case 'list': return listMember(engine, value, name);
    case 'typed': return typedMember(engine, value, name);
    case 'function': return assignedMember(engine, value, name);
    case 'unknown': return table.only(value);
    case 'environment': case 'text': case 'literal': case 'regex': return table.unknown(`${name} of text`);
    case 'undefined': return table.empty;
    case 'bound': return engine.memberOf(value.target, name);
    case 'cradle': return provided(engine, table.literal(name));
  }
}

function objectMember(engine: Engine, value: ObjectValue, name: string): ValueSet {
  const { self } = value.frame;
  const set = self?.is === 'instance' ? setByItsMethods(engine, self, name, value) : undefined;
  if (set !== undefined) return set;
  const filled = filledByKey(engine, value, name);
  if (filled !== undefined && filled.values.length > 0) return filled;
  const own = ownProperty(engine, value, name);
  if (own !== undefined) return own;
  const assigned = engine.table.union([assignedMember(engine, value, name), assignedTogether(engine, value, name)]);
  return assigned.values.length > 0 ? assigned : (listedUnder(engine, value, name) ?? engine.table.undefined);
}

/** What an object literal itself gives a member; undefined where it does not. */
export function ownProperty(engine: Engine, value: ObjectValue, name: string, before = value.expression.properties.length): ValueSet | undefined {
  const { properties } = value.expression;
  for (let position = before - 1; position >= 0; position -= 1) {
    const property = properties[position] as Property;
    if (property.is === 'named' && property.name === name) return propertyValue(engine, value, property);
    if (property.is === 'computed') {
      const keys = engine.evaluate(property.key, value.frame).values;
      if (keys.some((key) => key.is === 'literal' && String(key.value) === name)) return bindSelf(engine, engine.evaluate(property.value, value.frame), value);
    }
    if (property.is === 'spread') {
      const found = engine.member(engine.evaluate(property.value, value.frame), name);
      const set = found.values.filter(({ is }) => is !== 'undefined');
      if (set.length === 0) continue;
      if (set.length === found.values.length && set.every(({ is }) => is !== 'unknown')) return found;
      // What is spread may not have it: then what stands before counts.
      const earlier = ownProperty(engine, value, name, position);
      return earlier === undefined ? found : engine.table.union([earlier, engine.table.of(set)]);
    }
  }
  return undefined;
}

function propertyValue(engine: Engine, value: ObjectValue, property: Extract<Property, { is: 'named' }>): ValueSet {
  const evaluated = engine.evaluate(property.value, value.frame);
  if (property.accessor === 'get') return engine.table.union(evaluated.values.map((getter) => engine.invoke(getter, undefined, [], engine.table.only(value))));
  return property.value.is === 'function' ? bindSelf(engine, evaluated, value) : evaluated;
}

/** All properties of an object by name; what is spread from nowhere known is left out. */
export function propertiesOf(engine: Engine, value: ObjectValue | MergedValue, seen: Set<Value> = new Set()): Map<string, ValueSet> {
  const found = new Map<string, ValueSet>();
  if (seen.has(value)) return found;
  seen.add(value);
  if (value.is === 'merged') {
    for (const set of value.of) for (const part of set.values) addProperties(engine, found, part, seen);
    for (const name of value.without) found.delete(name);
    return found;
  }
  for (const property of value.expression.properties) {
    if (property.is === 'named') found.set(property.name, propertyValue(engine, value, property));
    else if (property.is === 'computed') {
      for (const key of engine.evaluate(property.key, value.frame).values) {
        if (key.is === 'literal') found.set(String(key.value), engine.evaluate(property.value, value.frame));
      }
    } else for (const part of engine.evaluate(property.value, value.frame).values) addProperties(engine, found, part, seen);
  }
  return found;
}

function addProperties(engine: Engine, found: Map<string, ValueSet>, part: Value, seen: Set<Value>): void {
  if (part.is === 'object' || part.is === 'merged') for (const [name, member] of propertiesOf(engine, part, seen)) found.set(name, member);
  else if (part.is === 'namespace') for (const name of exportNames(part.unit)) found.set(name, engine.exportOf(part.unit, name));
}

function exportNames(unit: Extract<Value, { is: 'namespace' }>['unit']): readonly string[] {
  return unit.facts.exports.flatMap((exported) => ('name' in exported ? [exported.name] : []));
}

/** A function read from a value remembers the value as its `this`. */
export function bindSelf(engine: Engine, set: ValueSet, self: Value): ValueSet {
  if (!set.values.some((value) => value.is === 'function' && value.self === undefined)) return set;
  return engine.table.of(set.values.map((value) => (value.is === 'function' && value.self === undefined ? methodValue(engine, value, self) : value)));
}

function methodValue(engine: Engine, value: FunctionValue, self: Value): FunctionValue {
  const { unit, index, closure } = value;
  return engine.table.intern(`f${unit.id}:${index}:${closure.id}:${self.id}`, { is: 'function', unit, index, closure, self });
}

function classMember(engine: Engine, value: ClassValue, name: string): ValueSet {
  const facts = classOf(value);
  const frame = staticFrame(engine, value);
  for (const member of facts.members) {
    if (member.static !== true || member.name !== name) continue;
    if (member.function !== undefined) return memberFunction(engine, member, value, value);
    const sets = member.value === undefined ? [] : [engine.evaluate(member.value, frame)];
    const known = engine.table.union([...sets.map((set) => bindSelf(engine, set, value)), assignedMember(engine, value, name)]);
    const defined = known.values.filter((candidate) => candidate.is !== 'undefined' && !(candidate.is === 'literal' && candidate.value === null));
    if (defined.length > 0) return engine.table.of(defined);
    return member.type === undefined ? known : engine.valuesOfType(member.type, value.unit);
  }
  if (name === 'prototype') return engine.injected(value);
  if (name === 'name' && facts.name !== '') return engine.table.literal(facts.name);
  const base = facts.extends === undefined ? engine.table.empty : engine.member(engine.evaluate(facts.extends, value.closure), name);
  return base.values.length > 0 ? base : assignedMember(engine, value, name);
}

function memberFunction(engine: Engine, member: ClassMember, owner: ClassValue, self: Value): ValueSet {
  const { unit, closure } = owner;
  const index = member.function as number;
  const method = engine.table.intern<FunctionValue>(`f${unit.id}:${index}:${closure.id}:${self.id}`, { is: 'function', unit, index, closure, self });
  if (member.kind === 'getter') return engine.invoke(method, undefined, [], engine.table.only(self));
  return decorated(engine, engine.table.only(method), member, owner);
}

function instanceMember(engine: Engine, value: InstanceValue, name: string): ValueSet {
  // `this.constructor`: the class, with its static members.
  if (name === 'constructor') return engine.table.only(value.class);
  let level: ClassValue | undefined = value.class;
  let given = value.given;
  for (let depth = 0; level !== undefined && depth < 12; depth += 1) {
    const found = declaredMember(engine, level, given, value, name);
    if (found.values.length > 0) return found;
    const base: ValueSet = baseOf(engine, level);
    given = baseArguments(engine, level, given, value);
    const library = base.values.find((candidate) => candidate.is === 'library');
    if (library?.is === 'library') return engine.member(engine.table.only(constructedBase(engine, library, level, value)), name);
    level = base.values.find((candidate): candidate is ClassValue => candidate.is === 'class');
  }
  const assigned = assignedMember(engine, value, name);
  return assigned.values.length > 0 ? assigned : engine.table.unknown(`${classOf(value.class).name} has no ${name} in sight`);
}

/** What a class extends. */
export function baseOf(engine: Engine, level: ClassValue): ValueSet {
  const { extends: base } = classOf(level);
  return base === undefined ? engine.table.empty : engine.evaluate(base, level.closure);
}

function declaredMember(engine: Engine, level: ClassValue, given: readonly ValueSet[] | undefined, self: InstanceValue, name: string): ValueSet {
  const facts = classOf(level);
  const set = level === self.class ? setByItsMethods(engine, self, name, self) : undefined;
  if (set !== undefined) return set;
  let typed: ClassMember | undefined;
  const sets: ValueSet[] = [];
  for (const member of facts.members) {
    if (member.static === true || member.name !== name || member.kind === 'setter') continue;
    if (member.function !== undefined) {
      if (member.abstract === true) continue;
      return memberFunction(engine, member, level, self);
    }
    typed = member;
    if (member.value !== undefined) sets.push(bindSelf(engine, engine.evaluate(member.value, initializerFrame(engine, level, self)), self));
  }
  sets.push(fieldAssignments(engine, level, given, self, name));
  const known = engine.table.union(sets);
  const useful = known.values.filter((value) => value.is !== 'undefined' && value.is !== 'unknown' && !(value.is === 'literal' && value.value === null));
  if (useful.length > 0) return known.values.length === useful.length ? known : engine.table.of(known.values.filter((value) => value.is !== 'undefined'));
  if (typed !== undefined) {
    const injected = fieldByInjection(engine, level, typed);
    if (injected.values.length > 0) return injected;
    if (typed.type !== undefined) {
      const declared = engine.valuesOfType(typed.type, level.unit);
      if (declared.values.length > 0) return declared;
    }
  }
  return known;
}

function listMember(engine: Engine, value: Extract<Value, { is: 'list' }>, name: string): ValueSet {
  if (/^\d+$/.test(name)) return value.positions?.[Number(name)] ?? elementsOf(engine, engine.table.only(value), 'an element');
  if (name === 'length') return value.positions === undefined ? engine.table.unknown('length of a list') : engine.table.literal(value.positions.length);
  const keyed = value.keys?.findIndex((key) => key.values[0]?.is === 'literal' && key.values[0].value === name) ?? -1;
  return (keyed >= 0 ? value.positions?.[keyed] : undefined) ?? (value.positions === undefined ? value.elements : engine.table.unknown(`${name} of a list`));
}

function typedMember(engine: Engine, value: TypedValue, name: string): ValueSet {
  const member = value.members.find((candidate) => candidate.name === name) ?? value.members.find((candidate) => candidate.name === '[]');
  if (member === undefined) return engine.table.unknown(`${name} of ${value.name}`);
  const typed = engine.valuesOfType(member.type, value.unit);
  const put = typed.values.every(({ is }) => is === 'typed') ? putOnRequests(engine, name) : engine.table.empty;
  const values = put.values.length > 0 ? put : typed;
  return values.values.length > 0 ? values : engine.table.unknown(`${value.name}.${name}, of which only the type is known`);
}

function assignedMember(engine: Engine, value: Value, name: string): ValueSet {
  return assigned(engine, value, name);
}

/** A method looked up from a base class on (`super.close()`), with `self` as its `this`. */
export function memberFromBase(engine: Engine, base: ClassValue, self: Value, name: string): ValueSet {
  if (self.is !== 'instance') return engine.memberOf(base, name);
  let level: ClassValue | undefined = base;
  for (let depth = 0; level !== undefined && depth < 12; depth += 1) {
    const found = declaredMember(engine, level, undefined, self, name);
    if (found.values.length > 0) return found;
    const bases: ValueSet = baseOf(engine, level);
    const library = bases.values.find((candidate) => candidate.is === 'library');
    if (library?.is === 'library') return engine.member(engine.table.only(constructedBase(engine, library, level, self)), name);
    level = bases.values.find((candidate): candidate is ClassValue => candidate.is === 'class');
  }
  return engine.table.unknown(`no ${name} in sight`);
}
