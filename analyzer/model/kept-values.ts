import type { Step } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from './context.js';

/** Why what a branch computes is kept for the process's life, undefined when it is not: a local, an entry of a cache by key, a field of an object made for each request. */
export function keptForLife(context: ModelContext, step: Extract<Step, { is: 'branch' }>, frame: Frame | undefined): string | undefined {
  const target = step.keeps;
  if (target === undefined || frame === undefined) return undefined;
  if (target.is === 'variable') {
    const binding = frame.unit.facts.bindings[target.binding];
    if (binding === undefined || binding.owner === frame.function || isReset(frame, target.binding)) return undefined;
    return binding.owner === 0 || functionOf(frame).parent !== -1 ? `${binding.name} is kept once it has a value` : undefined;
  }
  if (target.is !== 'member') return undefined;
  const holders = context.program.engine.evaluate(target.of, frame).values;
  if (resetsMember(frame, target.name)) return undefined;
  const lives = holders.length > 0 && holders.every((holder) => holder.is === 'class' || holder.is === 'namespace' || holder.is === 'object' || (holder.is === 'instance' && !isMadePerRequest(context, holder.call?.frame)));
  return lives ? `${target.name} is kept once it has a value` : undefined;
}

// Set back to nothing somewhere: a cache with an expiry.
function isReset(frame: Frame, binding: number): boolean {
  const values = frame.unit.facts.bindings[binding]?.values ?? [];
  return values.some(({ value, by }) => by !== 0 && by !== frame.unit.facts.bindings[binding]?.owner && isNothing(value)) || values.filter(({ value }) => !isNothing(value)).length > 1;
}

function resetsMember(frame: Frame, name: string): boolean {
  const assignments = frame.unit.index.assignments.get(name) ?? [];
  const later = assignments.filter(({ by }) => functionOfKind(frame, by) !== 'constructor');
  return later.some(({ value }) => isNothing(value)) || later.filter(({ value }) => !isNothing(value)).length > 1;
}

function functionOfKind(frame: Frame, index: number): string | undefined {
  return frame.unit.facts.functions[index]?.kind;
}

function isNothing(value: { readonly is: string; readonly value?: unknown }): boolean {
  return value.is === 'undefined' || (value.is === 'literal' && value.value === null);
}

function isMadePerRequest(context: ModelContext, frame: Frame | undefined): boolean {
  if (frame === undefined || frame.function === 0) return false;
  return context.handlers.some((handler) => handler.bodies.some((body) => body.frame === frame));
}
