import type { Program } from '#program/link-program.js';
import type { Body, CallStep, Step } from '#program/steps.js';
import type { Unit } from '#program/values.js';

/** Units in the order in which their top levels run: what is imported comes first. */
export function unitsInOrder(program: Program): readonly Unit[] {
  const ordered: Unit[] = [];
  const seen = new Set<Unit>();
  for (const root of program.units.values()) {
    const stack: { unit: Unit; next: number }[] = [{ unit: root, next: 0 }];
    if (seen.has(root)) continue;
    seen.add(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { unit: Unit; next: number };
      const request = top.unit.facts.requests[top.next];
      if (request === undefined) {
        ordered.push(top.unit);
        stack.pop();
        continue;
      }
      top.next += 1;
      if (request.typeOnly === true) continue;
      const resolution = program.project.resolve(request.specifier, top.unit.path);
      const target = resolution.is === 'file' ? program.units.get(resolution.path) : undefined;
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      stack.push({ unit: target, next: 0 });
    }
  }
  return ordered;
}

/** Bodies directly inside a step, in order. */
export function innerBodies(step: Step): readonly Body[] {
  switch (step.is) {
    case 'call': return [...step.within, ...step.later].map((run) => run.body);
    case 'unresolved': return step.within.map((run) => run.body);
    case 'enter': return [step.body];
    case 'branch': case 'parallel': return step.arms;
    case 'loop': return [step.body];
    case 'try': return [step.body, ...(step.handler === undefined ? [] : [step.handler]), ...(step.finalizer === undefined ? [] : [step.finalizer])];
    default: return [];
  }
}

/** Visits every call step below some bodies once, in order of execution. */
export function forEachCallStep(bodies: readonly Body[], seen: Set<Body>, visit: (step: CallStep) => void): void {
  const stack: { steps: readonly Step[]; next: number }[] = [];
  for (const root of bodies) {
    if (seen.has(root)) continue;
    seen.add(root);
    stack.push({ steps: root.steps, next: 0 });
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { steps: readonly Step[]; next: number };
      const step = top.steps[top.next];
      if (step === undefined) {
        stack.pop();
        continue;
      }
      top.next += 1;
      if (step.is === 'call') visit(step);
      for (const inner of [...innerBodies(step)].reverse()) {
        if (seen.has(inner)) continue;
        seen.add(inner);
        stack.push({ steps: inner.steps, next: 0 });
      }
    }
  }
}
