import type { CallExpression, Expression, FunctionIndex, Type } from '#facts/types.js';
import type { Engine } from './engine.js';
import { instanceOf } from './instances.js';
import type { Question } from './questions.js';
import { functionKey, functionOf } from './values.js';
import type { CallInstance, ClassValue, Frame, FunctionValue, Unit, ValueSet } from './values.js';

/** Functions that a decorator calls in its turn are followed this deep. */
const MAX_CALLED = 4;

/** An activation that applying a decorator makes. */
export interface Decoration {
  readonly frame: Frame;
  /** Decorators are applied in this order. */
  readonly order: number;
}

const KNOWN = new WeakMap<Engine, ReadonlyMap<string, readonly Decoration[]>>();
const BEING_READ = new WeakSet<Engine>();

/** The activations of a function that the program's decorators make: one for each place where one is applied. */
export function decorationsOf(engine: Engine, unit: Unit, index: FunctionIndex): readonly Decoration[] {
  if (index === 0 || BEING_READ.has(engine)) return [];
  let known = KNOWN.get(engine);
  if (known === undefined) {
    let read: ReadonlyMap<string, readonly Decoration[]> = new Map();
    BEING_READ.add(engine);
    const isSettled = engine.isSettled(() => { read = appliedEverywhere(engine); });
    BEING_READ.delete(engine);
    if (isSettled) KNOWN.set(engine, read);
    known = read;
  }
  return known.get(functionKey({ unit, function: index })) ?? [];
}

function appliedEverywhere(engine: Engine): ReadonlyMap<string, readonly Decoration[]> {
  const found = new Map<string, Decoration[]>();
  let order = 0;
  for (const unit of engine.units.values()) {
    for (const index of unit.ask(decoratedClasses)) {
      for (const frame of decorating(engine, unit, index)) {
        const key = functionKey(frame);
        const known = found.get(key) ?? [];
        if (!known.some((one) => one.frame === frame)) found.set(key, [...known, { frame, order: (order += 1) }]);
      }
    }
  }
  return found;
}

const decoratedClasses: Question<readonly number[]> = ({ facts: { classes } }) => classes.flatMap(({ decorators, members }, index) =>
  decorators === undefined && members.every((member) => member.decorators === undefined) ? [] : [index]);

// Those of a class's members first, each from the last one up, then its own.
function decorating(engine: Engine, unit: Unit, index: number): readonly Frame[] {
  const facts = unit.facts.classes[index];
  if (facts === undefined) return [];
  const closure = engine.generic(unit, facts.owner);
  const owner = engine.evaluate({ is: 'class', index }, closure).values[0];
  if (owner?.is !== 'class') return [];
  const members = facts.members.flatMap((member) => {
    const method = member.function === undefined ? engine.table.absent : engine.table.only(methodAsWritten(engine, owner, member.function));
    const target = member.static === true ? owner : instanceOf(engine, owner, undefined, undefined);
    const about = { name: engine.table.literal(member.name), method, target: engine.table.only(target), owner, isStatic: member.static === true };
    return [...(member.decorators ?? [])].reverse().flatMap((decorator) => applied(engine, decorator, closure, about));
  });
  const itself = { name: engine.table.literal(facts.name), method: engine.table.only(owner), target: engine.table.only(owner), owner, isStatic: true };
  return [...members, ...[...(facts.decorators ?? [])].reverse().flatMap((decorator) => applied(engine, decorator, closure, itself))];
}

function methodAsWritten(engine: Engine, owner: ClassValue, index: FunctionIndex): FunctionValue {
  const { unit, closure } = owner;
  const self = instanceOf(engine, owner, undefined, undefined);
  return engine.table.intern(`f${unit.id}:${index}:${closure.id}:${self.id}`, { is: 'function', unit, index, closure, self });
}

/** What is decorated. */
interface Decorated {
  readonly name: ValueSet;
  readonly method: ValueSet;
  readonly target: ValueSet;
  readonly owner: ClassValue;
  readonly isStatic: boolean;
}

