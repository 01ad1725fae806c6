import type { OperationRow } from '#catalog/schema.js';
import { REQUEST } from '#program/plain-values.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Value } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { operationRow } from '../operations.js';
import { walkedOf } from '../walked.js';
import { holdsValue } from './held.js';

type Written = CallInstance['expression'];

/** By what made it, the call that takes a connection for it: TypeORM's `runner.connect()`. */
const FIRST = new WeakMap<ModelContext, ReadonlyMap<Written, CallInstance>>();

/** Does a call work on a connection that another call took, so that it waits for none: on a transaction, or named one? */
export function isOnTaken(context: ModelContext, step: CallStep): boolean {
  const { call, callee } = step;
  const { engine } = context.program;
  if (callee.from !== undefined && isTaken(context, callee.from, call)) return true;
  const calls = [call];
  for (let current = callee.from; current !== undefined; current = current.from) if (current.call !== undefined) calls.push(current.call);
  const taken = (value: Value) => value.is === 'library' && isTaken(context, value, call);
  if (calls.some((one) => engine.argumentsOf(one).some((set) => holdsValue(context, set, taken)))) return true;
  const joins = engine.libraries.library(callee.module)?.joins ?? [];
  return joins.some((place) => placeValues(engine, call, callee, place).values.some(isTransaction));
}

// What a request brings is none.
function isTransaction(value: Value): boolean {
  return value.is !== 'undefined' && !(value.is === 'literal' && value.value === null) && !(value.is === 'unknown' && value.why === REQUEST);
}

function isTaken(context: ModelContext, value: LibraryValue, by: CallInstance): boolean {
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
    const { call, from } = current;
    if (call === undefined) continue;
    if (from !== undefined && rowsOf(context, from).some((row) => isKept(row) && row.holds === undefined)) return true;
    const first = takenFor(context).get(call.expression);
    if (first !== undefined && first.expression !== by.expression) return true;
  }
  return false;
}

function isKept({ acquires, unpinned }: OperationRow): boolean {
  return (acquires === 'until-release' || acquires === 'during-callback') && unpinned !== true;
}

function rowsOf({ program }: ModelContext, { module, path }: LibraryValue): readonly OperationRow[] {
  return program.engine.libraries.rows(module, path)?.operations ?? [];
}

function takenFor(context: ModelContext): ReadonlyMap<Written, CallInstance> {
  const known = FIRST.get(context);
  if (known !== undefined) return known;
  const first = new Map<Written, CallInstance>();
  for (const calls of walkedOf(context).calls.values()) for (const { step } of calls) {
    const made = step.callee.from?.call?.expression;
    if (made === undefined || operationRow(context, step)?.holds !== 'receiver') continue;
    const before = first.get(made);
    if (before === undefined || isEarlier(step.call, before)) first.set(made, step.call);
  }
  FIRST.set(context, first);
  return first;
}

function isEarlier(one: CallInstance, other: CallInstance): boolean {
  const [unit, otherUnit] = [one.frame.unit.id, other.frame.unit.id];
  return unit === otherUnit ? one.expression.at < other.expression.at : unit < otherUnit;
}
