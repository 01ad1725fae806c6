import type { CallInstance, Frame, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';

const MAX_SITES = 60;
const MAX_FRAMES = 60;
const MAX_FOUND = 12;

/** Finds the calls that enter an activation. */
export class Callers {
  readonly #context: ModelContext;
  readonly #found = new Map<Frame, readonly CallInstance[]>();
  #frames: Map<string, Frame[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** Calls with exactly these arguments; empty where none is in sight. */
  of(holder: Frame): readonly CallInstance[] {
    const known = this.#found.get(holder);
    if (known !== undefined) return known;
    this.#found.set(holder, []);
    const found = this.#search(holder);
    this.#found.set(holder, found);
    return found;
  }

  #search(holder: Frame): readonly CallInstance[] {
    const { engine } = this.#context.program;
    const { name, kind } = functionOf(holder);
    if (name === '' || kind === 'module' || kind === 'constructor') return [];
    const sites = engine.callsNamed(name);
    if (sites.length > MAX_SITES) return [];
    const found: CallInstance[] = [];
    for (const { unit, site } of sites) {
      for (const frame of this.#framesOf(unit.id, site.by)) {
        const call = engine.callInstance(site.call, frame);
        const enters = engine.targets(call).some((target) => target.is === 'value' && this.#enters(target.value, target.self, call, holder));
        if (enters) found.push(call);
        if (found.length >= MAX_FOUND) return found;
      }
    }
    return found;
  }

  #enters(value: Value, self: Value | undefined, call: CallInstance, holder: Frame): boolean {
    const { engine } = this.#context.program;
    if (value.is !== 'function' || value.unit !== holder.unit || value.index !== holder.function) return false;
    return engine.enter(value, engine.argumentsOf(call), self) === holder;
  }

  #framesOf(unit: number, by: number): readonly Frame[] {
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
