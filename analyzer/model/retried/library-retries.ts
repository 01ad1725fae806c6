import type { OperationRow, RetryRow, SettingRow } from '#catalog/schema.js';
import { creationsOf, isSameThing } from '#program/creations.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { LibraryValue } from '#program/values.js';
import { retriesOf } from '../bounds.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Retries } from '../retries.js';
import type { Site } from '../site.js';
import { walkedOf } from '../walked.js';

/** A retry that a library does by itself, or that was added to its client. */
export interface LibraryRetry {
  readonly name: string;
  /** The creation of the client, or the call that added it. */
  readonly site: Site;
  readonly retries: Retries;
  /** Nobody asked for it. */
  readonly byDefault: boolean;
}

interface Setting {
  readonly row: SettingRow & { readonly retries: RetryRow };
  readonly step: CallStep;
}

const WRITES = new Set(['POST', 'PATCH']);

/** Tells what retries the libraries themselves: by the call, by the client, by what was added to the client. */
export class LibraryRetries {
  readonly #context: ModelContext;
  readonly #known = new Map<string, LibraryRetry | undefined>();
  #settings: readonly Setting[] | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** The library's retry of a call; undefined where it tries once. */
  of(row: OperationRow, step: CallStep): LibraryRetry | undefined {
    const key = `${step.call.id}:${step.callee.id}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(row, step));
    return this.#known.get(key);
  }

  #find(row: OperationRow, step: CallStep): LibraryRetry | undefined {
    const { call, callee } = step;
    const found = this.#added(callee) ?? this.#builtIn(row, step);
    if (found === undefined) return undefined;
    const { attempts, writes } = found.retries;
    if (attempts.is === 'bounded' && attempts.ms <= 1) return undefined;
    return writes === false && this.#isWrite(row, { call, callee }) ? undefined : found;
  }

  #builtIn(row: OperationRow, { call, callee }: CallStep): LibraryRetry | undefined {
    const { engine } = this.#context.program;
    const name = `${engine.libraries.library(callee.module)?.name ?? callee.module}'s own retry`;
    const creation = creationsOf(engine, callee).find((link) => link.call !== undefined);
    if (row.retries !== undefined) {
      const retries = retriesOf(this.#context, row.retries, call, callee);
      return { name, site: siteOfCall(creation?.call ?? call), retries, byDefault: isDefault(retries) };
    }
    if (creation?.call === undefined || creation.callee === undefined) return undefined;
    for (const resource of engine.libraries.rows(creation.callee.module, creation.callee.path)?.resources ?? []) {
      if (resource.retries === undefined) continue;
      const retries = retriesOf(this.#context, resource.retries, creation.call, creation.callee);
      return { name, site: siteOfCall(creation.call), retries, byDefault: isDefault(retries) };
    }
    return undefined;
  }

  // `axiosRetry(client, …)` was asked for, whatever its numbers.
  #added(callee: LibraryValue): LibraryRetry | undefined {
    const { engine } = this.#context.program;
    for (const { row, step } of (this.#settings ??= this.#readSettings())) {
      const clients = row.client === undefined ? [] : placeValues(engine, step.call, step.callee, row.client).values.filter((value) => value.is === 'library');
      const isOn = clients.some((client) => [callee, callee.from].some((own) => own !== undefined && own.module === client.module && isSameThing(engine, own, client)));
      if (!isOn) continue;
      const library = engine.libraries.library(step.callee.module);
      return { name: library?.name ?? library?.package ?? step.callee.module, site: siteOfCall(step.call), retries: retriesOf(this.#context, row.retries, step.call, step.callee), byDefault: false };
    }
    return undefined;
  }

  #readSettings(): readonly Setting[] {
    const { libraries } = this.#context.program.engine;
    const rows = libraries.libraries.flatMap(({ package: name, settings }) => (settings ?? []).flatMap((row) => (row.retries === undefined ? [] : [{ name, row: { ...row, retries: row.retries } }])));
    if (rows.length === 0) return [];
    const found: Setting[] = [];
    for (const calls of walkedOf(this.#context).calls.values()) for (const { step } of calls) {
      const own = rows.find(({ name, row }) => row.call === step.callee.path && (step.callee.module === name || libraries.library(step.callee.module)?.package === name));
      if (own !== undefined) found.push({ row: own.row, step });
    }
    return found;
  }

  #isWrite(row: OperationRow, { call, callee }: Pick<CallStep, 'call' | 'callee'>): boolean {
    if (row.effect === 'write') return true;
    if (row.effect !== 'method' || row.methodAt === undefined) return false;
    const { values } = placeValues(this.#context.program.engine, call, callee, row.methodAt);
    const verbs = values.map((value) => (value.is === 'literal' ? String(value.value).toUpperCase() : ''));
    return verbs.length === 0 ? WRITES.has((row.methodDefault ?? '').toUpperCase()) : verbs.every((verb) => WRITES.has(verb));
  }
}

function isDefault({ attempts }: Retries): boolean {
  return attempts.is !== 'unknown' && attempts.from.isDefault;
}

/** Does a call publish something that is delivered again, and how often? */
export function redeliveryOf(context: ModelContext, step: CallStep): Retries | undefined {
  const row = rowsOf(context, step)?.operations.find(({ redelivers }) => redelivers !== undefined);
  return row?.redelivers === undefined ? undefined : retriesOf(context, row.redelivers, step.call, step.callee);
}
