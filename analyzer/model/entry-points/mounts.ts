import type { EntryPointRow } from '#catalog/schema.js';
import { isOnlyTyped } from '#program/creations.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue, Value } from '#program/values.js';
import { classKey } from './decorators.js';
import { propertyEntries } from './handler-values.js';
import { isPathText, textAt } from './texts.js';
import type { RowCall } from './row-call.js';
import type { MiddlewareUse, Mount, Scope, ScopeTable } from './scopes.js';

/** Maps nested more deeply than this are not followed. */
const MAX_MAP_DEPTH = 8;

/** A registration that mounts something, as met. */
export interface MountCall extends RowCall {
  readonly scope: Scope | undefined;
  readonly order: number;
  /** Middleware of the registration itself. */
  readonly uses: readonly MiddlewareUse[];
}

/** Where a procedure that is a value stands in maps. */
export interface NamedPlace {
  readonly parent: Scope | undefined;
  readonly name: string;
}

/** Classes whose decorated methods are served by an application, from a moment on. */
export interface ClassMount {
  /** The library whose decorators count. */
  readonly module: string;
  readonly scope: Scope;
  readonly prefix: string;
  readonly order: number;
  /** Keys of the classes; undefined: any. */
  readonly classes: ReadonlySet<string> | undefined;
}

/** Hangs routers, plugins and maps of procedures below what they are registered on. */
export class MountReader {
  readonly #engine: Engine;
  readonly #scopes: ScopeTable;
  /** The names of procedures by the call that made them. */
  readonly named = new Map<number, NamedPlace[]>();
  /** Classes that are mounted as such. */
  readonly classes: ClassMount[] = [];

  constructor(engine: Engine, scopes: ScopeTable) {
    this.#engine = engine;
    this.#scopes = scopes;
  }

  /** Is a scope, or something that may be one, among what a registration is given? */
  mountsSomething(row: EntryPointRow, call: CallInstance, callee: LibraryValue): boolean {
    return row.mount !== undefined && this.#children(row.mount.childAt, call, callee).some((child) => child.is === 'library');
  }

  read(mounting: MountCall): void {
    const { row, call, callee, scope: parent, order, uses } = mounting;
    const { mount } = row;
    if (mount === undefined) return;
    if (mount.onAt !== undefined) return this.#classes(mounting, mount.onAt, mount.childAt);
    const text = mount.prefixAt === undefined ? undefined : textAt(this.#engine, call, callee, mount.prefixAt)[0];
    const mounted: Mount = { parent, prefix: text === undefined || (mount.prefixAt === '0' && !isPathText(text)) ? '' : text, order, uses };
    if (mount.childAt.endsWith('*')) return this.#map(mount.childAt, call, callee, mounted);
    if (this.#passesInstance(callee)) {
      const inner = this.#scopes.madeBy(call, callee);
      if (inner !== undefined && inner !== parent && inner.id === call.id) inner.mounts.push(mounted);
      return;
    }
    for (const child of this.#children(mount.childAt, call, callee)) {
      const target = child.is === 'library' ? this.#scopes.of(child) : undefined;
      if (target === undefined && child.is === 'library' && isTypedRouter(this.#engine, child)) this.#scopes.mountAny(callee.module, mounted);
      else if (target === undefined) this.#scopes.unresolvedMount = true;
      else if (target !== parent) target.mounts.push(mounted);
    }
  }

  #classes({ row, call, callee, order }: MountCall, onAt: string, childAt: string): void {
    const prefix = (row.mount?.prefixAt === undefined ? undefined : textAt(this.#engine, call, callee, row.mount.prefixAt)[0]) ?? '';
    const listed = placeValues(this.#engine, call, callee, childAt).values.flatMap((value) => (value.is === 'list' ? value.elements.values : [value]));
    const classes = listed.filter((value) => value.is === 'class');
    // Names of files say nothing here, and what is unknown may be any.
    const known = classes.length === listed.length && classes.length > 0 ? new Set(classes.map(classKey)) : undefined;
    for (const value of placeValues(this.#engine, call, callee, onAt).values) {
      const scope = value.is === 'library' ? this.#scopes.of(value) : undefined;
      if (scope !== undefined) this.classes.push({ module: callee.module, scope, prefix, order, classes: known });
    }
  }

  // The plugin function gets an instance of its own.
  #passesInstance(callee: LibraryValue): boolean {
    return this.#engine.libraries.rows(callee.module, callee.path)?.callbacks.some((row) => row.parameters !== undefined) === true;
  }

  #children(place: string, call: CallInstance, callee: LibraryValue): readonly Value[] {
    return placeValues(this.#engine, call, callee, place).values.flatMap((value) => this.#child(value, 0));
  }

  #child(value: Value, depth: number): readonly Value[] {
    if (value.is === 'list' && depth < 3) return value.elements.values.flatMap((inner) => this.#child(inner, depth + 1));
    if (value.is !== 'library') return value.is === 'unknown' ? [value] : [];
    return this.#scopes.of(value) !== undefined || isTypedRouter(this.#engine, value) || isHeldElsewhere(this.#engine, value) ? [value] : [];
  }

  // A map of procedures and of further maps: each stands under its key.
  #map(place: string, call: CallInstance, callee: LibraryValue, mount: Mount): void {
    const holder = placeValues(this.#engine, call, callee, place.replace(/\.\*$/, ''));
    for (const value of holder.values) this.#entries(value, '', mount, 0);
  }

  #entries(holder: Value, prefix: string, mount: Mount, depth: number): void {
    if (depth > MAX_MAP_DEPTH) return;
    for (const entry of propertyEntries(this.#engine, holder)) {
      const key = entry.names[0] ?? '';
      const name = prefix === '' ? key : `${prefix}.${key}`;
      for (const value of entry.values.values) {
        if (value.is === 'object' || value.is === 'merged') this.#entries(value, name, mount, depth + 1);
        if (value.is === 'library') this.#entry(value, name, mount);
      }
    }
  }

  #entry(value: LibraryValue, name: string, mount: Mount): void {
    if (value.call === undefined) return;
    const target = this.#scopes.of(value);
    if (target !== undefined && target !== mount.parent && target.id === value.call.id) target.mounts.push({ ...mount, prefix: name });
    else this.named.set(value.call.id, [...(this.named.get(value.call.id) ?? []), { parent: mount.parent, name }]);
  }
}

// A router of which only the type is known: one of those that nobody in sight mounts.
function isTypedRouter(engine: Engine, value: LibraryValue): boolean {
  return isOnlyTyped(value) && value.path.endsWith('()') && engine.libraries.rows(value.module, value.path.slice(0, -2))?.resources.some((row) => row.is === 'router') === true;
}

// `sortBy(plugins).value.routes()`: something that a package nobody knows held for us.
function isHeldElsewhere(engine: Engine, value: LibraryValue): boolean {
  return engine.libraries.library(value.module) === undefined && /\(\)\..*\(\)$/.test(value.path);
}
