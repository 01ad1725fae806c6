import type { ClassMember } from '#facts/types.js';
import { assignedToSelf } from './assigned-together.js';
import type { Engine } from './engine.js';
import { activationsOn, isFluent } from './fluent.js';
import { baseOf, bindSelf } from './members.js';
import type { CallInstance, ClassValue, Frame, FunctionValue, InstanceValue, LibraryValue, Unit, Value, ValueSet } from './values.js';
import { classOf } from './values.js';

/** Classes on top of each other. */
const MAX_CHAIN = 12;

/** An instance of a class with these constructor arguments; undefined ones: nobody in sight constructs it. */
export function instanceOf(engine: Engine, target: ClassValue, given: readonly ValueSet[] | undefined, call: InstanceValue['call']): InstanceValue {
  if (given === undefined) return engine.table.intern(`i${target.id}:?`, { is: 'instance', class: target, given, call });
  // Where a library's class is the base, or rows describe the class, the construction is a creation of its own.
  const made = engine.libraries.describes(target.unit.path) || extendsLibrary(engine, target) ? call : undefined;
  const kept = engine.keptArguments(target, given);
  const own = call !== undefined && isFluent(target) ? `:${call.id}` : '';
  const key = `i${target.id}:${kept.map((set) => set.id).join(',')}:${made === undefined ? '' : engine.keyOf(made.expression)}${own}`;
  const instance = engine.table.intern<InstanceValue>(key, { is: 'instance', class: target, given: kept, call: made });
  if (call !== undefined) engine.constructs(instance, call);
  return instance;
}

/** `Client.over(base).withRetries(3)`: what a function constructs, and methods then change, is another one at each call. */
export function madeAnew(engine: Engine, target: Value, by: CallInstance, result: ValueSet): ValueSet {
  if (target.is !== 'function' || !result.values.some((value) => value.is === 'instance' && isFluent(value.class))) return result;
  return engine.table.of(result.values.map((value) => {
    const made = value.is === 'instance' && isFluent(value.class) ? [...(engine.constructions.get(value) ?? [])] : [];
    const isMade = made.length > 0 && made.every(({ frame }) => frame.unit === target.unit && frame.function === target.index);
    return isMade && value.is === 'instance' ? instanceAt(engine, value, by, made) : value;
  }));
}

function instanceAt(engine: Engine, { class: target, given, call }: InstanceValue, by: CallInstance, made: readonly CallInstance[]): InstanceValue {
  const key = `i${target.id}:${given?.map((set) => set.id).join(',') ?? '?'}:at${by.id}`;
  const instance = engine.table.intern<InstanceValue>(key, { is: 'instance', class: target, given, call });
  for (const one of made) engine.constructs(instance, one);
  return instance;
}

function extendsLibrary(engine: Engine, target: ClassValue): boolean {
  return levelsOf(engine, target).some((level) => baseOf(engine, level).values.some((value) => value.is === 'library' && value.module !== 'global'));
}

/** A class and those of the program that it extends, itself first. */
export function levelsOf(engine: Engine, target: ClassValue): readonly ClassValue[] {
  const levels: ClassValue[] = [];
  for (let level: ClassValue | undefined = target; level !== undefined && levels.length < MAX_CHAIN;) {
    levels.push(level);
    level = baseOf(engine, level).values.find((base): base is ClassValue => base.is === 'class');
  }
  return levels;
}

/** Does a class have a member of this name, of its own or of a class of the program that it extends? */
export function hasMember(engine: Engine, target: ClassValue, name: string): boolean {
  return levelsOf(engine, target).some((level) => classOf(level).members.some((member) => member.name === name));
}

/** The activation in which static fields are initialised: `this` is the class. */
export function staticFrame(engine: Engine, owner: ClassValue): Frame {
  return engine.frame(owner.unit, classOf(owner).staticInitializer, owner.closure, owner, []);
}

/** The activation in which fields are initialised. */
export function initializerFrame(engine: Engine, level: ClassValue, self: InstanceValue): Frame {
  return engine.frame(level.unit, classOf(level).initializer, level.closure, self, []);
}

/** The activation of the constructor that makes `self` at this level of its class chain. */
export function constructorFrame(engine: Engine, level: ClassValue, given: readonly ValueSet[] | undefined, self: InstanceValue): Frame | undefined {
  const { constructor: index } = classOf(level);
  if (index === undefined || typeof index !== 'number') return undefined;
  return engine.frame(level.unit, index, level.closure, self, given);
}

/** Values that constructors and methods give to `this.name`, parameter properties included. */
export function fieldAssignments(engine: Engine, level: ClassValue, given: readonly ValueSet[] | undefined, self: InstanceValue, name: string): ValueSet {
  const sets: ValueSet[] = [];
  const { unit } = level;
  const constructing = constructorFrame(engine, level, given, self);
  if (constructing !== undefined) {
    const { parameters } = unit.facts.functions[constructing.function] as { parameters: readonly { property?: string }[] };
    const position = parameters.findIndex((parameter) => parameter.property === name);
    if (position >= 0) sets.push(engine.parameter(constructing, position));
    for (const assignment of unit.index.selfAssignments.get(constructing.function) ?? []) {
      if (assignment.name === name) sets.push(bindSelf(engine, engine.evaluate(assignment.value, constructing), self));
    }
    sets.push(assignedToSelf(engine, constructing, self, name));
  }
  for (const assignment of unit.index.assignments.get(name) ?? []) {
    if (assignment.of.is !== 'this' || assignment.by === constructing?.function) continue;
    const frame = activationsOn(engine, self, assignment.by)?.length === 0 ? undefined : methodFrame(engine, level, self, assignment.by);
    if (frame !== undefined) sets.push(engine.evaluate(assignment.value, frame));
  }
  return engine.table.union(sets);
}

