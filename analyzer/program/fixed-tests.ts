import type { Expression, Statement } from '#facts/types.js';
import type { Engine } from './engine.js';
import type { Frame } from './values.js';

type Comparison = Extract<Expression, { is: 'binary' }>;

/** The statements that run in one round of a loop that is read round by round: after `if (attempt === 3)`. Undefined where the test does not ask for the round. */
export function armOfRound(engine: Engine, { test, then, else: otherwise }: Extract<Statement, { is: 'if' }>, frame: Frame): readonly Statement[] | undefined {
  const taken = test.is === 'binary' ? decidedByRound(engine, test, frame) : undefined;
  return taken === undefined ? undefined : taken ? then : otherwise;
}

function decidedByRound(engine: Engine, test: Comparison, frame: Frame): boolean | undefined {
  if (frame.fixed === undefined || !(asksForRound(test.left, frame) || asksForRound(test.right, frame))) return undefined;
  const [a, b] = [numberOf(engine, test.left, frame), numberOf(engine, test.right, frame)];
  if (a === undefined || b === undefined) return undefined;
  switch (test.operator) {
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    case '>=': return a >= b;
    case '===': case '==': return a === b;
    case '!==': case '!=': return a !== b;
    default: return undefined;
  }
}

function asksForRound(expression: Expression, frame: Frame): boolean {
  if (expression.is === 'variable') return frame.fixed?.has(expression.binding) === true;
  return expression.is === 'binary' && (asksForRound(expression.left, frame) || asksForRound(expression.right, frame));
}

function numberOf(engine: Engine, expression: Expression, frame: Frame): number | undefined {
  const { values } = engine.evaluate(expression, frame);
  const [only] = values;
  return values.length === 1 && only?.is === 'literal' && typeof only.value === 'number' ? only.value : undefined;
}
