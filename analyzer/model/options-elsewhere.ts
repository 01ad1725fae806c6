import type { Place } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { PlaceOrigin } from '#program/place-bases.js';

const ARGUMENT = /^((?:[a-z]+:)*)(\d+)(?=[.|]|$)/;

/**
 * Is a place among several that name one option certainly not the one, although what stands there is not known? The options stand in another
 * argument, as in `new Redis(url, { commandTimeout: 300 })`; or what stands there is something made by a call, whose own place is another one.
 */
export function standsElsewhere(engine: Engine, places: readonly Place[], place: Place, { call, callee, creation }: PlaceOrigin): boolean {
  if (places.length < 2) return false;
  const valuesAt = (at: Place) => placeValues(engine, call, callee, at, creation).values;
  const holder = place.slice(0, Math.max(place.lastIndexOf('.'), 0));
  if (places.some((other) => other.startsWith(`${holder}|`)) && holder !== '') {
    const held = valuesAt(holder);
    if (held.length > 0 && held.every((value) => value.is === 'library' && value.call !== undefined)) return true;
  }
  const [whole, prefix, argument] = ARGUMENT.exec(place) ?? [];
  if (whole === undefined || !place.startsWith(`${whole}.`)) return false;
  const others = places.flatMap((other) => {
    const [base, before, position] = ARGUMENT.exec(other) ?? [];
    return base !== undefined && before === prefix && position !== argument ? [base] : [];
  });
  if (others.length === 0 || valuesAt(whole).some((value) => value.is === 'object' || value.is === 'merged')) return false;
  return others.some((base) => {
    const values = valuesAt(base);
    return values.length > 0 && values.every((value) => value.is === 'object' || value.is === 'merged');
  });
}
