import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Value, ValueSet } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { operationRow } from '../operations.js';

/** A connection or transaction that was taken, by the call that took it. */
export interface Held {
  readonly id: number;
  readonly step: CallStep;
  readonly row: OperationRow;
  /** It ends with the callback it was given. */
  readonly scoped: boolean;
  /** A callback was given it, and has to give it back: `pool.connect((error, client, done) => …)`. */
  readonly handed?: true;
}

/** How deep objects are looked into for a connection. */
const MAX_DEPTH = 3;

/** Does a call take a connection that somebody has to give back: for its callback, or until it is released? */
export function takes(context: ModelContext, step: CallStep): Pick<Held, 'row' | 'scoped' | 'handed'> | undefined {
  const row = operationRow(context, step);
  if (row === undefined || (row.acquires !== 'until-release' && row.acquires !== 'during-callback')) return undefined;
  if (step.within.length > 0) return isHanded(context, step, row) ? { row, scoped: false, handed: true } : { row, scoped: true };
  if (row.acquires === 'until-release') return { row, scoped: false };
  // Given functions that nobody can tell, it runs them; given none, it hands the transaction out.
  const given = context.program.engine.argumentsOf(step.call).flatMap((set) => set.values);
  return given.some((value) => value.is === 'list' || value.is === 'unknown' || value.is === 'typed' || value.is === 'function') ? undefined : { row, scoped: false };
}

// After what failed, the callback gets what was taken.
function isHanded({ program }: ModelContext, { callee }: CallStep, { acquires }: OperationRow): boolean {
  const rows = acquires === 'until-release' ? (program.engine.libraries.rows(callee.module, callee.path)?.callbacks ?? []) : [];
  return rows.some(({ parameters = [] }) => parameters[0] === '' && (parameters[1] ?? '') !== '');
}

/** Is a value the connection, or something reached from it: its query builder, its manager? */
export function isOf(value: LibraryValue, held: Held): boolean {
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) if (isItself(current, held)) return true;
  return false;
}

/** Is a value the connection itself? */
export function isItself(value: Value, { step, row }: Held): boolean {
  if (value.is !== 'library' || value.call === undefined) return false;
  return value.call.expression === (row.holds === 'receiver' ? creationOf(step) : step.call.expression);
}

// `runner.connect()`: what holds is the runner.
function creationOf({ callee }: CallStep): CallInstance['expression'] | undefined {
  return callee.from?.call?.expression;
}

/** Does a set hold a value that fits, through objects, lists and instances a few levels deep? */
export function holdsValue(context: ModelContext, set: ValueSet, fits: (value: Value) => boolean, depth = MAX_DEPTH): boolean {
  return set.values.some((value) => fits(value) || (depth > 0 && partsOf(context, value).some((part) => holdsValue(context, part, fits, depth - 1))));
}

function partsOf({ program }: ModelContext, value: Value): readonly ValueSet[] {
  if (value.is === 'list') return value.positions ?? [value.elements];
  if (value.is === 'merged') return value.of;
  if (value.is === 'instance') return value.given ?? [];
  if (value.is !== 'object') return [];
  return value.expression.properties.flatMap((property) => (property.is === 'named' && property.value.is !== 'function' ? [program.engine.evaluate(property.value, value.frame)] : []));
}
