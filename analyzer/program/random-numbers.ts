import type { Engine } from './engine.js';
import type { Value, ValueSet } from './values.js';

/** What chance draws, and what is left of a time ahead, `deadline - Date.now()`: any number up to an end. */
const UP_TO = /^(Math\.random\(\)|left)(?:<=(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?))?$/;

/** What a number can be at most: itself, or the upper end of what chance draws, `Math.random() * 500`. Undefined for anything else. */
function upperEnd(value: Value): number | undefined {
  if (value.is === 'literal') return typeof value.value === 'number' ? value.value : undefined;
  return drawnUpTo(value);
}

/** The upper end of a number that chance or the clock decides, undefined for all others. */
export function drawnUpTo(value: Value): number | undefined {
  const found = value.is === 'library' && value.module === 'global' ? UP_TO.exec(value.path) : null;
  return found === null ? undefined : Number(found[2] ?? 1);
}

/** Is a number what is left of a time ahead? */
export function isLeft(value: Value): boolean {
  return value.is === 'library' && value.module === 'global' && UP_TO.exec(value.path)?.[1] === 'left';
}

/** What is left of so many ms. */
export function leftOf(engine: Engine, ms: number): ValueSet {
  return engine.table.only(engine.library('global', `left<=${ms}`, undefined, undefined));
}

/** A number that chance or the clock decides, computed from others of which one is drawn; undefined where none is, or one is no number. */
export function drawnFrom(engine: Engine, values: readonly Value[], compute: (upper: readonly number[]) => number | undefined): ValueSet | undefined {
  const upper = values.map(upperEnd);
  if (upper.includes(undefined) || !values.some((value) => drawnUpTo(value) !== undefined)) return undefined;
  const end = compute(upper as number[]);
  if (end === undefined || Number.isNaN(end)) return undefined;
  return values.some(isLeft) ? leftOf(engine, end) : engine.table.only(engine.library('global', `Math.random()<=${end}`, undefined, undefined));
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
