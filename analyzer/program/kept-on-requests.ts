import type { Expression, FunctionIndex } from '#facts/types.js';
import { activationsOnObjects } from './callers.js';
import type { Engine } from './engine.js';
import { ANSWER, REQUEST } from './plain-values.js';
import { propertiesOf } from './members.js';
import type { Frame, Unit, Value, ValueSet } from './values.js';

/** Assignments to one member name that are read. */
const MAX_ASSIGNMENTS = 12;
/** Objects within objects that are looked into for something that works. */
const MAX_DEPTH = 2;

/** Does a handler get this from its framework? */
export function isOfRequest(value: Value): boolean {
  return value.is === 'unknown' && (value.why === REQUEST || value.why === ANSWER);
}

/**
 * What a member of a request is: what a library puts there; what middleware keeps there for those that come after it, where that works for them
 * (a client, a service, a container's scope: `req.services = services`, a signal: `req.signal = AbortSignal.timeout(3000)`) and is no data of the
 * request; else nobody knows.
 */
export function keptOnRequest(engine: Engine, of: Value, name: string): ValueSet {
  const put = putOnRequests(engine, name);
  if (put.values.length > 0) return put;
  const sites = engine.assignmentsNamed(name).filter(({ unit, assignment }) => parameterOf(unit, assignment.of) !== undefined && MADE.has(assignment.value.is));
  if (sites.length === 0 || sites.length > MAX_ASSIGNMENTS) return engine.table.only(of);
  const sets = sites.flatMap(({ unit, assignment }) => activations(engine, unit, assignment.by).map((frame) => engine.evaluate(assignment.value, frame)));
  const kept = engine.table.union(sets);
  if (kept.values.length === 1 && kept.values.every(isSignal)) return kept;
  const isKeptThere = isOfRequest(of) && sites.every(({ unit, assignment }) => REQUEST_NAMES.test(parameterOf(unit, assignment.of) ?? ''));
  return isKeptThere && kept.values.length > 0 && kept.values.every((value) => works(engine, value, 0)) ? kept : engine.table.only(of);
}

/** What libraries in use put on every request under a name. */
export function putOnRequests(engine: Engine, name: string): ValueSet {
  const put = engine.libraries.requestMembers(name).filter(({ library }) => engine.uses(library));
  return engine.table.of(put.map(({ path: { module, path } }) => engine.library(module, path, undefined, undefined)));
}

const MADE: ReadonlySet<Expression['is']> = new Set(['call', 'new', 'member', 'variable', 'object']);
/** What handlers call what they get from their framework. */
const REQUEST_NAMES = /^_?(?:req|request|ctx|context|c|res|reply|response)$/i;

// `req`, `res.locals`, `ctx.state`.
function parameterOf(unit: Unit, of: Expression): string | undefined {
  let root = of;
  while (root.is === 'member' || root.is === 'cast') root = root.of;
  const binding = root.is === 'variable' ? unit.facts.bindings[root.binding] : undefined;
  return binding?.kind === 'parameter' ? binding.name : undefined;
}

function isSignal(value: Value): boolean {
  return value.is === 'library' && value.module === 'global' && /^(?:AbortSignal\.\w+\(\)|AbortController\(\)\.signal)$/.test(value.path);
}

// Clients, containers, services of the program, and objects that hold such; not the answer of a library, which is data.
function works(engine: Engine, value: Value, depth: number): boolean {
  switch (value.is) {
    case 'instance': case 'function': case 'bound': case 'class': return true;
    case 'library': return engine.libraries.isCreation(value.module, value.path) || engine.libraries.isCradle(value.module, `${value.path}.cradle`);
    case 'object': case 'merged': return depth < MAX_DEPTH && [...propertiesOf(engine, value).values()].some((set) => set.values.some((inner) => works(engine, inner, depth + 1)));
    default: return false;
  }
}

// A middleware that a function gives, `deadline(3000)`, runs within the call that gave it.
function activations(engine: Engine, unit: Unit, index: FunctionIndex): readonly Frame[] {
  const parent = unit.facts.functions[index]?.parent ?? -1;
  if (parent < 0 || unit.facts.functions[parent]?.kind === 'module') return activationsOnObjects(engine, unit, index);
  return activations(engine, unit, parent).map((frame) => engine.genericIn(unit, index, frame));
}
