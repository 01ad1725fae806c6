import type { BudgetRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import type { Program } from '#program/link-program.js';
import type { CallInstance, LibraryValue, Value, ValueSet } from '#program/values.js';
import { boundOf } from './bounds.js';
import { siteOfCall } from './context.js';
import type { Scope } from './entry-points/scopes.js';
import type { Guard } from './types.js';

/** The budgets that a library call itself sets: a server's or a route's option. */
export function budgetsOfCall(program: Program, call: CallInstance, callee: LibraryValue, covers: BudgetRow['covers']): readonly Guard[] {
  const rows = program.engine.libraries.rows(callee.module, callee.path)?.budgets ?? [];
  return rows.filter((row) => row.covers === covers).flatMap((row) => guardOf(program, row, call, callee));
}

/** The budgets among values used as middleware: `timeout('5s')`. */
export function budgetsAmong(program: Program, sets: readonly ValueSet[]): readonly Guard[] {
  return sets.flatMap((set) => set.values).flatMap((value): readonly Guard[] => {
    if (value.is === 'list') return budgetsAmong(program, value.positions ?? [value.elements]);
    if (value.is !== 'library' || value.call === undefined || value.from === undefined) return [];
    return budgetsOfCall(program, value.call, value.from, 'chain');
  });
}

/** The budgets of everything a scope's routes are under: those of the servers and applications it hangs on. */
export function budgetsOfScope(program: Program, scope: Scope | undefined, depth = 0): readonly Guard[] {
  if (scope === undefined || depth > 12) return [];
  const { call, from } = scope.value;
  const own = call === undefined || from === undefined ? [] : budgetsOfCall(program, call, from, 'server');
  return [...(scope.mounts[0]?.parent === undefined ? [] : budgetsOfScope(program, scope.mounts[0].parent, depth + 1)), ...own];
}

/** Is a value middleware that sets a budget? */
export function isBudget(engine: Engine, value: Value): boolean {
  if (value.is !== 'library' || value.call === undefined || value.from === undefined) return false;
  return engine.libraries.rows(value.from.module, value.from.path)?.budgets.some((row) => row.covers === 'chain') === true;
}

function guardOf(program: Program, row: BudgetRow, call: CallInstance, callee: LibraryValue): readonly Guard[] {
  const bound = boundOf({ program }, row.limit, call, callee);
  if (bound.is === 'unbounded') return [];
  const name = program.engine.libraries.library(callee.module)?.name ?? callee.module;
  return [{ is: 'budget', name: `the request budget of ${name}`, site: siteOfCall(call), bound }];
}
