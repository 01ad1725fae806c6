import type { Expression } from '#facts/types.js';
import type { Evaluator } from '#program/evaluator.js';
import type { CallInstance, ClassValue, Frame, FunctionValue, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachExpression, partsOf } from '#program/statements.js';

/** State that outlives a call: a field of a class, a variable around a function, by a name that is the same wherever it is met. */
export type Roots = ReadonlySet<string>;

/** Code as read: in an activation, with the state that its parameters lead to. */
export interface Scope {
  readonly engine: Evaluator;
  readonly frame: Frame;
  readonly given: ReadonlyMap<number, Roots>;
  /** Calls that may still be followed from here. */
  readonly depth: number;
}

const NOTHING: Roots = new Set();
const MAX_BASES = 5;
/** Methods that give a part of a collection. */
const PARTS = new Set(['get', 'at', 'find', 'values', 'entries', 'filter', 'pop', 'shift', 'slice', 'has', 'some', 'every', 'reduce', 'findLast']);

/** The state that an expression is or is a part of. */
export function rootsOf(expression: Expression, scope: Scope): Roots {
  switch (expression.is) {
    case 'member': return rootsOfMember(expression, scope);
    case 'element': return rootsOf(expression.of, scope);
    case 'variable': return rootsOfVariable(expression.binding, scope);
    case 'await': case 'cast': return rootsOf(expression.of, scope);
    case 'assign': return joined([rootsOf(expression.target, scope), rootsOf(expression.value, scope)]);
    case 'logical': return joined([rootsOf(expression.left, scope), rootsOf(expression.right, scope)]);
    case 'conditional': return joined([rootsOf(expression.then, scope), rootsOf(expression.else, scope)]);
    case 'default': return rootsOf(expression.value, scope);
    case 'call': return rootsOfCall(expression, scope);
    default: return NOTHING;
  }
}

/** All state that an expression reads, through calls of the program too. */
export function readsOf(expression: Expression, scope: Scope): Roots {
  const found: Roots[] = [];
  const visit = (part: Expression): void => {
    if (part.is === 'member' || part.is === 'variable') found.push(rootsOf(part, scope));
    if (part.is === 'call') for (const inner of enteredBy(part, scope)) found.push(readsWithin(inner));
    partsOf(part).forEach(visit);
  };
  visit(expression);
  return joined(found);
}

function readsWithin(scope: Scope): Roots {
  const found: Roots[] = [];
  eachExpression(functionOf(scope.frame).body, (expression) => {
    if (expression.is === 'member' || expression.is === 'variable') found.push(rootsOf(expression, scope));
    if (expression.is === 'call') for (const inner of enteredBy(expression, scope)) found.push(readsWithin(inner));
  });
  return joined(found);
}

/** The functions of the program that a call enters, with what their parameters lead to. */
export function enteredBy(expression: Extract<Expression, { is: 'call' | 'new' }>, scope: Scope): readonly Scope[] {
  if (scope.depth === 0 || expression.is === 'new') return [];
  const call: CallInstance = scope.engine.callInstance(expression, scope.frame);
  return scope.engine.targets(call).flatMap((target) => {
    const value = target.is === 'value' ? unbound(target.value) : undefined;
    return value === undefined ? [] : [entering(value, scope, expression.arguments.map((argument) => rootsOf(argument, scope)))];
  });
}

/** A function of the program as a scope of its own. */
export function entering(value: FunctionValue, scope: Pick<Scope, 'engine' | 'depth'>, given: readonly Roots[] = []): Scope {
  const { parameters } = functionOf(value);
  return {
    engine: scope.engine, frame: scope.engine.generic(value.unit, value.index), depth: scope.depth - 1,
    given: new Map(parameters.map((parameter, position) => [parameter.binding, given[position] ?? NOTHING])),
  };
}

/** The function behind a value, arguments given beforehand left out. */
export function unbound(value: Value): FunctionValue | undefined {
  if (value.is === 'bound') return unbound(value.target);
  return value.is === 'function' ? value : undefined;
}

