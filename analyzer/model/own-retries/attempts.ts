import type { CallExpression, Expression, FunctionIndex, LoopStatement, Offset, Statement } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachExpression, eachPart, eachStatement, innerStatements } from '#program/statements.js';
import { findRecursions } from './recursions.js';
import { goodWhen } from './good-answers.js';
import { findOnceMore } from './once-more.js';
import { asksForStatus, callsAmong, followedBy, waysOut } from './ways-out.js';
import type { WayOut } from './ways-out.js';

/** Code by which a program tries something again: a loop that is left on success and goes around on failure, a function that calls itself on failure. */
export interface TriedAgain {
  readonly is: 'loop' | 'recursion' | 'once-more';
  readonly at: Offset;
  /** Where its code begins. */
  readonly begin: Offset;
  /** The calls whose failure leads to another attempt. */
  readonly tried: readonly Expression[];
  /** What runs when an attempt failed, where that is apart from the rest: the handler of its `try`. */
  readonly failing?: readonly Statement[];
  /** Where the waiting between attempts and the counting stand. */
  readonly region: readonly Statement[];
  /** The functions whose code that is. */
  readonly functions: ReadonlySet<FunctionIndex>;
  readonly loop?: LoopStatement;
  /** The call that tries again, where it has arguments. */
  readonly again?: CallExpression;
}

type TryStatement = Extract<Statement, { is: 'try' }>;

/** Everything that a function tries again. */
export function findTriedAgain(frame: Frame, isSelf: (callee: Expression) => boolean): readonly TriedAgain[] {
  const { body } = functionOf(frame);
  const found: TriedAgain[] = [];
  eachStatement(body, (statement) => {
    if (statement.is !== 'loop' || statement.form === 'in') return;
    const { tried, failing } = triedIn(statement);
    if (tried.length > 0) found.push({ is: 'loop', at: statement.at, begin: statement.at, tried, ...(failing === undefined ? {} : { failing }), region: statement.body, functions: new Set([frame.function]), loop: statement });
  });
  return [...found, ...findRecursions(frame, isSelf), ...findOnceMore(frame)];
}

/** The calls that a loop repeats until they succeed. */
function triedIn(loop: LoopStatement): Pick<TriedAgain, 'tried' | 'failing'> {
  const elements = elementsOf(loop);
  const tries = triesIn(loop.body, new Set(['next']));
  const repeated = tries.filter(({ attempt, rest }) => isRepeated(attempt, rest, loop) && !usesElement(attempt.body, elements, loop));
  if (repeated.length > 0) return { tried: repeated.flatMap(({ attempt }) => callsAmong(attempt.body)), failing: repeated.flatMap(({ attempt }) => attempt.handler ?? []) };
  // Without exceptions: around again until the answer's status is good.
  return { tried: elements.size === 0 && isLeftByStatus(loop) && !usesElement(loop.body, elements, loop) ? callsAmong(loop.body) : [] };
}

interface Found {
  readonly attempt: TryStatement;
  readonly rest: ReadonlySet<WayOut>;
}

/** The `try` statements of a loop's own body with what follows each until the next round. */
function triesIn(statements: readonly Statement[], after: ReadonlySet<WayOut>): readonly Found[] {
  return statements.flatMap((statement, position): readonly Found[] => {
    if (statement.is === 'loop') return [];
    const rest = followedBy(waysOut(statements.slice(position + 1)), after);
    const inner = [statement.is === 'if' ? statement.then : [], statement.is === 'if' ? statement.else : [], statement.is === 'try' ? statement.body : []].flatMap((block) => triesIn(block, rest));
    return statement.is === 'try' && statement.handler !== undefined ? [{ attempt: statement, rest }, ...inner] : inner;
  });
}

// Failure goes around again, success does not.
function isRepeated(attempt: TryStatement, rest: ReadonlySet<WayOut>, loop: LoopStatement): boolean {
  const failure = followedBy(waysOut(attempt.handler ?? []), rest);
  if (!failure.has('continue') && !failure.has('next')) return false;
  const success = followedBy(new Set([...waysOut(attempt.body)].filter((way) => way !== 'throw')), rest);
  if (setsFlag(attempt.body, loop.test)) return true;
  if (!success.has('return') && !success.has('break')) return false;
  return (!success.has('next') && !success.has('continue')) || hasStatusTest(attempt.body);
}

// `while (!done && …) { try { await work(); done = true; } catch { … } }`
function setsFlag(body: readonly Statement[], test: Expression | undefined): boolean {
  if (test === undefined) return false;
  const read = new Set<number>();
  eachPart(test, (part) => {
    if (part.is === 'variable') read.add(part.binding);
  });
  return body.some((statement) => statement.is === 'expression' && statement.value.is === 'assign' && statement.value.operator === '=' && statement.value.target.is === 'variable' &&
    read.has(statement.value.target.binding) && statement.value.value.is === 'literal' && typeof statement.value.value.value === 'boolean');
}

function hasStatusTest(statements: readonly Statement[]): boolean {
  return statements.some((statement) => (statement.is === 'if' && asksForStatus(statement.test)) || (statement.is !== 'loop' && hasStatusTest(innerStatements(statement))));
}

// A good answer leaves the loop and a bad one goes around; a loop that a bad answer leaves reads on: page after page.
function isLeftByStatus({ test, body }: LoopStatement): boolean {
  if (test !== undefined && asksForStatus(test)) return goodWhen(test) !== true;
  return body.some((statement, position) => {
    if (statement.is !== 'if' || !asksForStatus(statement.test)) return false;
    const rest = followedBy(waysOut(body.slice(position + 1)), new Set(['next']));
    const [then, otherwise] = [followedBy(waysOut(statement.then), rest), followedBy(waysOut(statement.else), rest)];
    const good = goodWhen(statement.test);
    if (good === undefined) return [statement.then, statement.else].some((arm) => isLeft(waysOut(arm)));
    const [success, failure] = good ? [then, otherwise] : [otherwise, then];
    return isLeft(success) && (failure.has('next') || failure.has('continue'));
  });
}

function isLeft(ways: ReadonlySet<WayOut>): boolean {
  return ways.has('return') || ways.has('break');
}

/** What a loop over a list gives a name to. */
function elementsOf(loop: LoopStatement): ReadonlySet<number> {
  const names = new Set<number>();
  if (loop.over === undefined) return names;
  for (const statement of loop.body) {
    if (statement.is !== 'declare') break;
    let isElement = false;
    eachPart(statement.value, (part) => {
      if (part.is === 'each' || (part.is === 'variable' && names.has(part.binding))) isElement = true;
    });
    if (!isElement) break;
    names.add(statement.binding);
  }
  return names;
}

// Another element each time is no second attempt: hosts, pages.
function usesElement(statements: readonly Statement[], elements: ReadonlySet<number>, loop: LoopStatement): boolean {
  const counters = new Set<number>();
  if (loop.step !== undefined) eachPart(loop.step, (part) => {
    if (part.is === 'assign' && part.target.is === 'variable') counters.add(part.target.binding);
  });
  let found = false;
  eachExpression(statements, (part) => {
    if (part.is === 'variable' && elements.has(part.binding)) found = true;
    if (part.is === 'element') eachPart(part.index, (inner) => {
      if (inner.is === 'variable' && counters.has(inner.binding)) found = true;
    });
  });
  return found;
}
