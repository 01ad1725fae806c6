import type { BindingIndex, Expression } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachExpression, eachPart } from '../own-breakers/statements.js';
import type { TriedAgain } from './attempts.js';

/** Names that differ from one attempt to the next. */
export interface Changing {
  /** Those that count: `attempt++`, `left - 1`, a parameter that the next attempt gets raised. */
  readonly counters: ReadonlySet<BindingIndex>;
  /** All of them: `delay = delay * 2`, `lastError = error`. */
  readonly names: ReadonlySet<BindingIndex>;
  /** Fields that count: `this.#attempts += 1`. */
  readonly fields: ReadonlySet<string>;
}

/** What changes between the attempts. */
export function changingIn(tried: TriedAgain, frame: Frame): Changing {
  const counters = new Set<BindingIndex>();
  const names = new Set<BindingIndex>();
  const fields = new Set<string>();
  const read = (expression: Expression): void => {
    if (expression.is !== 'assign') return;
    const { target, operator, value } = expression;
    const counts = operator !== '=' || isRaised(value, target);
    if (target.is === 'member' && counts) fields.add(target.name);
    if (target.is !== 'variable' || (tried.is === 'recursion' && isOwnLocal(target.binding, tried, frame))) return;
    names.add(target.binding);
    if (counts) counters.add(target.binding);
  };
  eachExpression(tried.region, read);
  const { loop } = tried;
  for (const part of [loop?.step, loop?.test]) if (part !== undefined) eachPart(part, read);
  if (loop?.over !== undefined) for (const statement of loop.body) if (statement.is === 'declare' && isElement(statement.value)) names.add(statement.binding);
  for (const parameter of raisedParameters(tried, frame)) {
    names.add(parameter);
    counters.add(parameter);
  }
  return { counters, names, fields };
}

function isElement(value: Expression): boolean {
  let found = false;
  eachPart(value, (part) => {
    if (part.is === 'each') found = true;
  });
  return found;
}

// `x = x + 1`, `x = Math.min(x * 2, max)`.
function isRaised(value: Expression, target: Expression): boolean {
  if (target.is !== 'variable') return false;
  let found = false;
  eachPart(value, (part) => {
    if (part.is === 'variable' && part.binding === target.binding) found = true;
  });
  return found;
}

// A name of the function that calls itself is a new one in each call.
function isOwnLocal(binding: BindingIndex, { functions }: TriedAgain, frame: Frame): boolean {
  const owner = frame.unit.facts.bindings[binding]?.owner;
  return owner !== undefined && functions.has(owner);
}

/** Parameters that the function passes to itself changed. */
function raisedParameters({ again }: TriedAgain, frame: Frame): readonly BindingIndex[] {
  if (again === undefined) return [];
  return functionOf(frame).parameters.flatMap(({ binding }, position) => {
    const given = again.arguments[position];
    if (given === undefined || given.is === 'literal' || (given.is === 'variable' && given.binding === binding)) return [];
    return given.is === 'binary' || given.is === 'object' || given.is === 'call' || given.is === 'assign' ? [binding, ...derivedFrom(binding, frame)] : [];
  });
}

// `function send({ attempt, ...rest })`: names taken out of a parameter.
function derivedFrom(parameter: BindingIndex, frame: Frame): readonly BindingIndex[] {
  const found: BindingIndex[] = [];
  frame.unit.facts.bindings.forEach(({ owner, values }, index) => {
    if (owner !== frame.function || index === parameter) return;
    if (values.some(({ value }) => rootOf(value) === parameter)) found.push(index);
  });
  return found;
}

function rootOf(expression: Expression): BindingIndex | undefined {
  if (expression.is === 'variable') return expression.binding;
  if (expression.is === 'member' || expression.is === 'element') return rootOf(expression.of);
  return expression.is === 'default' ? rootOf(expression.value) : undefined;
}
