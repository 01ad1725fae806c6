import type { Place } from '#catalog/schema.js';
import type { Engine } from './engine.js';
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
    if (wrapper.fallback !== undefined && wrapper.gives !== 'policy') runs.push(...runsOf(walker, placeValues(engine, call, callee, wrapper.fallback), -2, given, call).map((one) => ({ ...one, receives: 0 })));
    if (wrapper.function === undefined || isReceiver(wrapper.function) || parsePlace(wrapper.function).scope === 'call') continue;
    run(call, callee, wrapper.function, wrapper.batches);
  }
  for (const policy of outermostPolicies(engine, call, callee)) {
    const rows = policy.from === undefined ? [] : engine.libraries.rows(policy.from.module, policy.from.path)?.wrappers ?? [];
    for (const { gives, fallback } of rows) if (gives === 'policy' && fallback !== undefined && policy.call !== undefined) runs.push(...runsOf(walker, placeValues(engine, policy.call, policy.from, fallback), -2, [], call));
  }
  if (callee.call !== undefined && callee.from !== undefined) {
    const row = engine.libraries.rows(callee.from.module, callee.from.path)?.wrappers.find((wrapper) => wrapper.gives === 'function' && wrapper.function !== undefined);
    if (row?.function !== undefined) run(callee.call, callee.from, row.function);
  }
  return { runs, receives: received.includes('perhaps') ? 'perhaps' : received[0] };
}

/** Policies inside policies are looked through this far. */
const MAX_POLICIES = 6;

/** The policy around everything that a call runs: what it falls back to is under no other. */
function outermostPolicies(engine: Engine, call: CallInstance, callee: LibraryValue, depth = 0): readonly LibraryValue[] {
  const rows = engine.libraries.rows(callee.module, callee.path)?.wrappers ?? [];
  const composed = rows.find(({ guard }) => guard === 'compose');
  if (composed !== undefined && depth <= MAX_POLICIES) {
    const given = engine.argumentsOf(call);
    const outermost = composed.innermostFirst === true ? given.at(-1) : given[0];
    const only = outermost?.values.length === 1 ? outermost.values[0] : undefined;
    return only?.is === 'library' ? policyOf(engine, only, depth) : [];
  }
  const policy = callee.from;
  if (depth > 0 || policy?.from === undefined || policy.call === undefined) return [];
  const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  const runsIt = engine.libraries.rows(policy.from.module, policy.from.path)?.wrappers.some((row) => row.gives === 'policy' && row.runs?.some((run) => run.call === name) === true) === true;
  return runsIt ? policyOf(engine, policy, depth) : [];
}

function policyOf(engine: Engine, policy: LibraryValue, depth: number): readonly LibraryValue[] {
  const inner = policy.call === undefined || policy.from === undefined ? [] : outermostPolicies(engine, policy.call, policy.from, depth + 1);
  return inner.length > 0 ? inner : [policy];
}
