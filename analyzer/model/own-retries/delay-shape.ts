import type { Expression } from '#facts/types.js';
import { livingArms } from '#program/dead-arms.js';
import type { Engine } from '#program/engine.js';
import type { CallInstance, Frame, FunctionValue, Unit } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { unbound } from '../own-breakers/state-roots.js';
import { partsOf } from '#program/statements.js';
import type { Named } from '../writes/named-calls.js';

/** How a delay goes from one attempt to the next. */
export interface DelayShape {
  /** It differs from one attempt to the next. */
  readonly grows: boolean;
  /** Chance is in it. */
  readonly random: boolean;
  /** Undefined where all of it could be read. */
  readonly because: string | undefined;
}

/** Where a delay is read. */
export interface DelayScope {
  readonly engine: Engine;
  readonly named: Named;
  readonly frame: Frame;
  /** Names that differ from one attempt to the next, in the file where the attempts stand. */
  readonly changing: { readonly unit: Unit; readonly names: ReadonlySet<number> } | undefined;
  /** What parameters were given, each with where that is read. */
  readonly given: ReadonlyMap<number, { readonly expression: Expression; readonly scope: DelayScope } | DelayShape>;
  readonly depth: number;
  /** Only what is awaited counts as a wait: in a loop, which goes on without the rest. */
  readonly awaited?: boolean;
  /** What the activation's arguments decide is left open: the delay of any caller. */
  readonly ofAnyCaller?: boolean;
}

export const CONSTANT: DelayShape = { grows: false, random: false, because: undefined };
const MAX_DEPTH = 6;
const RANDOM = /random|jitter/i;

/** Several parts of a delay as one. */
export function joinedShape(shapes: readonly DelayShape[]): DelayShape {
  return { grows: shapes.some(({ grows }) => grows), random: shapes.some(({ random }) => random), because: shapes.find(({ because }) => because !== undefined)?.because };
}

/** How an expression goes from one attempt to the next. */
export function shapeOf(expression: Expression, scope: DelayScope): DelayShape {
  switch (expression.is) {
    case 'literal': case 'undefined': case 'global': case 'this': case 'function': return CONSTANT;
    case 'variable': return shapeOfVariable(expression.binding, scope);
    case 'call': return shapeOfCall(expression, scope);
    case 'conditional': {
      const arms = scope.ofAnyCaller === true ? [expression.then, expression.else] : livingArms(scope.engine, expression, scope.frame);
      return joinedShape([...(arms.length > 1 ? [expression.test] : []), ...arms].map((part) => shapeOf(part, scope)));
    }
    default: return joinedShape(partsOf(expression).map((part) => shapeOf(part, scope)));
  }
}

function shapeOfVariable(index: number, scope: DelayScope): DelayShape {
  const given = scope.given.get(index);
  if (given !== undefined) return 'grows' in given ? given : shapeOf(given.expression, given.scope);
  const binding = scope.frame.unit.facts.bindings[index];
  if (binding === undefined || scope.depth >= MAX_DEPTH) return CONSTANT;
  const next = { ...scope, depth: scope.depth + 1 };
  const values = binding.from !== undefined || binding.kind === 'parameter' ? binding.values.filter(({ operator }) => operator !== undefined) : binding.values;
  const inner = joinedShape(values.map(({ value }) => shapeOf(value, next)));
  return scope.changing?.unit === scope.frame.unit && scope.changing.names.has(index) ? { ...inner, grows: true, because: undefined } : inner;
}

function shapeOfCall(expression: Extract<Expression, { is: 'call' }>, scope: DelayScope): DelayShape {
  const { callee } = expression;
  const own = joinedShape([...expression.arguments.map((argument) => shapeOf(argument, scope)), ...(callee.is === 'member' ? [shapeOf(callee.of, scope)] : [])]);
  if (RANDOM.test(callee.is === 'member' || callee.is === 'global' ? callee.name : '')) return { ...own, random: true };
  const call: CallInstance = scope.engine.callInstance(expression, scope.frame);
  const shapes = scope.engine.targets(call).map((target): DelayShape => {
    if (target.is === 'method') return own;
    const { value } = target;
    if (value.is === 'library') return scope.named.draws(value, expression.arguments.length) && !/now|Date/.test(value.path) ? { ...own, random: true } : own;
    const entered = unbound(value);
    if (entered === undefined || scope.depth >= MAX_DEPTH) return { ...own, because: 'what computes the delay could not be read' };
    return shapeOfResult(entered, expression.arguments.map((argument) => ({ expression: argument, scope })), scope);
  });
  return shapes.length === 0 ? { ...own, because: 'what computes the delay could not be read' } : joinedShape(shapes);
}

/** How what a function gives goes from one attempt to the next, by what it is given. */
export function shapeOfResult(value: FunctionValue, given: readonly ({ readonly expression: Expression; readonly scope: DelayScope } | DelayShape)[], scope: Omit<DelayScope, 'frame' | 'given'>): DelayShape {
  const { engine } = scope;
  const inner: DelayScope = { ...scope, frame: engine.generic(value.unit, value.index), given: givenTo(value, given), depth: scope.depth + 1 };
  const { returns, yields } = value.unit.index;
  const yielded = yields.get(value.index) ?? [];
  const shape = joinedShape([...(returns.get(value.index) ?? []), ...yielded].map((result) => shapeOf(result, inner)));
  // A generator gives the next attempt its own delay.
  return yielded.length > 0 ? { ...shape, grows: true } : shape;
}

/** What a function's parameters were given. */
export function givenTo(value: FunctionValue, given: readonly ({ readonly expression: Expression; readonly scope: DelayScope } | DelayShape)[]): DelayScope['given'] {
  const { parameters } = functionOf(value);
  return new Map(parameters.flatMap(({ binding, default: fallback }, position) => {
    const argument = given[position];
    if (argument !== undefined) return [[binding, argument] as const];
    return fallback === undefined || fallback.is !== 'literal' ? [] : [[binding, CONSTANT] as const];
  }));
}
