import type { Expression, LoopStatement, Statement } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import type { ModelContext } from '../context.js';

const EARLIER = new Set(['<', '<=']);
const LATER = new Set(['>', '>=']);

/** How long a loop starts new rounds, where it looks at the clock in each: `while (Date.now() < deadline)`, `if (Date.now() - started > 5000) break`. */
export function timedRounds(context: ModelContext, loop: LoopStatement, frame: Frame): number | undefined {
  const about = { context, loop, frame };
  const goingOn = loop.test === undefined ? [] : partsOf(loop.test, '&&').map((test) => limitIn(about, test, EARLIER));
  const leaving = leavingTests(loop.body).flatMap((test) => partsOf(test, '||')).map((test) => limitIn(about, test, LATER));
  const found = [...goingOn, ...leaving].filter((limit) => limit !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

interface About {
  readonly context: ModelContext;
  readonly loop: LoopStatement;
  readonly frame: Frame;
}

// Every one of them alone decides.
function partsOf(test: Expression, operator: '&&' | '||'): readonly Expression[] {
  return test.is === 'logical' && test.operator === operator ? [...partsOf(test.left, operator), ...partsOf(test.right, operator)] : [test];
}

/** Tests that each round makes, after which the loop is left. */
function leavingTests(body: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = [];
  for (const statement of body) {
    if (statement.is === 'if' && statement.then.some(({ is }) => is === 'throw' || is === 'return' || is === 'break')) found.push(statement.test);
    // What follows may be skipped, or is skipped by what fails.
    else if (statement.is === 'if' || statement.is === 'try' || statement.is === 'switch' || statement.is === 'continue') break;
  }
  return found;
}

/** The time that a comparison with the clock leaves. */
function limitIn(about: About, test: Expression, operators: ReadonlySet<string>): number | undefined {
  if (test.is !== 'binary') return undefined;
  if (operators.has(test.operator)) return timeLeft(about, test.left, test.right);
  const isMirrored = (operators === EARLIER ? LATER : EARLIER).has(test.operator);
  return isMirrored ? timeLeft(about, test.right, test.left) : undefined;
}

// `Date.now()` against a deadline, or what has passed since the start against a number.
function timeLeft(about: About, clock: Expression, limit: Expression): number | undefined {
  if (isNow(about, clock)) return isKept(about, limit) ? pastNow(about, limit) : undefined;
  if (clock.is !== 'binary' || clock.operator !== '-' || !isNow(about, clock.left) || !isKept(about, clock.right) || pastNow(about, clock.right) !== 0) return undefined;
  const { values: [value, ...others] } = about.context.program.engine.evaluate(limit, about.frame);
  return value?.is === 'literal' && typeof value.value === 'number' && others.length === 0 ? value.value : undefined;
}

function isNow(about: About, expression: Expression): boolean {
  return expression.is === 'call' && pastNow(about, expression) === 0;
}

/** How far a time lies after the moment it is computed. */
function pastNow({ context, frame }: About, expression: Expression): number | undefined {
  const { values: [value, ...others] } = context.program.engine.evaluate(expression, frame);
  if (value?.is !== 'library' || value.module !== 'global' || others.length > 0) return undefined;
  const ahead = /^(?:Date|performance)\.now\(\)(?:\+(\d+(?:\.\d+)?))?$/.exec(value.path);
  return ahead === null ? undefined : Number(ahead[1] ?? 0);
}

// Computed before the loop, once: a round that computes it anew has always time left.
function isKept({ loop, frame }: About, expression: Expression): boolean {
  if (expression.is !== 'variable') return false;
  const binding = frame.unit.facts.bindings[expression.binding];
  const changes = binding?.values.filter(({ at }) => at > loop.at).length ?? 1;
  return binding !== undefined && changes === 0 && binding.values.length <= 1;
}
