import type { Program } from '#program/link-program.js';
import type { Body } from '#program/steps.js';
import { siteOfCall } from './context.js';
import type { Handler } from './context.js';
import { innerBodies } from './entry-points/start-order.js';
import type { Site } from './site.js';
import type { Guard } from './types.js';

/** The limit that a client sends with its call, of handlers that ask for it: `call.getDeadline()`. How long it is only the client knows. */
export function propagatedBudgets(program: Program, { entryPoint: { framework, kind }, bodies }: Handler): readonly Guard[] {
  const library = program.engine.libraries.ofFramework(framework);
  return (library?.budgets ?? []).flatMap(({ propagated }): readonly Guard[] => {
    const site = propagated?.kinds.includes(kind) === true ? asksAt(bodies.map(({ body }) => body), propagated.member) : undefined;
    return site === undefined ? [] : [{ is: 'budget', name: 'the deadline of the client', site, bound: { is: 'unknown', because: 'each client sets its own' } }];
  });
}

function asksAt(bodies: readonly Body[], member: string): Site | undefined {
  const seen = new Set(bodies);
  for (const body of seen) {
    for (const step of body.steps) {
      if ((step.is === 'unresolved' || step.is === 'call') && step.call.expression.callee.is === 'member' && step.call.expression.callee.name === member) return siteOfCall(step.call);
      for (const inner of innerBodies(step)) seen.add(inner);
    }
  }
  return undefined;
}
