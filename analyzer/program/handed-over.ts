import type { Expression, FunctionIndex } from '#facts/types.js';
import type { Engine } from './engine.js';
import { callbackParameters } from './callbacks.js';
import type { CallSite } from './file-index.js';
import { isVague } from './bindings.js';
import type { Question } from './questions.js';
import type { Frame, Unit, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** A call that is given functions by name, and passes on other arguments of its own to them: `app.register(routes, { prefix })`. */
interface Site {
  readonly unit: Unit;
  readonly site: CallSite;
  readonly position: number;
}

/** By the name of what is given. */
const KNOWN = new WeakMap<Engine, ReadonlyMap<string, readonly Site[]>>();
const MAX_SITES = 40;

/** What a parameter is where the function is given to a library by its name, which passes on what else it was given. */
export function handedOver(engine: Engine, frame: Frame, position: number): ValueSet {
  const all = sitesOf(engine);
  const sites = all.size === 0 ? [] : namesOf(frame).flatMap((name) => all.get(name) ?? []);
  if (sites.length === 0 || sites.length > MAX_SITES) return engine.table.empty;
  return engine.table.union(sites.flatMap(({ unit, site, position: at }) => {
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    const given = engine.argumentsOf(call)[at]?.values ?? [];
    const found = given.some((value) => isFunction(value, frame)) ? callbackParameters(engine, call, at)?.[position] : undefined;
    return found === undefined || isVague(found) ? [] : [found];
  }));
}

function isFunction(value: Value, frame: Frame): boolean {
  return value.is === 'function' ? value.unit === frame.unit && value.index === frame.function : value.is === 'bound' && isFunction(value.target, frame);
}

// Its own name, or that of what it is wrapped in: `const routes = plugin(async (app, options) => …)`.
function namesOf(frame: Frame): readonly string[] {
  const { unit, function: index } = frame;
  const own = functionOf(frame).name;
  const around = unit.ask(namedWrappings).filter((one) => one.function === index).map(({ name }) => name);
  return [...(own === '' ? [] : [own]), ...around, defaultOf(unit.path)];
}

/** Names of calls that are given a function, each with that function. */
const namedWrappings: Question<readonly { readonly name: string; readonly function: FunctionIndex }[]> = ({ facts, index }) => {
  const given = new Map<Expression, FunctionIndex[]>();
  for (const [wrapped, { call }] of index.passedTo) given.set(call, [...(given.get(call) ?? []), wrapped]);
  return facts.bindings.flatMap(({ name, values }) => values.flatMap(({ value }) => (given.get(value) ?? []).map((wrapped) => ({ name, function: wrapped }))));
};

// What a file gives by default has the name that whoever imports it chooses.
function defaultOf(path: string): string {
  return `default of ${path}`;
}

function sitesOf(engine: Engine): ReadonlyMap<string, readonly Site[]> {
  const known = KNOWN.get(engine);
  if (known !== undefined) return known;
  const found = new Map<string, Site[]>();
  for (const name of passingOn(engine)) for (const { unit, site } of engine.callsNamed(name)) {
    site.call.arguments.forEach((argument, position) => {
      const binding = argument.is === 'variable' ? unit.facts.bindings[argument.binding] : undefined;
      if (binding === undefined) return;
      const from = binding.from?.name;
      const isDefault = from === 'default' || from === '*' || from === '=';
      const resolution = isDefault && binding.from !== undefined ? engine.project.resolve(binding.from.specifier, unit.path) : undefined;
      const names = [from === undefined || isDefault ? binding.name : from, ...(resolution?.is === 'file' ? [defaultOf(resolution.path)] : [])];
      for (const name of names) found.set(name, [...(found.get(name) ?? []), { unit, site, position }]);
    });
  }
  KNOWN.set(engine, found);
  return found;
}

/** The last names of calls that pass arguments of their own on to the function they are given. */
function passingOn(engine: Engine): ReadonlySet<string> {
  const rows = engine.libraries.libraries.filter((library) => library.callbacks !== undefined && engine.uses(library)).flatMap(({ callbacks = [] }) => callbacks);
  return new Set(rows.filter(({ parameters = [] }) => parameters.some((text) => text.startsWith('@'))).map(({ call }) => call.slice(call.lastIndexOf('.') + 1)));
}
