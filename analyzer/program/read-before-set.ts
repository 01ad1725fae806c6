import type { BindingIndex, Offset, Statement } from '#facts/types.js';
import { eachExpression, eachStatement } from './statements.js';
import type { Frame } from './values.js';
import { functionOf } from './values.js';

/** Is a parameter read before anything of its function gives it another value, and not in a round that follows one which does? */
export function isReadBeforeSet(holder: Frame, binding: BindingIndex, at: Offset): boolean {
  const values = holder.unit.facts.bindings[binding]?.values ?? [];
  return values.every(({ by, at: setAt }) => by === holder.function && setAt > at) && !isSetInLoop(functionOf(holder).body, binding, at);
}

// A loop that begins before the place and sets the name after it holds both.
function isSetInLoop(body: readonly Statement[], binding: BindingIndex, before: Offset): boolean {
  let isSet = false;
  eachStatement(body, (statement) => {
    if (statement.is !== 'loop' || statement.at > before) return;
    eachExpression([statement], (part) => { isSet ||= part.is === 'assign' && part.target.is === 'variable' && part.target.binding === binding; });
  });
  return isSet;
}
