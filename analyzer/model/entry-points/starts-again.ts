import type { EntryPointRow } from '#catalog/schema.js';
import type { Expression, FunctionIndex, Statement } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, Frame, FunctionValue, LibraryValue } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { unbound } from '../own-breakers/state-roots.js';
import { eachPart, innerStatements, partsOf } from '#program/statements.js';

/** Names that stand for results of other names; a circle of them ends here. */
const MAX_NAMES = 4;

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

// `() => poll()`, `() => this.poll()`, `() => work().finally(() => this.poll())`.
function callsIt(engine: Engine, given: FunctionValue, frame: Frame): boolean {
  const inner = engine.enter(given, [], given.self);
  const calls = [...given.unit.index.calls.values()].flat();
  return calls.some(({ call, by }) => {
    const within = by === given.index ? inner : isContinuation(given, by) ? engine.within(inner, by) : undefined;
    if (within === undefined || !standsPlainly(functionOf(within).body, call, within)) return false;
    return engine.targets(engine.callInstance(call, within)).some((target) => {
      const called = target.is === 'value' ? unbound(target.value) : undefined;
      return called !== undefined && isOf(frame, called);
    });
  });
}

// What a promise goes on with that the function makes.
function isContinuation({ unit, index }: FunctionValue, by: FunctionIndex): boolean {
  const passed = unit.index.passedTo.get(by);
  return passed?.by === index && passed.position === 0 && passed.call.callee.is === 'member' && /^(?:finally|then)$/.test(passed.call.callee.name);
}

function isAlwaysReached(call: CallInstance, again: Frame): boolean {
  let wanted: Expression | FunctionIndex = call.expression;
  for (let holder: Frame | undefined = call.frame; holder !== undefined; holder = holder.parent) {
    if (!standsPlainly(functionOf(holder).body, wanted, holder)) return false;
    if (holder === again) return true;
    const passed = holder.unit.index.passedTo.get(holder.function);
    if (passed?.call.callee.is === 'member' && passed.call.callee.name === 'catch') return false;
    wanted = holder.function;
  }
  return false;
}

function standsPlainly(statements: readonly Statement[], wanted: Expression | FunctionIndex, frame: Frame): boolean {
  const position = statements.findIndex((statement) => {
    switch (statement.is) {
      case 'expression': case 'declare': case 'return': return statement.value !== undefined && holds(statement.value, wanted);
      case 'try': return standsPlainly(statement.body, wanted, frame) || standsPlainly(statement.finalizer ?? [], wanted, frame);
      default: return false;
    }
  });
  return position >= 0 && !statements.slice(0, position).some((statement) => endsWell(statement, frame));
}

// `if (await connect()) return`, `try { await connect(); return; }`: what is over once it has worked. `if (stopped) return` only asks whether to go on.
function endsWell(statement: Statement, frame: Frame): boolean {
  switch (statement.is) {
    case 'return': return true;
    case 'if': {
      const inner = [...statement.then, ...statement.else];
      return inner.some((one) => (one.is === 'return' ? isResult(statement.test, frame) : endsWell(one, frame)));
    }
    case 'try': return [...statement.body, ...(statement.finalizer ?? [])].some((one) => endsWell(one, frame));
    case 'loop': case 'switch': return innerStatements(statement).some((one) => endsWell(one, frame));
    default: return false;
  }
}

/** Does a test ask what a call gave, here or under a name of this function? */
function isResult(test: Expression, { unit, function: owner }: Frame): boolean {
  let found = false;
  const look = (expression: Expression, depth: number): void => eachPart(expression, (part) => {
    if (part.is === 'call') found = true;
    const binding = part.is === 'variable' ? unit.facts.bindings[part.binding] : undefined;
    if (binding?.owner === owner && depth < MAX_NAMES) for (const { value } of binding.values) look(value, depth + 1);
  });
  look(test, 0);
  return found;
}

// What is looked for, where it is reached whenever the expression is.
function holds(expression: Expression, wanted: Expression | FunctionIndex): boolean {
  if (expression === wanted || (expression.is === 'function' && expression.index === wanted)) return true;
  if (expression.is === 'logical') return holds(expression.left, wanted);
  if (expression.is === 'conditional') return holds(expression.test, wanted);
  return partsOf(expression).some((part) => holds(part, wanted));
}
