import type { EntryPointRow, ProvisionRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { splitPath } from '#program/library-index.js';
import { baseOf } from '#program/members.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, ClassValue, LibraryValue, Value, ValueSet } from '#program/values.js';
import { siteOfCall } from '../context.js';
import type { Limiter } from '../context.js';
import { provides } from '../provides.js';
import type { ChainLink } from './chain.js';
import type { Applied } from './decorators.js';

/** Base classes looked through. */
const MAX_BASES = 8;

/** What of the libraries in front of a handler turns requests away: middleware, guards and what extends them, plugins of what it is registered on. */
export function limitersOf(engine: Engine, links: readonly ChainLink[]): readonly Limiter[] {
  return links.flatMap(({ set }) => set.values.flatMap((value) => limitersIn(engine, value)));
}

/** The same without those that a decorator of the handler switches off; on its class a decorator without arguments does. */
export function limitersUnder(engine: Engine, links: readonly ChainLink[], { method, holder }: { readonly method: readonly Applied[]; readonly holder: readonly Applied[] }): readonly Limiter[] {
  const bare = holder.filter(({ call }) => call.expression.arguments.length === 0);
  const exempting = new Set([...method, ...bare].map(({ from }) => `${from.module}|${from.path}`));
  return limitersOf(engine, links).filter(({ exemptBy }) => !exemptBy.some((path) => exempting.has(path)));
}

/** Is a value something that turns requests away where it stands in front of a handler? */
export function isLimiter(engine: Engine, value: Value): boolean {
  return limitersIn(engine, value).length > 0;
}

/** The plugin of a library that a registration is given, as what it makes there, where it turns requests away from what is registered beside it. */
export function limitingPlugins(engine: Engine, row: EntryPointRow, call: CallInstance, callee: LibraryValue): readonly ValueSet[] {
  if (row.mount === undefined) return [];
  return placeValues(engine, call, callee, row.mount.childAt).values.flatMap((plugin): readonly ValueSet[] => {
    if (plugin.is !== 'library') return [];
    const library = engine.libraries.library(plugin.module);
    const registered = library?.plugins?.find((candidate) => {
      const by = engine.libraries.canonical(...splitPath(candidate.registeredBy, library.package));
      return candidate.plugin === plugin.path && by.module === callee.module && by.path === callee.path;
    });
    if (library === undefined || registered === undefined) return [];
    const made = engine.library(library.package, registered.as, undefined, call);
    return isLimiter(engine, made) ? [engine.table.only(made)] : [];
  });
}

/** Does a limiter see only routes that are registered once it has loaded? */
export function seesLaterRoutesOnly(engine: Engine, value: Value): boolean {
  return value.is === 'library' && rowsIn(engine, value).some(({ row }) => row.laterRoutesOnly === true);
}

function limitersIn(engine: Engine, value: Value): readonly Limiter[] {
  const found = libraryIn(engine, value);
  if (found === undefined) return [];
  return rowsIn(engine, found).map(({ row, callee, call }): Limiter => {
    return {
      is: row.is as Limiter['is'], name: engine.libraries.nameOf(callee.module), site: call === undefined ? undefined : siteOfCall(call),
      exemptBy: (row.exemptBy ?? []).map((path) => `${callee.module}|${path}`),
    };
  });
}

interface FoundRow {
  readonly row: ProvisionRow;
  readonly callee: LibraryValue;
  readonly call: CallInstance | undefined;
}

// The middleware that a call made, or the thing itself: a class that a container makes, a plugin.
function rowsIn(engine: Engine, value: LibraryValue): readonly FoundRow[] {
  const callees = value.from === undefined ? [value] : [value.from, value];
  return callees.flatMap((callee) => (engine.libraries.rows(callee.module, callee.path)?.provisions ?? []).flatMap((row): readonly FoundRow[] => {
    return row.covers === 'chain' && provides(engine, row, value.call, callee) ? [{ row, callee, call: value.call }] : [];
  }));
}

/** The library's own thing in a value: itself, or what a class of the program extends. */
function libraryIn(engine: Engine, value: Value): LibraryValue | undefined {
  if (value.is === 'library') return value;
  let level: ClassValue | undefined = value.is === 'class' ? value : value.is === 'instance' ? value.class : undefined;
  for (let depth = 0; level !== undefined && depth < MAX_BASES; depth += 1) {
    const bases: readonly Value[] = baseOf(engine, level).values;
    const library = bases.find((base): base is LibraryValue => base.is === 'library');
    if (library !== undefined) return library;
    level = bases.find((base): base is ClassValue => base.is === 'class');
  }
  return undefined;
}
