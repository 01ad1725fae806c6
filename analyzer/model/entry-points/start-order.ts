import type { Program } from '#program/link-program.js';
import type { Body, CallStep, Step } from '#program/steps.js';
import type { Frame, Unit } from '#program/values.js';
import { importsOf } from '../imports.js';

/** Units in the order in which their top levels run: what is imported comes first. */
export function unitsInOrder(program: Program): readonly Unit[] {
  const ordered: Unit[] = [];
  const seen = new Set<Unit>();
  for (const root of program.units.values()) {
    const stack: { unit: Unit; imports: readonly Unit[]; next: number }[] = [];
    const open = (unit: Unit): void => {
      if (seen.has(unit)) return;
      seen.add(unit);
      stack.push({ unit, imports: importsOf(program, unit), next: 0 });
    };
    open(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const target = top.imports[top.next];
      top.next += 1;
      if (target === undefined) {
        stack.pop();
        ordered.push(top.unit);
      } else open(target);
    }
  }
  return ordered;
}

const NO_BODIES: readonly Body[] = [];

/** Bodies directly inside a step, in order. */
export function innerBodies(step: Step): readonly Body[] {
  switch (step.is) {
    case 'call': return step.within.length === 0 && step.later.length === 0 ? NO_BODIES : [...step.within, ...step.later].map((run) => run.body);
    case 'unresolved': return step.within.length === 0 ? NO_BODIES : step.within.map((run) => run.body);
    case 'enter': return [step.body];
    case 'branch': case 'parallel': return step.arms;
    case 'loop': return [step.body];
    case 'try': return [step.body, ...(step.handler === undefined ? [] : [step.handler]), ...(step.finalizer === undefined ? [] : [step.finalizer])];
    default: return NO_BODIES;
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
      const within = innerBodies(step);
      for (let position = within.length - 1; position >= 0; position -= 1) {
        const inner = within[position] as Body;
        if (seen.has(inner)) continue;
        seen.add(inner);
        if (inner.steps.length > 0) stack.push({ steps: inner.steps, next: 0 });
      }
    }
  }
}

/** The activations that some bodies lead to. */
export function framesBelow(bodies: readonly Body[]): ReadonlySet<Frame> {
  const seen = new Set<Body>();
  forEachCallStep(bodies, seen, () => undefined);
  const frames = new Set<Frame>();
  for (const { frame } of seen) if (frame !== undefined) frames.add(frame);
  return frames;
}
