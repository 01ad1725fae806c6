import type { Library } from '#catalog/schema.js';
import type { CallSite } from './file-index.js';
import { activationsInSight } from './callers.js';
import { isSameThing } from './creations.js';
import type { Engine } from './engine.js';
import { splitPath } from './library-index.js';
import { parsePlace, placeValues } from './places.js';
import type { CallInstance, LibraryValue, Unit, ValueSet } from './values.js';

interface Site {
  readonly unit: Unit;
  readonly site: CallSite;
}

interface Registration {
  readonly call: CallInstance;
  readonly callee: LibraryValue;
}

/** Registrations that give values of a path a member. */
interface Attachments {
  /** By member name; `''` where the name is no literal. */
  readonly assigned: ReadonlyMap<string, readonly { readonly row: NonNullable<Library['assigns']>[number]; readonly library: Library; readonly at: Site }[]>;
  readonly plugins: ReadonlyMap<string, readonly { readonly row: NonNullable<Library['plugins']>[number]; readonly library: Library }[]>;
}

const KNOWN = new WeakMap<Engine, Attachments>();

/** What registrations attach to a library's value: `fastify.decorate('pool', pool)`, `app.register(postgres)`. */
export function attachedByCall(engine: Engine, value: LibraryValue, name: string): ValueSet {
  const { assigned, plugins } = attachmentsOf(engine);
  if (assigned.size === 0 && plugins.size === 0) return engine.table.empty;
  const sets: ValueSet[] = [];
  for (const { row, library, at } of [...(assigned.get(name) ?? []), ...(assigned.get('') ?? [])]) {
    if (!stands(engine, value, row.on, library)) continue;
    for (const { call, callee } of registrationsAt(engine, at, row, library)) {
      const names = placeValues(engine, call, callee, row.nameAt);
      if (names.values.some((given) => given.is === 'literal' && given.value === name)) sets.push(placeValues(engine, call, callee, row.valueAt));
    }
  }
  for (const { row, library } of plugins.get(name) ?? []) sets.push(...registeredPlugins(engine, value, row, library));
  return engine.table.union(sets);
}

function attachmentsOf(engine: Engine): Attachments {
  const known = KNOWN.get(engine);
  if (known !== undefined) return known;
  const assigned = new Map<string, { row: NonNullable<Library['assigns']>[number]; library: Library; at: Site }[]>();
  const plugins = new Map<string, { row: NonNullable<Library['plugins']>[number]; library: Library }[]>();
  for (const library of engine.libraries.libraries) {
    if ((library.assigns ?? library.plugins) === undefined || !engine.uses(library)) continue;
    for (const row of library.plugins ?? []) if (row.member !== undefined) plugins.set(row.member, [...(plugins.get(row.member) ?? []), { row, library }]);
    for (const row of library.assigns ?? []) {
      for (const at of engine.callsNamed(lastName(row.call))) {
        const name = at.site.call.arguments[parsePlace(row.nameAt).argument ?? 0];
        const key = name?.is === 'literal' ? String(name.value) : '';
        assigned.set(key, [...(assigned.get(key) ?? []), { row, library, at }]);
      }
    }
  }
  const found = { assigned, plugins };
  KNOWN.set(engine, found);
  return found;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function stands(engine: Engine, value: LibraryValue, path: string, library: Library): boolean {
  return engine.libraries.isAt(value, path, library.package);
}

// A helper that is given the name registers something else for each of its callers.
function registrationsAt(engine: Engine, at: Site, { call: path, nameAt }: NonNullable<Library['assigns']>[number], library: Library): readonly Registration[] {
  const any = calleeAt(engine, at, path, library);
  if (any === undefined || placeValues(engine, any.call, any.callee, nameAt).values.length === 1) return any === undefined ? [] : [any];
  return activationsInSight(engine, at.unit, at.site.by).flatMap((frame) => calleeAt(engine, at, path, library, frame) ?? []);
}

/** The call at a site, if it calls this path. */
function calleeAt(engine: Engine, { unit, site }: Site, path: string, library: Library, frame = engine.generic(unit, site.by)): Registration | undefined {
  const call = engine.callInstance(site.call, frame);
  for (const target of engine.targets(call)) {
    if (target.is === 'value' && target.value.is === 'library' && stands(engine, target.value, path, library)) return { call, callee: target.value };
  }
  return undefined;
}

function registeredPlugins(engine: Engine, value: LibraryValue, row: NonNullable<Library['plugins']>[number], library: Library): readonly ValueSet[] {
  const [module, path] = splitPath(row.registeredBy, library.package);
  const on = path.slice(0, path.lastIndexOf('.'));
  if (!stands(engine, value, `${module}|${on}`, library)) return [];
  const registrations = engine.callsNamed(lastName(path)).flatMap((at) => {
    const registered = calleeAt(engine, at, row.registeredBy, library);
    return registered === undefined || !registers(engine, registered.call, row, library) ? [] : [registered];
  });
  // Each application has its own; where nobody can tell which one it is, all of them.
  const own = registrations.filter(({ callee }) => callee.from !== undefined && isSameThing(engine, callee.from, value));
  const callee = engine.libraries.canonical(library.package, row.as);
  const made = engine.libraries.canonical(library.package, `${row.as}()`);
  return (own.length > 0 ? own : registrations).map(({ call }) =>
    engine.table.only(engine.library(made.module, made.path, engine.library(callee.module, callee.path, undefined, undefined), call)));
}

function registers(engine: Engine, call: CallInstance, row: NonNullable<Library['plugins']>[number], library: Library): boolean {
  return (engine.argumentsOf(call)[0]?.values ?? []).some((plugin) => plugin.is === 'library' && stands(engine, plugin, row.plugin, library));
}
