import type { Body } from '#program/steps.js';
import type { ModelContext } from '../context.js';
import { forEachCallStep, innerBodies } from '../entry-points/start-order.js';
import type { Resource } from '../resources.js';

interface Reached {
  /** What start-up makes, and what requests make once for all. */
  readonly start: ReadonlySet<object>;
  readonly handlers: ReadonlySet<object>;
}

const REACHED = new WeakMap<ModelContext, Reached>();

/** Is a resource made by requests only, so that it lives no longer than one? */
export function handlersOnly(context: ModelContext, resource: Resource): boolean {
  if (resource.call === undefined) return false;
  let reached = REACHED.get(context);
  if (reached === undefined) REACHED.set(context, (reached = readAll(context)));
  const { expression } = resource.call;
  return reached.handlers.has(expression) && !reached.start.has(expression);
}

function readAll(context: ModelContext): Reached {
  const bodies = context.handlers.flatMap((handler) => handler.bodies.map(({ body }) => body));
  const start = new Set(callsBelow(context.start));
  keptBelow(bodies, start, new Set());
  return { start, handlers: callsBelow(bodies) };
}

function callsBelow(bodies: readonly Body[]): ReadonlySet<object> {
  const calls = new Set<object>();
  forEachCallStep(bodies, new Set(), (step) => void calls.add(step.call.expression));
  return calls;
}

/** What requests make but the process keeps: `pool ??= new Pool()`. */
function keptBelow(bodies: readonly Body[], kept: Set<object>, seen: Set<Body>): void {
  for (const body of bodies) {
    if (seen.has(body)) continue;
    seen.add(body);
    for (const step of body.steps) {
      if (step.is === 'branch' && step.keeps !== undefined) for (const call of callsBelow(step.arms)) kept.add(call);
      keptBelow(innerBodies(step), kept, seen);
    }
  }
}
