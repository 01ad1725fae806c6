import type { CallExpression, Expression, NewExpression, Statement } from '#facts/types.js';
import { parsePlace } from '#program/parse-place.js';
import { functionOf } from '#program/values.js';
import { unbound } from '../own-breakers/state-roots.js';
import { eachExpression, eachPart, eachStatement, ownExpressions } from '#program/statements.js';
import { givenTo, joinedShape, shapeOf } from './delay-shape.js';
import type { DelayScope, DelayShape } from './delay-shape.js';

const MAX_CALLS = 4;

/** How some code waits between attempts, undefined where it does not wait. */
export function sleepIn(statements: readonly Statement[], scope: DelayScope, calls = 0): DelayShape | undefined {
  const found: DelayShape[] = [];
  const visit = (part: Expression): void => {
    if (part.is === 'function') eachExpression(scope.frame.unit.facts.functions[part.index]?.body ?? [], visit);
    if (part.is !== 'call' && part.is !== 'new') return;
    const sleep = sleepOf(part, scope, calls);
    if (sleep !== undefined) found.push(sleep);
  };
  // Nobody waits for what a loop only starts: a timer, a clean-up that is not awaited.
  eachStatement(statements, (statement) => {
    if (scope.awaited === true && isOnlyStarted(statement, scope)) return;
    for (const expression of ownExpressions(statement)) eachPart(expression, visit);
  });
  return found.length === 0 ? undefined : joinedShape(found);
}

function isOnlyStarted(statement: Statement, scope: DelayScope): boolean {
  if (statement.is !== 'expression') return false;
  const { value } = statement;
  const of = value.is === 'unary' && value.operator === 'void' ? value.of : value;
  return of.is === 'call' && !stopsAll(of, scope);
}

// It stops everything until its time is over: `Atomics.wait`.
function stopsAll(call: CallExpression, { engine, frame }: DelayScope): boolean {
  return engine.targets(engine.callInstance(call, frame)).some((target) => target.is === 'value' && target.value.is === 'library'
    && engine.libraries.rows(target.value.module, target.value.path)?.blocking.some(({ blocks }) => blocks === 'wait') === true);
}

/** How a call waits, when it does. */
function sleepOf(expression: CallExpression | NewExpression, scope: DelayScope, calls: number): DelayShape | undefined {
  const { engine } = scope;
  const found: DelayShape[] = [];
  for (const target of engine.targets(engine.callInstance(expression, scope.frame))) {
    if (target.is !== 'value') continue;
    const { value } = target;
    if (value.is === 'library') {
      const rows = engine.libraries.rows(value.module, value.path)?.operations.filter(({ is }) => is === 'sleep') ?? [];
      for (const { limits } of rows) {
        const delay = expression.arguments[parsePlace(limits?.[0]?.at[0] ?? '0').argument ?? 0];
        if (delay !== undefined) found.push(shapeOf(delay, scope));
      }
      continue;
    }
    const entered = unbound(value);
    if (entered === undefined || calls >= MAX_CALLS || !mayWait(functionOf(entered).body)) continue;
    const given = expression.arguments.map((argument) => ({ expression: argument, scope }));
    const inner: DelayScope = { ...scope, frame: engine.generic(entered.unit, entered.index), given: givenTo(entered, given) };
    const sleep = sleepIn(functionOf(entered).body, inner, calls + 1);
    if (sleep !== undefined) found.push(sleep);
  }
  return found.length === 0 ? undefined : joinedShape(found);
}

// A long function is no wait.
const MOST_STATEMENTS = 8;

function mayWait(statements: readonly Statement[]): boolean {
  let calls = false;
  eachExpression(statements, (part) => {
    if (part.is === 'call' || part.is === 'new') calls = true;
  });
  return calls && statements.length <= MOST_STATEMENTS;
}
