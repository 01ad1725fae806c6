import type { Expression, Statement } from '#facts/types.js';
import { functionOf } from '#program/values.js';
import { enteredBy, joined, readsOf, rootsOf } from './state-roots.js';
import type { Roots, Scope } from './state-roots.js';
import { innerStatements, ownExpressions, partsOf } from '#program/statements.js';

/** The state on which it depends whether an `if` or `switch` refuses to go on: by throwing, or by answering with something else than what it keeps. */
export function refusedBy(statement: Extract<Statement, { is: 'if' | 'switch' }>, scope: Scope): Roots {
  const reads = readsOf(statement.is === 'if' ? statement.test : statement.value, scope);
  return joined(refusalsWithin(innerStatements(statement), reads, scope));
}

function refusalsWithin(statements: readonly Statement[], reads: Roots, scope: Scope): Roots[] {
  return statements.flatMap((statement) => {
    if (statement.is === 'throw') return [reads];
    if (statement.is === 'return') return refuses(statement.value, reads, scope) ? [reads] : [];
    if (statement.is === 'if' || statement.is === 'switch') {
      const test = readsOf(statement.is === 'if' ? statement.test : statement.value, scope);
      return refusalsWithin(innerStatements(statement), joined([reads, test]), scope);
    }
    if (statement.is === 'expression') return callsIn(statement.value).map((call) => joined([throwing(call, scope), throws(call, scope) ? reads : new Set<string>()]));
    return [];
  });
}

// `return cached` gives what is kept: no refusal.
function refuses(value: Expression | undefined, reads: Roots, scope: Scope): boolean {
  if (value === undefined) return true;
  const given = rootsOf(value, scope);
  return ![...given].some((root) => reads.has(root));
}

/** The state on which it depends whether a call throws instead of coming back: `breaker.assertClosed()`. */
export function throwing(call: Extract<Expression, { is: 'call' }>, scope: Scope): Roots {
  return joined(enteredBy(call, scope).flatMap((inner) => functionOf(inner.frame).body.flatMap((statement) => {
    if (statement.is === 'if' || statement.is === 'switch') return thrownWithin(innerStatements(statement), readsOf(statement.is === 'if' ? statement.test : statement.value, inner), inner);
    return statement.is === 'expression' ? callsIn(statement.value).map((deeper) => throwing(deeper, inner)) : [];
  })));
}

function thrownWithin(statements: readonly Statement[], reads: Roots, scope: Scope): Roots[] {
  return statements.flatMap((statement) => {
    if (statement.is === 'throw') return [reads];
    if (statement.is !== 'if' && statement.is !== 'switch') return [];
    return thrownWithin(innerStatements(statement), joined([reads, readsOf(statement.is === 'if' ? statement.test : statement.value, scope)]), scope);
  });
}

// `this.#refuse()`: a function of the program that always throws.
function throws(call: Extract<Expression, { is: 'call' }>, scope: Scope): boolean {
  return enteredBy(call, scope).some((inner) => functionOf(inner.frame).body.some((statement) => statement.is === 'throw'));
}

/** The state on which it depends whether a function throws or rejects: what an interceptor in front of requests does. */
export function refusalsOf(scope: Scope): Roots {
  return joined(functionOf(scope.frame).body.flatMap((statement) => {
    if (statement.is === 'if' || statement.is === 'switch') {
      const reads = readsOf(statement.is === 'if' ? statement.test : statement.value, scope);
      return [...thrownWithin(innerStatements(statement), reads, scope), ...(rejectsWithin(innerStatements(statement)) ? [reads] : [])];
    }
    return ownExpressions(statement).flatMap(callsIn).map((call) => throwing(call, scope));
  }));
}

function rejectsWithin(statements: readonly Statement[]): boolean {
  return statements.some((statement) => rejectsWithin(innerStatements(statement)) || (statement.is === 'return' && statement.value !== undefined && isRejection(statement.value)));
}

function isRejection(value: Expression): boolean {
  return value.is === 'call' && value.callee.is === 'member' && value.callee.name === 'reject';
}

/** The calls in an expression. */
export function callsIn(expression: Expression): readonly Extract<Expression, { is: 'call' }>[] {
  const inner = partsOf(expression).flatMap(callsIn);
  return expression.is === 'call' ? [...inner, expression] : inner;
}
