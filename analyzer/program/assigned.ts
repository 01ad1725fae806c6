import { attachedByCall } from './attachments.js';
import { activationsInSight } from './callers.js';
import type { Engine } from './engine.js';
import { frameNear } from './place-bases.js';
import type { Frame, LibraryValue, Value, ValueSet } from './values.js';

/** More assignments to one member name than this are not searched. */
const MAX_ASSIGNMENTS = 60;

/** What is assigned to a member of one of our own values anywhere in the program: `exports.pool = …`, `config.timeout = …`. */
export function assigned(engine: Engine, value: Value, name: string): ValueSet {
  return engine.assignedTo(value, name, (candidate) => same(candidate, value));
}

/** What the program attaches to a library's value: `app.locals = …`, `server.db = …`, `fastify.decorate('db', …)`. */
export function attached(engine: Engine, value: LibraryValue, name: string): ValueSet {
  if (value.module === 'global') return value.path === '' ? engine.assignedTo(value, name, isGlobalObject) : engine.table.empty;
  const registered = attachedByCall(engine, value, name);
  if (registered.values.length > 0 || value.call === undefined) return registered;
  return engine.assignedTo(value, name, (candidate) => candidate.is === 'library' && candidate.module === value.module && candidate.path === value.path);
}

/** Does the program itself keep something in `globalThis` under this name? Then the platform has nothing there. */
export function isKeptGlobally(engine: Engine, value: LibraryValue, name: string): boolean {
  if (!isGlobalObject(value)) return false;
  return engine.assignmentsNamed(name).some(({ unit, assignment }) =>
    assignment.of.is !== 'this' && engine.evaluate(assignment.of, engine.generic(unit, assignment.by)).values.some(isGlobalObject));
}

function isGlobalObject(candidate: Value): boolean {
  return candidate.is === 'library' && candidate.module === 'global' && candidate.path === '';
}

function same(candidate: Value, value: Value): boolean {
  if (candidate === value) return true;
  if (candidate.is === 'object' && value.is === 'object') return candidate.expression === value.expression;
  if (candidate.is === 'function' && value.is === 'function') return candidate.unit === value.unit && candidate.index === value.index;
  if (candidate.is === 'class' && value.is === 'class') return candidate.unit === value.unit && candidate.index === value.index;
  if (candidate.is === 'instance' && value.is === 'instance') return candidate.class.unit === value.class.unit && candidate.class.index === value.class.index;
  return false;
}

/** Searches the program's assignments to a member name; the engine caches the answer. What the function that made an object sets on it is read in that activation. */
export function searchAssigned(engine: Engine, name: string, isHolder: (candidate: Value) => boolean, value: Value): ValueSet {
  const sites = engine.assignmentsNamed(name);
  if (sites.length === 0 || sites.length > MAX_ASSIGNMENTS) return engine.table.empty;
  const sets: ValueSet[] = [];
  for (const { unit, assignment } of sites) {
    if (assignment.of.is === 'this') continue;
    const frame = frameNear(engine, value.is === 'object' ? value.frame : undefined, unit, assignment.by);
    const holds = (candidate: Frame): boolean => engine.evaluate(assignment.of, candidate).values.some(isHolder);
    if (holds(frame)) for (const told of toldApart(engine, frame, holds)) sets.push(engine.evaluate(assignment.value, told));
  }
  return engine.table.union(sets);
}

// A function that gives a member to whatever it is given, `withTransactions(make)`, gives each its own: only the calls that made this one count.
function toldApart(engine: Engine, frame: Frame, holds: (candidate: Frame) => boolean): readonly Frame[] {
  if (frame !== engine.generic(frame.unit, frame.function)) return [frame];
  const own = activationsInSight(engine, frame.unit, frame.function).filter(holds);
  return own.length === 0 ? [frame] : own;
}
