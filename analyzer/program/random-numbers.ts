import type { Engine } from './engine.js';
import type { Value, ValueSet } from './values.js';

const RANDOM = /^Math\.random\(\)(?:<=(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?))?$/;

/** What a number can be at most: itself, or the upper end of what chance draws, `Math.random() * 500`. Undefined for anything else. */
function upperEnd(value: Value): number | undefined {
  if (value.is === 'literal') return typeof value.value === 'number' ? value.value : undefined;
  return drawnUpTo(value);
}

/** The upper end of a number that chance draws, undefined for all others. */
export function drawnUpTo(value: Value): number | undefined {
  const found = value.is === 'library' && value.module === 'global' ? RANDOM.exec(value.path) : null;
  return found === null ? undefined : Number(found[1] ?? 1);
}

/** A number that chance draws, computed from others of which one is drawn; undefined where none is, or one is no number. */
export function drawnFrom(engine: Engine, values: readonly Value[], compute: (upper: readonly number[]) => number | undefined): ValueSet | undefined {
  const upper = values.map(upperEnd);
  if (upper.includes(undefined) || !values.some((value) => drawnUpTo(value) !== undefined)) return undefined;
  const end = compute(upper as number[]);
  return end === undefined || Number.isNaN(end) ? undefined : engine.table.only(engine.library('global', `Math.random()<=${end}`, undefined, undefined));
}

/** The greatest result of an operator over such numbers; undefined where it is not told. */
export function greatest(operator: string, [a = 0, b = 0]: readonly number[], isDrawn: readonly boolean[]): number | undefined {
  switch (operator) {
    case '+': return a + b;
    case '*': return a >= 0 && b >= 0 ? a * b : undefined;
    // What is drawn may be nothing.
    case '-': return isDrawn[1] === true ? a : a - b;
    case '/': return isDrawn[1] === true || b <= 0 ? undefined : a / b;
    default: return undefined;
  }
}
