import type { Binding, FunctionIndex } from '#facts/types.js';
import type { Engine } from './engine.js';
import type { Frame, ValueSet } from './values.js';

/** The activation in which code of function `by` runs, given the activation of one of the functions around it. */
export function frameWithin(engine: Engine, holder: Frame, by: FunctionIndex): Frame {
  if (by === holder.function) return holder;
  const path: FunctionIndex[] = [];
  let index: number = by;
  while (index !== holder.function && index >= 0) {
    path.push(index);
    index = holder.unit.facts.functions[index]?.parent ?? -1;
  }
  if (index < 0) return engine.generic(holder.unit, by);
  let frame = holder;
  for (const inner of path.reverse()) frame = engine.genericIn(holder.unit, inner, frame);
  return frame;
}

/** Is an activation a closure's picture of another one: the same, less what the closure does not use? */
export function isPictureOf(engine: Engine, picture: Frame, whole: Frame): boolean {
  if (picture === whole) return true;
  if (picture.unit !== whole.unit || picture.function !== whole.function || picture.parent !== whole.parent) return false;
  if (picture.self !== whole.self && picture.self !== undefined) return false;
  if (picture.given === undefined || whole.given === undefined) return false;
  return picture.given.every((set, position) => set === engine.table.unused || set === whole.given?.[position]);
}

/** The activation in which a name got its values: what stands before an unrolled loop is made once, not in each round. */
export function outsideOfRounds(frame: Frame, binding: Binding): Frame {
  let holder = frame;
  while (holder.outside !== undefined) {
    const { outside } = holder;
    const starts = Math.min(...[...(holder.fixed?.keys() ?? [])].filter((name) => outside.fixed?.has(name) !== true).map((name) => holder.unit.facts.bindings[name]?.at ?? 0));
    if (binding.at >= starts || binding.values.some(({ at }) => at >= starts)) break;
    holder = outside;
  }
  return holder;
}

/**
 * How many activations of a function are read within each other: more where it is asked by a name, as `container.get('orders')` asks itself
 * for what orders need, and where it counts how often it has called itself.
 */
export function timesWithinItself({ given = [] }: Frame): number {
  const [first] = given;
  return isLiteral(first, 'string') || given.some((set) => isLiteral(set, 'number')) ? 8 : 2;
}

function isLiteral(set: ValueSet | undefined, type: 'string' | 'number'): boolean {
  const only = set?.values.length === 1 ? set.values[0] : undefined;
  return only?.is === 'literal' && typeof only.value === type;
}
