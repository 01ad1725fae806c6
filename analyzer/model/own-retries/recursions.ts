import type { CallExpression, Expression, FunctionIndex, Statement } from '#facts/types.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachExpression, eachStatement } from '#program/statements.js';
import type { TriedAgain } from './attempts.js';
import { asksForStatus, callsAmong, waysOut } from './ways-out.js';

type IsSelf = (callee: Expression) => boolean;

/** A function's calls of itself after a failure: in a `catch`, in `.catch(…)`, after a bad status. */
export function findRecursions(frame: Frame, isSelf: IsSelf): readonly TriedAgain[] {
  const { body } = functionOf(frame);
  const found: TriedAgain[] = [];
  const add = (failing: readonly Statement[], tried: readonly Expression[]): void => {
    const again = selfIn(failing, frame, isSelf);
    if (again === undefined || tried.length === 0) return;
    const functions = functionsIn(body, frame);
    const region = [...body, ...[...functions].filter((index) => index !== frame.function).flatMap((index) => frame.unit.facts.functions[index]?.body ?? [])];
    found.push({ is: 'recursion', at: again.at, begin: functionOf(frame).at, tried, failing, region, functions, ...(again.is === 'call' ? { again } : {}) });
  };
  eachStatement(body, (statement) => {
    if (statement.is === 'try' && statement.handler !== undefined) add(statement.handler, callsAmong(statement.body));
  });
  eachExpression(body, (expression) => {
    for (const { handler, receiver } of failureHandlers(expression)) {
      if (handler.is === 'function') add(frame.unit.facts.functions[handler.index]?.body ?? [], callsOf(receiver));
    }
  });
  if (found.length > 0) return found;
  const others = callsAmong(body).filter((call) => !(call.is === 'call' && isSelf(call.callee)));
  if (body.some((statement) => statement.is === 'if' && asksForStatus(statement.test) && waysOut([...statement.then, ...statement.else]).has('return'))) add(body, others);
  return found;
}

/** What runs when a promise fails, with the promise: `.catch(…)`, the second of `.then(…)`. */
export function failureHandlers(expression: Expression): readonly { handler: Expression; receiver: Expression }[] {
  if (expression.is !== 'call' || expression.callee.is !== 'member') return [];
  const { name, of: receiver } = expression.callee;
  const handler = name === 'catch' ? expression.arguments[0] : name === 'then' ? expression.arguments[1] : undefined;
  return handler === undefined ? [] : [{ handler, receiver }];
}

/** The calls of a chain. */
function callsOf(expression: Expression): readonly Expression[] {
  if (expression.is === 'await' || expression.is === 'cast') return callsOf(expression.of);
  if (expression.is !== 'call' && expression.is !== 'new') return [];
  return [expression, ...(expression.callee.is === 'member' ? callsOf(expression.callee.of) : [])];
}

/** A call of the function itself in some statements, or its name where it is passed on: `.then(attempt)`. */
function selfIn(statements: readonly Statement[], frame: Frame, isSelf: IsSelf): CallExpression | Extract<Expression, { is: 'variable' | 'member' }> | undefined {
  let call: CallExpression | undefined;
  let name: Extract<Expression, { is: 'variable' | 'member' }> | undefined;
  eachWithin(statements, frame, (part) => {
    if (part.is === 'call' && isSelf(part.callee)) call ??= part;
    if (part.is === 'call') for (const argument of part.arguments) if ((argument.is === 'variable' || argument.is === 'member') && isSelf(argument)) name ??= argument;
  });
  return call ?? name;
}

/** Every expression of some statements, and of the functions written there. */
function eachWithin(statements: readonly Statement[], frame: Frame, visit: (part: Expression) => void): void {
  eachExpression(statements, (part) => {
    visit(part);
    if (part.is === 'function') eachWithin(frame.unit.facts.functions[part.index]?.body ?? [], frame, visit);
  });
}

/** A function with those written inside it. */
function functionsIn(statements: readonly Statement[], frame: Frame): ReadonlySet<FunctionIndex> {
  const found = new Set<FunctionIndex>([frame.function]);
  eachWithin(statements, frame, (part) => {
    if (part.is === 'function') found.add(part.index);
  });
  return found;
}
