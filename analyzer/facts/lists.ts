/** The empty list, shared by all facts that have nothing to list. */
export const NONE: readonly never[] = [];

/** A list that takes no more memory than its elements need; growing lists keep room for many more. */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}
