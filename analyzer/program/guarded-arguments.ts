import type { WrapperRow } from '#catalog/schema.js';
import type { Target } from './engine.js';
import type { LibraryIndex } from './library-index.js';
import { parsePlace } from './parse-place.js';
import type { CallInstance } from './values.js';

/** Stands for the value that a method is called on, among the positions of arguments. */
export const RECEIVER = -1;

/** Arguments (and the receiver) that a wrapper runs or waits for: what is called there is under its guard. */
export function guardedPositions(libraries: LibraryIndex, targets: readonly Target[]): ReadonlySet<number> {
  const positions = new Set<number>();
  for (const target of targets) {
    if (target.is !== 'value' || target.value.is !== 'library') continue;
    for (const wrapper of libraries.rows(target.value.module, target.value.path)?.wrappers ?? []) {
      if (isReceiver(wrapper.function)) positions.add(RECEIVER);
      const place = wrapper.function === undefined ? undefined : parsePlace(wrapper.function);
      if (place?.scope === 'call' && typeof place.argument === 'number' && place.argument >= 0) positions.add(place.argument);
    }
  }
  return positions;
}

/** Is it the value itself that a wrapper's method is called on? */
export function isReceiver(place: string | undefined): boolean {
  return place === 'of:';
}

/** Does a call give as many arguments as a wrapper's row wants? */
export function hasArguments({ withArguments = 0 }: WrapperRow, { expression }: CallInstance): boolean {
  return expression.arguments.length >= withArguments;
}
