import type { Expression, Statement } from '#facts/types.js';
import { eachExpression, eachPart } from '#program/statements.js';

/** How control comes out of statements: at their end, or by leaving. */
export type WayOut = 'next' | 'continue' | 'break' | 'return' | 'throw';

/** All ways out of some statements. */
export function waysOut(statements: readonly Statement[]): ReadonlySet<WayOut> {
  const ways = new Set<WayOut>();
  for (const statement of statements) {
    const here = waysOutOf(statement);
    for (const way of here) if (way !== 'next') ways.add(way);
    if (!here.has('next')) return ways;
  }
  return ways.add('next');
}

function waysOutOf(statement: Statement): ReadonlySet<WayOut> {
  switch (statement.is) {
    case 'return': case 'throw': case 'break': case 'continue': return new Set([statement.is]);
    case 'if': return new Set([...waysOut(statement.then), ...waysOut(statement.else)]);
    case 'loop': {
      const inner = waysOut(statement.body);
      const isEndless = statement.over === undefined && (statement.test === undefined || isTrue(statement.test)) && !inner.has('break');
      return new Set([...[...inner].filter((way) => way === 'return' || way === 'throw'), ...(isEndless ? [] : ['next' as const])]);
    }
    case 'try': {
      const body = [...waysOut(statement.body)].filter((way) => way !== 'throw' || statement.handler === undefined);
      const ways = new Set<WayOut>([...body, ...(statement.handler === undefined ? [] : waysOut(statement.handler))]);
      const last = waysOut(statement.finalizer ?? []);
      return last.has('next') ? new Set([...ways, ...[...last].filter((way) => way !== 'next')]) : last;
    }
    case 'switch': {
      const ways = new Set<WayOut>(['next']);
      for (const arm of statement.cases) for (const way of waysOut(arm.body)) ways.add(way === 'break' ? 'next' : way);
      return ways;
    }
    default: return new Set(['next']);
  }
}

/** Ways out of something with what follows it. */
export function followedBy(ways: ReadonlySet<WayOut>, rest: ReadonlySet<WayOut>): ReadonlySet<WayOut> {
  return ways.has('next') ? new Set([...[...ways].filter((way) => way !== 'next'), ...rest]) : ways;
}

/** `true` as a loop's test. */
export function isTrue(test: Expression): boolean {
  return test.is === 'literal' && (test.value === true || test.value === 1);
}

const STATUSES = new Set(['status', 'statusCode']);
const MEMBERSHIP = new Set(['includes', 'has']);

/** Does a test ask how a request went: `response.ok`, `status >= 500`, `RETRYABLE.has(response.status)`? */
export function asksForStatus(test: Expression): boolean {
  let found = false;
  eachPart(test, (part) => {
    if (part.is === 'member' && part.name === 'ok') found = true;
    if (part.is === 'binary' && ((isStatus(part.left) && isNumber(part.right)) || (isStatus(part.right) && isNumber(part.left)))) found = true;
    if (part.is === 'call' && part.callee.is === 'member' && MEMBERSHIP.has(part.callee.name) && part.arguments.some(isStatus)) found = true;
  });
  return found;
}

function isStatus(expression: Expression): boolean {
  return expression.is === 'member' && STATUSES.has(expression.name);
}

function isNumber(expression: Expression): boolean {
  return expression.is === 'literal' && typeof expression.value === 'number';
}

/** The calls in statements, those inside functions that stand there left out. */
export function callsAmong(statements: readonly Statement[]): Expression[] {
  const calls: Expression[] = [];
  eachExpression(statements, (part) => {
    if (part.is === 'call' || part.is === 'new') calls.push(part);
  });
  return calls;
}
