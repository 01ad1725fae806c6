import type { OperationRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Value } from '#program/values.js';

/** What a call does when something is there already, where it writes only what is not. */
export function otherwiseOf(engine: Engine, { onlyIfAbsent = [] }: OperationRow, { call, callee }: CallStep): 'fails' | 'tells' | undefined {
  const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  return onlyIfAbsent.find(({ members, at, is = [] }) => members?.includes(name) !== false
    && (at === undefined || at.some((place) => placeValues(engine, call, callee, place).values.some((value) => is.some((wanted) => says(value, wanted))))))?.otherwise;
}

function says(value: Value, wanted: string | boolean): boolean {
  const texts = value.is === 'literal' ? [value.value] : value.is === 'text' ? value.parts : [];
  return texts.some((text) => (typeof wanted === 'string' && typeof text === 'string' ? text.toLowerCase().includes(wanted.toLowerCase()) : text === wanted));
}
