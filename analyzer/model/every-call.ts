import type { CallStep } from '#program/steps.js';
import type { ModelContext } from './context.js';
import { innerBodies } from './entry-points/start-order.js';

/** Every call to a library in the program, each expression and callee once: those that were walked, then those nothing in sight runs. */
export function everyCall(context: ModelContext): readonly CallStep[] {
  let calls = CALLS.get(context);
  if (calls === undefined) CALLS.set(context, (calls = readAll(context)));
  return calls;
}

const CALLS = new WeakMap<ModelContext, readonly CallStep[]>();

function readAll(context: ModelContext): readonly CallStep[] {
  const { engine } = context.program;
  const found = new Map<object, CallStep[]>();
  const add = (step: CallStep) => {
    const known = found.get(step.call.expression);
    if (known === undefined) found.set(step.call.expression, [step]);
    else if (!known.some((other) => other.callee === step.callee)) known.push(step);
  };
  const seen = new Set<object>();
  const read = (body: { readonly steps: CallStep['within'][number]['body']['steps'] }): void => {
    if (seen.has(body)) return;
    seen.add(body);
    for (const step of body.steps) {
      if (step.is === 'call') add(step);
      for (const inner of innerBodies(step)) read(inner);
    }
  };
  for (const body of [...context.walker.bodies.values()]) read(body);
  for (const unit of context.program.units.values()) {
    for (const sites of unit.index.calls.values()) {
      for (const { call: expression, by } of sites) {
        if (found.has(expression)) continue;
        const call = engine.callInstance(expression, engine.generic(unit, by));
        for (const target of engine.targets(call)) {
          if (target.is === 'value' && target.value.is === 'library') add({ is: 'call', call, callee: target.value, awaited: 'stored', within: [], later: [] });
        }
      }
    }
  }
  return [...found.values()].flat();
}
