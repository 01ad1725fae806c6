import type { Limit } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, ValueSet } from '#program/values.js';
import { versionAllows } from '../bounds.js';
import type { ModelContext } from '../context.js';
import { loadersOf } from '../imports.js';
import { operationRow } from '../operations.js';
import type { Resource } from '../resources.js';
import { TiedModels } from './tied-models.js';

/** A pool, with the call that made the one in question where several calls make pools at the same place. */
export interface PoolUse {
  readonly pool: Resource;
  readonly made: CallInstance | undefined;
  /** Nobody can tell which of the calls that make pools at that place it was: `made` is one of them. */
  readonly anyOf?: true;
}

/** Wrappers around wrappers are followed this far. */
const MAX_DEPTH = 4;

/** Tells which pools a call takes its connection from: the one it is called on, the one below a query builder, the one its model is tied to. */
export class PoolFinder {
  readonly #context: ModelContext;
  readonly #resources: readonly Resource[];
  readonly #tied: TiedModels;
  readonly #known = new Map<LibraryValue, readonly PoolUse[]>();

  constructor(context: ModelContext, resources: readonly Resource[]) {
    this.#context = context;
    this.#resources = resources;
    this.#tied = new TiedModels(context);
  }

  /** The pools behind a call that acquires. */
  behind(step: CallStep): readonly PoolUse[] {
    const tied = this.#tied.clientsOf(step);
    if (tied.length > 0) return distinct(tied.flatMap((client) => this.#ofValue(client, 0)));
    const found = distinct(this.#clientsOf(step).flatMap((client) => this.#ofValue(client, 0)));
    return found.length > 0 ? found : this.#only(step);
  }

  #clientsOf(step: CallStep): readonly LibraryValue[] {
    const clientAt = operationRow(this.#context, step)?.clientAt;
    return clientAt === undefined ? [step.callee] : librariesIn(placeValues(this.#context.program.engine, step.call, step.callee, clientAt));
  }

  /** The pools that a call may work on whose own is not known: all of its library in its program. */
  candidates(step: CallStep): readonly PoolUse[] {
    return this.#inProgramOf(step, this.#resources.filter((resource) => resource.is === 'pool' && resource.call !== undefined && servesModule(resource, step.callee.module))).map((pool) => ({ pool, made: pool.call, anyOf: true }));
  }

  // What a command line makes by itself is none of the server's: no file loads both. Where that is said of all, files are loaded in a way that nobody sees.
  #inProgramOf({ call }: CallStep, pools: readonly Resource[]): readonly Resource[] {
    if (pools.length < 2) return pools;
    const loading = loadersOf(this.#context, call.frame.unit);
    const near = pools.filter(({ unit }) => [...loadersOf(this.#context, unit)].some((loader) => loading.has(loader)));
    return near.length > 0 ? near : pools;
  }

  #ofValue(value: LibraryValue, depth: number): readonly PoolUse[] {
    if (depth > MAX_DEPTH) return [];
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#known.set(value, []);
    const index = this.#resources[0]?.index;
    const resources = index?.of(value) ?? [];
    // Of which of several pools a value is whose creation is not in sight, nobody can tell.
    const isVague = resources.every((resource) => madeBy(value, resource) === undefined) && resources.length + this.#providers(resources).length > 1;
    const found = isVague ? [] : distinct(resources.flatMap((resource) => this.#within(resource, madeBy(value, resource), depth)));
    this.#known.set(value, found);
    return found;
  }

  // What only wraps another pool has no wait of its own; a client without a pool takes connections from what it uses.
  #within(resource: Resource, made: CallInstance | undefined, depth: number): readonly PoolUse[] {
    const wrapped = this.#at(resource.row.wraps ?? [], resource, made, depth);
    if (wrapped.length > 0) return wrapped;
    if (acquireLimit(this.#context, resource) !== undefined) return [made === undefined ? { pool: resource, made: resource.call, anyOf: true } : { pool: resource, made }];
    const used = this.#at(resource.row.uses ?? [], resource, made, depth);
    if (used.length > 0 || depth >= MAX_DEPTH) return used;
    return resource.uses.filter((inner) => inner.is === 'pool').flatMap((inner) => this.#within(inner, undefined, depth + 1));
  }

  #at(places: readonly string[], { call, callee }: Resource, made: CallInstance | undefined, depth: number): readonly PoolUse[] {
    const at = made ?? call;
    if (at === undefined) return [];
    return distinct(places.flatMap((place) => librariesIn(placeValues(this.#context.program.engine, at, callee, place)).flatMap((value) => this.#ofValue(value, depth + 1))));
  }

  // What a container registers gives values of the same path as these.
  #providers(resources: readonly Resource[]): readonly Resource[] {
    const keys = new Set(resources.map(({ key }) => key));
    return this.#resources.filter(({ library, is }) => is === 'pool' && library.injection?.provides?.some(({ gives }) => keys.has(gives)) === true);
  }

  // A repository or model that nobody ties to a pool takes its connections from the only one there is.
  #only(step: CallStep): readonly PoolUse[] {
    const pools = this.#inProgramOf(step, this.#resources.filter((resource) => acquireLimit(this.#context, resource) !== undefined && servesModule(resource, step.callee.module)));
    const [only] = pools;
    return only !== undefined && pools.every(({ site }) => site.file === only.site.file && site.line === only.site.line) ? this.#within(only, undefined, 0) : [];
  }
}

/** The limit of the wait for a connection, in the version that the creation's file sees. */
export function acquireLimit(context: ModelContext, { row, unit, library }: Resource): Limit | undefined {
  return row.limits?.find(({ limits, versions }) => limits === 'acquire-wait' && (versions === undefined || versionAllows(context, library.package, unit.path, versions)));
}

function servesModule({ library }: Resource, module: string): boolean {
  return library.package === module || library.modules?.includes(module) === true ||
    library.injection?.provides?.some(({ gives }) => gives.startsWith(`${module}|`)) === true;
}

// The activation that made the value, which may differ from that in which the creation was read first; for a class that a container
// makes, the call of its base's constructor.
function madeBy(value: LibraryValue, { call, key }: Resource): CallInstance | undefined {
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
    if (current.call === undefined) continue;
    if (call === undefined ? `${current.module}|${current.path}` === key : current.call.expression === call.expression) return current.call;
  }
  return undefined;
}

function librariesIn({ values }: ValueSet): readonly LibraryValue[] {
  return values.filter((value) => value.is === 'library');
}

function distinct(uses: readonly PoolUse[]): readonly PoolUse[] {
  return [...new Map(uses.map((use) => [`${use.pool.id}:${use.made?.id ?? ''}`, use])).values()];
}
