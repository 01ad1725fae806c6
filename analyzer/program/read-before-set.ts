import type { BindingIndex, Expression, Offset, Statement } from '#facts/types.js';
import { forEachPart } from './file-index.js';
import type { Frame } from './values.js';
import { functionOf } from './values.js';

/** Is a parameter read before anything of its function gives it another value, and not in a round that follows one which does? */
export function isReadBeforeSet(holder: Frame, binding: BindingIndex, at: Offset): boolean {
  const values = holder.unit.facts.bindings[binding]?.values ?? [];
  return values.every(({ by, at: setAt }) => by === holder.function && setAt > at) && !isSetInLoop(functionOf(holder).body, binding, at);
}

// A loop that begins before the place and sets the name after it holds both.
function isSetInLoop(statements: readonly Statement[], binding: BindingIndex, before: Offset): boolean {
  return statements.some((statement) => (statement.is === 'loop' && statement.at <= before && sets([statement], binding)) || isSetInLoop(within(statement), binding, before));
}

function sets(statements: readonly Statement[], binding: BindingIndex): boolean {
  return statements.some((statement) => expressionsOf(statement).some((part) => setsIn(part, binding)) || sets(within(statement), binding));
}

function setsIn(expression: Expression, binding: BindingIndex): boolean {
  if (expression.is === 'assign' && expression.target.is === 'variable' && expression.target.binding === binding) return true;
  let found = false;
  if (expression.is !== 'function') forEachPart(expression, (part) => { found ||= setsIn(part, binding); });
  return found;
}

function within(statement: Statement): readonly Statement[] {
  switch (statement.is) {
    case 'if': return [...statement.then, ...statement.else];
    case 'loop': return [...statement.before, ...statement.body];
    case 'try': return [...statement.body, ...(statement.handler ?? []), ...(statement.finalizer ?? [])];
    case 'switch': return statement.cases.flatMap(({ body }) => body);
    default: return [];
  }
}

function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.is) {
    case 'expression': case 'declare': case 'throw': case 'switch': return [statement.value];
    case 'return': return statement.value === undefined ? [] : [statement.value];
    case 'if': return [statement.test];
    case 'loop': return [statement.test, statement.step, statement.over].filter((part) => part !== undefined);
    default: return [];
  }
}
