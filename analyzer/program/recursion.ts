import type { FunctionIndex } from '#facts/types.js';
import type { Frame, Unit, Value, ValueSet } from './values.js';

/** Shallower activations are not looked at: what goes round and round gets deep. */
const MIN_DEPTH = 8;

/** A function that is to be entered. */
interface Entered {
  readonly unit: Unit;
  readonly index: FunctionIndex;
  readonly self: Value | undefined;
  readonly given: readonly ValueSet[];
}

/**
 * The activation that stands for a further round of a function that calls itself, itself or through others, with what it made of its own
 * arguments each time: `insert({ ...node, parent })`. It is the nearest in which what is handed over was made, that was handed the like of it
 * itself. Undefined where it is no further round, or not deep yet.
 */
export function furtherRound({ unit, index, self, given }: Entered, depth: number): Frame | undefined {
  if (depth < MIN_DEPTH) return undefined;
  const seen = new Set<Frame>();
  let open = given.flatMap(({ values }) => values.flatMap(framesOf));
  while (open.length > 0) {
    const next: Frame[] = [];
    for (const frame of open) {
      if (seen.has(frame)) continue;
      seen.add(frame);
      if (frame.unit === unit && frame.function === index && frame.self === self && frame.given !== undefined && isLike(given, frame.given)) return frame;
      next.push(...(frame.parent === undefined ? [] : [frame.parent]), ...(frame.given ?? []).flatMap(({ values }) => values.flatMap(framesOf)));
    }
    open = next;
  }
  return undefined;
}

// The same functions, objects of the same expressions, whatever activations they were made in, and the same data.
function isLike(given: readonly ValueSet[], before: readonly ValueSet[]): boolean {
  return given.length === before.length && given.every(({ values }, position) => {
    const others = before[position]?.values ?? [];
    return values.length === others.length && values.every((value, at) => isMadeAlike(value, others[at]));
  });
}

function isMadeAlike(value: Value, other: Value | undefined): boolean {
  if (value === other) return true;
  if (value.is === 'object') return other?.is === 'object' && other.expression === value.expression;
  if (value.is === 'function') return other?.is === 'function' && other.unit === value.unit && other.index === value.index;
  return false;
}

/** The activations that a value belongs to. */
export function framesOf(value: Value): readonly Frame[] {
  if (value.is === 'function' || value.is === 'class') return [value.closure];
  if (value.is === 'object') return [value.frame];
  if (value.is === 'instance') return value.call === undefined ? [value.class.closure] : [value.class.closure, value.call.frame];
  if (value.is === 'bound') return framesOf(value.target);
  if (value.is === 'library') return value.call === undefined ? [] : [value.call.frame];
  return [];
}
