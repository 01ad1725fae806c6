import type { BlockingRow } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Value } from '#program/values.js';
import { holds } from '#program/when.js';
import { versionAllows } from '../bounds.js';
import { callText } from '../call-text.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { ModelContext, Visit } from '../context.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { BlockingCall } from '../types.js';
import { Reaches } from './reaches.js';

interface Found {
  readonly site: Site;
  readonly name: string;
  readonly of: string | undefined;
  readonly row: BlockingRow;
  readonly reaches: Reaches;
  once: string | undefined;
}

/** Collects the calls that block the event loop. */
export class BlockingCalls {
  readonly #context: ModelContext;
  readonly #found = new Map<string, Found>();

  constructor(context: ModelContext) {
    this.#context = context;
  }

  visit({ step, handler, path, once }: Visit): void {
    for (const row of rowsOf(this.#context, step)?.blocking ?? []) {
      if (!this.#applies(row, step)) continue;
      const site = siteOfCall(step.call);
      const key = siteKey(site);
      let found = this.#found.get(key);
      if (found === undefined) this.#found.set(key, (found = { site, name: callText(step.call), of: this.#packageOf(step), row, reaches: new Reaches(), once: undefined }));
      if (once === undefined) found.reaches.add(handler, path);
      else found.once ??= once;
    }
  }

  #applies(row: BlockingRow, step: CallStep): boolean {
    const { engine } = this.#context.program;
    const { call, callee } = step;
    if (row.versions !== undefined && !versionAllows(this.#context, callee.module, call.frame.unit.path, row.versions)) return false;
    if (row.when !== undefined && holds(engine, call, callee, row.when) === false) return false;
    if (row.textAt !== undefined && !placeValues(engine, call, callee, row.textAt).values.some(isText)) return false;
    const hasCallback = engine.argumentsOf(call).some((set) => set.values.some((value) => value.is === 'function' || value.is === 'bound'));
    return row.unlessCallback !== true || !hasCallback;
  }

  // A bare name says little without whose it is.
  #packageOf({ call, callee }: CallStep): string | undefined {
    const library = this.#context.program.engine.libraries.library(callee.module);
    return library === undefined || library.package.startsWith('node:') || library.package === 'global' || !/^\w+$/.test(callText(call)) ? undefined : library.name ?? library.package;
  }

  list(): readonly BlockingCall[] {
    return [...this.#found.values()].map(({ site, name, of, row, reaches, once }) => ({
      site, name, of, blocks: row.blocks, slices: row.slices, cost: row.cost, instead: row.instead, promised: promisedBy(row, name), reachedBy: reaches.list({ site, text: name }), once,
    }));
  }
}

function isText(value: Value): boolean {
  return value.is === 'text' || (value.is === 'literal' && typeof value.value === 'string');
}

function promisedBy({ promised }: BlockingRow, name: string): string | undefined {
  return promised?.calls.some((call) => name === call || name.endsWith(`.${call}`)) === true ? promised.member : undefined;
}
