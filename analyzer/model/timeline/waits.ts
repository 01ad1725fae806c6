import type { Limit, OperationRow } from '#catalog/schema.js';
import { creationsOf } from '#program/creations.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { boundOf, limitsOf } from '../bounds.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import { isMadeForDevelopment } from '../dead-in-production.js';
import { isOnTaken } from '../holding/on-taken.js';
import { operationRow } from '../operations.js';
import type { PoolUse } from '../places/pool-finder.js';
import type { Pools } from '../places/pools.js';
import { partnerOf } from '../places/partner-of.js';
import { isRollback } from '../rollbacks.js';
import type { Resource } from '../resources.js';
import { LibraryRetries } from '../retried/library-retries.js';
import type { LibraryRetry } from '../retried/library-retries.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Bound, Layer } from '../types.js';
import { walkedOf } from '../walked.js';
import { sizeOf } from './pool-size.js';
import type { Deadline, Held, Wait } from './spans.js';
import { repeatedly, shortest, sum, timeOf } from './time.js';

/** What one call waits for. */
export interface CallWaits {
  readonly row: OperationRow;
  /** Waits for a connection, one for each pool that may be meant. */
  readonly acquires: readonly Wait[];
  readonly own: Wait | undefined;
  /** What it takes a connection of. */
  readonly holds: Held | undefined;
}

const EACH: ReadonlySet<Limit['limits']> = new Set(['attempt', 'statement']);
const WHOLE: ReadonlySet<Limit['limits']> = new Set(['total']);
const OPENING: ReadonlySet<Limit['limits']> = new Set(['connect', 'acquire-wait', 'total']);

const LAYERS: Readonly<Record<OperationRow['is'], Layer | undefined>> = {
  outbound: 'outbound', statement: 'statement', command: 'command', acquire: 'pool', publish: 'publish', sleep: 'sleep', lock: 'lock', transaction: 'transaction', release: undefined, presign: undefined,
};

/** Tells what ends a call by itself, undefined where nothing is known. */
export interface Ends {
  boundOf(step: CallStep): Bound | undefined;
}

/** Tells what calls to libraries wait for, each call once. */
export class Waits {
  readonly #context: ModelContext;
  readonly #pools: Pools;
  readonly #resources: readonly Resource[];
  readonly #ends: Ends;
  readonly #libraries: LibraryRetries;
  readonly #known = new Map<string, CallWaits | undefined>();

  constructor(context: ModelContext, { pools, resources, ends }: { readonly pools: Pools; readonly resources: readonly Resource[]; readonly ends: Ends }) {
    this.#ends = ends;
    this.#context = context;
    this.#pools = pools;
    this.#resources = resources;
    this.#libraries = new LibraryRetries(context);
  }

