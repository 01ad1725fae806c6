import type { OperationRow, Place, RetryRow, When } from '#catalog/schema.js';
import { creationOf, creationsOf, isChainedFrom, isSameThing } from '#program/creations.js';
import { parsePlace } from '#program/parse-place.js';
import { basesOf } from '#program/place-bases.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { holds, isOneOf } from '#program/when.js';
import { retriesOf } from '../bounds.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import { everyCall } from '../every-call.js';
import type { Retries } from '../retries.js';
import type { Site } from '../site.js';
import { verbOf } from '../verb-of.js';

/** A retry that a library does by itself, or that was added to its client. */
export interface LibraryRetry {
  readonly name: string;
  /** The creation of the client, the call where the call sets it itself, or the call that added it. */
  readonly site: Site;
  readonly retries: Retries;
  /** Nobody asked for it. */
  readonly byDefault: boolean;
  /** More attempts than the library makes of its own accord. */
  readonly added: boolean;
  /** All attempts share the call's timeout. */
  readonly shared: boolean;
}

interface Setting {
  readonly row: RetryRow;
  readonly when: When | undefined;
  /** The client is what the call gives, not what it is called on. */
  readonly givesIt: boolean;
  readonly step: CallStep;
  readonly clients: readonly LibraryValue[];
}

const WRITES = new Set(['POST', 'PATCH']);
const SETTINGS = new WeakMap<ModelContext, readonly Setting[]>();

// The client that a service of another library has within it is that service's: Nest's `http.axiosRef`.
function holdersOf(client: LibraryValue): readonly LibraryValue[] {
  return client.call === undefined && client.from !== undefined && client.from.module !== client.module ? [client, client.from] : [client];
}

/** Tells what retries the libraries themselves: by the call, by the client, by what was added to the client. */
export class LibraryRetries {
  readonly #context: ModelContext;
  readonly #known = new Map<string, LibraryRetry | undefined>();

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** The library's retry of a call; undefined where it tries once, or never repeats what this call does. */
  of(row: OperationRow, step: CallStep): LibraryRetry | undefined {
    const found = this.asWritten(row, step);
    if (found === undefined) return undefined;
    const { attempts, writes } = found.retries;
    if (attempts.is === 'bounded' && attempts.ms <= 1) return undefined;
    return writes === false && this.#isWrite(row, step) ? undefined : found;
  }

