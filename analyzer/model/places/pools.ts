import { optionName, optionPlace } from '#program/parse-place.js';
import type { CallStep } from '#program/steps.js';
import { boundOf } from '../bounds.js';
import { siteOfCall } from '../context.js';
import type { ModelContext, Visit } from '../context.js';
import { operationRow } from '../operations.js';
import type { Resource } from '../resources.js';
import type { Bound, EntryPoint, Guard, Pool } from '../types.js';
import { acquireLimit, PoolFinder } from './pool-finder.js';
import type { PoolUse } from './pool-finder.js';
import { Reaches } from './reaches.js';
import { timerAround } from './timer-around.js';

interface Found {
  readonly use: PoolUse;
  readonly reaches: Reaches;
  endedBy: Guard | undefined;
  readonly endedFor: Set<EntryPoint>;
}

/** Collects the pools with the requests that wait for their connections. */
export class Pools {
  readonly #context: ModelContext;
  readonly #finder: PoolFinder;
  readonly #pools: readonly Resource[];
  readonly #found = new Map<string, Found>();

  constructor(context: ModelContext, resources: readonly Resource[]) {
    this.#context = context;
    this.#finder = new PoolFinder(context, resources);
    this.#pools = resources.filter((resource) => acquireLimit(context, resource) !== undefined);
  }

  visit(visit: Visit): void {
    const { step, handler, path } = visit;
    for (const use of this.#usedBy(step)) {
      const key = `${use.pool.id}:${use.made?.id ?? ''}`;
      const found = this.#found.get(key) ?? { use, reaches: new Reaches(), endedBy: undefined, endedFor: new Set() };
      this.#found.set(key, found);
      const timer = timerAround(visit);
      if (timer === undefined) found.reaches.add(handler, path, { site: siteOfCall(step.call), text: `waits for a connection of the ${use.pool.name}` });
      else {
        found.endedBy ??= timer;
        found.endedFor.add(handler.entryPoint);
      }
    }
  }

  #usedBy(step: CallStep): readonly PoolUse[] {
    if (this.#pools.length === 0 || operationRow(this.#context, step)?.acquires === undefined) return [];
    return this.#finder.behind(step);
  }

  /** The pools and clients that a call works on. */
  behind(step: CallStep): readonly PoolUse[] {
    const found = this.#finder.behind(step);
    return found.length > 0 ? found : this.#finder.candidates(step);
  }

  /** How long a call can wait for a connection, for each pool that it may take one from. */
  waitsOf(step: CallStep): readonly { readonly use: PoolUse; readonly wait: Bound }[] {
    return this.#usedBy(step).flatMap((use) => {
      const wait = this.#waitOf(use);
      return wait === undefined ? [] : [{ use, wait }];
    });
  }

  #waitOf({ pool, made }: PoolUse): Bound | undefined {
    const limit = acquireLimit(this.#context, pool);
    if (limit === undefined) return undefined;
    const call = made ?? pool.call;
    if (call === undefined) return { is: 'unknown', because: `the creation of this ${pool.name} is not in sight` };
    const wait = boundOf(this.#context, limit, call, pool.callee);
    // A pool without a size opens a connection for whoever asks.
    const size = wait.is === 'unbounded' ? pool.row.limits?.find(({ limits }) => limits === 'size') : undefined;
    const connections = size === undefined ? undefined : boundOf(this.#context, size, call, pool.callee);
    return connections?.is === 'unbounded' ? { is: 'bounded', ms: 0, from: { ...connections.from, text: 'it has no size' } } : wait;
  }

  /** A pool that is made at one place for several callers is listed once for each; one that no request waits for, once. */
  list(): readonly Pool[] {
    const used = new Set([...this.#found.values()].map(({ use }) => use.pool));
    const unused = this.#pools.filter((pool) => !used.has(pool)).map((pool): Found => ({ use: { pool, made: pool.call }, reaches: new Reaches(), endedBy: undefined, endedFor: new Set() }));
    return [...this.#found.values(), ...unused].flatMap(({ use, reaches, endedBy, endedFor }) => {
      const { pool } = use;
      const limit = acquireLimit(this.#context, pool);
      const acquireWait = this.#waitOf(use);
      if (limit === undefined || acquireWait === undefined) return [];
      const option = limit.at[0] === undefined ? '' : optionName(limit.at[0]);
      const setAt = limit.at[0] === undefined ? undefined : optionPlace(limit.at[0]);
      return [{ site: pool.site, name: pool.name, acquireWait, option, setAt, see: limit.see, acquiredBy: reaches.list(), ...(endedBy === undefined ? {} : { endedBy, endedFor: [...endedFor] }) }];
    });
  }
}
