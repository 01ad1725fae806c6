import type { Body } from '#program/steps.js';
import type { ModelContext } from '../context.js';
import { forEachCallStep } from '../entry-points/start-order.js';
import type { Resource } from '../resources.js';

interface Reached {
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
  return { start: callsBelow(context.start), handlers: callsBelow(context.handlers.flatMap(({ bodies }) => bodies.map(({ body }) => body))) };
}

function callsBelow(bodies: readonly Body[]): ReadonlySet<object> {
  const calls = new Set<object>();
  forEachCallStep(bodies, new Set(), (step) => void calls.add(step.call.expression));
  return calls;
}
