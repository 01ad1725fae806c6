import type { Expression, LoopStatement, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { Body, Step } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { siteAt } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Guard } from '../types.js';
import { limited, unknownTimes } from './guarded.js';
import { roundsOfMethod } from './list-methods.js';
import { falling, mapped, NOTHING, Sequencer } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { BodyReader, Reading } from './read-body.js';
import { around, EMPTY, isEmpty, parallelOf } from './spans.js';
import type { Span } from './spans.js';

type LoopStep = Extract<Step, { is: 'loop' }>;

/** Rounds that are read one by one; more of them are one round so many times. */
const MAX_ROUNDS = 16;

/** What a loop takes: its rounds one after the other, or all at once where it only starts them. */
export function loopOutcome(reader: BodyReader, step: LoopStep, reading: Reading): Outcome {
  const once = reader.of(step.body, reading);
  if (isEmpty(once.total)) return NOTHING;
  if (step.statement === undefined) return falling(methodSpan(reader, step, once.total));
  const site = siteAt(step.frame, step.at);
  const rounds = roundsOf(reader.context, step.statement, step.frame);
  if (rounds === undefined) return falling(unknownTimes(once.total, site, 'how many rounds the loop makes is not known'));
  const count = { is: 'bounded' as const, ms: rounds.count, from: { text: 'the loop', site, isDefault: false } };
  const guard: Guard = { is: 'retry', name: 'the loop', site, attempts: count };
  if (rounds.count > MAX_ROUNDS) {
    return falling(around(once.total, (inner) => ({ is: 'repeated', guard, times: count, delays: { ...count, ms: 0 }, site, inner })));
  }
  const sequence = new Sequencer();
  for (let round = 0; round < rounds.count && !sequence.isDead; round += 1) {
    const outcome = reader.of(bodyOfRound(reader.context, step, rounds, round), reading);
    sequence.add(hasTry(step.statement) ? mapped(outcome, (span) => limited(guard, span)) : outcome);
  }
  return sequence.finish();
}

function methodSpan(reader: BodyReader, { form, count, each, frame, at }: LoopStep, once: Span): Span {
  const rounds = roundsOfMethod(form);
  if (rounds === 'unnoticed') return EMPTY;
  const arms = (each ?? []).map((body) => reader.of(body).total);
  const known = count !== undefined && arms.length === count;
  if (rounds === 'at once') return arms.length > 1 ? parallelOf('all', arms) : once;
  return known ? once : unknownTimes(once, siteAt(frame, at), `how often ${form} runs it is not known`);
}

interface Rounds {
  readonly count: number;
  /** The variable that counts them, its first value and what is added each time. */
  readonly binding: number;
  readonly first: number;
  readonly step: number;
}

function bodyOfRound(context: ModelContext, step: LoopStep, { binding, first, step: added }: Rounds, round: number): Body {
  const { engine } = context.program;
  const frame = engine.fix(step.frame, new Map([[binding, engine.table.literal(first + round * added)]]));
  return context.walker.block(step.statement?.body ?? [], frame);
}

function hasTry({ body }: LoopStatement): boolean {
  return body.some(({ is }) => is === 'try');
}

/** How many rounds a loop makes at most, where constants tell. */
function roundsOf(context: ModelContext, loop: LoopStatement, frame: Frame): Rounds | undefined {
  const tests = [...(loop.test === undefined ? [] : [{ test: loop.test, goesOn: true }]), ...leavingTests(loop.body).map((test) => ({ test, goesOn: false }))];
  for (const { test, goesOn } of tests) {
    for (const compared of comparisonsIn(test)) {
      const rounds = countedBy(context, loop, frame, compared, goesOn);
      if (rounds !== undefined) return rounds;
    }
  }
  return undefined;
}

