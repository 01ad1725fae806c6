import type { CallInstance } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { holds } from '#program/when.js';
import { siteOfCall } from '../context.js';
import type { ActiveGuard, GuardStack, Handler, ModelContext, PathLink } from '../context.js';
import { eachExpression } from '#program/statements.js';
import { canFail } from '../retried/can-fail.js';
import { LibraryRetries } from '../retried/library-retries.js';
import { siteKey } from '../site.js';
import type { Bound, Repeater } from '../types.js';
import { walkedOf } from '../walked.js';
import type { PassingCalls } from '../retried/passing-calls.js';
import type { FoundWrite } from './write-effect.js';

/** Something that repeats a write, with the guard for retries of the program's own, and the call that passes the write to a shared one. */
export interface FoundRepeater {
  readonly repeater: Repeater;
  readonly guard: ActiveGuard | undefined;
  readonly passing?: CallInstance | undefined;
  /** Why nobody may repeat it at all. */
  readonly unsure?: string;
}

const REPEATED = new Set(['POST', 'PATCH', 'ALL', '*', 'MUTATION']);
// `POST /webhooks` sets one up; `/webhooks/stripe` is where it arrives.
const HOOK = /web-?hook\b|web-?hooks\/|\/hooks?\//i;

/** Tells who can make a write run again. */
export class Repeaters {
  readonly #context: ModelContext;
  readonly #libraries: LibraryRetries;
  /** Handlers whose request is a delivery that was verified. */
  readonly deliveries = new Set<Handler>();
  /** Places of calls that run a function in a transaction. */
  readonly transactions = new Set<string>();
  readonly #outside = new Map<Handler, readonly FoundRepeater[]>();
  readonly #own = new Map<FoundWrite, readonly FoundRepeater[]>();

  constructor(context: ModelContext) {
    this.#context = context;
    this.#libraries = new LibraryRetries(context);
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
    if (entryPoint.repeats === 'invoker') return [{ repeater: { is: 'client', text: `whoever invokes ${name}`, site }, guard: undefined, unsure: 'whether a request, a queue or a schedule invokes it is not in sight' }];
    if (entryPoint.repeats !== 'client' || kind === 'middleware') return [];
    if (method === undefined ? kind !== 'rpc' && kind !== 'serverless' : !REPEATED.has(method.toUpperCase())) return [];
    if (method?.toUpperCase() === 'ALL' && readsUrlOnly(handler, this.#context)) return [{ repeater: { is: 'client', text: `the client of ${name}`, site }, guard: undefined, unsure: `whether ${name} answers anything but GET is not in sight: it reads no body` }];
    // A function of a platform is named by its file.
    const isDelivery = this.deliveries.has(handler) || HOOK.test(name) || (kind === 'serverless' && HOOK.test(site.file.slice(site.file.lastIndexOf('/') + 1)));
    return [{ repeater: isDelivery ? { is: 'webhook', text: `the sender of ${name}`, site } : { is: 'client', text: `the client of ${name}`, site }, guard: undefined }];
  }

  #isNotRepeated({ registration }: Handler): boolean {
    if (registration === undefined) return false;
    const { engine } = this.#context.program;
    const rows = engine.libraries.rows(registration.callee.module, registration.callee.path)?.entryPoints ?? [];
    return rows.some((row) => row.repeatsUnless !== undefined && holds(engine, registration.call, registration.callee, row.repeatsUnless) === true);
  }

  /** The retries around a write, innermost first. A statement within a transaction that is tried again as a whole was rolled back before. */
  ofGuards({ guards, path }: { readonly guards: GuardStack | undefined; readonly path: PathLink | undefined }, { row, site }: FoundWrite, calls: PassingCalls): readonly FoundRepeater[] {
    const found: FoundRepeater[] = [];
    for (let stack = guards; stack !== undefined; stack = stack.outer) {
      const { guard } = stack.guard;
      if (guard.is !== 'retry' || isOnce(guard.attempts) || (row.is === 'statement' && this.#isRolledBack(path, stack.guard)) || this.#neverFires(stack.guard)) continue;
      const passing = calls.on(path, stack.guard, site);
      const name = guard.name.replace(/^the /, '');
      found.push({ repeater: { is: 'retry', text: `the ${name} around it`, site: passing === undefined ? guard.site : siteOfCall(passing) }, guard: stack.guard, passing });
    }
    return found;
  }

  // What it runs swallows every failure.
  #neverFires({ call }: ActiveGuard): boolean {
    const steps = call === undefined ? [] : (walkedOf(this.#context).calls.get(call.expression) ?? []);
    const run = steps.flatMap(({ step }) => step.within.map(({ body }) => body));
    return run.length > 0 && !run.some((body) => canFail(this.#context, body));
  }

  // A transaction stands between the retry and the write.
  #isRolledBack(path: PathLink | undefined, { call }: ActiveGuard): boolean {
    const retried = call === undefined ? '' : siteKey(siteOfCall(call));
    for (let link = path; link !== undefined; link = link.outer) {
      const place = siteKey(link.site);
      if (this.transactions.has(place)) return true;
      if (place === retried) return false;
    }
    return false;
  }

  /** What the library repeats by itself: by its call, or as its client was created. */
  ofLibrary(write: FoundWrite): readonly FoundRepeater[] {
    let known = this.#own.get(write);
    if (known === undefined) this.#own.set(write, (known = this.#findOwn(write)));
    return known;
  }

  #findOwn({ row, call, callee }: FoundWrite): readonly FoundRepeater[] {
    const found = this.#libraries.asWritten(row, { call, callee });
    if (found === undefined || found.retries.writes !== true || isOnce(found.retries.attempts)) return [];
    return [{ repeater: { is: 'library-retry', text: found.name, site: found.site }, guard: undefined }];
  }
}

// A page of links that people come back to: `/callback?code=…`.
function readsUrlOnly({ bodies }: Handler, { program: { engine: { libraries } } }: ModelContext): boolean {
  const last = bodies[bodies.length - 1]?.frame;
  if (last === undefined) return false;
  const request = functionOf(last).parameters[0]?.binding;
  let [readsUrl, readsMore] = [false, false];
  eachExpression(functionOf(last).body, (part) => {
    if (part.is !== 'member' || part.of.is !== 'variable' || part.of.binding !== request) return;
    readsUrl ||= libraries.words('url-part').has(part.name);
    readsMore ||= libraries.words('request-part').has(part.name);
  });
  return readsUrl && !readsMore;
}

function isOnce(attempts: Bound | undefined): boolean {
  return attempts?.is === 'bounded' && attempts.ms <= 1;
}
