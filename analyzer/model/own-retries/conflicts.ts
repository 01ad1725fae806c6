import type { Expression, Statement } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import type { Frame } from '#program/values.js';
import { containsPart, eachStatement, ownExpressions } from '#program/statements.js';
import { errorNames, namedIn } from '../writes/absence.js';
import type { ErrorNames } from '../writes/absence.js';
import type { TriedAgain } from './attempts.js';
import { waysOut } from './ways-out.js';

/** Does it go around only when what it wrote was there already? Another value is tried then; a partner that is down is not asked again. */
export function onlyOnConflict(engine: Engine, { failing, again, is }: TriedAgain, frame: Frame): boolean {
  if (failing === undefined) return false;
  const names = errorNames(engine.libraries.libraries);
  const around: Around = { names, frame, again: is === 'recursion' ? again : undefined, isLoop: is === 'loop' };
  return hasConflictTest(failing, around) && !goesAround(failing, around);
}

interface Around {
  readonly names: ErrorNames;
  readonly frame: Frame;
  readonly again: Expression | undefined;
  readonly isLoop: boolean;
}

function hasConflictTest(statements: readonly Statement[], around: Around): boolean {
  let found = false;
  eachStatement(statements, (statement) => {
    if (statement.is === 'if' && conflictWhen(statement.test, around) !== undefined) found = true;
  });
  return found;
}

/** Is there another attempt after an error of any other kind? */
function goesAround(statements: readonly Statement[], around: Around): boolean {
  for (const statement of statements) {
    const when = statement.is === 'if' ? conflictWhen(statement.test, around) : undefined;
    const others: readonly Statement[] = statement.is === 'if' && when !== undefined ? (when ? statement.else : statement.then) : [statement];
    if (triesAgain(others, around)) return true;
    if (!waysOut(others).has('next')) return false;
  }
  return around.isLoop;
}

function triesAgain(statements: readonly Statement[], { again, isLoop }: Around): boolean {
  let found = isLoop && waysOut(statements).has('continue');
  if (again !== undefined) eachStatement(statements, (statement) => {
    if (ownExpressions(statement).some((expression) => containsPart(expression, again))) found = true;
  });
  return found;
}

/** What a test gives when something was there already: `error.code === 'P2002'`; undefined where it asks for something else. */
function conflictWhen(test: Expression, around: Around): boolean | undefined {
  switch (test.is) {
    case 'unary': {
      const of = test.operator === '!' ? conflictWhen(test.of, around) : undefined;
      return of === undefined ? undefined : !of;
    }
    case 'logical': {
      const sides = [conflictWhen(test.left, around), conflictWhen(test.right, around)];
      // `a && isConflict` holds only for a conflict, `!isConflict || b` fails only for one.
      const wanted = test.operator === '&&';
      return sides.includes(wanted) ? wanted : undefined;
    }
    default: {
      if (namedIn(test, around.names.taken, around.frame) === undefined) return undefined;
      return !(test.is === 'binary' && test.operator.startsWith('!'));
    }
  }
}
