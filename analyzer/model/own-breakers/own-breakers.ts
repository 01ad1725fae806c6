import type { Evaluator } from '#program/evaluator.js';
import type { CallInstance, Frame, Unit } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Guard } from '../types.js';
import { guardedCalls, handlesFailures } from './guarded-calls.js';
import type { GuardedCalls } from './guarded-calls.js';

/** Calls that are followed from one function to learn what it refuses by and what it counts. */
export const MAX_CALLS = 4;
/** Activations of one function that are read before it counts as none. */
const MAX_ACTIVATIONS = 4;
const NOTHING: GuardedCalls = new Map();
const KNOWN = new WeakMap<ModelContext, OwnBreakers>();

/** The ones of a program, whose answers are kept. */
export function ownBreakersOf(context: ModelContext): OwnBreakers {
  const known = KNOWN.get(context) ?? new OwnBreakers(context);
  KNOWN.set(context, known);
  return known;
}

/**
 * Home-made circuit breakers, recognised by behaviour: a call that is made only where some state allows it, and whose failure changes that
 * state by counting or by the clock. It does not matter who holds the state: the function itself, its class, or an object it asks and tells.
 */
export class OwnBreakers {
  readonly #engine: Evaluator;
  readonly #known = new Map<Frame, GuardedCalls>();
  readonly #read = new Map<string, number>();

  constructor({ program }: Pick<ModelContext, 'program'>) {
    this.#engine = program.engine;
  }

  /** The breaker that a call stands under in its own function. */
  guardOf(call: CallInstance): Guard | undefined {
    const root = this.#guardedIn(call.frame).get(call.expression);
    return root === undefined ? undefined : breakerOf(this.#engine, root, call.frame);
  }

  /** The activation around a call whose variables hold the state of the breaker that the call stands under; undefined where something else holds it. */
  holderOf(call: CallInstance): Frame | undefined {
    const variable = /^(\d+)#(\d+)$/.exec(this.#guardedIn(call.frame).get(call.expression) ?? '');
    if (variable === null || Number(variable[1]) !== call.frame.unit.id) return undefined;
    const owner = call.frame.unit.facts.bindings[Number(variable[2])]?.owner;
    for (let around = call.frame.parent; around !== undefined; around = around.parent) if (around.function === owner) return functionOf(around).kind === 'module' ? undefined : around;
    return undefined;
  }

  #guardedIn(frame: Frame): GuardedCalls {
    const known = this.#known.get(frame);
    if (known !== undefined) return known;
    const key = functionKey(frame);
    const times = this.#read.get(key) ?? (handlesFailures(functionOf(frame).body) ? 0 : MAX_ACTIVATIONS);
    const found = times >= MAX_ACTIVATIONS ? NOTHING : guardedCalls({ engine: this.#engine, frame, given: new Map(), depth: MAX_CALLS });
    // What was found once needs no other activation; the calls are the same.
    this.#read.set(key, found.size > 0 ? 0 : times + 1);
    this.#known.set(frame, found);
    return found;
  }
}

/** A breaker of the program's own as a guard: named and placed by who holds its state. */
export function breakerOf(engine: Evaluator, root: string, frame: Frame): Guard {
  const field = /^(\d+):(\d+)\./.exec(root);
  const owner = field === null ? undefined : unitOf(engine, Number(field[1]));
  const declared = owner?.facts.classes[Number(field?.[2])];
  if (owner !== undefined && declared !== undefined && declared.name !== '') {
    return { is: 'breaker', name: `${declared.name}, a breaker of the project's own`, site: siteAt(owner.frame, declared.at) };
  }
  const facts = functionOf(frame);
  return { is: 'breaker', name: `${nameAround(frame) || 'a function'}, a breaker of the project's own`, site: siteAt(frame, facts.at) };
}

function nameAround({ unit, function: own }: Frame): string {
  for (let index = own; index > 0; index = unit.facts.functions[index]?.parent ?? -1) {
    const name = unit.facts.functions[index]?.name;
    if (name !== undefined && name !== '') return name;
  }
  return '';
}

function unitOf(engine: Evaluator, id: number): Unit | undefined {
  for (const unit of engine.units.values()) if (unit.id === id) return unit;
  return undefined;
}
