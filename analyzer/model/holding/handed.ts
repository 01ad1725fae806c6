import type { Expression, FunctionFacts, Statement } from '#facts/types.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { eachStatement } from '#program/statements.js';
import type { HeldSet } from './flow.js';
import type { Held } from './held.js';

const NONE: ReadonlySet<number> = new Set();
const KNOWN = new WeakMap<FunctionFacts, ReadonlySet<number>>();

/** Where a callback returns because it was given an error, or no connection: `if (error) return next(error)`. */
export function returnsWithoutIt(frame: Frame): ReadonlySet<number> {
  const facts = functionOf(frame);
  let known = KNOWN.get(facts);
  if (known === undefined) KNOWN.set(facts, (known = found(facts)));
  return known;
}

function found({ parameters, body }: FunctionFacts): ReadonlySet<number> {
  const [error, given] = parameters;
  if (error === undefined) return NONE;
  const places = new Set<number>();
  eachStatement(body, (statement) => {
    if (statement.is !== 'if' || !asksFor(statement.test, error.binding, given?.binding)) return;
    eachStatement(statement.then, (inner: Statement) => {
      if (inner.is === 'return') places.add(inner.at);
    });
  });
  return places;
}

// `error`, `error !== null`, `error || !client`, `!client`.
function asksFor(test: Expression, error: number, given: number | undefined): boolean {
  if (test.is === 'variable') return test.binding === error;
  if (test.is === 'unary') return test.operator === '!' && test.of.is === 'variable' && test.of.binding === given;
  if (test.is === 'logical') return test.operator === '||' ? asksFor(test.left, error, given) && asksFor(test.right, error, given) : asksFor(test.left, error, given) || asksFor(test.right, error, given);
  return test.is === 'binary' && /^!==?$/.test(test.operator) && asksFor(test.left, error, given);
}

/** What a call gives back because it is given the function that does so: `client.query(text, done)`. */
export function givenBackBy({ program: { engine } }: ModelContext, call: CallInstance, held: HeldSet): readonly Held[] {
  const handed = [...held].filter((one) => one.handed === true);
  if (handed.length === 0) return handed;
  const modules = engine.argumentsOf(call).flatMap((set) => set.values).flatMap((value) => {
    const rows = value.is === 'library' ? engine.libraries.rows(value.module, value.path) : undefined;
    return value.is === 'library' && rows?.operations.some(({ is }) => is === 'release') === true ? [value.module] : [];
  });
  return handed.filter(({ step }) => modules.includes(step.callee.module));
}
