import { boundOf } from '../bounds.js';
import { siteOfCall } from '../context.js';
import type { ModelContext, PathLink, Visit } from '../context.js';
import { optionName } from '#program/parse-place.js';
import { operationRow } from '../operations.js';
import type { Resource } from '../resources.js';
import type { Bound, Pool } from '../types.js';
import { Reaches } from './reaches.js';

/** Collects the pools with the requests that wait for their connections. */
export class Pools {
  readonly #context: ModelContext;
  readonly #pools: readonly Resource[];
  readonly #reaches = new Map<Resource, Reaches>();
  readonly #first = new Map<Resource, Visit['step']>();

  constructor(context: ModelContext, resources: readonly Resource[]) {
    this.#context = context;
    this.#pools = resources.filter((resource) => acquireLimit(resource) !== undefined);
  }

  visit({ step, handler, path }: Visit): void {
    if (step.is !== 'call' || this.#pools.length === 0) return;
    const row = operationRow(this.#context, step);
    if (row?.acquires === undefined) return;
    for (const pool of this.#pools[0]?.index.of(step.callee) ?? []) this.#add(pool, step, handler, path);
  }

  #add(pool: Resource, step: Visit['step'], handler: Visit['handler'], path: PathLink | undefined): void {
    const reaches = this.#reaches.get(pool) ?? new Reaches();
    this.#reaches.set(pool, reaches);
    reaches.add(handler, path);
    if (!this.#first.has(pool)) this.#first.set(pool, step);
  }

  /** How long a request can wait for a connection of a pool; undefined when the catalog does not say. */
  waitOf(pool: Resource): Bound | undefined {
    const limit = acquireLimit(pool);
    if (limit === undefined) return undefined;
    if (pool.call === undefined) return { is: 'unknown', because: `the creation of this ${pool.name} is not in sight` };
    return boundOf(this.#context, limit, pool.call, pool.callee);
  }

  list(): readonly Pool[] {
    return this.#pools.flatMap((pool) => {
      const limit = acquireLimit(pool);
      const acquireWait = this.waitOf(pool);
      if (limit === undefined || acquireWait === undefined) return [];
      const step = this.#first.get(pool);
      const last = step === undefined ? undefined : { site: siteOfCall(step.call), text: `waits for a connection of the ${pool.name}` };
      const option = limit.at[0] === undefined ? '' : optionName(limit.at[0]);
      return [{ site: pool.site, name: pool.name, acquireWait, option, see: limit.see, acquiredBy: this.#reaches.get(pool)?.list(last) ?? [] }];
    });
  }
}

function acquireLimit(resource: Resource) {
  return resource.row.limits?.find((limit) => limit.limits === 'acquire-wait');
}
