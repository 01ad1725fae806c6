import type { Body, CallStep } from '#program/steps.js';
import { functionKey } from '#program/values.js';
import type { ModelContext } from '../context.js';
import type { Resource } from '../resources.js';
import type { CloseRules } from './close-rules.js';
import type { Thread } from './threads.js';

/** Resources that outlive the function which makes them: not those that it closes itself before it ends. */
export function lasting(context: ModelContext, rules: CloseRules, resources: readonly Resource[], threads: readonly Thread[]): readonly Resource[] {
  // What listens for the signal, and what waits for it: the code behind the wait is the shutdown.
  const listening = new Set(threads.flatMap(({ step, bodies }) => [step.call.frame, ...bodies.flatMap(({ frame }) => frame ?? [])]).map(functionKey));
  return resources.filter((resource) => {
    const frame = resource.call?.frame;
    const body = frame === undefined || listening.has(functionKey(frame)) ? undefined : context.walker.bodies.get(frame);
    return body === undefined || !isClosedIn(rules, resource, body);
  });
}

/** Does every way through a body that does not fail close a resource? */
function isClosedIn(rules: CloseRules, resource: Resource, body: Body): boolean {
  return body.steps.some((step) => {
    switch (step.is) {
      case 'call': return rules.closes(step).some((close) => close.resource === resource) || isClosedOnceOpen(rules, resource, step);
      case 'try': return isClosedIn(rules, resource, step.body) || (step.finalizer !== undefined && isClosedIn(rules, resource, step.finalizer));
      default: return false;
    }
  });
}

// `probe.listen(0, () => probe.close())`, `new Promise((resolve) => …)`.
function isClosedOnceOpen(rules: CloseRules, resource: Resource, step: CallStep): boolean {
  const { callee } = step;
  const member = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  const opens = callee.from !== undefined && resource.row.opens?.includes(member) === true && rules.resourcesOf(callee.from).includes(resource);
  return opens && [...step.within, ...step.later].some(({ body }) => isClosedIn(rules, resource, body));
}
