import type { Expression } from '#facts/types.js';
import type { Question } from '#program/questions.js';
import { sameTarget } from '#program/lazy-values.js';
import type { Step } from '#program/steps.js';
import type { Frame, InstanceValue } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from './context.js';
import { eachExpression } from '#program/statements.js';
import { Lifetimes } from './lifetimes.js';
import { startedFrames } from './started-frames.js';

/** Why what a branch computes is kept for the process's life, undefined when it is not: a local, an entry of a cache by key, a field of an object made for each request. */
export function keptForLife(context: ModelContext, step: Extract<Step, { is: 'branch' }>, frame: Frame | undefined): string | undefined {
  const target = step.keeps;
  if (target === undefined || frame === undefined) return undefined;
  if (target.is === 'variable') {
    const binding = frame.unit.facts.bindings[target.binding];
    if (binding === undefined || binding.owner === frame.function || isReset(frame, target.binding)) return undefined;
    return binding.owner === 0 || functionOf(frame).parent !== -1 ? `${binding.name} is kept once it has a value` : undefined;
  }
  if (target.is === 'call') return keptEntry(context, target, frame);
  if (target.is !== 'member') return undefined;
  if (resetsMember(context, frame, target.name)) return undefined;
  return holdersLive(context, target, frame) ? `${target.name} is kept once it has a value` : undefined;
}

// An entry of a map that nobody takes out again.
function keptEntry(context: ModelContext, { callee }: Extract<Expression, { is: 'call' }>, frame: Frame): string | undefined {
  if (callee.is !== 'member') return undefined;
  const map = callee.of;
  const removed = ['delete', 'clear'].some((name) => (frame.unit.index.calls.get(name) ?? []).some(({ call }) => call.callee.is === 'member' && sameTarget(call.callee.of, map)));
  const lives = map.is === 'variable' ? frame.unit.facts.bindings[map.binding]?.owner !== frame.function : map.is === 'member' && holdersLive(context, map, frame);
  return lives && !removed ? 'its entry is kept once it has one' : undefined;
}

function holdersLive(context: ModelContext, { of }: Extract<Expression, { is: 'member' }>, frame: Frame): boolean {
  const holders = context.program.engine.evaluate(of, frame).values;
  return holders.length > 0 && holders.every((holder) => holder.is === 'class' || holder.is === 'namespace' || holder.is === 'object' || (holder.is === 'instance' && !isMadePerRequest(context, holder)));
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

// Constructed by code that does not run when the process starts, and kept nowhere.
function isMadePerRequest(context: ModelContext, instance: InstanceValue): boolean {
  const calls = context.program.engine.constructions.get(instance);
  if (calls === undefined) return false;
  const started = startedFrames(context);
  const lifetimes = new Lifetimes(context);
  return [...calls].every((call) => !started.has(call.frame) && lifetimes.keptBy(call) === undefined);
}
