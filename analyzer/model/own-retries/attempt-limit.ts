import type { Expression, LoopStatement, Statement } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import type { Frame } from '#program/values.js';
import { siteAt } from '../context.js';
import { eachPart, eachStatement, innerStatements, ownExpressions } from '#program/statements.js';
import type { Bound } from '../types.js';
import type { TriedAgain } from './attempts.js';
import type { Changing } from './changing.js';
import { isTrue, waysOut } from './ways-out.js';

/** How often something is tried in all: a number, without end, or limited by something nobody can count. */
export function attemptLimit(engine: Engine, tried: TriedAgain, changing: Changing, frame: Frame): Bound {
  const site = siteAt(frame, tried.at);
  const { loop } = tried;
  if (loop?.over !== undefined) return { is: 'unknown', because: 'the length of what is looped over is not known' };
  const tests = [...(loop?.test === undefined || isTrue(loop.test) ? [] : [loop.test]), ...testsIn(tried.region)].filter((test) => limits(test, changing));
  if (tests.length === 0) return { is: 'unbounded', from: { text: tried.is === 'loop' ? 'no count ends the loop' : 'no count ends the calls', site, isDefault: false } };
  const counts = tests.map((test) => ({ test, count: countOf(engine, test, tried, changing, frame) ?? 0 })).filter(({ count }) => count > 0);
  const ending = loop === undefined ? new Set<Expression>() : testsThatEnd(loop);
  const first = counts[0];
  // Of several counts that end it, the least does.
  if (first !== undefined) {
    const least = Math.min(first.count, ...counts.filter(({ test }) => ending.has(test)).map(({ count }) => count));
    return { is: 'bounded', ms: least, from: { text: 'its count', site, isDefault: false } };
  }
  return { is: 'unknown', because: 'how often it tries is not known' };
}

/** Tests after which a loop does not go around: `if (attempt >= most) throw error`. */
function testsThatEnd({ body }: LoopStatement): ReadonlySet<Expression> {
  const found = new Set<Expression>();
  eachStatement(body, (statement) => {
    if (statement.is !== 'if') return;
    const ways = waysOut(statement.then);
    if (!ways.has('next') && !ways.has('continue')) found.add(statement.test);
  });
  return found;
}

/** Tests of conditions anywhere in statements. */
function testsIn(statements: readonly Statement[]): readonly Expression[] {
  return statements.flatMap((statement): readonly Expression[] => {
    const conditional: Expression[] = [];
    for (const expression of ownExpressions(statement)) eachPart(expression, (part) => {
      if (part.is === 'conditional') conditional.push(part.test);
      if (part.is === 'logical') conditional.push(part.left);
    });
    return [...(statement.is === 'if' ? [statement.test] : []), ...conditional, ...testsIn(innerStatements(statement))];
  });
}

/** Does a test end the attempts some time: by a count, by the clock, by a signal? */
function limits(test: Expression, { counters, fields, constants }: Changing): boolean {
  let found = false;
  eachPartOf(test, constants, (part) => {
    if (part.is === 'variable' && counters.has(part.binding)) found = true;
    if (part.is === 'member' && (fields.has(part.name) || part.name === 'aborted' || (part.name === 'now' && part.of.is === 'global'))) found = true;
  });
  return found;
}

/** Every part of a test, with those of the constants it names. */
function eachPartOf(test: Expression, constants: Changing['constants'], visit: (part: Expression) => void, depth = 0): void {
  eachPart(test, (part) => {
    visit(part);
    const value = part.is === 'variable' && depth < 4 ? constants.get(part.binding) : undefined;
    if (value !== undefined) eachPartOf(value, constants, visit, depth + 1);
  });
}

function countOf(engine: Engine, test: Expression, tried: TriedAgain, { counters, constants }: Changing, frame: Frame): number | undefined {
  let count: number | undefined;
  eachPartOf(test, constants, (part) => {
    if (part.is !== 'binary' || count !== undefined) return;
    const left = counterIn(part.left, counters);
    const right = left === undefined ? counterIn(part.right, counters) : undefined;
    const counter = left ?? right;
    if (counter === undefined) return;
    const limit = numberOf(engine, left === undefined ? part.left : part.right, frame);
    const start = startOf(engine, counter, tried, frame);
    if (limit === undefined || start === undefined) return;
    count = roundsOf({ operator: left === undefined ? mirrored(part.operator) : part.operator, limit, start, raised: counter.raised, isLoopTest: test === tried.loop?.test && tried.loop.form !== 'do' });
  });
  return count;
}

interface Counted {
  readonly operator: string;
  readonly limit: number;
  readonly start: number;
  /** The test looks at the next value already: `++attempt >= limit`. */
  readonly raised: number;
  readonly isLoopTest: boolean;
}

function roundsOf({ operator, limit, start, raised, isLoopTest }: Counted): number | undefined {
  const first = start + raised;
  switch (operator) {
    // Before each round it is asked whether to go on; after one, whether to go on or to give up.
    case '<': case '!==': case '!=': return isLoopTest ? limit - first : limit - first + 1;
    case '<=': return isLoopTest ? limit - first + 1 : limit - first + 2;
    case '>=': case '===': case '==': return limit >= first ? limit - first + 1 : start - limit + 1;
    case '>': return isLoopTest ? start - limit : limit >= first ? limit - first + 2 : start - limit + 1;
    default: return undefined;
  }
}

function mirrored(operator: string): string {
  return operator.startsWith('<') ? operator.replace('<', '>') : operator.startsWith('>') ? operator.replace('>', '<') : operator;
}

interface Counter {
  readonly binding: number;
  readonly raised: number;
  readonly at: number;
}

function counterIn(expression: Expression, counters: ReadonlySet<number>): Counter | undefined {
  if (expression.is === 'variable' && counters.has(expression.binding)) return { binding: expression.binding, raised: 0, at: expression.at };
  if (expression.is === 'assign' && expression.target.is === 'variable' && counters.has(expression.target.binding)) return { binding: expression.target.binding, raised: expression.operator === '--' ? -1 : 1, at: expression.at };
  if (expression.is === 'binary' && expression.operator === '+' && expression.left.is === 'variable' && counters.has(expression.left.binding) && expression.right.is === 'literal' && typeof expression.right.value === 'number') {
    return { binding: expression.left.binding, raised: expression.right.value, at: expression.left.at };
  }
  return undefined;
}

/** What a counter is in its first test: raised before it, one more. */
function startOf(engine: Engine, counter: Counter, tried: TriedAgain, frame: Frame): number | undefined {
  const declared = frame.unit.facts.bindings[counter.binding];
  const [first, ...later] = declared?.values ?? [];
  if (declared === undefined || declared.kind === 'parameter' || first === undefined) return undefined;
  const start = numberOf(engine, first.value, frame);
  const isRaisedFirst = later.some(({ at, operator, value }) =>
    (operator === '++' || (operator === '+=' && value.is === 'literal' && value.value === 1)) && at > tried.begin && at < counter.at && !isStep(tried, at));
  return start === undefined ? undefined : start + (isRaisedFirst ? 1 : 0);
}

function isStep({ loop }: TriedAgain, at: number): boolean {
  let found = false;
  if (loop?.step !== undefined) eachPart(loop.step, (part) => {
    if (part.is === 'assign' && part.at === at) found = true;
  });
  return found;
}

function numberOf(engine: Engine, expression: Expression, frame: Frame): number | undefined {
  const { values } = engine.evaluate(expression, frame);
  const [only] = values;
  return values.length === 1 && only?.is === 'literal' && typeof only.value === 'number' ? only.value : undefined;
}
