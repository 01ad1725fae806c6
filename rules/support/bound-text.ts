import type { Origin } from '#model/types.js';
import { durationText } from './duration-text.js';
import { placeText } from './place-text.js';

/** A limit with where it comes from: `3 s (timeout, file:line)`; a note on it follows. */
export function boundText({ ms, from }: { readonly ms: number; readonly from: Origin }): string {
  const note = from.note === undefined ? '' : `; ${from.note}`;
  return `${durationText(ms)} (${from.text}, ${placeText(from.site)}${note})`;
}