  of(step: CallStep): CallWaits | undefined {
    const key = `${step.call.id}:${step.callee.id}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(step));
    return this.#known.get(key);
  }

  #find(step: CallStep): CallWaits | undefined {
    const row = operationRow(this.#context, step);
    if (row === undefined || row.is === 'presign' || isMadeForDevelopment(this.#context.program.engine, step.callee) || isRollback(this.#context, row, step)) return undefined;
    const waits = row.acquires === undefined || isOnTaken(this.#context, step) ? [] : this.#pools.waitsOf(step);
    const acquires = waits.map(({ use: { pool }, wait }) => waitFor('pool', step, wait, { name: pool.name, site: pool.site }));
    const [first] = waits;
    return { row, acquires, own: this.#own(row, step), holds: first === undefined ? undefined : this.#held(first.use) };
  }

  /** The creations of the pools to which a call gives a connection back. */
  releasedBy(step: CallStep): readonly Site[] {
    if (this.of(step)?.row.is !== 'release') return [];
    return this.#pools.behind(step).map(({ pool }) => pool.site);
  }

  #held({ pool, made, anyOf }: PoolUse): Held {
    const size = pool.row.limits?.find(({ limits }) => limits === 'size');
    const unknown: Bound = { is: 'unknown', because: `the size of this ${pool.name} is not known` };
    const calls = anyOf === true && pool.call !== undefined ? this.#runsOf(pool.call, pool.callee) : made === undefined ? [] : [made];
    const sizes = size === undefined ? [] : calls.map((call) => boundOf(this.#context, size, call, pool.callee));
    return { name: pool.name, site: pool.site, size: sizes.length === 0 ? unknown : sizeOf(sizes) };
  }

  /** The activations in which a call was met that makes something. */
  #runsOf(call: CallInstance, callee: LibraryValue): readonly CallInstance[] {
    const met = walkedOf(this.#context).calls.get(call.expression)?.flatMap(({ step }) => (step.callee === callee ? [step.call] : [])) ?? [];
    return [...new Set([call, ...met])];
  }

  #own(row: OperationRow, step: CallStep): Wait | undefined {
    const layer = LAYERS[row.is];
    if (layer === undefined || row.is === 'transaction') return undefined;
    const { call, callee } = step;
    if (row.is === 'acquire') {
      const opening = limitsOf(this.#context, row, call, callee, OPENING);
      return opening === undefined ? undefined : waitFor('pool', step, opening, this.#on(row, step));
    }
    const each = limitsOf(this.#context, row, call, callee, EACH);
    const whole = limitsOf(this.#context, row, call, callee, WHOLE);
    const none: Bound = { is: 'unknown', because: `no limit of ${callText(call)} is known` };
    const limit = each ?? whole ?? none;
    // No limit of its own: the pool or the session may have one, or what made its client is not in sight.
    const isTold = limit.is === 'bounded' || (limit.is === 'unbounded' && !limit.from.isDefault);
    const bound = isTold ? limit : (this.#ends.boundOf(step) ?? limit);
    return this.#repeated(waitFor(layer, step, bound, this.#on(row, step), this.#signalOf(row, step)), each === undefined ? undefined : whole, this.#libraries.of(row, step));
  }

  /** The operation with the retries that its library makes by itself. */
  #repeated(wait: Wait, whole: Bound | undefined, found: LibraryRetry | undefined): Wait {
    const { perAttempt } = wait;
    const retries = found === undefined ? undefined : { ...found.retries, shared: found.shared };
    const attempts = retries?.attempts ?? wait.attempts;
    const delays = retries?.delays ?? wait.delays;
    const once = attempts.is === 'bounded' && attempts.ms <= 1;
    const often = retries === undefined || once || retries.shared ? timeOf(perAttempt) : sum(repeatedly(timeOf(attempts), timeOf(perAttempt)), timeOf(delays));
    const all = retries?.within === undefined ? often : shortest(often, sum(timeOf(retries.within), timeOf(perAttempt)));
    const time = whole === undefined || whole.is === 'unbounded' ? all : shortest(all, timeOf(whole));
    const origin = whole?.is === 'bounded' && time === whole.ms && time !== timeOf(perAttempt) ? whole.from : perAttempt.is === 'unknown' ? undefined : perAttempt.from;
    const total: Bound = typeof time !== 'number' ? time : origin === undefined ? { is: 'unknown', because: 'nobody can tell' } : { is: 'bounded', ms: time, from: origin };
    const each: Bound = whole?.is === 'bounded' && perAttempt.is !== 'bounded' ? whole : perAttempt;
    return { ...wait, perAttempt: each, attempts: once ? wait.attempts : attempts, delays: once || retries?.shared === true ? wait.delays : delays, total };
  }

  #signalOf({ limits }: OperationRow, { call, callee }: CallStep): Deadline | undefined {
    for (const limit of limits ?? []) {
      if (limit.unit !== 'signal') continue;
      const values = limit.at.flatMap((place) => placeValues(this.#context.program.engine, call, callee, place).values);
      const signal = values.find((value) => value.is === 'library');
      const made = signal === undefined ? undefined : madeBy(signal);
      const bound = made === undefined ? undefined : boundOf(this.#context, limit, call, callee);
      return made !== undefined && bound?.is === 'bounded' ? { made: made.expression, bound } : undefined;
    }
    return undefined;
  }

  #on(row: OperationRow, step: CallStep): Wait['on'] {
    if (row.is === 'sleep') return undefined;
    if (row.is === 'outbound') {
      const partner = partnerOf(this.#context, row, step);
      return { name: partner === '' ? this.#clientOf(step) : partner, site: undefined };
    }
    const resource = this.#resourceOf(step);
    if (resource !== undefined) return { name: resource.name, site: resource.site };
    return { name: this.#context.program.engine.libraries.nameOf(step.callee.module), site: undefined };
  }

  // Of whom nobody can tell the name: what the service made to talk to it, wherever it does, else the call.
  #clientOf(step: CallStep): string {
    const call = creationsOf(this.#context.program.engine, step.callee).findLast((link) => link.call !== undefined)?.call ?? step.call;
    return `${callText(call)} in ${siteOfCall(call).file}`;
  }

  // Which of several it is that its library makes, nobody can tell.
  #resourceOf(step: CallStep): Resource | undefined {
    if (this.#resources.length === 0) return undefined;
    const pools = this.#pools.behind(step).map(({ pool }) => pool);
    return onlyOne(pools.length > 0 ? pools : (this.#resources[0]?.index.of(step.callee) ?? []));
  }
}

// `AbortSignal.timeout(900)`, the controller of a signal, or the policy that passes it on.
function madeBy(signal: LibraryValue): CallInstance | undefined {
  let value: LibraryValue | undefined = signal;
  while (value !== undefined && value.call === undefined) value = value.from;
  return value?.call;
}

function onlyOne(resources: readonly Resource[]): Resource | undefined {
  const [first, ...others] = resources;
  return first !== undefined && others.every(({ site }) => siteKey(site) === siteKey(first.site)) ? first : undefined;
}

function waitFor(layer: Layer, step: CallStep, bound: Bound, on: Wait['on'], signal?: Deadline): Wait {
  const site = siteOfCall(step.call);
  const from = { text: '', site, isDefault: true };
  return { layer, operation: callText(step.call), site, on, attempts: { is: 'bounded', ms: 1, from }, perAttempt: bound, delays: { is: 'bounded', ms: 0, from }, total: bound, signal };
}
