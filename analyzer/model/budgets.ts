import type { BudgetRow, Place } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import type { Program } from '#program/link-program.js';
import { optionName } from '#program/parse-place.js';
import type { CallInstance, LibraryValue, Value, ValueSet } from '#program/values.js';
import { boundOf } from './bounds.js';
import { siteOfCall } from './context.js';
import type { Scope } from './entry-points/scopes.js';
import { readValue } from './read-limit.js';
import type { Bound, Guard } from './types.js';

/** What sets the budgets of a route: its registration, and how the places of what is registered there are read. */
export interface RouteOptions {
  readonly call: CallInstance;
  readonly callee: LibraryValue;
  readonly scope: Scope | undefined;
  /** One of several things that one call registers has its own options. */
  readonly read?: ((place: Place) => ValueSet) | undefined;
}

/** The budgets around a route, outermost first: what its registration says replaces what its server says. */
export function budgetsOfRoute(program: Program, { call, callee, scope, read }: RouteOptions): readonly Guard[] {
  const rows = program.engine.libraries.rows(callee.module, callee.path)?.budgets.filter((row) => row.covers === 'route') ?? [];
  const own = rows.map((row) => boundOfRoute(program, row, { call, callee, scope, read })).filter((bound) => bound.is !== 'unbounded' || !bound.from.isDefault);
  const name = budgetName(program, callee);
  const outer = budgetsOfScope(program, scope).filter((guard) => own.length === 0 || guard.name !== name);
  return [...outer, ...own.flatMap((bound): readonly Guard[] => (bound.is === 'unbounded' ? [] : [{ is: 'budget', name, site: siteOfCall(call), bound }]))];
}

function boundOfRoute(program: Program, row: BudgetRow, { call, callee, read }: RouteOptions): Bound {
  const { limit } = row;
  if (read === undefined) return boundOf({ program }, limit, call, callee);
  // Places of elements that this one does not set say nothing about it.
  const at = limit.at.filter((place) => !place.includes('[]') || read(place).values.length > 0);
  const element = at.find((place) => place.includes('[]'));
  const readings = element === undefined ? [] : read(element).values.map((value) => readValue(program.engine, limit, value));
  const [only] = readings;
  if (only?.is === 'number' && only.value !== undefined && readings.length === 1) {
    return { is: 'bounded', ms: only.value, from: { text: optionName(element ?? ''), site: siteOfCall(call), isDefault: false, ...(limit.note === undefined ? {} : { note: limit.note }) } };
  }
  return boundOf({ program }, { ...limit, at }, call, callee);
}

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

/** Is a value middleware of a library that limits the requests it stands in front of? */
export function isLimit(engine: Engine, value: Value): boolean {
  if (value.is !== 'library' || value.call === undefined || value.from === undefined) return false;
  const rows = engine.libraries.rows(value.from.module, value.from.path);
  return [...(rows?.budgets ?? []), ...(rows?.bodies ?? [])].some((row) => row.covers === 'chain');
}

function guardOf(program: Program, row: BudgetRow, call: CallInstance, callee: LibraryValue): readonly Guard[] {
  const bound = boundOf({ program }, row.limit, call, callee);
  return bound.is === 'unbounded' ? [] : [{ is: 'budget', name: budgetName(program, callee), site: siteOfCall(call), bound }];
}

function budgetName({ engine }: Program, { module }: LibraryValue): string {
  return `the request budget of ${engine.libraries.library(module)?.name ?? module}`;
}
