import type { Place } from '#catalog/schema.js';
import { isReceiver } from './guarded-arguments.js';
import { onceFunction } from './invoke.js';
import { parsePlace, placeValues } from './places.js';
import type { CallbackRun } from './steps.js';
import type { CallInstance, LibraryValue, ValueSet } from './values.js';
import { runsOf } from './walk-calls.js';
import type { Walker } from './walker.js';

/** Functions that a call runs because they were given to a library before. */
export interface WrappedRuns {
  readonly runs: readonly CallbackRun[];
  /** Where the call's own arguments go: to what is run; perhaps to something that nobody can tell; undefined: to nobody. */
  readonly receives: 'surely' | 'perhaps' | undefined;
}

/** What a breaker was created with and `fire` runs, what `limit(f)` or `once(f)` wrapped. */
export function wrappedRuns(walker: Walker, call: CallInstance, callee: LibraryValue, given: readonly ValueSet[]): WrappedRuns {
  const { engine } = walker;
  const kept = onceFunction(engine, callee);
  if (kept !== undefined) return { runs: runsOf(walker, kept, -1, given, call).map((run) => ({ ...run, once: true })), receives: undefined };
  const runs: CallbackRun[] = [];
  const received: WrappedRuns['receives'][] = [];
  const run = (at: CallInstance, of: LibraryValue, place: Place, batches = false) => {
    const functions = placeValues(engine, at, of, place);
    // How many calls one list comes from is not known.
    if (batches) runs.push(...runsOf(walker, functions, -1, [engine.list(undefined, engine.table.union(given), undefined, undefined)], call));
    else runs.push(...runsOf(walker, functions, -1, given, call).map((one) => ({ ...one, receives: 0 })));
    received.push(functions.values.length > 0 && functions.values.every((value) => value.is !== 'unknown') ? 'surely' : 'perhaps');
  };
  for (const wrapper of engine.libraries.rows(callee.module, callee.path)?.wrappers ?? []) {
    if (wrapper.function === undefined || isReceiver(wrapper.function) || parsePlace(wrapper.function).scope === 'call') continue;
    run(call, callee, wrapper.function, wrapper.batches);
    if (wrapper.fallback !== undefined) runs.push(...runsOf(walker, placeValues(engine, call, callee, wrapper.fallback), -2, given, call).map((one) => ({ ...one, receives: 0 })));
  }
  if (callee.call !== undefined && callee.from !== undefined) {
    const row = engine.libraries.rows(callee.from.module, callee.from.path)?.wrappers.find((wrapper) => wrapper.gives === 'function' && wrapper.function !== undefined);
    if (row?.function !== undefined) run(callee.call, callee.from, row.function);
  }
  return { runs, receives: received.includes('perhaps') ? 'perhaps' : received[0] };
}
