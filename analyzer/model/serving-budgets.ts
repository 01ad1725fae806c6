import type { Engine } from '#program/engine.js';
import { creationsOf } from '#program/creations.js';
import type { CallStep } from '#program/steps.js';
import type { GuardStack, Handler, ModelContext, Visit } from './context.js';
import { siteOfCall } from './context.js';
import { forEachCallStep } from './entry-points/start-order.js';
import { GuardFinder, GuardStacks } from './guards.js';
import { PathFinder } from './paths.js';
import { msOf } from './served-budgets.js';
import { isServing } from './serving-calls.js';
import { siteKey } from './site.js';
import type { Guard } from './types.js';

/** The handlers of applications that others serve, with the limits that these put around it: `withBudget(8000, (request) => yoga.fetch(request))`. */
export function withServingBudgets(context: ModelContext): readonly Handler[] {
  const { program: { engine }, handlers } = context;
  const serving = handlers.filter((handler) => serves(engine, handler));
  if (serving.length === 0) return handlers;
  const stacks = new Map<string, readonly Guard[][]>();
  const paths = new PathFinder(context, new GuardFinder(context), new GuardStacks());
  paths.followAll(serving, ({ step, guards, handler, detached }: Visit) => {
    if (!isServing(engine, step.callee)) return;
    for (const site of sitesMade(engine, step)) stacks.set(site, [...(stacks.get(site) ?? []), detached ? [] : limitsIn(guards, handler)]);
  });
  return handlers.map((handler) => {
    const around = (handler.within ?? []).map(siteKey).flatMap((site) => stacks.get(site) ?? []);
    // Served several times, it is limited as it is where that takes longest.
    const [longest] = [...around].sort((a, b) => shortest(b) - shortest(a));
    return longest === undefined || longest.length === 0 ? handler : { ...handler, budgets: [...longest, ...handler.budgets] };
  });
}

function serves(engine: Engine, { bodies }: Handler): boolean {
  let found = false;
  forEachCallStep(bodies.map(({ body }) => body), new Set(), ({ callee }) => {
    found ||= isServing(engine, callee);
  });
  return found;
}

function sitesMade(engine: Engine, { callee }: CallStep): readonly string[] {
  return creationsOf(engine, callee).flatMap(({ call }) => (call === undefined ? [] : [siteKey(siteOfCall(call))]));
}

// From the outermost on; what bounds a request of another application is told there.
function limitsIn(guards: GuardStack | undefined, { entryPoint: { name } }: Handler): Guard[] {
  const found: Guard[] = [];
  for (let stack = guards; stack !== undefined; stack = stack.outer) {
    const { guard } = stack.guard;
    if (guard.is === 'budget' || guard.is === 'timeout') found.unshift({ ...guard, is: 'budget', name: `${guard.name} of ${name}` });
  }
  return found;
}

function shortest(guards: readonly Guard[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...guards.map(msOf));
}
