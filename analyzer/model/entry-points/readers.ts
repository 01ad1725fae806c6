import type { Place } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { parsePlace, placeValues } from '#program/places.js';
import { followSegments } from '#program/place-steps.js';
import type { ValueSet } from '#program/values.js';
import type { RowCall } from './row-call.js';

/** Reads the places of a registration. */
export type Reader = (place: Place) => ValueSet;

/** One reader for each thing that a call registers: where the places of a row are those of list elements (`0[].path`), one for each element. */
export function readersOf(engine: Engine, { row, call, callee }: RowCall): readonly Reader[] {
  const whole: Reader = (place) => placeValues(engine, call, callee, place);
  const first = (row.handlers ?? [])[0];
  if (first === undefined || !isElementPlace(first)) return [whole];
  const { argument = 0 } = parsePlace(first);
  return elementSets(engine, engine.argumentsOf(call)[argument]).map((element): Reader => (place) => {
    if (!isElementPlace(place)) return whole(place);
    const spots = followSegments(engine, [{ set: element, where: undefined }], parsePlace(place).segments);
    const found = engine.table.union(spots.map((spot) => spot.set));
    return engine.table.of(found.values.filter((value) => value.is !== 'undefined'));
  });
}

function isElementPlace(place: Place): boolean {
  const { scope, elements, segments } = parsePlace(place);
  return scope === 'call' && elements && segments.length > 0;
}

// Lists in lists are flat, each alternative of an element is one.
function elementSets(engine: Engine, set: ValueSet | undefined): readonly ValueSet[] {
  return (set?.values ?? []).flatMap((value) => {
    if (value.is !== 'list') return [];
    return (value.positions ?? [value.elements]).flatMap((position) =>
      position.values.flatMap((element) => (element.is === 'list' ? elementSets(engine, engine.table.only(element)) : [engine.table.only(element)])));
  });
}
