import type { FunctionFacts } from '#facts/types.js';
import type { Engine } from './engine.js';
import { calledName, callsInSight } from './callers.js';
import { isVague } from './bindings.js';
import { frameWithin } from './frame-chain.js';
import { handedOver } from './handed-over.js';
import { injectedParameter } from './injection.js';
import { callbackParameters } from './callbacks.js';
import type { Frame, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** What a parameter can be in an activation: what was given, else what callers, containers and types say. */
export function parameterValues(engine: Engine, frame: Frame, position: number): ValueSet {
  const facts = functionOf(frame);
  const parameter = facts.parameters[position];
  if (parameter === undefined) return engine.table.empty;
  const { given } = frame;
  if (given !== undefined) {
    if (parameter.rest === true) return engine.list(given.slice(position), engine.table.union(given.slice(position)), undefined, undefined);
    return refine(engine, frame, position, withDefault(engine, frame, position, given[position] ?? engine.table.undefined));
  }
  const found = foundElsewhere(engine, frame, facts, position);
  return refine(engine, frame, position, withDefault(engine, frame, position, found));
}

function withDefault(engine: Engine, frame: Frame, position: number, set: ValueSet): ValueSet {
  const fallback = functionOf(frame).parameters[position]?.default;
  if (fallback === undefined) return set;
  const defined = set.values.filter((value) => value.is !== 'undefined');
  if (defined.length === set.values.length && defined.length > 0 && !isVague(set)) return set;
  return engine.table.union([engine.table.of(defined), engine.evaluate(fallback, frame)]);
}

// Where the value is not known the declared type may still tell what it is.
function refine(engine: Engine, frame: Frame, position: number, set: ValueSet): ValueSet {
  if (!isVague(set) || set === engine.table.absent) return set;
  const type = functionOf(frame).parameters[position]?.type;
  const typed = type === undefined ? engine.table.empty : engine.valuesOfType(type, frame.unit);
  if (typed.values.length > 0) return typed;
  return set.values.length > 0 ? set : engine.table.unknown(`a parameter of ${functionOf(frame).name || 'a function'} whose callers are not in sight`);
}

function foundElsewhere(engine: Engine, frame: Frame, facts: FunctionFacts, position: number): ValueSet {
  const passed = frame.unit.index.passedTo.get(frame.function);
  if (passed !== undefined) {
    const caller = frame.parent === undefined ? engine.generic(frame.unit, passed.by) : frameWithin(engine, frame.parent, passed.by);
    const parameters = callbackParameters(engine, engine.callInstance(passed.call, caller), passed.position);
    return parameters?.[position] ?? handedOver(engine, frame, position);
  }
  const byCallers = fromCallers(engine, frame, position);
  if (facts.kind !== 'constructor') return isVague(byCallers) ? engine.table.union([byCallers, handedOver(engine, frame, position)]) : byCallers;
  return isVague(byCallers) ? injectedParameter(engine, frame, position) : byCallers;
}

/** The arguments that calls in sight give to this parameter. */
function fromCallers(engine: Engine, frame: Frame, position: number): ValueSet {
  const found = callsInSight(engine, frame);
  if (found === undefined) return engine.table.unknown(`${calledName(frame)} is called in more places than are read`);
  return engine.table.union(found.map(({ call }) => engine.argumentsOf(call)[position] ?? engine.table.undefined));
}
