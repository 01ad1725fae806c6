import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue, Value, ValueSet } from '#program/values.js';

/** Is a text a path, or something nobody knows before one? */
export function isPathText(text: string): boolean {
  return text.startsWith('/') || text.startsWith('…/');
}

/** Texts standing at a place; parts nobody knows are written as `…`. */
export function textAt(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, place: string): readonly string[] {
  return textsOf(placeValues(engine, call, callee, place));
}

/** Texts that a set of values can be. */
export function textsOf(set: ValueSet): readonly string[] {
  return set.values.flatMap((value): readonly string[] => {
    if (value.is === 'list') return (value.positions ?? [value.elements]).flatMap((position) => textsOf(position));
    const text = textOf(value);
    return text === undefined ? [] : [text];
  });
}

function textOf(value: Value): string | undefined {
  switch (value.is) {
    case 'literal': return value.value === null || typeof value.value === 'boolean' ? undefined : String(value.value);
    case 'text': return value.parts.map((part) => part ?? '…').join('');
    case 'regex': return value.text;
    case 'environment': return `$${value.name}`;
    default: return undefined;
  }
}
