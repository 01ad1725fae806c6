import type { EntryPointRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import type { LimitName } from '#program/limit-hits.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue, Value, ValueSet } from '#program/values.js';
import type { RowCall } from './row-call.js';

/** Something routes are registered on: an application, a router, a plugin's own instance, a sub-map of procedures. */
export interface Scope {
  readonly id: number;
  readonly value: LibraryValue;
  /** Answers by itself; a router does so only when mounted. */
  readonly root: boolean;
  readonly is: 'server' | 'app' | 'router';
  /** Where it is mounted: under which scope, prefix and at which moment. */
  readonly mounts: Mount[];
  /** What it puts before each of its paths, whoever mounts it. */
  own: string;
  /** The registration that set `own`, for what it says besides. */
  prefixedBy: RowCall | undefined;
  /** The registration that puts versions before its paths. */
  versionedBy: RowCall | undefined;
  readonly uses: MiddlewareUse[];
  /** Moments at which everything registered before has been waited for. */
  readonly loaded: number[];
}

/** Under which scope something hangs (undefined: a server or adapter we see no more of), with which prefix, since when. */
export interface Mount {
  readonly parent: Scope | undefined;
  readonly prefix: string;
  readonly order: number;
  /** Middleware of the mount itself: `app.use('/x', auth, router)`. */
  readonly uses: readonly MiddlewareUse[];
}

/** Functions that run around what a request is for. */
export interface Layer {
  readonly row: EntryPointRow;
  readonly phase: number;
  /** What `this` is in them. */
  readonly self?: Value | undefined;
  readonly handlers: readonly ValueSet[];
}

/** Middleware in front of what is registered after it. */
export interface MiddlewareUse extends RowCall, Layer {
  readonly order: number;
  readonly prefix: string;
  /** It covers only what is registered once it has loaded. */
  readonly fromLoaded?: boolean;
}

const ROOTS = new Set(['server', 'app']);
/** Routers mounted in routers that are mounted in several places: more ways than this are not told apart. */
const MAX_MOUNTS = 200;

/** The scopes of a program by the value they are. */
export class ScopeTable {
  readonly #engine: Engine;
  readonly #scopes = new Map<number, Scope>();
  /** Plugin functions that get no scope of their own, by file and index. */
  readonly #unscoped = new Set<string>();
  readonly #anyMounts = new Map<string, readonly Mount[]>();
  readonly #prefixes = new Map<PrefixStyle, Map<Scope, readonly string[]>>();
  /** Some mounted thing could not be resolved: an unmounted router may be it. */
  unresolvedMount = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get all(): Iterable<Scope> {
    return this.#scopes.values();
  }

  /** Some router of a library is mounted here: it may be any that nobody mounts in sight. */
  mountAny(module: string, mount: Mount): void {
    this.#anyMounts.set(module, [...(this.#anyMounts.get(module) ?? []), mount]);
  }

  /** Prefixes found so far. */
  prefixes(style: PrefixStyle): Map<Scope, readonly string[]> {
    let known = this.#prefixes.get(style);
    if (known === undefined) this.#prefixes.set(style, (known = new Map()));
    return known;
  }

  /** Something was mounted or got a prefix: prefixes found so far may be wrong. */
  remounted(): void {
    this.#prefixes.clear();
  }

  /** A limit was reached. */
  hit(limit: LimitName): void {
    this.#engine.limits.hits.add(limit);
  }

  /** Where a scope is mounted, or may be. */
  mountsOf(scope: Scope): readonly Mount[] {
    if (scope.mounts.length > 0 || scope.root) return scope.mounts;
    const alike = this.#mountsOfAlike(scope);
    return alike.length > 0 ? alike : (this.#anyMounts.get(scope.value.module) ?? []);
  }

  // Where the instances of a class are no longer told apart, its router is any of those that they make.
  #mountsOfAlike({ value }: Scope): readonly Mount[] {
    const maker = value.call?.frame.self;
    if (maker?.is !== 'instance' || maker.given !== undefined) return [];
    return [...this.#scopes.values()].filter((other) => {
      const { call } = other.value;
      return call?.expression === value.call?.expression && call?.frame.self?.is === 'instance' && call.frame.self.class.id === maker.class.id;
    }).flatMap(({ mounts }) => mounts);
  }

  /** The functions in a set register in the scope of whoever registers them. */
  liftOut(set: ValueSet): void {
    for (const value of set.values) if (value.is === 'function') this.#unscoped.add(`${value.unit.id}:${value.index}`);
  }

  /** The scope a value belongs to, undefined when nobody made it in sight. */
  of(value: LibraryValue): Scope | undefined {
    let current: LibraryValue | undefined = value;
    while (current !== undefined) {
      const found = this.#scopeAt(current);
      if (found !== undefined) return found;
      current = current.call === undefined || current.from === undefined ? current.from : chainStart(current.call, current.from);
    }
    return undefined;
  }

  /** The scope that a call registers on. */
  registeredOn(call: CallInstance, callee: LibraryValue): Scope | undefined {
    if (this.isMadeBy(callee)) return this.madeBy(call, callee);
    const holder = chainStart(call, callee);
    return holder === undefined ? undefined : this.of(holder);
  }

  /** The scope that a call's result, or what it passes to a plugin function, belongs to. */
  madeBy(call: CallInstance, callee: LibraryValue): Scope | undefined {
    const { module, path } = this.#engine.libraries.canonical(callee.module, `${callee.path}()`);
    return this.of(this.#engine.library(module, path, callee, call));
  }

  /** The only scope in sight that calling a path made; undefined when there is none, or several. */
  only(module: string, path: string): Scope | undefined {
    const made = [...this.#scopes.values()].filter(({ value }) => value.module === module && value.path === `${path}()`);
    return made.length === 1 ? made[0] : undefined;
  }

  /** Is calling this what makes a scope? */
  isMadeBy(callee: LibraryValue): boolean {
    return this.#engine.libraries.rows(callee.module, callee.path)?.resources.some((row) => ROOTS.has(row.is) || row.is === 'router') === true;
  }

  #scopeAt(value: LibraryValue): Scope | undefined {
    const { call, from } = value;
    if (call === undefined || from === undefined) return undefined;
    const known = this.#scopes.get(call.id);
    if (known !== undefined) return known;
    const rows = this.#engine.libraries.rows(from.module, from.path);
    const resource = rows?.resources.find((row) => ROOTS.has(row.is) || row.is === 'router');
    if (resource !== undefined) return this.#make(value, call, resource.is);
    // What a plugin function is given: its own instance under the registration's prefix.
    const mount = rows?.entryPoints.find((row) => row.mount !== undefined)?.mount;
    const isPlugin = mount !== undefined && rows?.callbacks.some((row) => row.parameters !== undefined) === true;
    return isPlugin && !this.#isLifted(placeValues(this.#engine, call, from, mount.childAt)) ? this.#make(value, call, 'router') : undefined;
  }

  #isLifted(plugins: ValueSet): boolean {
    const functions = plugins.values.flatMap((value) => (value.is === 'namespace' ? this.#engine.memberOf(value, 'default').values : [value]));
    return functions.some((value) => value.is === 'function' && this.#unscoped.has(`${value.unit.id}:${value.index}`));
  }

  #make(value: LibraryValue, call: CallInstance, kind: string): Scope {
    const is = kind === 'server' || kind === 'app' ? kind : 'router';
    const scope: Scope = { id: call.id, value, is, root: ROOTS.has(is), mounts: [], own: '', prefixedBy: undefined, versionedBy: undefined, uses: [], loaded: [] };
    this.#scopes.set(call.id, scope);
    return scope;
  }
}

// `app.register(a).register(b)`: what the first call gives is the application, not what it passes to the plugin.
function chainStart(call: CallInstance, callee: LibraryValue): LibraryValue | undefined {
  let holder = callee.from;
  let expression = receiverOf(call.expression.callee);
  while (holder?.call !== undefined && holder.from?.from !== undefined && expression === holder.call.expression && holder.from.from.path === holder.path) {
    expression = receiverOf(holder.call.expression.callee);
    holder = holder.from.from;
  }
  return holder;
}

function receiverOf(expression: Expression): Expression | undefined {
  let inner = expression.is === 'member' ? expression.of : undefined;
  while (inner?.is === 'await' || inner?.is === 'cast') inner = inner.of;
  return inner;
}

/** How prefixes are joined, and whether a router that nobody mounts answers. */
export interface PrefixStyle {
  readonly join: (prefix: string, path: string) => string;
  readonly unmounted: boolean;
}

/** Every prefix under which a scope answers; none when it is a router nobody mounts. */
export function prefixesOf(table: ScopeTable, scope: Scope, style: PrefixStyle): readonly string[] {
  const known = table.prefixes(style);
  let found = known.get(scope);
  if (found === undefined) known.set(scope, (found = prefixesWithin(table, scope, style, { open: new Set(), left: MAX_MOUNTS })));
  return found;
}

interface Climb {
  readonly open: Set<Scope>;
  /** Mounts that may still be looked at. */
  left: number;
}

function prefixesWithin(table: ScopeTable, scope: Scope, style: PrefixStyle, climb: Climb): readonly string[] {
  if (climb.open.has(scope)) return [];
  const mounts = table.mountsOf(scope);
  if (mounts.length === 0 && (scope.root || style.unmounted)) return [scope.own];
  if (mounts.length === 0) return table.unresolvedMount ? [style.join('…', scope.own)] : [];
  climb.open.add(scope);
  const { join } = style;
  const found = new Set<string>();
  for (const mount of mounts) {
    if (climb.left <= 0) {
      table.hit('places where one router is mounted');
      break;
    }
    climb.left -= 1;
    for (const prefix of mount.parent === undefined ? [''] : prefixesWithin(table, mount.parent, style, climb)) found.add(join(join(prefix, mount.prefix), scope.own));
  }
  climb.open.delete(scope);
  return [...found];
}
