import { isPictureOf } from '#program/frame-chain.js';
import type { Body } from '#program/steps.js';
import type { CallInstance, Frame, FunctionValue } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { innerBodies } from '../entry-points/start-order.js';

const CALLERS = new WeakMap<ModelContext, Callers>();
const MAX_SITES = 60;
const MAX_FRAMES = 60;
const MAX_FOUND = 12;

/** A function of the program that a call enters, and its activation there. */
export interface Entered {
  readonly target: FunctionValue;
  readonly frame: Frame;
}

/** A call that fills an activation's parameters, and with which of its arguments it begins. */
export interface Filling {
  readonly call: CallInstance;
  readonly from: number;
}

/** The one of a program, whose answers are kept. */
export function callersOf(context: ModelContext): Callers {
  const known = CALLERS.get(context) ?? new Callers(context);
  CALLERS.set(context, known);
  return known;
}

/** Finds the activations that calls enter, and the calls that enter an activation. */
export class Callers {
  readonly #context: ModelContext;
  readonly #entered = new Map<CallInstance, readonly Entered[]>();
  readonly #named = new Map<string, ReadonlyMap<Frame, readonly CallInstance[]> | 'many'>();
  #frames: Map<string, Frame[]> | undefined;
  #fillings: ReadonlyMap<Frame, readonly Filling[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** Calls that fill the parameters of an activation: its own, else those of what it was given to, a breaker or a field. */
  filling(holder: Frame): readonly Filling[] {
    const own = this.of(holder);
    if (own.length > 0) return own.map((call) => ({ call, from: 0 }));
    return (this.#fillings ??= this.#walked()).get(holder) ?? [];
  }

  // Some functions have no name to be called by: what a breaker runs, what a class keeps in a field.
  #walked(): ReadonlyMap<Frame, readonly Filling[]> {
    const found = new Map<Frame, Filling[]>();
    const add = (frame: Frame | undefined, filling: Filling) => {
      if (frame === undefined || frame === filling.call.frame) return;
      const known = found.get(frame) ?? [];
      if (known.length < MAX_FOUND && !known.some(({ call }) => call === filling.call)) found.set(frame, [...known, filling]);
    };
    const seen = new Set<Body>();
    const open = [...this.#context.walker.bodies.values()];
    for (let body = open.pop(); body !== undefined; body = open.pop()) {
      if (seen.has(body)) continue;
      seen.add(body);
      for (const step of body.steps) {
        open.push(...innerBodies(step));
        if (step.is === 'call') for (const run of step.within) if (run.receives !== undefined) add(run.body.frame, { call: step.call, from: run.receives });
        const { entered, call } = step.is === 'enter' ? { entered: [step.body], call: step.call } : step.is === 'branch' ? { entered: step.arms, call: step.call } : { entered: [], call: undefined };
        for (const { frame } of entered) if (call !== undefined && this.entered(call).some((one) => one.frame === frame)) add(frame, { call, from: 0 });
      }
    }
    return found;
  }

  /** Calls with exactly these arguments; empty where none is in sight. */
  of(holder: Frame): readonly CallInstance[] {
    const { name, kind } = functionOf(holder);
    if (name === '' || kind === 'module' || kind === 'constructor') return [];
    let known = this.#named.get(name);
    if (known === undefined) this.#named.set(name, (known = this.#search(name)));
    const found = known === 'many' ? [] : known.get(holder) ?? this.#ofPicture(known, holder);
    return found.length > 0 ? found : this.#entering(holder);
  }

  // Many things are called so, or it is called from many activations: the calls by which it was entered are looked at.
  #entering(holder: Frame): readonly CallInstance[] {
    return ((this.#fillings ??= this.#walked()).get(holder) ?? []).flatMap(({ call, from }) => (from === 0 ? [call] : []));
  }

  // A closure sees its function's activation without what it does not use itself.
  #ofPicture(known: ReadonlyMap<Frame, readonly CallInstance[]>, holder: Frame): readonly CallInstance[] {
    const found = [...known].flatMap(([frame, calls]) => (isPictureOf(this.#context.program.engine, holder, frame) ? calls : []));
    return [...new Set(found)].slice(0, MAX_FOUND);
  }

  /** The program's own functions that a call enters. */
  entered(call: CallInstance): readonly Entered[] {
    let known = this.#entered.get(call);
    if (known === undefined) {
      const { engine } = this.#context.program;
      known = engine.targets(call).flatMap((target) => {
        if (target.is !== 'value' || target.value.is !== 'function') return [];
        return [{ target: target.value, frame: engine.enter(target.value, engine.argumentsOf(call), target.self) }];
      });
      this.#entered.set(call, known);
    }
    return known;
  }

  // All calls of a name at once: each is looked at once, whoever asks.
  #search(name: string): ReadonlyMap<Frame, readonly CallInstance[]> | 'many' {
    const { engine } = this.#context.program;
    const found = new Map<Frame, CallInstance[]>();
    const sites = engine.callsNamed(name);
    if (sites.length > MAX_SITES) return 'many';
    for (const { unit, site } of sites) {
      for (const around of this.framesOf(unit.id, site.by)) {
        const call = engine.callInstance(site.call, around);
        for (const frame of new Set(this.entered(call).map((entered) => entered.frame))) {
          const known = found.get(frame);
          if (known === undefined) found.set(frame, [call]);
          else if (known.length < MAX_FOUND) known.push(call);
        }
      }
    }
    return found;
  }

  /** Activations of a function that are known, not all of them where they are many. */
  framesOf(unit: number, by: number): readonly Frame[] {
    if (this.#frames === undefined) {
      this.#frames = new Map();
      for (const frame of this.#context.walker.bodies.keys()) {
        const key = functionKey(frame);
        const known = this.#frames.get(key);
        if (known === undefined) this.#frames.set(key, [frame]);
        else if (known.length < MAX_FRAMES) known.push(frame);
      }
    }
    return this.#frames.get(`${unit}:${by}`) ?? [];
  }
}
