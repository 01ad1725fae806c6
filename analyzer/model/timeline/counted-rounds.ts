import type { Expression, LoopStatement, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { Frame } from '#program/values.js';
import type { ModelContext } from '../context.js';

/** How many rounds a loop makes at most, and what counts them. */
export interface Rounds {
  readonly count: number;
  /** The variable that counts them, its value in the first round and what is added each time. */
  readonly binding: number;
  readonly first: number;
  readonly step: number;
}

/** Loops that make more rounds are as good as endless. */
const MAX_COUNTED = 100_000;

/** How many rounds a loop makes at most, where constants tell. */
export function countedRounds(context: ModelContext, loop: LoopStatement, frame: Frame): Rounds | undefined {
  const tests = [...(loop.test === undefined ? [] : [{ test: loop.test, goesOn: true }]), ...leavingTests(loop.body).map((test) => ({ test, goesOn: false }))];
  for (const { test, goesOn } of tests) {
    for (const compared of comparisonsIn(test)) {
      const counter = counterOf(context, loop, frame, compared);
      const rounds = counter === undefined ? undefined : goesOn ? roundsWhile(loop, compared, counter) : roundsUntil(compared, counter);
      if (rounds !== undefined) return rounds;
    }
  }
  return undefined;
}

interface Comparison {
  readonly binding: number;
  readonly operator: string;
  /** What it is compared with: nothing where its truth is asked. */
  readonly limit: Expression | undefined;
  /** The variable changes in the test itself: before it is compared, `++attempt >= 3`, or after it, `left-- > 0`. */
  readonly changes: 'before' | 'after' | undefined;
  readonly at: number;
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===', '==': '==', '!==': '!==', '!=': '!=' };
const COMPARES: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b,
  '===': (a, b) => a === b, '==': (a, b) => a === b, '!==': (a, b) => a !== b, '!=': (a, b) => a !== b,
};

function comparisonsIn(test: Expression): readonly Comparison[] {
  if (test.is === 'logical') return [...comparisonsIn(test.left), ...comparisonsIn(test.right)];
  const itself = counterIn(test);
  if (itself !== undefined) return [{ ...itself, operator: '!==', limit: undefined }];
  if (test.is !== 'binary' || MIRRORED[test.operator] === undefined) return [];
  const [left, right] = [counterIn(test.left), counterIn(test.right)];
  return [
    ...(left === undefined ? [] : [{ ...left, operator: test.operator, limit: test.right }]),
    ...(right === undefined ? [] : [{ ...right, operator: MIRRORED[test.operator] ?? '', limit: test.left }]),
  ];
}

function counterIn(expression: Expression): Pick<Comparison, 'binding' | 'changes' | 'at'> | undefined {
  if (expression.is === 'variable') return { binding: expression.binding, changes: undefined, at: expression.at };
  if (expression.is !== 'assign' || expression.target.is !== 'variable') return undefined;
  // `left--` begins with the name, `--left` does not.
  const isPostfix = /^(?:\+\+|--)$/.test(expression.operator) && expression.at === expression.target.at;
  return { binding: expression.target.binding, changes: isPostfix ? 'after' : 'before', at: expression.at };
}

interface Counter {
  readonly first: number;
  readonly added: number;
  readonly limit: number;
  /** Where else than in the test it changes. */
  readonly at: number;
  readonly inStep: boolean;
}

function counterOf(context: ModelContext, loop: LoopStatement, frame: Frame, { binding, limit }: Comparison): Counter | undefined {
  const { engine } = context.program;
  const facts = frame.unit.facts.bindings[binding];
  const [start, ...changes] = facts?.values ?? [];
  const [change] = changes;
  if (facts === undefined || start === undefined || change === undefined || changes.length !== 1 || facts.kind === 'parameter') return undefined;
  const first = numberOf(engine.evaluate(start.value, frame).values);
  const last = limit === undefined ? 0 : numberOf(engine.evaluate(limit, frame).values);
  const sign = change.operator === '++' || change.operator === '+=' ? 1 : change.operator === '--' || change.operator === '-=' ? -1 : 0;
  const by = sign === 0 ? undefined : numberOf(engine.evaluate(change.value, frame).values);
  if (first === undefined || last === undefined || by === undefined || by === 0) return undefined;
  return { first, added: sign * by, limit: last, at: change.at, inStep: loop.step !== undefined && change.at < (firstOffset(loop.body) ?? 0) };
}

// The loop goes on as long as its test holds.
function roundsWhile(loop: LoopStatement, { binding, operator, changes }: Comparison, { first, added, limit, at, inStep }: Counter): Rounds | undefined {
  const holds = COMPARES[operator];
  const inTest = changes !== undefined;
  let count = loop.form === 'do' ? 1 : 0;
  let value = first + (loop.form === 'do' && !inTest ? added : 0);
  for (; count <= MAX_COUNTED; count += 1) {
    if (changes === 'before') value += added;
    if (holds?.(value, limit) !== true) break;
    value += added * (changes === 'before' ? 0 : 1);
  }
  if (count < 1 || count > MAX_COUNTED) return undefined;
  const changedBefore = inTest ? loop.form !== 'do' : !inStep && !isLast(loop.body, at);
  return { count, binding, first: changedBefore ? first + added : first, step: added };
}

// What leaves the loop when the count is reached, tested before or after it is changed.
function roundsUntil({ binding, operator, changes, at: testedAt }: Comparison, { first, added, limit, at, inStep }: Counter): Rounds | undefined {
  const leaves = COMPARES[operator];
  const changedBefore = changes === 'before' || (changes === undefined && !inStep && at < testedAt);
  let count = 1;
  for (let value = changedBefore ? first + added : first; leaves?.(value, limit) !== true && count <= MAX_COUNTED; value += added) count += 1;
  return count > MAX_COUNTED ? undefined : { count, binding, first: changedBefore ? first + added : first, step: added };
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
