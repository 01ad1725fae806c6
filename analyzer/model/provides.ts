import type { Place, ProvisionRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { holds } from '#program/when.js';

/** Does what a row promises hold for a call: its condition is not false, nothing switches it off, and one of what it needs is set? */
export function provides(engine: Engine, { when, unless, needs }: ProvisionRow, call: CallInstance | undefined, callee: LibraryValue): boolean {
  if (call === undefined) return needs === undefined;
  if (when !== undefined && holds(engine, call, callee, when) === false) return false;
  if (unless !== undefined && holds(engine, call, callee, unless) !== false && isSet(engine, call, callee, unless.at)) return false;
  return needs === undefined || needs.some((place) => isOn(engine, call, callee, place));
}

// Set to something, be it `false`; what nobody knows may be it.
function isSet(engine: Engine, call: CallInstance, callee: LibraryValue, place: Place): boolean {
  return placeValues(engine, call, callee, place).values.some(({ is }) => is !== 'undefined');
}

// Left out, or `false`: it is not there.
function isOn(engine: Engine, call: CallInstance, callee: LibraryValue, place: Place): boolean {
  return placeValues(engine, call, callee, place).values.some((value) => value.is !== 'undefined' && !(value.is === 'literal' && (value.value === false || value.value === null)));
}
