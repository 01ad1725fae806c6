import type { Expression } from '#facts/types.js';
import type { CallStep, Step } from '#program/steps.js';
import { functionOf } from '#program/values.js';
import type { CallInstance, Frame } from '#program/values.js';
import { innerBodies } from './entry-points/start-order.js';

/** One of the promises that a race is given as a list. */
export function elementAt(call: CallInstance, position: number): Expression | undefined {
  const list = call.expression.arguments[0];
  return list?.is === 'array' ? list.elements[position] : undefined;
}

/** What a variable was declared with. */
export function declared(expression: Expression | undefined, frame: Frame): readonly Expression[] {
  return expression?.is === 'variable' ? (frame.unit.facts.bindings[expression.binding]?.values ?? []).map(({ value }) => value) : [];
}

/** Does a call make a promise by hand? */
export function isPromise({ callee }: CallStep): boolean {
  return callee.module === 'global' && callee.path === 'Promise';
}

/** Does a timer's function settle a promise by one of these: `setTimeout(() => reject(error), ms)`, `setTimeout(reject, ms)`? */
export function settles({ expression, frame }: CallInstance, settlers: readonly number[]): boolean {
  const callback = expression.arguments[0];
  if (callback?.is === 'variable') return settlers.includes(callback.binding);
  if (callback?.is !== 'function') return false;
  return settlers.some((binding) => {
    const calls = frame.unit.index.calls.get(frame.unit.facts.bindings[binding]?.name ?? '') ?? [];
    return calls.some(({ call, by }) => by === callback.index && call.callee.is === 'variable' && call.callee.binding === binding);
  });
}

/** The calls of a chain: `load().then(f)` is two. */
export function callsIn(expressions: readonly Expression[]): readonly Expression[] {
  return expressions.flatMap((expression): readonly Expression[] => {
    if (expression.is === 'cast') return callsIn([expression.of]);
    if (expression.is !== 'call' && expression.is !== 'new') return [];
    return [expression, ...(expression.callee.is === 'member' ? callsIn([expression.callee.of]) : [])];
  });
}

/** Do some steps only wait to fail: `new Promise((_, reject) => setTimeout(reject, ms))`, a wait with a `throw` behind it? */
export function onlyFails(steps: readonly Step[]): boolean {
  return steps.some((step) => {
    if (step.is === 'throw') return true;
    if (step.is !== 'call' || !isPromise(step)) return innerBodies(step).some(({ steps: inner }) => onlyFails(inner));
    return step.within.some(({ value, body }) => {
      if (value.is !== 'function') return false;
      const [resolve, reject] = functionOf(value).parameters.map(({ binding }) => binding);
      const timers = body.steps.flatMap((inner) => (inner.is === 'call' ? [inner.call] : []));
      const by = (binding: number | undefined) => binding !== undefined && timers.some((timer) => settles(timer, [binding]));
      return by(reject) && !by(resolve);
    });
  });
}
