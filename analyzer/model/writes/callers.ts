import type { CallInstance, Frame, FunctionValue } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';

const MAX_SITES = 60;
const MAX_FRAMES = 60;
const MAX_FOUND = 12;

/** A function of the program that a call enters, and its activation there. */
export interface Entered {
  readonly target: FunctionValue;
  readonly frame: Frame;
}

/** Finds the activations that calls enter, and the calls that enter an activation. */
export class Callers {
  readonly #context: ModelContext;
  readonly #entered = new Map<CallInstance, readonly Entered[]>();
  readonly #named = new Map<string, ReadonlyMap<Frame, readonly CallInstance[]>>();
  #frames: Map<string, Frame[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** Calls with exactly these arguments; empty where none is in sight. */
  of(holder: Frame): readonly CallInstance[] {
    const { name, kind } = functionOf(holder);
    if (name === '' || kind === 'module' || kind === 'constructor') return [];
    let known = this.#named.get(name);
    if (known === undefined) this.#named.set(name, (known = this.#search(name)));
    return known.get(holder) ?? [];
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
  #search(name: string): ReadonlyMap<Frame, readonly CallInstance[]> {
    const { engine } = this.#context.program;
    const found = new Map<Frame, CallInstance[]>();
    const sites = engine.callsNamed(name);
    if (sites.length > MAX_SITES) return found;
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
        const key = `${frame.unit.id}:${frame.function}`;
        const known = this.#frames.get(key);
        if (known === undefined) this.#frames.set(key, [frame]);
        else if (known.length < MAX_FRAMES) known.push(frame);
      }
    }
    return this.#frames.get(`${unit}:${by}`) ?? [];
  }
}
