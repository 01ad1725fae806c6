import type { CallbackRow, OperationRow } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import { settlers } from './filled-functions.js';
import { elementsOf, keysOf } from './lists.js';
import { placeValues } from './places.js';
import { REQUEST } from './plain-values.js';
import type { CallInstance, LibraryValue, ValueSet } from './values.js';
import { holds } from './when.js';

/** Methods of lists whose callback gets an element first. */
export const ELEMENT_METHODS: ReadonlySet<string> = new Set([
  'map', 'forEach', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'every', 'flatMap', 'sort', 'toSorted', 'reduce', 'reduceRight', 'from', 'group', 'groupBy',
]);

/** What the parameters of a function given as an argument will be; undefined when nobody knows. */
export function callbackParameters(engine: Engine, call: CallInstance, position: number): readonly ValueSet[] | undefined {
  for (const target of engine.targets(call)) {
    if (target.is === 'method') return methodParameters(engine, target.of, target.name);
    if (target.value.is !== 'library') continue;
    if (position === 0 && target.value.module === 'global' && target.value.path === 'Promise') return settlers(engine);
    const row = callbackRow(engine, target.value, position, call.expression.arguments.length, call);
    if (row?.parameters !== undefined) return rowParameters(engine, target.value, call, row);
    const handed = handlerParameters(engine, target.value, position, call.expression.arguments.length);
    if (handed !== undefined) return handed;
    if (target.value.module !== 'global' && ELEMENT_METHODS.has(lastName(target.value.path))) {
      return [engine.table.only(target.value.from ?? target.value)];
    }
  }
  return undefined;
}

/** The parameters that a callback row promises. */
export function rowParameters(engine: Engine, target: LibraryValue, call: CallInstance, row: CallbackRow): readonly ValueSet[] {
  return (row.parameters ?? []).map((text) => {
    if (text === '') return engine.table.unknown(`what ${target.module} passes to its callback`);
    if (text.startsWith('@')) return placeValues(engine, call, target, text.slice(1));
    // A plugin's row speaks of the plugin's own library.
    const isOwn = engine.libraries.rows(target.module, target.path)?.callbacks.includes(row) === true;
    const canonical = engine.libraries.pathOf(text, isOwn ? target.module : (engine.libraries.moduleOf(row) ?? target.module));
    return engine.table.only(engine.library(canonical.module, canonical.path, target, call));
  });
}

/** What a framework gives a handler that is registered by this argument, where its row says. */
function handlerParameters(engine: Engine, target: LibraryValue, position: number, count: number): readonly ValueSet[] | undefined {
  const rows = engine.libraries.rows(target.module, target.path)?.entryPoints ?? [];
  const row = rows.find(({ parameters, handlers = [] }) => parameters !== undefined && handlers.some((place) => standsAt(place, position, count)));
  return row?.parameters?.map((text) => {
    if (text === '') return engine.table.unknown(REQUEST);
    const canonical = engine.libraries.pathOf(text, engine.libraries.moduleOf(row) ?? target.module);
    return engine.table.only(engine.library(canonical.module, canonical.path, undefined, undefined));
  });
}

/** The row that says what a library does with the function at this argument. */
export function callbackRow(engine: Engine, target: LibraryValue, position: number, count: number, call?: CallInstance): CallbackRow | undefined {
  return callbackRows(engine, target, position, count, call)[0];
}

/** All rows about this argument: the functions of an options object may each have one. */
export function callbackRows(engine: Engine, target: LibraryValue, position: number, count: number, call?: CallInstance): readonly CallbackRow[] {
  const own = engine.libraries.rows(target.module, target.path)?.callbacks ?? [];
  const rows = own.length === 0 || position === 0 || call === undefined ? own : [...own, ...pluginCallbacks(engine, target, call)];
  return rows.filter((row) => standsAt(row.callback, position, count) && (row.when === undefined || call === undefined || holds(engine, call, target, row.when) !== false));
}

// `app.register(plugin, { routes })`: what the plugin does with what it is given.
function pluginCallbacks(engine: Engine, target: LibraryValue, call: CallInstance): readonly CallbackRow[] {
  return (engine.argumentsOf(call)[0]?.values ?? []).flatMap((plugin) => {
    const library = plugin.is === 'library' ? engine.libraries.library(plugin.module) : undefined;
    if (plugin.is !== 'library' || library === undefined) return [];
    return (library.plugins ?? []).filter((row) => row.plugin === plugin.path && engine.libraries.isAt(target, row.registeredBy, library.package)).flatMap((row) => engine.libraries.rows(library.package, row.as)?.callbacks ?? []);
  });
}

/** The functions that a row says are called: what stands there, or the methods it names of what stands there. */
export function callbackFunctions(engine: Engine, call: CallInstance, callee: LibraryValue, row: CallbackRow): ValueSet {
  const found = placeValues(engine, call, callee, row.callback);
  if (row.members === undefined) return found;
  const holders = engine.table.union(found.values.map((value) => (value.is === 'class' ? engine.injected(value) : engine.table.only(value))));
  const methods = row.members.flatMap((name) => engine.member(holders, name).values);
  return engine.table.of([...found.values.filter((value) => value.is === 'function' || value.is === 'bound'), ...methods.filter((value) => value.is === 'function' || value.is === 'bound')]);
}

/** The functions of the program that do the sending for an operation, none where the library does it. */
export function sendersOf(engine: Engine, call: CallInstance, callee: LibraryValue, { sentBy }: OperationRow): ValueSet {
  if (sentBy === undefined) return engine.table.empty;
  return engine.table.of(placeValues(engine, call, callee, sentBy).values.filter(({ is }) => is === 'function' || is === 'bound'));
}

function standsAt(place: string, position: number, count: number): boolean {
  const match = /^(-?\d+)(\.\.)?/.exec(place);
  if (match === null) return false;
  const start = Number(match[1]);
  if (match[2] !== undefined) return position >= start;
  return start < 0 ? position === count + start : position === start;
}

function methodParameters(engine: Engine, of: Parameters<Engine['memberOf']>[0], name: string): readonly ValueSet[] | undefined {
  const set = engine.table.only(of);
  if (name === 'then') return [set];
  if (name === 'catch') return [engine.table.unknown('what was thrown')];
  if (name === 'reduce' || name === 'reduceRight') return [engine.table.unknown('what was reduced so far'), elementsOf(engine, set, 'an element')];
  if (!ELEMENT_METHODS.has(name)) return undefined;
  return [elementsOf(engine, set, 'an element'), name === 'forEach' && of.is === 'list' && of.keys !== undefined ? keysOf(engine, set) : engine.table.unknown('a position')];
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
