import type { CallExpression, Expression, Statement } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachPart, innerStatements, ownExpressions } from '#program/statements.js';
import type { TriedAgain } from './attempts.js';
import { failureHandlers } from './recursions.js';
import { callsAmong, waysOut } from './ways-out.js';

/** What a test names that is no definite answer: the attempt may have done its work. */
const NO_ANSWER = /timed?[ _-]?out|network|transient|retr(?:y|iable)|econn|socket|reset|unavailable/i;

/** Calls that are made once more where they failed, by the same code again: `try { await send(order); } catch { await send(order); }`, or behind a loop that gave up. */
export function findOnceMore(frame: Frame): readonly TriedAgain[] {
  const { body } = functionOf(frame);
  const found: TriedAgain[] = [];
  const add = (tried: readonly Expression[], failing: readonly Statement[]): void => {
    const calls = unconditional(failing);
    for (const call of tried) {
      const again = call.is === 'call' && call.arguments.every(isHarmless) ? calls.find((other) => isSameCode(other, call)) : undefined;
      if (again !== undefined) found.push({ is: 'once-more', at: again.at, begin: functionOf(frame).at, tried: [call], failing, region: failing, functions: new Set([frame.function]), again });
    }
  };
  eachBlock(body, (statements) => statements.forEach((statement, position) => {
    const rest = statements.slice(position + 1);
    if (statement.is === 'try' && statement.handler !== undefined) {
      const failure = waysOut(statement.handler).has('next') && !waysOut(statement.body).has('next') ? rest : [];
      if (isOneCall(statement.body)) add(callsAmong(statement.body), [...statement.handler, ...failure]);
    }
    if (statement.is === 'loop' && statement.over === undefined) for (const inner of statement.body) {
      if (inner.is === 'try' && isOneCall(inner.body) && waysOut(inner.body).has('return') && waysOut(inner.handler ?? []).has('next')) add(callsAmong(inner.body), rest);
    }
    for (const expression of ownExpressions(statement)) eachPart(expression, (part) => {
      for (const { handler, receiver } of failureHandlers(part)) if (handler.is === 'function') add([receiver], frame.unit.facts.functions[handler.index]?.body ?? []);
    });
  }));
  return found;
}

function eachBlock(statements: readonly Statement[], visit: (block: readonly Statement[]) => void): void {
  visit(statements);
  for (const statement of statements) {
    const blocks = statement.is === 'if' ? [statement.then, statement.else] : statement.is === 'try' ? [statement.body, statement.handler ?? [], statement.finalizer ?? []] : [innerStatements(statement)];
    for (const block of blocks) if (block.length > 0) eachBlock(block, visit);
  }
}

// What else an attempt does may have changed what is done again.
function isOneCall(body: readonly Statement[]): boolean {
  return body.filter((statement) => callsAmong([statement]).length > 0).length === 1 && body.every(({ is }) => is === 'expression' || is === 'declare' || is === 'return');
}

/** The calls of statements that no test decides about, but whether there was an answer. */
function unconditional(statements: readonly Statement[]): readonly CallExpression[] {
  return statements.flatMap((statement): readonly CallExpression[] => {
    if (statement.is === 'if') return saysNoAnswer(statement.test) ? unconditional(statement.then) : [];
    if (statement.is === 'try') return unconditional(statement.body);
    return statement.is === 'expression' || statement.is === 'declare' || statement.is === 'return' ? callsAmong([statement]).filter((call) => call.is === 'call') : [];
  });
}

function saysNoAnswer(test: Expression): boolean {
  let said = false;
  eachPart(test, (part) => {
    const name = part.is === 'member' || part.is === 'global' ? part.name : part.is === 'literal' ? String(part.value) : '';
    if (NO_ANSWER.test(name) || /^5\d\d$/.test(name)) said = true;
  });
  return said;
}

// A function that is written twice is two functions.
function isHarmless(argument: Expression): boolean {
  let harmless = true;
  eachPart(argument, (part) => {
    if (part.is === 'function' || part.is === 'assign') harmless = false;
  });
  return harmless;
}

const PLACES = new Set(['at', 'start', 'end']);

function isSameCode(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = Object.keys(one).filter((name) => !PLACES.has(name));
  return names.length === Object.keys(other).filter((name) => !PLACES.has(name)).length &&
    names.every((name) => isSameCode((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]));
}
