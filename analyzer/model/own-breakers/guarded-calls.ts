import type { CallExpression, Expression, NewExpression, Statement } from '#facts/types.js';
import { functionOf } from '#program/values.js';
import { changesIn, changesOf, openedBy, together } from './failure-changes.js';
import type { Changes } from './failure-changes.js';
import { callsIn, refusedBy, throwing } from './refusals.js';
import { entering, joined, readsOf, unbound } from './state-roots.js';
import type { Roots, Scope } from './state-roots.js';
import { eachPart, innerStatements, ownExpressions, partsOf } from '#program/statements.js';

/** Calls that a home-made breaker guards, each with the state that decides about it. */
export type GuardedCalls = ReadonlyMap<CallExpression | NewExpression, string>;

interface Around {
  /** State on which it depended that one gets here. */
  readonly refused: Roots;
  /** What happens to state when something fails here. */
  readonly failing: readonly Changes[];
}

/**
 * The calls of a function that are made only where state allows it, and whose failure changes that state: refused before, counted after.
 * The state may be the function's own, or that of another object that is asked before and told afterwards.
 */
export function guardedCalls(scope: Scope): GuardedCalls {
  const found = new Map<CallExpression | NewExpression, string>();
  walk(functionOf(scope.frame).body, { refused: new Set(), failing: [] }, scope, found);
  return found;
}

/** Could a function guard anything? It has to look at failures. */
export function handlesFailures(statements: readonly Statement[]): boolean {
  return statements.some((statement) =>
    (statement.is === 'try' && statement.handler !== undefined) || handlesFailures(innerStatements(statement)) ||
    ownExpressions(statement).some((expression) => callsIn(expression).some((call) => handlersOf(call).length > 0)));
}

/** Reads statements in order; gives the state on which it depends that one gets past them. */
function walk(statements: readonly Statement[], around: Around, scope: Scope, found: Map<CallExpression | NewExpression, string>): Roots {
  let { refused } = around;
  for (const statement of statements) {
    const here = { ...around, refused };
    for (const expression of ownExpressions(statement)) {
      mark(expression, here, scope, found);
      refused = joined([refused, ...callsIn(expression).map((call) => throwing(call, scope))]);
    }
    refused = joined([refused, inside(statement, { ...around, refused }, scope, found)]);
  }
  return refused;
}

function inside(statement: Statement, around: Around, scope: Scope, found: Map<CallExpression | NewExpression, string>): Roots {
  switch (statement.is) {
    case 'if': case 'switch': {
      const test = readsOf(statement.is === 'if' ? statement.test : statement.value, scope);
      const arms = statement.is === 'if' ? [statement.then, statement.else] : statement.cases.map((arm) => arm.body);
      for (const arm of arms) walk(arm, { ...around, refused: joined([around.refused, test]) }, scope, found);
      return refusedBy(statement, scope);
    }
    case 'try': {
      const failing = statement.handler === undefined ? around.failing : [...around.failing, changesIn(statement.handler, scope)];
      const refused = walk(statement.body, { ...around, failing }, scope, found);
      for (const rest of [statement.handler, statement.finalizer]) if (rest !== undefined) walk(rest, around, scope, found);
      return refused;
    }
    case 'loop': return walk(statement.body, around, scope, found);
    default: return new Set();
  }
}

function mark(expression: Expression, around: Around, scope: Scope, found: Map<CallExpression | NewExpression, string>): void {
  const own = expression.is === 'call' ? handlersOf(expression) : [];
  if (own.length > 0 && expression.is === 'call' && expression.callee.is === 'member') {
    const changes = own.flatMap((handler) => scope.engine.evaluate(handler, scope.frame).values).flatMap((value) => unbound(value) ?? [])
      .map((value) => changesOf(entering(value, scope)));
    mark(expression.callee.of, { ...around, failing: [...around.failing, together(changes)] }, scope, found);
    return;
  }
  if (expression.is === 'conditional' || expression.is === 'logical') {
    const test = readsOf(expression.is === 'conditional' ? expression.test : expression.left, scope);
    const inner = { ...around, refused: joined([around.refused, test]) };
    mark(expression.is === 'conditional' ? expression.test : expression.left, around, scope, found);
    for (const arm of expression.is === 'conditional' ? [expression.then, expression.else] : [expression.right]) mark(arm, inner, scope, found);
    return;
  }
  const root = decisive(around);
  if (root !== undefined) eachPart(expression, (part) => { if (part.is === 'call' || part.is === 'new') found.set(part, root); });
  else partsOf(expression).forEach((part) => mark(part, around, scope, found));
}

function decisive({ refused, failing }: Around): string | undefined {
  for (const changes of failing) {
    const root = openedBy(changes, refused);
    if (root !== undefined) return root;
  }
  return undefined;
}

/** Functions that a chained call runs on failure: `.catch(f)`, `.then(f, g)`. */
function handlersOf({ callee, arguments: given }: CallExpression): readonly Expression[] {
  if (callee.is !== 'member') return [];
  const handler = callee.name === 'catch' ? given[0] : callee.name === 'then' ? given[1] : undefined;
  return handler === undefined ? [] : [handler];
}
