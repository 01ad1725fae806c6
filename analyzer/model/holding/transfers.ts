import type { Expression, FunctionFacts, Statement } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { eachExpression, eachPart, eachStatement } from '#program/statements.js';
import { holdsValue, isItself } from './held.js';
import type { Held } from './held.js';

const KEEPS = new Set(['set', 'push', 'add', 'unshift', 'enterWith']);
const GIVES = new Set(['resolve', 'callback', 'cb', 'done', 'next']);

/** Does a function give a connection to whoever called it, with what it returns at this offset? */
export function isReturned(context: ModelContext, frame: Frame, at: number, held: Held): boolean {
  const value = returnsOf(functionOf(frame)).get(at);
  return value !== undefined && carries(context, value, frame, held);
}

/** Does a function keep a connection beyond itself: in a member, in a name outside it, in a collection, or as what a promise gives? */
export function isKept(context: ModelContext, frame: Frame, held: Held): boolean {
  const { bindings } = frame.unit.facts;
  let kept = false;
  eachExpression(functionOf(frame).body, (expression) => {
    if (kept) return;
    if (expression.is === 'assign') {
      const { target, value } = expression;
      const isOutside = target.is === 'member' || target.is === 'element' || (target.is === 'variable' && bindings[target.binding]?.owner !== frame.function);
      if (isOutside && carries(context, value, frame, held)) kept = true;
    }
    if (expression.is !== 'call') return;
    const name = expression.callee.is === 'member' ? expression.callee.name : expression.callee.is === 'variable' ? (bindings[expression.callee.binding]?.name ?? '') : '';
    if ((expression.callee.is === 'member' ? KEEPS : GIVES).has(name) && expression.arguments.some((argument) => carries(context, argument, frame, held))) kept = true;
  });
  return kept;
}

/** Is the connection among what an expression gives: itself, in an object, in something made with it, or as what a function in it uses? */
function carries(context: ModelContext, expression: Expression, frame: Frame, held: Held): boolean {
  const { engine } = context.program;
  if (holdsValue(context, engine.evaluate(expression, frame), (value) => isItself(value, held))) return true;
  let found = false;
  eachPart(expression, (part) => {
    if (part.is === 'new' && part.arguments.some((argument) => holdsValue(context, engine.evaluate(argument, frame), (value) => isItself(value, held)))) found = true;
    if (part.is !== 'function') return;
    for (const binding of frame.unit.index.uses.get(part.index) ?? []) {
      if (frame.unit.facts.bindings[binding]?.owner !== frame.function) continue;
      if (engine.evaluate({ is: 'variable', binding, at: 0 }, frame).values.some((value) => isItself(value, held))) found = true;
    }
  });
  return found;
}

const RETURNS = new WeakMap<FunctionFacts, ReadonlyMap<number, Expression>>();

function returnsOf(facts: FunctionFacts): ReadonlyMap<number, Expression> {
  let known = RETURNS.get(facts);
  if (known === undefined) {
    const found = new Map<number, Expression>();
    eachStatement(facts.body, (statement: Statement) => {
      if (statement.is === 'return' && statement.value !== undefined) found.set(statement.at, statement.value);
    });
    RETURNS.set(facts, (known = found));
  }
  return known;
}