function applied(engine: Engine, decorator: Expression, closure: Frame, about: Decorated): readonly Frame[] {
  // What it names and is given is read first, as anywhere.
  engine.evaluate(decorator, closure);
  return engine.exactly(() => {
    const made = decorator.is === 'call' ? madeBy(engine, engine.callInstance(decorator, closure)) : { frames: [], values: engine.evaluate(decorator, closure) };
    const own = made.values.values.flatMap((value) => (value.is === 'function' ? [engine.enter(value, givenTo(engine, value, about))] : []));
    return [...made.frames, ...own].flatMap((frame) => [frame, ...calledIn(engine, frame, about, 0)]);
  });
}

// `@get('/orders')`: the activation that makes the decorator, and the decorator.
function madeBy(engine: Engine, call: CallInstance): { readonly frames: readonly Frame[]; readonly values: ValueSet } {
  const given = engine.argumentsOf(call);
  const frames = engine.targets(call).flatMap((target) => (target.is === 'value' && target.value.is === 'function' ? [engine.enter(target.value, given, target.self)] : []));
  return { frames, values: engine.table.union(frames.flatMap((frame) => (frame.unit.index.returns.get(frame.function) ?? []).map((value) => engine.evaluate(value, frame)))) };
}

// Standard decorators get (method, context), those before them (target, name, descriptor).
function givenTo(engine: Engine, decorator: FunctionValue, { name, method, target, owner, isStatic }: Decorated): readonly ValueSet[] {
  const { table } = engine;
  if (takesContext(decorator)) return [method, table.only(engine.record([['name', name], ['static', table.literal(isStatic)], ['kind', table.literal(method.values[0] === owner ? 'class' : 'method')]]))];
  return method.values[0] === owner ? [target] : [target, name, table.only(engine.record([['value', method]]))];
}

function takesContext(decorator: FunctionValue): boolean {
  const second = functionOf(decorator).parameters[1];
  return second !== undefined && (endsWithContext(second.type) || initializersOf(decorator.unit, decorator.index, second.binding).length > 0);
}

function endsWithContext(type: Type | undefined): boolean {
  return type?.is === 'global' && type.name.endsWith('DecoratorContext');
}

function initializersOf(unit: Unit, index: FunctionIndex, context: number): readonly Expression[] {
  return (unit.index.calls.get('addInitializer') ?? []).flatMap(({ call: { callee, arguments: [initializer] }, by }) =>
    by === index && callee.is === 'member' && callee.of.is === 'variable' && callee.of.binding === context && initializer !== undefined ? [initializer] : []);
}

// What a decorator calls runs with it, as does what it hands to `context.addInitializer`, on the instance.
function calledIn(engine: Engine, frame: Frame, about: Decorated, depth: number): readonly Frame[] {
  if (depth >= MAX_CALLED) return [];
  const context = functionOf(frame).parameters[1]?.binding;
  const self = about.target.values[0];
  const started = (context === undefined ? [] : initializersOf(frame.unit, frame.function, context)).flatMap((initializer) =>
    engine.evaluate(initializer, frame).values.flatMap((value) => (value.is === 'function' ? [engine.enter(value, [], self)] : [])));
  const called = (frame.unit.ask(callsBy).get(frame.function) ?? []).flatMap((expression) => {
    const call = engine.callInstance(expression, frame);
    return engine.targets(call).flatMap((target) => (target.is === 'value' && target.value.is === 'function' ? [engine.enter(target.value, engine.argumentsOf(call), target.self)] : []));
  });
  return [...started, ...called].flatMap((inner) => (inner === frame ? [] : [inner, ...calledIn(engine, inner, about, depth + 1)]));
}

const callsBy: Question<ReadonlyMap<FunctionIndex, readonly CallExpression[]>> = ({ index }) => {
  const found = new Map<FunctionIndex, CallExpression[]>();
  for (const sites of index.calls.values()) {
    for (const { call, by } of sites) {
      if (call.is !== 'call') continue;
      const all = found.get(by);
      if (all === undefined) found.set(by, [call]);
      else all.push(call);
    }
  }
  return found;
};