/** The activation of code inside a class, for a function that belongs to it or stands in one that does. */
function methodFrame(engine: Engine, level: ClassValue, self: InstanceValue, by: number): Frame | undefined {
  const { functions } = level.unit.facts;
  const path: number[] = [];
  let index = by;
  while (index >= 0 && functions[index]?.class === undefined) {
    if (functions[index]?.kind !== 'arrow') return undefined;
    path.push(index);
    index = functions[index]?.parent ?? -1;
  }
  const owner = functions[index];
  if (owner === undefined || owner.class !== level.index || owner.static === true) return undefined;
  let frame = engine.frame(level.unit, index, level.closure, self, undefined);
  for (const inner of path.reverse()) frame = engine.frame(level.unit, inner, frame, undefined, undefined);
  return frame;
}

/** What a class's constructor passes to its base: the arguments of `super(…)`, or its own when it has no constructor. */
export function baseArguments(engine: Engine, level: ClassValue, given: readonly ValueSet[] | undefined, self: InstanceValue): readonly ValueSet[] | undefined {
  const frame = constructorFrame(engine, level, given, self);
  if (frame === undefined) return given;
  const call = superCall(level, frame.function);
  return call === undefined ? given : engine.argumentsOf(engine.callInstance(call, frame));
}

/** The library value that a class's instances are, as made by `super(…)`. */
export function constructedBase(engine: Engine, library: LibraryValue, level: ClassValue, self: InstanceValue): LibraryValue {
  const frame = constructorFrame(engine, level, argumentsAt(engine, level, self), self);
  const call = frame === undefined ? undefined : superCall(level, frame.function);
  const { module, path } = engine.libraries.canonical(library.module, `${library.path}()`);
  if (call !== undefined && frame !== undefined) return engine.library(module, path, library, engine.callInstance(call, frame));
  return engine.library(module, path, library, self.call);
}

// What a class of the chain is constructed with, each from the one below.
function argumentsAt(engine: Engine, level: ClassValue, self: InstanceValue): readonly ValueSet[] | undefined {
  let { given } = self;
  let current: ClassValue | undefined = self.class;
  for (let depth = 0; current !== undefined && current !== level && depth < MAX_CHAIN; depth += 1) {
    given = baseArguments(engine, current, given, self);
    current = baseOf(engine, current).values.find((base): base is ClassValue => base.is === 'class');
  }
  return current === level ? given : undefined;
}

function superCall(level: ClassValue, constructorIndex: number) {
  for (const site of level.unit.index.calls.get('') ?? []) {
    if (site.by === constructorIndex && site.call.callee.is === 'super') return site.call;
  }
  return undefined;
}

/** `this` in code of a class when no instance is at hand. */
export function selfOf(engine: Engine, unit: Unit, classIndex: number, isStatic: boolean, closure: Frame | undefined): ValueSet {
  const frame = closure ?? engine.generic(unit, unit.facts.classes[classIndex]?.owner ?? 0);
  const owner = engine.table.intern<ClassValue>(`c${unit.id}:${classIndex}:${frame.id}`, { is: 'class', unit, index: classIndex, closure: frame });
  if (isStatic) return engine.table.only(owner);
  if (classOf(owner).abstract !== true) return engine.table.only(instanceOf(engine, owner, undefined, undefined));
  const concrete = engine.subclassesOf(owner);
  return concrete.length === 0
    ? engine.table.only(instanceOf(engine, owner, undefined, undefined))
    : engine.table.of(concrete.map((sub) => instanceOf(engine, sub, undefined, undefined)));
}

/** Does a value's class chain contain this class? */
export function isInstanceOf(engine: Engine, value: Value, target: ClassValue): boolean {
  return value.is === 'instance' && levelsOf(engine, value.class).some(({ unit, index }) => unit === target.unit && index === target.index);
}

/** A method as its decorators leave it: a decorator of the program's own that replaces `descriptor.value` is followed. */
export function decorated(engine: Engine, method: ValueSet, member: ClassMember, owner: ClassValue): ValueSet {
  if (member.decorators === undefined) return method;
  let current = method;
  for (const decorator of [...member.decorators].reverse()) {
    for (const value of engine.evaluate(decorator, owner.closure).values) {
      if (value.is === 'function') current = replacedBy(engine, value, current, member.name) ?? current;
    }
  }
  return current;
}

// Legacy decorators get (target, name, descriptor) and set `descriptor.value`; standard ones get (method, context) and return.
function replacedBy(engine: Engine, decorator: FunctionValue, method: ValueSet, name: string): ValueSet | undefined {
  const descriptor = engine.record([['value', method]]);
  const frame = engine.enter(decorator, [engine.table.unknown('a prototype'), engine.table.literal(name), engine.table.only(descriptor)]);
  const parameter = decorator.unit.facts.functions[decorator.index]?.parameters[2];
  if (parameter !== undefined) {
    for (const assignment of decorator.unit.index.assignments.get('value') ?? []) {
      if (assignment.by === decorator.index && assignment.of.is === 'variable' && assignment.of.binding === parameter.binding) {
        return engine.evaluate(assignment.value, frame);
      }
    }
    return undefined;
  }
  const returned = engine.invoke(decorator, undefined, [method, engine.table.unknown('a decorator context')], undefined);
  return returned.values.some((value) => value.is === 'function') ? returned : undefined;
}
