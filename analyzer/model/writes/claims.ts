import type { CallStep } from '#program/steps.js';
import type { Handler, ModelContext } from '../context.js';
import type { Write } from '../types.js';
import type { Keys } from './keys.js';
import type { Origins } from './origins.js';
import type { PlaceSources } from './place-sources.js';
import type { FoundRepeater } from './repeaters.js';
import type { Sources } from './sources.js';
import type { WriteEffects } from './write-effect.js';

interface Parts {
  readonly sources: Sources;
  readonly places: PlaceSources;
  readonly origins: Origins;
  readonly effects: WriteEffects;
  readonly keys: Keys;
}

/** Knows which steps run only after a key of the request was claimed. */
export class Claims {
  readonly #context: ModelContext;
  readonly #parts: Parts;

  constructor(context: ModelContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** What a claim in front of a step makes of its key; undefined where there is none. */
  over(handler: Handler, step: CallStep, repeater: FoundRepeater): Write['key'] | undefined {
    void [this.#context, this.#parts, handler, step, repeater];
    return undefined;
  }
}
