import type { EntryPointRow } from '#catalog/schema.js';
import type { Expression, FunctionIndex, Statement } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, Frame, FunctionValue, LibraryValue } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { unbound } from '../own-breakers/state-roots.js';
import { eachPart } from '../own-breakers/statements.js';

/**
 * Does a call hand over the function that it stands in, whatever came before it: `setTimeout(poll, 5000)` at the end of `poll`? That is a
 * schedule. Where only a failure or a test leads to the call, something is tried again.
 */
export function startsAgain(engine: Engine, call: CallInstance, callee: LibraryValue, { handlers = [] }: EntryPointRow): boolean {
  const around = activationsAround(call);
  return handlers.some((place) => placeValues(engine, call, callee, place).values.some((value) => {
    const given = unbound(value);
    const again = given === undefined ? undefined : around.find((frame) => isOf(frame, given) || callsIt(engine, given, frame));
    return again !== undefined && isAlwaysReached(call, again);
  }));
}

function activationsAround({ frame }: CallInstance): readonly Frame[] {
  const found: Frame[] = [];
  for (let holder: Frame | undefined = frame; holder !== undefined && holder.function !== 0; holder = holder.parent) found.push(holder);
  return found;
}

function isOf({ unit, function: index }: Frame, value: FunctionValue): boolean {
  return value.unit === unit && value.index === index;
}

// `() => poll()`, `() => this.poll()`.
function callsIt(engine: Engine, given: FunctionValue, frame: Frame): boolean {
  const inner = engine.enter(given, [], given.self);
  const calls = [...given.unit.index.calls.values()].flat().filter(({ by }) => by === given.index);
  return calls.length === 1 && calls.every(({ call }) => engine.targets(engine.callInstance(call, inner)).some((target) => {
    const called = target.is === 'value' ? unbound(target.value) : undefined;
    return called !== undefined && isOf(frame, called);
  }));
}

function isAlwaysReached(call: CallInstance, again: Frame): boolean {
  let wanted: Expression | FunctionIndex = call.expression;
  for (let holder: Frame | undefined = call.frame; holder !== undefined; holder = holder.parent) {
    if (!standsPlainly(functionOf(holder).body, wanted)) return false;
    if (holder === again) return true;
    const passed = holder.unit.index.passedTo.get(holder.function);
    if (passed?.call.callee.is === 'member' && passed.call.callee.name === 'catch') return false;
    wanted = holder.function;
  }
  return false;
}

function standsPlainly(statements: readonly Statement[], wanted: Expression | FunctionIndex): boolean {
  return statements.some((statement) => {
    switch (statement.is) {
      case 'expression': case 'declare': case 'return': return statement.value !== undefined && holds(statement.value, wanted);
      case 'try': return standsPlainly(statement.body, wanted) || standsPlainly(statement.finalizer ?? [], wanted);
      default: return false;
    }
  });
}

function holds(expression: Expression, wanted: Expression | FunctionIndex): boolean {
  let found = false;
  eachPart(expression, (part) => { if (part === wanted || (part.is === 'function' && part.index === wanted)) found = true; });
  return found;
}