interface Comparison {
  readonly binding: number;
  readonly operator: string;
  readonly limit: Expression;
  /** The variable is increased in the test itself: `++attempt >= 3`. */
  readonly increased: boolean;
  readonly at: number;
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===', '==': '==', '!==': '!==', '!=': '!=' };

function comparisonsIn(test: Expression): readonly Comparison[] {
  if (test.is === 'logical') return [...comparisonsIn(test.left), ...comparisonsIn(test.right)];
  if (test.is !== 'binary' || MIRRORED[test.operator] === undefined) return [];
  const [left, right] = [counterIn(test.left), counterIn(test.right)];
  if (left !== undefined) return [{ ...left, operator: test.operator, limit: test.right }];
  return right === undefined ? [] : [{ ...right, operator: MIRRORED[test.operator] ?? '', limit: test.left }];
}

function counterIn(expression: Expression): { readonly binding: number; readonly increased: boolean; readonly at: number } | undefined {
  if (expression.is === 'variable') return { binding: expression.binding, increased: false, at: expression.at };
  if (expression.is === 'assign' && expression.target.is === 'variable') return { binding: expression.target.binding, increased: true, at: expression.at };
  return undefined;
}

function countedBy(context: ModelContext, loop: LoopStatement, frame: Frame, { binding, operator, limit, increased, at }: Comparison, goesOn: boolean): Rounds | undefined {
  const { engine } = context.program;
  const facts = frame.unit.facts.bindings[binding];
  const [start, ...changes] = facts?.values ?? [];
  const [change] = changes;
  if (facts === undefined || start === undefined || change === undefined || changes.length !== 1 || facts.kind === 'parameter') return undefined;
  const first = numberOf(engine.evaluate(start.value, frame).values);
  const last = numberOf(engine.evaluate(limit, frame).values);
  const added = change.operator === '--' || change.operator === '-=' ? undefined : change.operator === '++' || change.operator === '+=' ? numberOf(engine.evaluate(change.value, frame).values) : undefined;
  if (first === undefined || last === undefined || added === undefined || added <= 0) return undefined;
  const bodyStarts = firstOffset(loop.body) ?? 0;
  const inStep = loop.step !== undefined && change.at < bodyStarts;
  if (goesOn) {
    const span = operator === '<' || operator === '!==' || operator === '!=' ? last - first : operator === '<=' ? last - first + 1 : undefined;
    const count = span === undefined ? undefined : Math.ceil(span / added) + (loop.form === 'do' && increased ? 1 : 0);
    return count === undefined || count < 1 ? undefined : { count, binding, first: inStep || isLast(loop.body, change.at) ? first : first + added, step: added };
  }
  // What leaves the loop when the count is reached, tested before or after it is increased.
  const before = increased || (!inStep && change.at < at);
  const span = operator === '>=' || operator === '===' || operator === '==' ? last - first : operator === '>' ? last - first + 1 : undefined;
  const count = span === undefined ? undefined : Math.ceil(span / added) + (before ? 0 : 1);
  return count === undefined || count < 1 ? undefined : { count, binding, first: before ? first + added : first, step: added };
}

// Increased at the end of the round, after everything that may use it.
function isLast(statements: readonly Statement[], at: number): boolean {
  const last = statements.at(-1);
  return last?.is === 'expression' && (firstOffset([last]) ?? Infinity) <= at;
}

function numberOf(values: readonly { readonly is: string; readonly value?: unknown }[]): number | undefined {
  const [only] = values;
  return values.length === 1 && only?.is === 'literal' && typeof only.value === 'number' ? only.value : undefined;
}

/** Tests after which the loop is left: `if (attempt >= max) throw error`. */
function leavingTests(statements: readonly Statement[]): readonly Expression[] {
  return statements.flatMap((statement): readonly Expression[] => {
    if (statement.is === 'try') return [statement.body, statement.handler ?? [], statement.finalizer ?? []].flatMap(leavingTests);
    if (statement.is !== 'if') return [];
    const leaves = statement.then.some(({ is }) => is === 'throw' || is === 'return' || is === 'break');
    return [...(leaves ? [statement.test] : []), ...leavingTests(statement.then), ...leavingTests(statement.else)];
  });
}

function firstOffset(statements: readonly Statement[]): number | undefined {
  for (const statement of statements) {
    if ('at' in statement) return statement.at;
    const value = 'value' in statement ? statement.value : 'test' in statement ? statement.test : undefined;
    const found = value === undefined ? statement.is === 'try' ? firstOffset(statement.body) : undefined : offsetIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function offsetIn(expression: Expression): number | undefined {
  if ('start' in expression) return expression.start;
  if ('at' in expression) return expression.at;
  let found: number | undefined;
  forEachPart(expression, (part) => {
    found ??= offsetIn(part);
  });
  return found;
}
