import type { Question } from '#program/questions.js';
import type { Body, Step } from '#program/steps.js';
import type { Frame, InstanceValue } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from './context.js';
import { eachExpression } from './own-breakers/statements.js';
import { innerBodies } from './entry-points/start-order.js';

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
  if (resetsMember(context, frame, target.name)) return undefined;
  const lives = holders.length > 0 && holders.every((holder) => holder.is === 'class' || holder.is === 'namespace' || holder.is === 'object' || (holder.is === 'instance' && !isMadePerRequest(context, holder)));
  return lives ? `${target.name} is kept once it has a value` : undefined;
}

// Set back to nothing or to something else somewhere: a cache with an expiry.
function isReset(frame: Frame, binding: number): boolean {
  const facts = frame.unit.facts.bindings[binding];
  const later = (facts?.values ?? []).filter(({ by }) => by !== facts?.owner);
  return later.some(({ value }) => isNothing(value)) || later.length > 1;
}

function resetsMember(context: ModelContext, frame: Frame, name: string): boolean {
  const assignments = frame.unit.index.assignments.get(name) ?? [];
  const later = assignments.filter(({ by }) => functionOfKind(frame, by) !== 'constructor' && !isUnused(context, frame, by));
  return later.some(({ value }) => isNothing(value)) || later.filter(({ value }) => !isNothing(value)).length > 1;
}

// A method that nobody calls, of which nobody takes the name, and that no decorator hands to anybody.
function isUnused({ program: { engine } }: ModelContext, { unit }: Frame, index: number): boolean {
  const { kind, name, class: owner } = unit.facts.functions[index] ?? {};
  if (kind !== 'method' || name === undefined || owner === undefined || /^(?:on|ng|before|after|component)[A-Z]/.test(name)) return false;
  const isDecorated = unit.facts.classes[owner]?.members.some((member) => member.function === index && (member.decorators?.length ?? 0) > 0) === true;
  return !isDecorated && engine.callsNamed(name).length === 0 && !unit.ask(membersNamed).has(name);
}

const membersNamed: Question<ReadonlySet<string>> = ({ facts }) => {
  const names = new Set<string>();
  for (const { body } of facts.functions) eachExpression(body, (part) => {
    if (part.is === 'member') names.add(part.name);
  });
  return names;
};

function functionOfKind(frame: Frame, index: number): string | undefined {
  return frame.unit.facts.functions[index]?.kind;
}

function isNothing(value: { readonly is: string; readonly value?: unknown }): boolean {
  return value.is === 'undefined' || (value.is === 'literal' && (value.value === null || value.value === false));
}

// Constructed by code that does not run when the process starts.
function isMadePerRequest(context: ModelContext, instance: InstanceValue): boolean {
  const calls = context.program.engine.constructions.get(instance);
  if (calls === undefined) return false;
  const started = startedFrames(context);
  return [...calls].every((call) => !started.has(call.frame));
}

const STARTED = new WeakMap<ModelContext, ReadonlySet<Frame>>();

/** Activations that run when the process starts. */
export function startedFrames(context: ModelContext): ReadonlySet<Frame> {
  const known = STARTED.get(context);
  if (known !== undefined) return known;
  const frames = new Set<Frame>();
  const seen = new Set<Body>();
  const stack = [...context.start];
  for (let body = stack.pop(); body !== undefined; body = stack.pop()) {
    if (seen.has(body)) continue;
    seen.add(body);
    if (body.frame !== undefined) frames.add(body.frame);
    for (const step of body.steps) stack.push(...innerBodies(step));
  }
  STARTED.set(context, frames);
  return frames;
}
