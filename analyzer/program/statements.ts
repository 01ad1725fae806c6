import type { Expression, Statement } from '#facts/types.js';
import { forEachPart } from './file-index.js';

/** The direct parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  forEachPart(expression, (part) => parts.push(part));
  return parts;
}

/** Statements directly inside a statement. */
export function innerStatements(statement: Statement): readonly Statement[] {
  switch (statement.is) {
    case 'if': return [...statement.then, ...statement.else];
    case 'loop': return [...statement.before, ...statement.body];
    case 'try': return [...statement.body, ...(statement.handler ?? []), ...(statement.finalizer ?? [])];
    case 'switch': return statement.cases.flatMap((arm) => arm.body);
    default: return [];
  }
}

/** Expressions that stand in a statement itself, not in the statements inside it. */
export function ownExpressions(statement: Statement): readonly Expression[] {
  switch (statement.is) {
    case 'expression': case 'declare': case 'throw': case 'switch': return [statement.value];
    case 'return': return statement.value === undefined ? [] : [statement.value];
    case 'if': return [statement.test];
    case 'loop': return [statement.test, statement.step, statement.over].filter((part) => part !== undefined);
    default: return [];
  }
}

/** Visits every statement, those inside others included. */
export function eachStatement(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of statements) {
    visit(statement);
    eachStatement(innerStatements(statement), visit);
  }
}

/** Visits every expression of statements with its parts; bodies of functions are not entered. */
export function eachExpression(statements: readonly Statement[], visit: (expression: Expression) => void): void {
  eachStatement(statements, (statement) => ownExpressions(statement).forEach((expression) => eachPart(expression, visit)));
}

/** Visits an expression and all its parts. */
export function eachPart(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  forEachPart(expression, (part) => eachPart(part, visit));
}

/** Is something an expression or one of its parts? */
export function containsPart(expression: Expression, wanted: Expression): boolean {
  let found = false;
  eachPart(expression, (part) => {
    if (part === wanted) found = true;
  });
  return found;
}
