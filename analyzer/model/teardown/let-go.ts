import type { Expression } from '#facts/types.js';
import type { Awaited } from '#program/steps.js';
import type { CallInstance } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { containsPart, eachPart, eachStatement, ownExpressions } from '../own-breakers/statements.js';

/** Is what a call gives kept, to be waited for later? */
export function isKeptForLater({ awaited, call }: { readonly awaited: Awaited; readonly call?: CallInstance | undefined }): boolean {
  return awaited === 'stored' && (call === undefined || !isLetGo(call));
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
  if ([...frame.unit.index.uses].some(([user, names]) => user !== frame.function && names.has(binding))) return false;
  let used = false;
  eachStatement(body, (statement) => {
    for (const part of ownExpressions(statement)) used ||= names(part, binding) && !(statement.is === 'expression' && hangsOn(part, binding));
  });
  return !used;
}

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
