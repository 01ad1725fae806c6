import type { BindingIndex, Expression } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachExpression, eachPart, eachStatement } from '#program/statements.js';
import type { TriedAgain } from './attempts.js';

/** Names that differ from one attempt to the next. */
export interface Changing {
  /** Those that count: `attempt++`, `left - 1`, a parameter that the next attempt gets raised. */
  readonly counters: ReadonlySet<BindingIndex>;
  /** All of them: `delay = delay * 2`, `lastError = error`. */
  readonly names: ReadonlySet<BindingIndex>;
  /** Fields that count: `this.#attempts += 1`. */
  readonly fields: ReadonlySet<string>;
  /** Constants of one attempt, with what they are: `const tooMany = attempt > 2`. */
  readonly constants: ReadonlyMap<BindingIndex, Expression>;
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
  const constants = constantsIn(tried, frame);
  for (const parameter of raisedParameters(tried, constants, frame)) {
    names.add(parameter);
    counters.add(parameter);
  }
  for (const [binding, value] of constants) if (mentions(value, names)) names.add(binding);
  return { counters, names, fields, constants };
}

// A constant outside of a loop keeps its value through all rounds.
function constantsIn({ region }: TriedAgain, frame: Frame): ReadonlyMap<BindingIndex, Expression> {
  const found = new Map<BindingIndex, Expression>();
  eachStatement(region, (statement) => {
    if (statement.is === 'declare' && frame.unit.facts.bindings[statement.binding]?.kind === 'const') found.set(statement.binding, statement.value);
  });
  return found;
}

function mentions(value: Expression, names: ReadonlySet<BindingIndex>): boolean {
  let found = false;
  eachPart(value, (part) => {
    if (part.is === 'variable' && names.has(part.binding)) found = true;
  });
  return found;
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
  return target.is === 'variable' && mentions(value, new Set([target.binding]));
}

// A name of the function that calls itself is a new one in each call.
function isOwnLocal(binding: BindingIndex, { functions }: TriedAgain, frame: Frame): boolean {
  const owner = frame.unit.facts.bindings[binding]?.owner;
  return owner !== undefined && functions.has(owner);
}

/** Parameters that the function passes to itself changed. */
function raisedParameters({ again }: TriedAgain, constants: Changing['constants'], frame: Frame): readonly BindingIndex[] {
  if (again === undefined) return [];
  return functionOf(frame).parameters.flatMap(({ binding }, position) => {
    const given = again.arguments[position];
    if (given === undefined || given.is === 'literal' || (given.is === 'variable' && given.binding === binding)) return [];
    const value = given.is === 'variable' ? constants.get(given.binding) : undefined;
    if (value !== undefined && mentions(value, new Set([binding]))) return [binding, ...derivedFrom(binding, frame)];
    return given.is === 'binary' || given.is === 'object' || given.is === 'call' || given.is === 'assign' ? [binding, ...derivedFrom(binding, frame)] : [];
  });
}

// `function send({ attempt, ...rest })`: names taken out of a parameter.
function derivedFrom(parameter: BindingIndex, frame: Frame): readonly BindingIndex[] {
  const found: BindingIndex[] = [];
  for (const { binding } of frame.unit.index.held.get(frame.function) ?? []) {
    if (binding !== parameter && frame.unit.facts.bindings[binding]?.values.some(({ value }) => rootOf(value) === parameter) === true) found.push(binding);
  }
  return found;
}

function rootOf(expression: Expression): BindingIndex | undefined {
  if (expression.is === 'variable') return expression.binding;
  if (expression.is === 'member' || expression.is === 'element') return rootOf(expression.of);
  return expression.is === 'default' ? rootOf(expression.value) : undefined;
}
