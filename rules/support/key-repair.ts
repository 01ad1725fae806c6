import type { Write } from '#model/types.js';
import type { Violated } from '../types.js';

/** Sets the option that takes a key to one that the request brings, where the write is called. */
export function keyRepair({ site, inSight }: Write): Pick<Violated, 'repairs'> {
  if (inSight === undefined) return {};
  const { text, name, place } = inSight;
  return { repairs: [{ title: `Set ${place.names.join('.')} to ${text}, which the request brings`, site, change: { is: 'set-option', argument: place.argument, option: place.names, value: text, sees: name } }] };
}
