import type { Library } from '#catalog/schema.js';
import { activationsOnObjects } from './callers.js';
import type { Evaluator } from './evaluator.js';
import { Hooks } from './hooks.js';
import { placeValues } from './places.js';
import type { CallInstance, LibraryValue, ValueSet } from './values.js';

type EmitterRow = NonNullable<Library['emitters']>[number];

interface Listener {
  readonly holder: object;
  readonly event: ValueSet;
  readonly handlers: ValueSet;
}

/** Knows who listens to which event of which emitter, and what is hooked onto which calls. */
export class Emitters {
  readonly hooks: Hooks;
  readonly #engine: Evaluator;
  readonly #listeners = new Map<EmitterRow, readonly Listener[]>();

  constructor(engine: Evaluator) {
    this.#engine = engine;
    this.hooks = new Hooks(engine);
  }

  /** The handlers that an emitting call runs; undefined when it emits nothing. */
  handlersOf(call: CallInstance, callee: LibraryValue): ValueSet | undefined {
    const library = this.#engine.libraries.library(callee.module);
    const row = library?.emitters?.find((candidate) => candidate.emit === callee.path);
    const holder = identityOf(callee);
    if (row === undefined || holder === undefined) return undefined;
    const event = placeValues(this.#engine, call, callee, row.eventAt);
    const heard = this.#listenersOf(row, callee.module).filter((listener) => listener.holder === holder && sameEvent(listener.event, event));
    return this.#engine.table.union(heard.map((listener) => listener.handlers));
  }

  #listenersOf(row: EmitterRow, module: string): readonly Listener[] {
    const known = this.#listeners.get(row);
    if (known !== undefined) return known;
    this.#listeners.set(row, []);
    const found = row.listen.flatMap((path) => this.#listening(row, module, path));
    this.#listeners.set(row, found);
    return found;
  }

  #listening(row: EmitterRow, module: string, path: string): readonly Listener[] {
    const engine = this.#engine;
    return engine.callsNamed(path.slice(path.lastIndexOf('.') + 1)).flatMap(({ unit, site }) => activationsOnObjects(engine, unit, site.by).flatMap((frame) => {
      const call = engine.callInstance(site.call, frame);
      return engine.targets(call).flatMap((target) => {
        if (target.is !== 'value' || target.value.is !== 'library' || target.value.module !== module || target.value.path !== path) return [];
        const holder = identityOf(target.value);
        if (holder === undefined) return [];
        return [{ holder, event: placeValues(engine, call, target.value, row.eventAt), handlers: placeValues(engine, call, target.value, row.handlerAt) }];
      });
    }));
  }
}

// The same emitter: made by the same expression.
function identityOf(value: LibraryValue): object | undefined {
  for (let current: LibraryValue | undefined = value.from; current !== undefined; current = current.from) {
    if (current.call !== undefined) return current.call.expression;
  }
  return undefined;
}

function sameEvent(a: ValueSet, b: ValueSet): boolean {
  return a.values.some((value) => b.values.includes(value) && (value.is === 'literal' || value.is === 'library'));
}
