import type { Place } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { holds } from '#program/when.js';

/** Is the body of a route read by what a call makes for it, or by registering it with this call? */
export function readsBody(engine: Engine, callee: LibraryValue | undefined, call: CallInstance | undefined): boolean {
  if (callee === undefined || call === undefined) return false;
  return engine.libraries.rows(callee.module, callee.path)?.bodies.some(({ registered, when, needs }) =>
    registered === true && (when === undefined || holds(engine, call, callee, when) === true) && (needs === undefined || needs.some((place) => isThere(engine, call, callee, place)))) === true;
}

function isThere(engine: Engine, call: CallInstance, callee: LibraryValue, place: Place): boolean {
  const { values } = placeValues(engine, call, callee, place);
  return values.length > 0 && values.every(({ is }) => is !== 'undefined' && is !== 'unknown');
}
