import type { ClassFacts, ClassMember, Expression, FunctionIndex, Statement } from './types.js';
import { addFunction } from './lower-function.js';
import { fitted, NONE } from './lists.js';
import type { FileState, Open } from './state.js';

type Assignment = Extract<Expression, { is: 'assign' }>;

/** What is said of the prototype of one function, in order. */
interface Described {
  readonly binding: number;
  readonly constructor: FunctionIndex;
  readonly members: ClassMember[];
  extends?: Expression;
}

/** Classes written before there was a word for them: functions to whose `prototype` methods are assigned. Each becomes a class, as if it were written as one. */
export function findPrototypeClasses(state: FileState): void {
  if (!state.text.includes('.prototype')) return;
  const described = new Map<number, Described>();
  for (const { body } of [...state.functions]) for (const statement of body) readStatement(state, statement, described);
  for (const each of described.values()) addClass(state, each);
}

function readStatement(state: FileState, statement: Statement, described: Map<number, Described>): void {
  if (statement.is !== 'expression') return;
  const { value } = statement;
  if (value.is === 'assign') readAssignment(state, value, described);
  // `util.inherits(Own, Base)`, `Object.setPrototypeOf(Own.prototype, Base.prototype)`.
  if (value.is !== 'call' || value.callee.is !== 'member') return;
  const [own, base] = value.arguments;
  if (own === undefined || base === undefined) return;
  if (value.callee.name === 'inherits') extendBy(describedOf(state, own, described), base);
  if (value.callee.name === 'setPrototypeOf') extendBy(describedOf(state, prototypeOwner(state, own), described), prototypeOwner(state, base));
}

function readAssignment(state: FileState, { target, value, at }: Assignment, described: Map<number, Described>): void {
  if (target.is !== 'member') return;
  if (target.name === 'prototype') {
    const own = describedOf(state, target.of, described);
    if (own === undefined) return;
    if (value.is === 'object') for (const property of value.properties) if (property.is === 'named' && property.name !== 'constructor') addMember(own, property.name, property.value, property.at);
    if (value.is === 'call' && value.callee.is === 'member' && value.callee.name === 'create') extendBy(own, prototypeOwner(state, value.arguments[0]));
    return;
  }
  const own = target.name === 'constructor' ? undefined : describedOf(state, prototypeOwner(state, target.of), described);
  if (own !== undefined) addMember(own, target.name, value, at);
}

function addMember({ members }: Described, name: string, value: Expression, at: number): void {
  members.push(value.is === 'function' ? { name, kind: 'method', function: value.index, at } : { name, kind: 'field', value, at });
}

function extendBy(own: Described | undefined, base: Expression | undefined): void {
  if (own !== undefined && base !== undefined) own.extends = base;
}

/** Whose prototype an expression is: `Own.prototype`, or a name for it. */
function prototypeOwner(state: FileState, expression: Expression | undefined): Expression | undefined {
  if (expression?.is === 'member' && expression.name === 'prototype') return expression.of;
  const named = expression?.is === 'variable' ? state.bindings[expression.binding]?.values : undefined;
  const only = named?.length === 1 ? named[0]?.value : undefined;
  return only?.is === 'member' && only.name === 'prototype' ? only.of : undefined;
}

function describedOf(state: FileState, own: Expression | undefined, described: Map<number, Described>): Described | undefined {
  if (own?.is !== 'variable') return undefined;
  const known = described.get(own.binding);
  if (known !== undefined) return known;
  const made = state.bindings[own.binding]?.values.find(({ value }) => value.is === 'function')?.value;
  if (made?.is !== 'function' || state.functions[made.index]?.kind !== 'function') return undefined;
  const found: Described = { binding: own.binding, constructor: made.index, members: [] };
  described.set(own.binding, found);
  return found;
}

function addClass(state: FileState, { binding, constructor, members, extends: base }: Described): void {
  const own = state.functions[constructor];
  const named = state.bindings[binding];
  if (own === undefined || named === undefined || members.length === 0) return;
  const index = state.classes.length;
  const { at, parent } = own;
  const outer = state.currentFunction;
  state.currentFunction = parent < 0 ? 0 : parent;
  const place = { name: named.name, at, class: index, kind: 'initializer' } as const;
  const initializer = addFunction(state, place, own.end);
  const staticInitializer = addFunction(state, { ...place, static: true }, own.end);
  state.currentFunction = outer;
  const facts: Open<ClassFacts> = { name: named.name, binding, implements: NONE, constructor, initializer, staticInitializer, members: fitted(members), owner: Math.max(parent, 0), at };
  if (base !== undefined) facts.extends = base;
  state.classes.push(facts);
  own.kind = 'constructor';
  own.class = index;
  for (const { kind, function: method } of members) {
    const facts = method === undefined ? undefined : state.functions[method];
    if (kind !== 'method' || facts === undefined) continue;
    // Arrow functions have no `this` of their own.
    if (facts.kind === 'function') facts.kind = 'method';
    facts.class = index;
  }
  named.values = named.values.map((each) => (each.value.is === 'function' && each.value.index === constructor ? { ...each, value: { is: 'class', index } } : each));
}
