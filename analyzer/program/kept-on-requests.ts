import type { Expression, FunctionIndex } from '#facts/types.js';
import { activationsOnObjects } from './callers.js';
import type { Engine } from './engine.js';
import { ANSWER, REQUEST } from './plain-values.js';
import type { Frame, Unit, Value, ValueSet } from './values.js';

/** Assignments to one member name that are read. */
const MAX_ASSIGNMENTS = 12;

/** Does a handler get this from its framework? */
export function isOfRequest(value: Value): boolean {
  return value.is === 'unknown' && (value.why === REQUEST || value.why === ANSWER);
}

/** What a member of a request is: what a library puts there, or the signal that middleware keeps there, `req.signal = AbortSignal.timeout(3000)`, where there is one only; else nobody knows. */
export function keptOnRequest(engine: Engine, of: Value, name: string): ValueSet {
  const put = putOnRequests(engine, name);
  if (put.values.length > 0) return put;
  const sites = engine.assignmentsNamed(name).filter(({ unit, assignment }) => isOnParameter(unit, assignment.of) && MADE.has(assignment.value.is));
  if (sites.length === 0 || sites.length > MAX_ASSIGNMENTS) return engine.table.only(of);
  const sets = sites.flatMap(({ unit, assignment }) => activations(engine, unit, assignment.by).map((frame) => engine.evaluate(assignment.value, frame)));
  const kept = engine.table.union(sets);
  return kept.values.length === 1 && kept.values.every(isSignal) ? kept : engine.table.only(of);
}

/** What libraries in use put on every request under a name. */
export function putOnRequests(engine: Engine, name: string): ValueSet {
  const put = engine.libraries.requestMembers(name).filter(({ library }) => engine.uses(library));
  return engine.table.of(put.map(({ path: { module, path } }) => engine.library(module, path, undefined, undefined)));
}

const MADE: ReadonlySet<Expression['is']> = new Set(['call', 'member', 'variable']);

// `req`, `res.locals`, `ctx.state`.
function isOnParameter(unit: Unit, of: Expression): boolean {
  let root = of;
  while (root.is === 'member' || root.is === 'cast') root = root.of;
  return root.is === 'variable' && unit.facts.bindings[root.binding]?.kind === 'parameter';
}

function isSignal(value: Value): boolean {
  return value.is === 'library' && value.module === 'global' && /^(?:AbortSignal\.\w+\(\)|AbortController\(\)\.signal)$/.test(value.path);
}

// A middleware that a function gives, `deadline(3000)`, runs within the call that gave it.
function activations(engine: Engine, unit: Unit, index: FunctionIndex): readonly Frame[] {
  const parent = unit.facts.functions[index]?.parent ?? -1;
  if (parent < 0 || unit.facts.functions[parent]?.kind === 'module') return activationsOnObjects(engine, unit, index);
  return activations(engine, unit, parent).map((frame) => engine.genericIn(unit, index, frame));
}
