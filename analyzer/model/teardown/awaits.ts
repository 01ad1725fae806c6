import type { Expression, Statement } from '#facts/types.js';
import type { Evaluator } from '#program/evaluator.js';
import { forEachPart } from '#program/file-index.js';
import type { CallStep, Step } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';

/** Where in a function something that is kept in a name is waited for: `await closing`, `return closing`. */
export function keptAwaits(frame: Frame): readonly number[] {
  const facts = functionOf(frame);
  const known = OFFSETS.get(facts);
  if (known !== undefined) return known;
  const offsets: number[] = [];
  for (const statement of facts.body) readStatement(statement, offsets);
  OFFSETS.set(facts, offsets);
  return offsets;
}

const OFFSETS = new WeakMap<object, readonly number[]>();

/** Where a step stands in its activation; undefined for one that has no place of its own. */
export function placeOf(step: Step): { readonly frame: Frame; readonly at: number } | undefined {
  switch (step.is) {
    case 'call': case 'unresolved': return { frame: step.call.frame, at: step.call.expression.at };
    case 'enter': case 'loop': case 'return': case 'throw': return { frame: step.frame, at: step.at };
    case 'parallel': return { frame: step.call.frame, at: step.call.expression.at };
    case 'branch': return step.arms.map((arm) => firstPlace(arm.steps)).find((place) => place !== undefined);
    case 'try': return firstPlace(step.body.steps);
  }
}

function firstPlace(steps: readonly Step[]): { readonly frame: Frame; readonly at: number } | undefined {
  return steps[0] === undefined ? undefined : placeOf(steps[0]);
}

/** Is it a name or member, rather than something done here? */
export function isKept(expression: Expression): boolean {
  if (expression.is === 'cast' || expression.is === 'await') return isKept(expression.of);
  return expression.is === 'variable' || expression.is === 'member' || expression.is === 'element';
}

/** `close().then(done)`: the end is told to a function that somebody gives, and who waits for it is not in sight. */
export function tellsUnseen(engine: Evaluator, { call }: CallStep): boolean {
  const { frame, expression } = call;
  return ['then', 'finally'].some((name) => (frame.unit.index.calls.get(name) ?? []).some(({ call: settling, by }) => {
    const [told] = settling.arguments;
    if (by !== frame.function || told === undefined || !isKept(told) || settling.callee.is !== 'member' || !follows(settling.callee.of, expression)) return false;
    return engine.evaluate(told, frame).values.every((value) => value.is === 'unknown' || value.is === 'undefined');
  }));
}

// The promise of a call, or what `then`, `catch` and `finally` make of it.
function follows(promise: Expression, call: Expression): boolean {
  if (promise === call) return true;
  if (promise.is === 'cast') return follows(promise.of, call);
  return promise.is === 'call' && promise.callee.is === 'member' && /^(?:then|catch|finally)$/.test(promise.callee.name) && follows(promise.callee.of, call);
}

function readStatement(statement: Statement, offsets: number[]): void {
  switch (statement.is) {
    case 'expression': case 'declare': case 'throw': return readExpression(statement.value, offsets);
    case 'return':
      if (statement.value !== undefined && isKept(statement.value)) offsets.push(statement.at);
      else if (statement.value !== undefined) readExpression(statement.value, offsets);
      return;
    case 'if':
      readExpression(statement.test, offsets);
      for (const inner of [...statement.then, ...statement.else]) readStatement(inner, offsets);
      return;
    case 'loop': case 'try':
      for (const inner of statement.body) readStatement(inner, offsets);
      if (statement.is === 'try') for (const inner of [...(statement.handler ?? []), ...(statement.finalizer ?? [])]) readStatement(inner, offsets);
      return;
    case 'switch':
      for (const arm of statement.cases) for (const inner of arm.body) readStatement(inner, offsets);
      return;
    default: return;
  }
}

function readExpression(expression: Expression, offsets: number[]): void {
  if (expression.is === 'await' && isKept(expression.of)) offsets.push(expression.at);
  forEachPart(expression, (part) => readExpression(part, offsets));
}
