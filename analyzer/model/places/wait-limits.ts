import type { Limit, OperationRow, Place } from '#catalog/schema.js';
import { creationOf, creationsOf, TYPE_NAME } from '#program/creations.js';
import type { Engine } from '#program/engine.js';
import { basesOf } from '#program/place-bases.js';
import { optionName, optionPlace, parsePlace } from '#program/parse-place.js';
import { placeValues, UNSEEN } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { boundOf, hasLimit, limitsOf, withoutText } from '../bounds.js';
import { siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import { readLimit } from '../read-limit.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Bound, SettableLimit, Wait } from '../types.js';
import type { Pools } from './pools.js';
import { setOnRequests } from './set-on-requests.js';

/** What limits a call, and where that belongs. */
export interface WaitLimit {
  readonly bound: Bound;
  /** The call that made what it is called on, where an option there covers its calls. */
  readonly creation: CallInstance | undefined;
  /** Where people are told about it. */
  site(atCall: boolean): Site;
  /** The option that bounds it, empty where the library has none. */
  readonly option: string;
  /** The library's call that ends what runs within it, where no option does. */
  readonly within?: string;
  readonly settable: SettableLimit | undefined;
  /** What is made there: `pg Pool`. */
  readonly client: string;
  readonly besides: Wait['besides'];
}

interface Creation {
  readonly call: CallInstance;
  readonly limit: Limit;
  readonly place: Place;
  readonly name: string;
}

const BOUNDING = new Set<Limit['limits']>(['attempt', 'total', 'statement']);
/** Where a limit stands that other calls share. */
const FURTHER = new Set(['creation', 'library']);
/** These end a part of a call only. */
const PARTIAL = new Set<Limit['limits']>(['connect', 'headers', 'idle']);

/** Reads what limits the calls of libraries: their own options, those of their client, those of the pool they work on. */
export class WaitLimits {
  readonly #context: ModelContext;
  readonly #pools: Pools;

  constructor(context: ModelContext, pools: Pools) {
    this.#context = context;
    this.#pools = pools;
  }

  /** What limits a call, once for each pool that it may work on; empty where the catalog says nothing about it. */
  of(row: OperationRow, step: CallStep): readonly WaitLimit[] {
    const { call, callee } = step;
    const own = limitsOf(this.#context, row, call, callee);
    if (own === undefined) return [];
    const limits = (row.limits ?? []).filter((limit) => BOUNDING.has(limit.limits)).map((limit) => this.#ofGiven(withoutText(limit, row.textAt, call), step));
    const besides = this.#besides(row, step);
    const isOwn = own.is === 'bounded' || this.#isSetAtCall(limits, step);
    const pooled = isOwn || row.acquires === undefined ? [] : this.#ofPools(step);
    if (pooled.length > 0) return pooled.map((one) => ({ ...one, besides }));
    const there = limits.filter((limit) => hasLimit(this.#context, limit, call, callee));
    const isAtCall = this.#isSetAtCall(limits, step);
    const settable = isAtCall ? undefined : this.#creationOf(there, step);
    // Where only another version can be told: it is the client's matter still, and no option is named.
    const creation = settable ?? (isAtCall ? undefined : this.#creationOf(limits, step));
    const headers = (row.limits ?? []).filter((limit) => limit.limits === 'headers');
    const missing = settable ?? placeToSet([...there, ...headers]);
    const options = optionAt(missing);
    const within = options.option === '' ? there.find((limit) => limit.within !== undefined)?.within : undefined;
    // What only the client can be given is no option of the call.
    const isOfClient = settable === undefined && missing !== undefined && parsePlace(missing.place).scope === 'creation';
    const bound = this.#isUnseen(limits, own, creation, step) ? { is: 'unknown' as const, because: UNSEEN } : this.#ofRequests(limits, respondedWithin(own, besides), step);
    const made = siteOfCall(creation?.call ?? call);
    const site = creation === undefined ? made : this.#siteOfOptions(bound, callee, made);
    const settableThere = isOfClient || siteKey(site) !== siteKey(made) ? undefined : options.settable;
    return [{ bound, creation: creation?.call, site: (atCall) => (atCall ? siteOfCall(call) : site), ...options, ...(within === undefined ? {} : { within }), settable: settableThere, client: creation?.name ?? '', besides }];
  }

  // A client made from another is told where the other has what the option belongs to.
  #siteOfOptions(bound: Bound, callee: CallStep['callee'], made: Site): Site {
    const isDerived = creationsOf(this.#context.program.engine, callee).some(({ derived }) => derived);
    return isDerived && bound.is === 'unbounded' && bound.from.isDefault ? bound.from.site : made;
  }

  // What changes each request may set it there: on which condition, and to what, is not followed.
  #ofRequests(limits: readonly Limit[], bound: Bound, step: CallStep): Bound {
    const set = bound.is === 'unbounded' && bound.from.isDefault ? setOnRequests(this.#context.program.engine, limits, step) : undefined;
    return set === undefined ? bound : { is: 'unknown', because: `a function that sees each request sets ${set}` };
  }

  // A client around a driver of another library takes that one's options, and only those it has.
  #ofGiven(limit: Limit, step: CallStep): Limit {
    return { ...limit, at: limit.at.filter((place) => !this.#isForeign(place, step)) };
  }

  #isForeign(place: Place, { call, callee }: CallStep): boolean {
    const { engine } = this.#context.program;
    const parsed = parsePlace(place);
    const base = parsed.scope === 'creation' ? basesOf(engine, { call, callee }, parsed.scopes)[0] : undefined;
    if (base?.is !== 'call') return false;
    const [first = '', ...further] = place.slice(place.lastIndexOf(':') + 1).split('|');
    const [argument = ''] = first.split('.');
    const driverAt = (at: Place) => placeValues(engine, base.call, base.callee, at).values.find((value): value is LibraryValue => value.is === 'library' && value.from !== undefined && creationOf(engine, value) !== undefined);
    if (first !== argument && driverAt(argument) !== undefined) return true;
    const driver = further.length === 0 ? undefined : driverAt(first);
    if (driver?.from === undefined) return false;
    const library = engine.libraries.library(driver.from.module);
    const option = `.${further.at(-1)?.split('.').at(-1) ?? ''}`;
    return library !== undefined && ![...(library.resources ?? []), ...(library.operations ?? [])].some(({ limits = [] }) => limits.some(({ at }) => at.some((own) => own.endsWith(option))));
  }

  // What a statement runs on may say how long statements take, whoever wraps it.
  #ofPools(step: CallStep): readonly Omit<WaitLimit, 'besides'>[] {
    return this.#pools.behind(step).flatMap(({ pool, made }) => {
      const limits = pool.row.limits?.filter((candidate) => BOUNDING.has(candidate.limits)) ?? [];
      const call = made ?? pool.call;
      const bound = call === undefined ? undefined : limitsOf(this.#context, { limits }, call, pool.callee);
      if (call === undefined || bound === undefined) return [];
      return [{ bound, creation: call, site: (atCall: boolean) => (atCall ? siteOfCall(step.call) : pool.site), ...optionAt(placeToSet(limits)), client: pool.name }];
    });
  }

  // Its client is known by its type only: what that was made with is not in sight.
  #isUnseen(limits: readonly Limit[], own: Bound, creation: Creation | undefined, { call, callee }: CallStep): boolean {
    if (own.is !== 'unbounded' || !own.from.isDefault || creation !== undefined) return false;
    const places = limits.flatMap(({ at }) => at).filter((place) => parsePlace(place).scope === 'creation');
    // Made by what nobody sees, or with a part that nobody sees: a dialect's own pool.
    if (places.some((place) => basesOf(this.#context.program.engine, { call, callee }, parsePlace(place).scopes).some((base) => base.is === 'unseen' || this.#hasPart(place, call, callee)))) return true;
    let root = callee;
    while (root.from !== undefined) root = root.from;
    return root.path.startsWith(TYPE_NAME) && limits.some(({ at }) => at.some((place) => parsePlace(place).scope === 'creation'));
  }

  #hasPart(place: Place, call: CallInstance, callee: LibraryValue): boolean {
    const bar = place.lastIndexOf('|');
    return bar >= 0 && placeValues(this.#context.program.engine, call, callee, place.slice(0, bar)).values.length > 0;
  }

  #isSetAtCall(limits: readonly Limit[], { call, callee }: CallStep): boolean {
    const { engine } = this.#context.program;
    return limits.some((limit) => {
      const at = limit.at.filter((place) => !FURTHER.has(parsePlace(place).scope));
      return at.length > 0 && readLimit(engine, { ...limit, at }, { call, callee }).some(({ is }) => is !== 'unset');
    });
  }

  #creationOf(limits: readonly Limit[], step: CallStep): Creation | undefined {
    // A signal for all calls of a client would end all of them at once.
    const places = limits.filter(isTime).flatMap((limit) => limit.at.map((place) => ({ limit, place }))).filter(({ place }) => parsePlace(place).scope === 'creation' || place.includes('|'));
    // A client that the call is given: what it is made with covers its other calls.
    const found = places.flatMap(({ limit, place }) => this.#creationAt(limit, place, step) ?? []).filter(({ call }) => call !== step.call);
    const depth = ({ place }: Creation): number => parsePlace(place).scopes.length;
    return found.find(({ place }) => place.includes('|')) ?? [...found].sort((a, b) => depth(b) - depth(a))[0];
  }

  #creationAt(limit: Limit, place: Place, { call, callee }: CallStep): Creation | undefined {
    const { engine } = this.#context.program;
    const parsed = parsePlace(place);
    const base = basesOf(engine, { call, callee }, parsed.scopes)[0];
    if (base?.is !== 'call' || !isCreation(engine, base.callee)) return undefined;
    let made: Creation | undefined = { call: base.call, limit, place, name: this.#nameOf(base.callee?.module, base.callee?.path) };
    let from = { call: base.call, callee: base.callee };
    const parts = place.slice(place.lastIndexOf(':') + 1).split('|');
    for (const [position, part] of parts.slice(0, -1).entries()) {
      const inner = placeValues(engine, from.call, from.callee, part).values.find((value) => value.is === 'library');
      const creation = inner?.is === 'library' ? creationOf(engine, inner) : undefined;
      if (inner?.is !== 'library' || creation === undefined || inner.from === undefined) return undefined;
      from = { call: creation, callee: inner.from };
      const kinds = engine.libraries.rows(inner.from.module, inner.from.path)?.resources ?? [];
      // What the client is built with is its own matter, unless that is a client or pool of its own.
      const isClient = kinds.some(({ is }) => is === 'pool' || is === 'client') || (parsed.scope === 'creation' && (engine.libraries.library(inner.from.module)?.operations?.length ?? 0) > 0);
      if (isClient) made = { call: creation, limit, place: parts.slice(position + 1).join('|'), name: this.#nameOf(inner.from.module, inner.from.path) };
    }
    return made;
  }

  #nameOf(module: string | undefined, path: string | undefined): string {
    const rows = module === undefined || path === undefined ? undefined : this.#context.program.engine.libraries.rows(module, path);
    const library = module === undefined ? undefined : this.#context.program.engine.libraries.library(module);
    return rows?.resources.find(({ name }) => name !== undefined)?.name ?? `${library?.name ?? module ?? ''} client`.trim();
  }

  /** Limits that do not bound it, set or by default, for the call or for its client: connecting, headers, idleness. */
  #besides(row: OperationRow, { call, callee }: CallStep): Wait['besides'] {
    const { engine } = this.#context.program;
    const own = (row.limits ?? []).map((limit) => ({ limit, call, callee }));
    const clients = creationsOf(engine, callee).flatMap((link) => (link.call === undefined || link.callee === undefined ? [] : [{ call: link.call, callee: link.callee }]));
    const of = clients.flatMap((client) => (engine.libraries.rows(client.callee.module, client.callee.path)?.resources ?? []).flatMap(({ limits }) => (limits ?? []).map((limit) => ({ limit, ...client }))));
    return [...own, ...of].filter(({ limit }) => PARTIAL.has(limit.limits)).flatMap(({ limit, ...at }) => {
      const bound = boundOf(this.#context, limit, at.call, at.callee);
      return bound.is === 'bounded' ? [{ limits: limit.limits, bound }] : [];
    });
  }
}

// A limit on the answer that someone set counts, as a response timeout does.
function respondedWithin(own: Bound, besides: Wait['besides']): Bound {
  if (own.is !== 'unbounded' || !own.from.isDefault) return own;
  const headers = besides.find(({ limits, bound }) => limits === 'headers' && bound.is === 'bounded' && !bound.from.isDefault)?.bound;
  return headers?.is === 'bounded' ? { ...headers, from: { ...headers.from, note: 'a trickling body outlives it' } } : own;
}

// What is made of a client is no client: a transaction, a chain.
function isCreation(engine: Engine, callee: LibraryValue | undefined): boolean {
  if (callee === undefined || (engine.libraries.rows(callee.module, callee.path)?.resources.length ?? 0) > 0) return true;
  for (let value = callee.from; value !== undefined; value = value.from) if (value.call !== undefined || value.path.startsWith(TYPE_NAME)) return false;
  return true;
}

// A number of its own, not what somebody else brings.
function isTime({ unit }: Limit): boolean {
  return unit !== 'signal' && unit !== 'function';
}

function placeToSet(limits: readonly Limit[]): { readonly limit: Limit; readonly place: Place } | undefined {
  const [first] = [...limits.filter((limit) => isTime(limit) && limit.at.length > 0), ...limits.filter(({ at }) => at.length > 0)];
  const place = first?.at[0];
  return first === undefined || place === undefined ? undefined : { limit: first, place };
}

function optionAt(missing: { readonly limit: Limit; readonly place: Place } | undefined): Pick<WaitLimit, 'option' | 'settable'> {
  if (missing === undefined) return { option: '', settable: undefined };
  const { limit: { unit = 'ms', onlyWhen }, place } = missing;
  const written = optionPlace(place.slice(place.lastIndexOf(':') + 1));
  const isSettable = unit === 'ms' || unit === 's' || unit === 'signal';
  return { option: optionName(place), settable: written === undefined || !isSettable || onlyWhen !== undefined ? undefined : { place: written, unit } };
}
