import type { Question } from '#program/questions.js';
import type { Unit } from '#program/values.js';
import { eachExpression } from '#program/statements.js';

/** Does one of these files load others by a name that nobody sees: `import(`./plugins/${name}`)`? */
export function loadsUnseen(units: ReadonlySet<Unit>): boolean {
  for (const unit of units) if (unit.ask(computedImports)) return true;
  return false;
}

const computedImports: Question<boolean> = ({ facts, index }) => {
  if (index.calls.get('require')?.some(({ call }) => call.callee.is === 'global') === true) return true;
  return facts.functions.some(({ body }) => {
    let found = false;
    eachExpression(body, (part) => {
      if (part.is === 'opaque' && part.why === 'import of a computed module') found = true;
    });
    return found;
  });
};
