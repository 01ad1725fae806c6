import type { ModelContext } from '../context.js';
import type { Resource } from '../resources.js';
import { walkedOf } from '../walked.js';

const HANDLERS_ONLY = new WeakMap<ModelContext, Map<object, boolean>>();

/** Is a resource made by requests only, so that it lives no longer than one? */
export function handlersOnly(context: ModelContext, resource: Resource): boolean {
  if (resource.call === undefined) return false;
  const known = HANDLERS_ONLY.get(context) ?? new Map<object, boolean>();
  HANDLERS_ONLY.set(context, known);
  const { expression } = resource.call;
  const before = known.get(expression);
  if (before !== undefined) return before;
  const answer = isMadeByRequests(context, expression);
  known.set(expression, answer);
  return answer;
}

function isMadeByRequests(context: ModelContext, expression: object): boolean {
  const walked = walkedOf(context);
  const above = walked.above(walked.holdersOf([expression]));
  const handled = (marks: Uint8Array) => context.handlers.some((handler) => handler.bodies.some(({ body }) => walked.meets(marks, [body])));
  if (!handled(above) || walked.meets(above, context.start)) return false;
  // What requests make but the process keeps: `pool ??= new Pool()`.
  const kept = walked.keptArms.filter((arm) => above[arm] === 1);
  return kept.length === 0 || !handled(walked.above(kept));
}
