import type { When } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import { placeValues } from './places.js';
import type { CallInstance, LibraryValue, Value } from './values.js';

/** Does a row's condition hold for a call? Undefined when nobody can tell. */
export function holds(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, when: When): boolean | undefined {
  const { values } = placeValues(engine, call, callee, when.at);
  if (values.some((value) => isOneOf(value, when.is))) return true;
  return values.every((value) => value.is === 'literal' || isNoData(value) || isSibling(value, when.is)) ? false : undefined;
}

/** Is a value one of these literals, or something of a library by one of these paths? */
export function isOneOf(value: Value, wanted: readonly (string | number | boolean)[]): boolean {
  if (value.is === 'library') return wanted.includes(value.path);
  return value.is === 'literal' && value.value !== null && wanted.includes(value.value);
}

function isNoData(value: Value): boolean {
  return value.is === 'function' || value.is === 'class' || value.is === 'object' || value.is === 'list' || value.is === 'regex';
}

// Another member of the enumeration that one of the wanted paths is of, or what another call gives.
function isSibling(value: Value, wanted: readonly (string | number | boolean)[]): boolean {
  if (value.is === 'library' && value.path.endsWith('()')) return wanted.every((path) => typeof path === 'string' && path.endsWith('()'));
  const dot = value.is === 'library' ? value.path.lastIndexOf('.') : -1;
  return value.is === 'library' && dot > 0 && !value.path.endsWith(')') && wanted.some((path) => typeof path === 'string' && path.startsWith(value.path.slice(0, dot + 1)));
}
