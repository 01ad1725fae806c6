import type { Expression } from '#facts/types.js';
import type { Question } from '#program/questions.js';
import type { Awaited } from '#program/steps.js';
import type { CallInstance } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { containsPart, eachPart, eachStatement, ownExpressions } from '#program/statements.js';

/** Is what a call gives kept, to be waited for later, or by what hangs on it alone? */
export function keptAs({ awaited, call }: { readonly awaited: Awaited; readonly call?: CallInstance | undefined }): boolean | 'let-go' {
  if (awaited !== 'stored') return false;
  return call !== undefined && isLetGo(call) ? 'let-go' : true;
}

// Nobody does anything with its name but hang a callback on it: `const closing = pool.end(); closing.then(log);`.
function isLetGo({ expression, frame }: CallInstance): boolean {
  const { body } = functionOf(frame);
  let kept: number | undefined;
  eachStatement(body, (statement) => {
    if (statement.is === 'declare' && containsPart(statement.value, expression) && statement.value.is !== 'await') kept = statement.binding;
  });
  if (kept === undefined) return false;
  const binding = kept;
  if (frame.unit.ask(usedElsewhere).some((one) => one.binding === binding)) return false;
  let used = false;
  eachStatement(body, (statement) => {
    for (const part of ownExpressions(statement)) used ||= names(part, binding) && !(statement.is === 'expression' && hangsOn(part, binding));
  });
  return !used;
}

/** Names that functions use which are not their own. */
const usedElsewhere: Question<readonly { readonly binding: number }[]> = ({ facts, index }) =>
  [...index.uses].flatMap(([user, used]) => [...used].filter((binding) => facts.bindings[binding]?.owner !== user).map((binding) => ({ binding })));

// `closing.then(…).catch(…)`, `void closing`.
function hangsOn(part: Expression, binding: number): boolean {
  if (part.is === 'variable') return part.binding === binding;
  if (part.is === 'unary') return hangsOn(part.of, binding);
  return part.is === 'call' && part.callee.is === 'member' && /^(?:then|catch|finally)$/.test(part.callee.name) && hangsOn(part.callee.of, binding);
}

function names(part: Expression, binding: number): boolean {
  let found = false;
  eachPart(part, (inner) => { found ||= inner.is === 'variable' && inner.binding === binding; });
  return found;
}
