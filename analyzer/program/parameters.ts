import type { FunctionFacts } from '#facts/types.js';
import { MAX_CALLERS } from './engine.js';
import type { Engine } from './engine.js';
import { isVague } from './evaluate.js';
import { frameWithin } from './frame-chain.js';
import { injectedParameter } from './injection.js';
import { callbackParameters } from './callbacks.js';
import { isInstanceOf } from './instances.js';
import type { Frame, Value, ValueSet } from './values.js';
import { classOf, functionOf } from './values.js';

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
  if (!isVague(set)) return set;
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
    return parameters?.[position] ?? engine.table.empty;
  }
  const byCallers = fromCallers(engine, frame, facts, position);
  if (facts.kind !== 'constructor') return byCallers;
  return isVague(byCallers) ? injectedParameter(engine, frame, position) : byCallers;
}

/** The arguments that calls in sight give to this parameter. */
function fromCallers(engine: Engine, frame: Frame, facts: FunctionFacts, position: number): ValueSet {
  const name = facts.kind === 'constructor' ? className(frame) : facts.name;
  if (name === '' || facts.kind === 'module') return engine.table.empty;
  const sites = engine.callsNamed(name);
  if (sites.length > MAX_CALLERS) return engine.table.unknown(`${name} is called in more places than are read`);
  const sets: ValueSet[] = [];
  for (const { unit, site } of sites) {
    if (facts.kind === 'constructor' ? site.call.is !== 'new' : site.call.is !== 'call') continue;
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    if (!engine.targets(call).some((target) => target.is === 'value' && calls(engine, target.value, frame))) continue;
    const given = engine.argumentsOf(call);
    sets.push(given[position] ?? engine.table.undefined);
  }
  return engine.table.union(sets);
}

function className(frame: Frame): string {
  const { class: owner } = functionOf(frame);
  return owner === undefined ? '' : (frame.unit.facts.classes[owner]?.name ?? '');
}

function calls(engine: Engine, value: Value, frame: Frame): boolean {
  if (value.is === 'function') return value.unit === frame.unit && value.index === frame.function;
  if (value.is === 'bound') return calls(engine, value.target, frame);
  if (value.is !== 'class') return false;
  const { class: owner } = functionOf(frame);
  if (value.unit === frame.unit && value.index === owner) return true;
  if (classOf(value).constructor !== undefined && typeof classOf(value).constructor === 'number') return false;
  const base = owner === undefined ? undefined : engine.table.known(`c${frame.unit.id}:${owner}:${frame.parent?.id ?? ''}`);
  return base?.is === 'class' && isInstanceOf(engine, { id: 0, is: 'instance', class: value, given: undefined, call: undefined }, base);
}
