import type { OperationRow } from '#catalog/schema.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ActiveGuard, ModelContext, Visit } from '../context.js';
import type { GuardFinder } from '../guards.js';
import { operationRow } from '../operations.js';
import { traceOf } from '../paths.js';
import { passingCallsOf } from '../retried/passing-calls.js';
import { LibraryRetries } from '../retried/library-retries.js';
import { Redelivery } from '../retried/redelivery.js';
import { requeuesForEver } from '../retried/requeues.js';
import { siteKey, type Site } from '../site.js';
import type { Repeated, Retry } from '../types.js';

const WAITING = new Set<OperationRow['is']>(['outbound', 'statement', 'command', 'publish', 'acquire', 'transaction']);
/** A single repetition of a statement is the driver's way over a lost connection. */
const FEW = 2;

/** Collects what tries again on the paths of requests, with what it multiplies. */
export class RetriesMet {
  readonly #context: ModelContext;
  readonly #libraries: LibraryRetries;
  readonly #redelivery: Redelivery;
  readonly #found = new Map<string, Retry>();

  constructor(context: ModelContext, guards: GuardFinder) {
    this.#context = context;
    this.#libraries = new LibraryRetries(context);
    this.#redelivery = new Redelivery(context, guards);
  }

  visit(visit: Visit): void {
    const { step } = visit;
    const row = operationRow(this.#context, step);
    if (row === undefined) return;
    if (row.requeues !== undefined && requeuesForEver(this.#context, step)) this.#addRequeue(visit);
    if (!WAITING.has(row.is)) return;
    const guards = retriesIn(visit);
    const own = this.#libraries.of(row, step);
    if (guards.length === 0 && own === undefined) return;
    const repeated: Repeated[] = own === undefined || (row.is !== 'outbound' && isFew(own.retries.attempts)) ? [] : [{ name: own.name, site: own.site, attempts: own.retries.attempts }];
    const redelivered = guards.length > 0 || own?.added === true ? this.#redelivery.after(visit.handler, step) : 'no';
    guards.forEach((active, position) => {
      const { guard } = active;
      const isOutermost = position === guards.length - 1;
      this.#add(visit, {
        site: guard.waitsByCaller === true || (isOutermost && (repeated.length > 0 || redelivered === 'yes')) ? this.#passedAt(visit, active) : guard.site, name: guard.name, attempts: guard.attempts ?? { is: 'unknown', because: 'how often it tries is not known' }, backoff: guard.backoff ?? UNKNOWN,
        byDefault: false, repeats: isOutermost ? [...repeated].reverse() : [], redelivered: isOutermost ? redelivered : 'no', ...(guard.bound === undefined ? {} : { within: guard.bound }), ...(guard.only === undefined ? {} : { only: guard.only }), ...(guard.endedBy === undefined ? {} : { endedBy: guard.endedBy }),
      });
      repeated.push({ name: guard.name, site: guard.site, attempts: guard.attempts ?? { is: 'unknown', because: 'how often it tries is not known' } });
    });
    if (own === undefined) return;
    const { name, site, retries: { attempts, backoff, within }, byDefault, added } = own;
    this.#add(visit, { site, name, attempts, backoff, byDefault, ...(within === undefined ? {} : { within }), repeats: [], redelivered: guards.length === 0 && added ? redelivered : 'no' });
  }

  // Whether attempts multiply is for the caller of a shared helper to know; so is how it waits where its arguments decide that; else that is the helper's own.
  #passedAt({ path, step }: Visit, active: ActiveGuard): Site {
    const passing = passingCallsOf(this.#context).on(path, active, siteOfCall(step.call));
    return passing === undefined ? active.guard.site : siteOfCall(passing);
  }

  #addRequeue(visit: Visit): void {
    const { step } = visit;
    const site = siteOfCall(step.call);
    const from = { text: 'nothing counts the deliveries', site, isDefault: false };
    this.#add(visit, { site, name: callText(step.call), attempts: { is: 'unbounded', from }, backoff: UNKNOWN, byDefault: false, repeats: [], redelivered: 'no', requeues: true });
  }

  #add({ handler, path, step }: Visit, retry: Omit<Retry, 'reach'>): void {
    const { site, name, attempts, repeats, redelivered } = retry;
    const count = attempts.is === 'bounded' ? attempts.ms : attempts.is;
    const key = `${siteKey(site)}|${name}|${count}|${retry.backoff.waits}${retry.backoff.jitter}|${repeats.map((inner) => `${inner.name}:${inner.site.file}:${inner.site.line}`).join()}|${redelivered}`;
    if (this.#found.has(key)) return;
    const trace = traceOf(handler, path, { site: siteOfCall(step.call), text: callText(step.call) });
    this.#found.set(key, { ...retry, reach: { entryPoint: handler.entryPoint, trace } });
  }

  list(): readonly Retry[] {
    return [...this.#found.values()];
  }
}

const UNKNOWN: Retry['backoff'] = { waits: 'unknown', jitter: 'unknown', because: 'how it waits between its attempts is not known' };

function isFew(attempts: Repeated['attempts']): boolean {
  return attempts.is === 'bounded' && attempts.ms <= FEW;
}

/** The retries around a call, innermost first. */
function retriesIn({ guards, detached, left }: Visit): readonly ActiveGuard[] {
  const found: ActiveGuard[] = [];
  for (let stack = guards; stack !== undefined && !(detached && stack === left); stack = stack.outer) {
    const { guard } = stack.guard;
    if (guard.is === 'retry' && guard.builtIn !== true && guard.onceMore !== true && !(guard.attempts?.is === 'bounded' && guard.attempts.ms <= 1)) found.push(stack.guard);
  }
  return found;
}
