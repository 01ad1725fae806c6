import type { Expression, Statement } from '#facts/types.js';
import type { CallStep } from '#program/steps.js';
import { functionOf } from '#program/values.js';
import { holds } from '#program/when.js';
import type { ModelContext } from '../context.js';
import { operationRow } from '../operations.js';
import { containsPart, eachPart, innerStatements, ownExpressions } from '#program/statements.js';
import { waysOut } from '../own-retries/ways-out.js';

/** Does a call give a message back to be delivered again, with nothing that would stop it some time? */
export function requeuesForEver(context: ModelContext, step: CallStep): boolean {
  const row = operationRow(context, step);
  if (row?.requeues === undefined || holds(context.program.engine, step.call, step.callee, row.requeues.unless) !== false) return false;
  return isUnconditional(functionOf(step.call.frame).body, step.call.expression) === true;
}

/** Does nothing decide whether a call is made but that something failed? Undefined where it does not stand in the statements. */
function isUnconditional(statements: readonly Statement[], call: Expression): boolean | undefined {
  let decided = false;
  for (const statement of statements) {
    const own = ownExpressions(statement).find((expression) => containsPart(expression, call));
    if (own !== undefined) return !decided && !isUnderTest(own, call);
    const inner = statement.is === 'try' ? [statement.body, statement.handler ?? [], statement.finalizer ?? []] : [innerStatements(statement)];
    for (const block of inner) {
      const found = isUnconditional(block, call);
      // What is asked before the attempt says nothing about its failure.
      if (found !== undefined) return found && (statement.is === 'try' || !decided) && statement.is !== 'if' && statement.is !== 'switch';
    }
    // `if (tried > 3) return drop(message);`: what follows depends on it.
    if (statement.is === 'if' && !waysOut(innerStatements(statement)).has('next')) decided = true;
  }
  return undefined;
}

function isUnderTest(expression: Expression, call: Expression): boolean {
  let found = false;
  eachPart(expression, (part) => {
    if (part.is === 'conditional' && (containsPart(part.then, call) || containsPart(part.else, call))) found = true;
    if (part.is === 'logical' && containsPart(part.right, call)) found = true;
  });
  return found;
}
