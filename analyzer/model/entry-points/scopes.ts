import type { EntryPointRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue, ValueSet } from '#program/values.js';

/** Something routes are registered on: an application, a router, a plugin's own instance, a sub-map of procedures. */
export interface Scope {
  readonly id: number;
  readonly value: LibraryValue;
  /** Answers by itself; a router does so only when mounted. */
  readonly root: boolean;
  /** Where it is mounted: under which scope, prefix and at which moment. */
  readonly mounts: Mount[];
  /** What it puts before each of its paths, whoever mounts it. */
  own: string;
  readonly uses: MiddlewareUse[];
}

/** Under which scope something hangs (undefined: a server or adapter we see no more of), with which prefix, since when. */
export interface Mount {
  readonly parent: Scope | undefined;
  readonly prefix: string;
  readonly order: number;
  /** Middleware of the mount itself: `app.use('/x', auth, router)`. */
  readonly uses: readonly MiddlewareUse[];
}

/** Middleware in front of what is registered after it. */
export interface MiddlewareUse {
  readonly order: number;
  readonly phase: number;
  readonly prefix: string;
  readonly row: EntryPointRow;
  readonly call: CallInstance | undefined;
  readonly callee: LibraryValue | undefined;
  readonly handlers: readonly ValueSet[];
}

const ROOTS = new Set(['server', 'app']);

/** The scopes of a program by the value they are. */
export class ScopeTable {
  readonly #engine: Engine;
  readonly #scopes = new Map<number, Scope>();
  /** Some mounted thing could not be resolved: an unmounted router may be it. */
  unresolvedMount = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get all(): Iterable<Scope> {
    return this.#scopes.values();
  }

  /** The scope a value belongs to, undefined when nobody made it in sight. */
  of(value: LibraryValue): Scope | undefined {
    let current: LibraryValue | undefined = value;
    while (current !== undefined) {
      const found = this.#scopeAt(current);
      if (found !== undefined) return found;
      current = current.from;
    }
    return undefined;
  }

  #scopeAt(value: LibraryValue): Scope | undefined {
    const { call, from } = value;
    if (call === undefined || from === undefined) return undefined;
    const known = this.#scopes.get(call.id);
    if (known !== undefined) return known;
    const rows = this.#engine.libraries.rows(from.module, from.path);
    const resource = rows?.resources.find((row) => ROOTS.has(row.is) || row.is === 'router');
    if (resource !== undefined) return this.#make(value, call, ROOTS.has(resource.is));
    // What a plugin function is given: its own instance under the registration's prefix.
    const isPlugin = rows?.entryPoints.some((row) => row.mount !== undefined) === true && rows.callbacks.some((row) => row.parameters !== undefined);
    return isPlugin ? this.#make(value, call, false) : undefined;
  }

  #make(value: LibraryValue, call: CallInstance, root: boolean): Scope {
    const scope: Scope = { id: call.id, value, root, mounts: [], own: '', uses: [] };
    this.#scopes.set(call.id, scope);
    return scope;
  }
}

/** Texts standing at a place; parts nobody knows are written as `…`. */
export function textAt(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, place: string): readonly string[] {
  return textsOf(engine, placeValues(engine, call, callee, place));
}

/** Texts that a set of values can be. */
export function textsOf(engine: Engine, set: ValueSet): readonly string[] {
  return set.values.flatMap((value): readonly string[] => {
    if (value.is === 'literal') return value.value === null || typeof value.value === 'boolean' ? [] : [String(value.value)];
    if (value.is === 'text') return [value.parts.map((part) => part ?? '…').join('')];
    if (value.is === 'regex') return [value.text];
    if (value.is === 'environment') return [`$${value.name}`];
    if (value.is === 'list') return (value.positions ?? []).flatMap((position) => textsOf(engine, position));
    return [];
  });
}

/** Every prefix under which a scope answers; none when it is a router nobody mounts. */
export function prefixesOf(table: ScopeTable, scope: Scope, join: (prefix: string, path: string) => string, seen: ReadonlySet<Scope> = new Set()): readonly string[] {
  if (seen.has(scope)) return [];
  if (scope.mounts.length === 0) return scope.root || table.unresolvedMount ? [scope.own] : [];
  const inner = new Set([...seen, scope]);
  return scope.mounts.flatMap((mount) =>
    (mount.parent === undefined ? [''] : prefixesOf(table, mount.parent, join, inner)).map((prefix) => join(join(prefix, mount.prefix), scope.own)));
}