function rootsOfMember({ of, name }: Extract<Expression, { is: 'member' }>, scope: Scope): Roots {
  if (of.is === 'this') {
    const owner = ownerOf(scope.frame);
    if (owner === undefined) return NOTHING;
    const getter = owner.unit.facts.classes[owner.index]?.members.find((member) => member.kind === 'getter' && member.name === name)?.function;
    if (getter !== undefined) return scope.depth === 0 ? NOTHING : readsWithin({ ...scope, frame: scope.engine.generic(owner.unit, getter), given: new Map(), depth: scope.depth - 1 });
    return new Set([fieldOf(scope.engine, owner, name)]);
  }
  const outer = rootsOf(of, scope);
  if (outer.size > 0) return outer;
  const found = scope.engine.evaluate(of, scope.frame).values.flatMap((value) => {
    const owner = value.is === 'instance' ? value.class : value.is === 'class' ? value : undefined;
    return owner === undefined ? [] : [fieldOf(scope.engine, owner, name)];
  });
  return new Set(found);
}

function rootsOfVariable(index: number, scope: Scope): Roots {
  const given = scope.given.get(index);
  if (given !== undefined) return given;
  const { unit, function: own } = scope.frame;
  const binding = unit.facts.bindings[index];
  if (binding === undefined || binding.kind === 'function' || binding.kind === 'class') return NOTHING;
  if (binding.from !== undefined) return importedRoots(index, scope);
  if (binding.owner !== own && binding.kind !== 'parameter') return new Set([`${unit.id}#${index}`]);
  if (binding.kind === 'parameter' || scope.depth === 0) return NOTHING;
  const next = { ...scope, depth: scope.depth - 1 };
  return joined(binding.values.map(({ value }) => rootsOf(value, next)));
}

// What a module keeps and exports is known by its value.
function importedRoots(index: number, { engine, frame }: Scope): Roots {
  const { values } = engine.evaluate({ is: 'variable', binding: index, at: 0 }, frame);
  return new Set(values.flatMap((value) => (value.is === 'object' || value.is === 'list' ? [`v${value.id}`] : [])));
}

function rootsOfCall(expression: Extract<Expression, { is: 'call' }>, scope: Scope): Roots {
  const { callee } = expression;
  if (callee.is === 'member' && PARTS.has(callee.name)) {
    const of = rootsOf(callee.of, scope);
    if (of.size > 0) return of;
  }
  return joined(enteredBy(expression, scope).flatMap((inner) =>
    (inner.frame.unit.index.returns.get(inner.frame.function) ?? []).map((returned) => rootsOf(returned, inner))));
}

/** The class that `this` is of in an activation. */
function ownerOf({ unit, function: own }: Frame): Pick<ClassValue, 'unit' | 'index'> | undefined {
  for (let index = own; index >= 0; index = unit.facts.functions[index]?.parent ?? -1) {
    const owner = unit.facts.functions[index]?.class;
    if (owner !== undefined) return { unit, index: owner };
  }
  return undefined;
}

// A field belongs to the outermost class of the program that a class extends.
function fieldOf(engine: Evaluator, owner: Pick<ClassValue, 'unit' | 'index'>, name: string): string {
  let level = owner;
  for (let depth = 0; depth < MAX_BASES; depth += 1) {
    const declared = level.unit.facts.classes[level.index];
    if (declared?.extends === undefined) break;
    const base = engine.evaluate(declared.extends, engine.generic(level.unit, declared.owner)).values.find((value) => value.is === 'class');
    if (base?.is !== 'class') break;
    level = base;
  }
  return `${level.unit.id}:${level.index}.${name}`;
}

/** Several sets of state as one. */
export function joined(all: readonly Roots[]): Roots {
  const some = all.filter((roots) => roots.size > 0);
  return some.length === 0 ? NOTHING : some.length === 1 ? (some[0] as Roots) : new Set(some.flatMap((roots) => [...roots]));
}
