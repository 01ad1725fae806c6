import type { OperationRow } from '#catalog/schema.js';
import type { LibraryIndex } from '#program/library-index.js';
import type { CallStep } from '#program/steps.js';
import { plainName, UNKNOWN, valueText } from './changes.js';
import type { PlaceSources } from './place-sources.js';
import type { Source } from './source.js';

const MAX_DEPTH = 6;
/** One of several conditions is enough there: none of them has to hold. */
const ANY_OF = /^(?:\$?n?or|not)$/i;

/** What an update asks for, and what it gives. */
interface Columns {
  readonly asked: Map<string, string>;
  readonly given: Map<string, string>;
}

interface Reading {
  readonly places: PlaceSources;
  readonly conditions: ReadonlySet<string>;
  readonly assigning: ReadonlySet<string>;
  readonly adding: ReadonlySet<string>;
}

/** Does an update ask for rows with a fixed value of a column that it gives another one to, so that a second run finds none: `{ paidAt: null }, { $set: { paidAt: now }, $inc: … }`? */
export function isCompareAndSet(row: OperationRow, { call, callee }: CallStep, places: PlaceSources, libraries: LibraryIndex): boolean {
  const reading = { places, conditions: libraries.words('condition'), assigning: libraries.words('assigns'), adding: new Set(row.relativeBy ?? []) };
  const columns: Columns = { asked: new Map(), given: new Map() };
  const { length } = call.expression.arguments;
  for (let position = 0; position < length; position += 1) {
    for (const source of places.at(call, callee, String(position))) read(source, position === 0 && length > 1, columns, reading, 0);
  }
  // What is not found is put in.
  if (columns.given.get('upsert') === 'true') return false;
  return [...columns.asked].some(([name, value]) => isAnother(value, columns.given.get(name)));
}

function read(source: Source, asks: boolean, columns: Columns, reading: Reading, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const { name, sources } of reading.places.members(source) ?? []) {
    if (asks ? ANY_OF.test(name) : name.startsWith('$') && !reading.assigning.has(name)) continue;
    const inner = sources.flatMap((one) => reading.places.members(one) ?? []).map((member) => member.name);
    if (!asks && inner.some((member) => reading.adding.has(member) && !member.startsWith('$'))) continue;
    if (!name.startsWith('$')) (asks ? columns.asked : columns.given).set(plainName(name.slice(name.lastIndexOf('.') + 1)), absent(sources, inner, reading) ?? textOf(sources));
    for (const one of sources) for (const part of asks ? elementsOf(one, reading) : [one]) read(part, asks || reading.conditions.has(name), columns, reading, depth + 1);
  }
}

// `{ $exists: false }` is as good as null.
function absent(sources: readonly Source[], inner: readonly string[], { places }: Reading): string | undefined {
  if (inner.length !== 1 || inner[0] !== '$exists') return undefined;
  return textOf(sources.flatMap((one) => places.members(one) ?? []).flatMap((member) => member.sources)) === 'false' ? 'null' : UNKNOWN;
}

// `$and: [{ … }, { … }]`.
function elementsOf(source: Source, { places }: Reading): readonly Source[] {
  return places.members(source) === undefined ? places.elements(source) : [source];
}

function textOf(sources: readonly Source[]): string {
  const [source, ...others] = sources;
  if (source === undefined || others.length > 0) return UNKNOWN;
  if (source.is === 'expression') return valueText(source.expression, source.spot.frame);
  const [value, ...more] = source.is === 'value' ? source.set.values : [];
  return value?.is === 'literal' && more.length === 0 ? String(value.value) : UNKNOWN;
}

// What is computed is hardly null; it may be any text.
function isAnother(asked: string, given: string | undefined): boolean {
  if (given === undefined || asked === UNKNOWN || asked === 'undefined' || asked === given) return false;
  return asked === 'null' || given !== UNKNOWN;
}
