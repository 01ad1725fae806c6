import type { Expression, Statement } from '#facts/types.js';
import { answerByParts } from './answers-by-parts.js';
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

/** What a test for a constant gives in a round in which that surely is not there: `if (path !== undefined)` where this element has none. Undefined for any other test. */
export function absentInRound(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  if (frame.fixed === undefined) return undefined;
  return answerByParts(test, (part) => {
    if (part.is === 'variable') return isAbsentConstant(engine, part, frame) ? false : undefined;
    if (part.is !== 'binary' || !/^[!=]==?$/.test(part.operator)) return undefined;
    const [asked, other] = isNothing(part.left) ? [part.right, part.left] : [part.left, part.right];
    const isMeant = other.is === 'undefined' || (isNothing(other) && part.operator.length === 2);
    return isMeant && asked.is === 'variable' && isAbsentConstant(engine, asked, frame) ? part.operator.startsWith('=') : undefined;
  });
}

function isNothing(expression: Expression): boolean {
  return expression.is === 'undefined' || (expression.is === 'literal' && expression.value === null);
}

function isAbsentConstant(engine: Engine, name: Extract<Expression, { is: 'variable' }>, frame: Frame): boolean {
  const { kind, values } = frame.unit.facts.bindings[name.binding] ?? { values: [] };
  return kind === 'const' && values.length === 1 && engine.evaluate(name, frame) === engine.table.absent;
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
