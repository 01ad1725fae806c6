import type { Expression, Statement } from '#facts/types.js';
import { withoutDeadArm } from '#program/dead-arms.js';
import type { Engine } from '#program/engine.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { containsPart, innerStatements, ownExpressions } from '#program/statements.js';

/** Does an activation get to a call of its function, or does what it was given rule the arm out that the call stands in? */
export function isTaken(engine: Engine, frame: Frame, call: Expression): boolean {
  return isIn(functionOf(frame).body);

  function isIn(statements: readonly Statement[]): boolean {
    return statements.some((statement) => {
      const living = statement.is === 'if' ? withoutDeadArm(engine, statement, frame) : statement;
      return ownExpressions(living).some((expression) => containsPart(expression, call)) || isIn(innerStatements(living));
    });
  }
}