  /** The library's retry as it is set, once or often, whatever the call does; undefined where it has none. */
  asWritten(row: OperationRow, step: Pick<CallStep, 'call' | 'callee'>): LibraryRetry | undefined {
    const key = `${step.call.id}:${step.callee.id}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#added(step) ?? this.#builtIn(row, step));
    return this.#known.get(key);
  }

  #builtIn(row: OperationRow, { call, callee }: Pick<CallStep, 'call' | 'callee'>): LibraryRetry | undefined {
    const { engine } = this.#context.program;
    const name = `${engine.libraries.library(callee.module)?.name ?? callee.module}'s own retry`;
    const creations = creationsOf(engine, callee).filter((link) => link.call !== undefined);
    const [creation] = creations;
    if (row.retries !== undefined) {
      const retries = retriesOf(this.#context, row.retries, call, callee);
      const byDefault = isDefault(retries);
      // Nobody asked for it: it belongs to the client, not to the topic or chain that was made of it.
      const owner = byDefault ? (creations.find((link) => this.#isOpened(link.callee)) ?? creations.at(-1)) : creation;
      const at = this.#chainedAt(row.retries, call, callee) ?? (owner?.call === undefined || this.#isSetAtCall(row.retries, call, callee) ? call : (this.#clientWithin(row.retries, call, callee) ?? owner.call));
      return { name, site: siteOfCall(at), retries, byDefault, added: isAdded(row.retries, retries), shared: this.#shares(row.retries, { call, callee }) };
    }
    if (creation?.call === undefined || creation.callee === undefined) return undefined;
    const { call: made, callee: maker } = creation;
    const resource = engine.libraries.rows(maker.module, maker.path)?.resources.find(({ retries, when }) => retries !== undefined && (when === undefined || holds(engine, made, maker, when) === true));
    if (resource?.retries === undefined) return undefined;
    const retries = retriesOf(this.#context, resource.retries, made, maker);
    return { name, site: siteOfCall(made), retries, byDefault: isDefault(retries), added: isAdded(resource.retries, retries), shared: false };
  }

  // A client around one of another library retries as that one does.
  #clientWithin({ at }: RetryRow, call: CallInstance, callee: LibraryValue): CallInstance | undefined {
    const { engine } = this.#context.program;
    for (const place of at) {
      const bar = place.lastIndexOf('|');
      const inner = bar < 0 ? undefined : placeValues(engine, call, callee, place.slice(0, bar)).values.find((value) => value.is === 'library');
      if (inner?.is === 'library' && inner.module !== callee.module && (engine.libraries.library(inner.module)?.operations?.length ?? 0) > 0) return creationOf(engine, inner);
    }
    return undefined;
  }

  // `.get(url).retry(2)`: the call further along that asks for it.
  #chainedAt({ at }: RetryRow, call: CallInstance, callee: LibraryValue): CallInstance | undefined {
    const places = at.map(parsePlace).filter(({ scope }) => scope === 'chain');
    const [base] = places.flatMap(({ scopes }) => basesOf(this.#context.program.engine, { call, callee }, scopes));
    return base?.is === 'call' ? base.call : undefined;
  }

  #isOpened(callee: LibraryValue | undefined): boolean {
    return callee !== undefined && (this.#context.program.engine.libraries.rows(callee.module, callee.path)?.resources.length ?? 0) > 0;
  }

  #isSetAtCall({ at, writesAt = [] }: RetryRow, call: CallInstance, callee: LibraryValue): boolean {
    return this.#isSetAt([...at, ...writesAt].filter((place) => !place.startsWith('creation:')), call, callee);
  }

  #isSetAt(places: readonly Place[], call: CallInstance, callee: LibraryValue): boolean {
    const { engine } = this.#context.program;
    return places.some((place) => placeValues(engine, call, callee, place).values.some((value) => value.is !== 'undefined'));
  }

  // `axiosRetry(client, …)` was asked for, whatever its numbers.
  #added({ call, callee }: Pick<CallStep, 'call' | 'callee'>): LibraryRetry | undefined {
    const { engine } = this.#context.program;
    const set = settingsOf(this.#context).find(({ givesIt, step, clients }) => givesIt ? isChainedFrom(callee, step.call) :
      clients.flatMap(holdersOf).some((client) => [callee, callee.from].some((own) => own !== undefined && own.module === client.module && isSameThing(engine, own, client))));
    if (set === undefined) return undefined;
    const { row, step } = set;
    const added = retriesOf(this.#context, row, step.call, step.callee);
    const own = row.callAt === undefined || !this.#isSetAt(row.callAt, call, callee) ? undefined : retriesOf(this.#context, { ...row, at: row.callAt }, call, callee);
    const retries = own === undefined ? added : { ...added, attempts: own.attempts };
    return { name: engine.libraries.nameOf(step.callee.module), site: siteOfCall(this.#partOf(set) ?? step.call), retries, byDefault: false, added: true, shared: this.#shares(row, step) };
  }

  // The part that tries again, of all that is added to the client: `middlewares([retry()])`.
  #partOf({ when, step: { call, callee } }: Setting): CallInstance | undefined {
    if (when === undefined) return undefined;
    const parts = placeValues(this.#context.program.engine, call, callee, when.at).values.filter((value) => isOneOf(value, when.is));
    return parts.flatMap((value) => (value.is === 'library' && value.call !== undefined ? [value.call] : []))[0];
  }

  #shares({ sharesTimeout }: RetryRow, { call, callee }: Pick<CallStep, 'call' | 'callee'>): boolean {
    if (sharesTimeout?.unless === undefined) return sharesTimeout !== undefined;
    return !placeValues(this.#context.program.engine, call, callee, sharesTimeout.unless).values.some((value) => value.is === 'literal' && value.value === true);
  }

  #isWrite(row: OperationRow, { call, callee }: CallStep): boolean {
    if (row.effect === 'write' || row.effect === 'named') return true;
    if (row.effect !== 'method' || row.methodAt === undefined) return false;
    const { values } = placeValues(this.#context.program.engine, call, callee, row.methodAt);
    const verbs = values.map((value) => verbOf(value, row.methodDefault ?? '') ?? '');
    return verbs.length === 0 ? WRITES.has((row.methodDefault ?? '').toUpperCase()) : verbs.every((verb) => WRITES.has(verb));
  }
}

function settingsOf(context: ModelContext): readonly Setting[] {
  let known = SETTINGS.get(context);
  if (known === undefined) SETTINGS.set(context, (known = everyCall(context).flatMap((step) => settingsIn(context, step))));
  return known;
}

function settingsIn(context: ModelContext, step: CallStep): readonly Setting[] {
  const { engine } = context.program;
  return (rowsOf(context, step)?.settings ?? []).flatMap(({ retries, client, when }) => {
    if (retries === undefined || client === undefined || (when !== undefined && holds(engine, step.call, step.callee, when) === false)) return [];
    return [{ row: retries, when, step, givesIt: client === 'result:', clients: placeValues(engine, step.call, step.callee, client).values.filter((value) => value.is === 'library') }];
  });
}

function isDefault({ attempts }: Pick<Retries, 'attempts'>): boolean {
  return attempts.is !== 'unknown' && attempts.from.isDefault;
}

// Fewer than the library's own are none that the service adds.
function isAdded({ counts, default: own }: RetryRow, { attempts }: Pick<Retries, 'attempts'>): boolean {
  const most = own === 'Infinity' ? Infinity : counts === 'retries' ? own + 1 : own;
  return !isDefault({ attempts }) && (attempts.is !== 'bounded' || attempts.ms > most);
}

/** Does a call publish something that is delivered again, and how often? */
export function redeliveryOf(context: ModelContext, step: CallStep): { readonly retries: Retries; readonly to: readonly Place[] } | undefined {
  const row = rowsOf(context, step)?.operations.find(({ redelivers }) => redelivers !== undefined);
  return row?.redelivers === undefined ? undefined : { retries: retriesOf(context, row.redelivers, step.call, step.callee), to: row.redelivers.to ?? ['creation:0'] };
}
