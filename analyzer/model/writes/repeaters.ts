import { creationsOf } from '#program/creations.js';
import { holds } from '#program/when.js';
import { retriesOf } from '../bounds.js';
import { siteOfCall } from '../context.js';
import type { ActiveGuard, GuardStack, Handler, ModelContext } from '../context.js';
import type { Bound, Repeater } from '../types.js';
import type { FoundWrite } from './write-effect.js';

/** Something that repeats a write, with the guard for retries of the program's own. */
export interface FoundRepeater {
  readonly repeater: Repeater;
  readonly guard: ActiveGuard | undefined;
}

const REPEATED = new Set(['POST', 'PATCH', 'ALL', '*', 'MUTATION']);
const HOOK = /web-?hooks?\b|\/hooks?\//i;

/** Tells who can make a write run again. */
export class Repeaters {
  readonly #context: ModelContext;
  /** Handlers whose request is a delivery that was verified. */
  readonly deliveries = new Set<Handler>();
  readonly #outside = new Map<Handler, readonly FoundRepeater[]>();
  readonly #own = new Map<FoundWrite, readonly FoundRepeater[]>();

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** Everyone outside who repeats the entry point: its client, a webhook's sender, redelivery. */
  ofHandler(handler: Handler): readonly FoundRepeater[] {
    let known = this.#outside.get(handler);
    if (known === undefined) this.#outside.set(handler, (known = this.#findOutside(handler)));
    return known;
  }

  #findOutside(handler: Handler): readonly FoundRepeater[] {
    const { entryPoint } = handler;
    const { name, site, kind, method } = entryPoint;
    if (this.#isNotRepeated(handler)) return [];
    if (entryPoint.repeats === 'redelivery') return [{ repeater: { is: 'redelivery', text: `redelivery by ${entryPoint.framework}`, site }, guard: undefined }];
    if (entryPoint.repeats !== 'client' || kind === 'middleware') return [];
    if (method === undefined ? kind !== 'rpc' && kind !== 'serverless' : !REPEATED.has(method.toUpperCase())) return [];
    const isDelivery = this.deliveries.has(handler) || HOOK.test(name);
    return [{ repeater: isDelivery ? { is: 'webhook', text: `the sender of ${name}`, site } : { is: 'client', text: `the client of ${name}`, site }, guard: undefined }];
  }

  #isNotRepeated({ registration }: Handler): boolean {
    if (registration === undefined) return false;
    const { engine } = this.#context.program;
    const rows = engine.libraries.rows(registration.callee.module, registration.callee.path)?.entryPoints ?? [];
    return rows.some((row) => row.repeatsUnless !== undefined && holds(engine, registration.call, registration.callee, row.repeatsUnless) === true);
  }

  /** The retries around a write, innermost first. */
  ofGuards(guards: GuardStack | undefined): readonly FoundRepeater[] {
    const found: FoundRepeater[] = [];
    for (let stack = guards; stack !== undefined; stack = stack.outer) {
      const { guard } = stack.guard;
      if (guard.is !== 'retry' || isOnce(guard.attempts)) continue;
      found.push({ repeater: { is: 'retry', text: `the ${guard.name} around it`, site: guard.site }, guard: stack.guard });
    }
    return found;
  }

  /** What the library repeats by itself: by its call, or as its client was created. */
  ofLibrary(write: FoundWrite): readonly FoundRepeater[] {
    let known = this.#own.get(write);
    if (known === undefined) this.#own.set(write, (known = this.#findOwn(write)));
    return known;
  }

  #findOwn({ row, call, callee }: FoundWrite): readonly FoundRepeater[] {
    const { engine } = this.#context.program;
    const name = engine.libraries.library(callee.module)?.name ?? callee.module;
    if (row.retries !== undefined) {
      const { attempts, writes } = retriesOf(this.#context, row.retries, call, callee);
      if (writes !== true || isOnce(attempts)) return [];
      return [{ repeater: { is: 'library-retry', text: `${name}'s own retry`, site: siteOfCall(call) }, guard: undefined }];
    }
    const creation = creationsOf(engine, callee)[0];
    if (creation?.call === undefined || creation.callee === undefined) return [];
    for (const resource of engine.libraries.rows(creation.callee.module, creation.callee.path)?.resources ?? []) {
      if (resource.retries === undefined) continue;
      const { attempts, writes } = retriesOf(this.#context, resource.retries, creation.call, creation.callee);
      if (writes === true && !isOnce(attempts)) return [{ repeater: { is: 'library-retry', text: `${name}'s own retry`, site: siteOfCall(creation.call) }, guard: undefined }];
    }
    return [];
  }
}

function isOnce(attempts: Bound | undefined): boolean {
  return attempts?.is === 'bounded' && attempts.ms <= 1;
}
