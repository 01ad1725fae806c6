import type { Site } from '#model/site.js';
import type { OptionPlace, RequestPath, SettableLimit } from '#model/types.js';
import type { Repair } from '../types.js';
import { durationText } from './duration-text.js';
import { positionsIn } from './positions-in.js';

/** A limit that is missing: the call whose option it is. */
export interface MissingLimit {
  readonly site: Site;
  /** As people say it: `connectionTimeoutMillis`. */
  readonly name: string;
  readonly place: OptionPlace;
  /** Milliseconds when absent. */
  readonly unit?: SettableLimit['unit'];
}

interface TimeLeft {
  readonly entryPoint: string;
  readonly budgetMs: number;
  readonly ms: number;
}

// Where nobody has said how long a request may take.
const WITHOUT_BUDGET_MS = 2000;
const STEP_MS = 50;
const WRITTEN: Readonly<Record<SettableLimit['unit'], (ms: number) => string>> = {
  ms: (ms) => String(ms),
  s: (ms) => String(Math.max(1, Math.floor(ms / 1000))),
  signal: (ms) => `AbortSignal.timeout(${ms})`,
};

/** Sets a missing limit to half of what the tightest budget of the entry points leaves for it. */
export function limitRepair({ site, name, place, unit = 'ms' }: MissingLimit, entryPoints: readonly string[], paths: readonly RequestPath[]): Repair {
  const left = timeLeft(entryPoints, paths);
  const value = left === undefined ? WITHOUT_BUDGET_MS : Math.max(STEP_MS, Math.floor(left.ms / 2 / STEP_MS) * STEP_MS);
  const why = left === undefined
    ? 'no budget is known: choose what a request can bear'
    : `half of what the ${durationText(left.budgetMs)} of ${left.entryPoint} leave`;
  return {
    title: `Set ${name} to ${unit === 'ms' ? `${value} ms` : unit === 's' ? `${WRITTEN.s(value)} s` : WRITTEN.signal(value)} (${why})`,
    site,
    // A signal that is there ends the call for another reason: it is not replaced.
    change: { is: 'set-option', argument: place.argument, option: place.names, value: WRITTEN[unit](value), ...(unit === 'signal' ? { onlyIfAbsent: true } : {}) },
  };
}

// Where two leave as little, the first of the paths counts.
function timeLeft(entryPoints: readonly string[], paths: readonly RequestPath[]): TimeLeft | undefined {
  const positions = positionsIn(paths);
  let least: { readonly left: TimeLeft; readonly position: number } | undefined;
  for (const id of new Set(entryPoints)) {
    for (const position of positions.get(id) ?? []) {
      const left = leftOn(paths[position] as RequestPath);
      if (left !== null && (least === undefined || left.ms < least.left.ms || (left.ms === least.left.ms && position < least.position))) least = { left, position };
    }
  }
  return least?.left;
}

const LEFT = new WeakMap<RequestPath, TimeLeft | null>();

// Laying out a path is dear: once each.
function leftOn(path: RequestPath): TimeLeft | null {
  let left = LEFT.get(path);
  if (left === undefined) LEFT.set(path, (left = readLeft(path)));
  return left;
}

function readLeft(path: RequestPath): TimeLeft | null {
  const bound = path.budget?.bound;
  if (bound?.is !== 'bounded') return null;
  const taken = path.slices.reduce((sum, { total, counts }) => (counts && total.is === 'bounded' ? sum + total.ms : sum), 0);
  return taken < bound.ms ? { entryPoint: path.entryPoint.name, budgetMs: bound.ms, ms: bound.ms - taken } : null;
}
