import type { CallStep } from '#program/steps.js';
import { limitsOf } from '../bounds.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { GuardStack, ModelContext, Visit } from '../context.js';
import { isOnTaken } from '../holding/on-taken.js';
import { operationRow } from '../operations.js';
import { traceOf } from '../paths.js';
import { siteKey } from '../site.js';
import type { Bound, EntryPoint, Guard, Nesting } from '../types.js';
import type { Pools } from './pools.js';

interface Inner {
  readonly name: string;
  readonly bound: Bound;
}

const TIMED = new Set<Guard['is']>(['timeout', 'breaker', 'budget']);

/** Collects every inner limit under an outer one. */
export class Nestings {
  readonly #context: ModelContext;
  readonly #pools: Pools;
  readonly #found = new Map<string, { readonly nesting: Nesting; readonly entryPoints: Set<EntryPoint> }>();

  constructor(context: ModelContext, pools: Pools) {
    this.#context = context;
    this.#pools = pools;
  }

  visit(visit: Visit): void {
    const { step, guards } = visit;
    if (guards === undefined) return;
    for (const inner of this.#innersOf(step)) this.#under(inner, guards, visit);
    for (let stack: GuardStack | undefined = guards; stack?.outer !== undefined && !(visit.detached && stack === visit.left); stack = stack.outer) {
      const { guard } = stack.guard;
      if (TIMED.has(guard.is) && guard.bound !== undefined) this.#under({ name: guard.name, bound: guard.bound }, stack.outer, visit);
    }
  }

  #innersOf(step: CallStep): readonly Inner[] {
    const row = operationRow(this.#context, step);
    if (row === undefined || row.is === 'sleep') return [];
    const inners: Inner[] = [];
    const bound = limitsOf(this.#context, row, step.call, step.callee);
    if (bound !== undefined) inners.push({ name: callText(step.call), bound });
    if (row.acquires !== undefined && !isOnTaken(this.#context, step)) {
      for (const { use: { pool }, wait } of this.#pools.waitsOf(step)) inners.push({ name: `the wait for a connection of the ${pool.name}`, bound: wait });
    }
    return inners;
  }

  #under(inner: Inner, guards: GuardStack, visit: Visit): void {
    for (let stack: GuardStack | undefined = guards; stack !== undefined; stack = stack.outer) {
      const { guard } = stack.guard;
      if (visit.detached && stack === visit.left) return;
      if (!TIMED.has(guard.is) || guard.bound === undefined || isOneLimit(inner.bound, guard.bound)) continue;
      this.#add(inner, guard, visit);
    }
  }

  #add(inner: Inner, guard: Guard, { step, handler, path }: Visit): void {
    const site = inner.bound.is === 'unknown' ? (inner.bound.site ?? siteOfCall(step.call)) : inner.bound.from.site;
    const ends = inner.bound.is === 'bounded' ? inner.bound.ms : inner.bound.is;
    const key = `${siteKey(site)}|${inner.name}|${ends}|${siteKey(guard.site)}|${guard.name}|${guard.bound?.is === 'bounded' ? guard.bound.ms : ''}`;
    const known = this.#found.get(key);
    if (known !== undefined) return void known.entryPoints.add(handler.entryPoint);
    const trace = traceOf(handler, path, { site: siteOfCall(step.call), text: callText(step.call) });
    const outer = { name: guard.name, bound: guard.bound as Bound };
    const { entryPoint } = handler;
    this.#found.set(key, { nesting: { site, inner, outer, reach: { entryPoint, trace } }, entryPoints: new Set([entryPoint]) });
  }

  list(): readonly Nesting[] {
    return [...this.#found.values()].map(({ nesting, entryPoints }) => ({ ...nesting, entryPoints: [...entryPoints] }));
  }
}

// The signal that a policy passes on ends with the policy.
function isOneLimit(inner: Bound, outer: Bound): boolean {
  return inner.is === 'bounded' && outer.is === 'bounded' && inner.ms === outer.ms && !inner.from.isDefault && siteKey(inner.from.site) === siteKey(outer.from.site);
}
