import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ModelContext, Visit } from '../context.js';
import { isMadeForDevelopment } from '../dead-in-production.js';
import { operationRow } from '../operations.js';
import { isRollback } from '../rollbacks.js';
import type { Bound, Guard, Wait } from '../types.js';
import { keepNear } from './near-creations.js';
import { leaves } from './outbound-calls.js';
import type { Pools } from './pools.js';
import type { Site } from '../site.js';
import { Reaches } from './reaches.js';
import { SessionLimits } from './session-limits.js';
import { timerAround } from './timer-around.js';
import { WaitLimits } from './wait-limits.js';
import type { WaitLimit } from './wait-limits.js';

interface Found {
  readonly step: CallStep;
  readonly row: OperationRow;
  readonly limits: readonly WaitLimit[];
  readonly open: Reaches;
  endedBy: Guard | undefined;
}

const WAITING = new Set<OperationRow['is']>(['outbound', 'statement', 'command', 'publish']);

/** Collects the calls that wait for something outside, each with what ends it for the one who waits. */
export class Waits {
  readonly #context: ModelContext;
  readonly #limits: WaitLimits;
  readonly #sessions: SessionLimits;
  readonly #known = new Map<string, { readonly row: OperationRow; readonly limits: readonly WaitLimit[] } | undefined>();
  readonly #found = new Map<string, Found>();

  constructor(context: ModelContext, pools: Pools) {
    this.#context = context;
    this.#limits = new WaitLimits(context, pools);
    this.#sessions = new SessionLimits(context);
  }

  visit(visit: Visit): void {
    // What nobody waits for is not on the path.
    if (visit.detached) return;
    const { step, handler, path } = visit;
    const known = this.#limitOf(step);
    if (known === undefined) return;
    const { row, limits } = known;
    const key = `${step.call.id}:${step.callee.id}`;
    let found = this.#found.get(key);
    if (found === undefined) this.#found.set(key, (found = { step, row, limits, open: new Reaches(), endedBy: undefined }));
    const timer = limits.every(({ bound }) => bound.is === 'bounded') ? undefined : timerAround(visit);
    if (timer === undefined) found.open.add(handler, path);
    else found.endedBy ??= timer;
  }

  #limitOf(step: CallStep): { readonly row: OperationRow; readonly limits: readonly WaitLimit[] } | undefined {
    const key = `${step.call.id}:${step.callee.id}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#read(step));
    return this.#known.get(key);
  }

  #read(step: CallStep): { readonly row: OperationRow; readonly limits: readonly WaitLimit[] } | undefined {
    const row = operationRow(this.#context, step);
    // What only development makes waits for nobody in production.
    if (row === undefined || !WAITING.has(row.is) || isMadeForDevelopment(this.#context.program.engine, step.callee) || this.#isLink(step) || isRollback(this.#context, row, step) || (row.is === 'outbound' && !leaves(this.#context, row, step))) return undefined;
    const limits = this.#limits.of(row, step);
    return limits.length === 0 ? undefined : { row, limits };
  }

  // A chain of lazy calls is one operation, that of its first call.
  #isLink({ callee }: CallStep): boolean {
    const { engine } = this.#context.program;
    for (let value = callee.from; value !== undefined; value = value.from) {
      if (value.call === undefined || value.from === undefined) continue;
      return engine.libraries.rows(value.from.module, value.from.path)?.operations.some((row) => row.lazy === true && WAITING.has(row.is)) === true;
    }
    return false;
  }

  /** The calls that a request waits for. */
  list(): readonly Wait[] {
    keepNear(this.#context, [...this.#found.values()]);
    return [...this.#found.values()].flatMap(({ step, row, limits, open, endedBy }) => limits.map((limit) => {
      const callSite = siteOfCall(step.call);
      const bound = this.#boundOf(limit, step);
      const where = bound === limit.bound ? limit.site(endedBy !== undefined && open.size === 0) : callSite;
      return {
        site: where, callSite, name: callText(step.call), is: row.is as Wait['is'], bound, option: limit.option, ...(limit.within === undefined ? {} : { within: limit.within }), settable: this.#settableAt(where, limit, callSite), covers: where === callSite ? '' : limit.client, besides: limit.besides,
        openOn: open.list({ site: callSite, text: callText(step.call) }), ...(endedBy === undefined ? {} : { endedBy }),
      };
    }));
  }

  // Told at the call, the option may still stand at the creation.
  #settableAt(where: Site, { settable, creation }: WaitLimit, callSite: Site): Wait['settable'] {
    return where === callSite && creation !== undefined ? undefined : settable;
  }

  /** What ends a call by itself; undefined where the catalog says nothing about it. */
  boundOf(step: CallStep): Bound | undefined {
    const known = this.#limitOf(step);
    const bounds = known?.limits.map((limit) => this.#boundOf(limit, step)) ?? [];
    return bounds.find(({ is }) => is !== 'bounded') ?? bounds[0];
  }

  // A session may have been told how long its statements take.
  #boundOf(limit: WaitLimit, step: CallStep): Bound {
    if (limit.bound.is === 'bounded') return limit.bound;
    return this.#sessions.of(step, limit.creation) ?? limit.bound;
  }
}
