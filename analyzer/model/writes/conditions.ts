import type { LibraryIndex } from '#program/library-index.js';
import { UNKNOWN, valueText } from './changes.js';
import type { Member, PlaceSources } from './place-sources.js';
import { distinct } from './source.js';
import type { Source } from './source.js';

/** A value as it is written, with where it comes from. */
export interface Given {
  readonly text: string;
  readonly member: Member;
  /** It is added to what is there: to a number, or to a list. */
  readonly adds?: 'amount' | 'element';
}

/** What an update asks of a column: that it is one of some values, or none of them. */
export interface Condition {
  readonly is: 'one of' | 'none of';
  readonly values: readonly Given[];
}

/** A value given to a column, or asked for. */
export function givenBy(member: Member): Given {
  return { text: textOf(member.sources), member };
}

/** The condition that an object states for a column: `null`, `{ $in: ['new', 'open'] }`, `{ not: 'paid' }`; `inner`: what stands in it. */
export function conditionOf(member: Member, inner: readonly Member[], places: PlaceSources, libraries: LibraryIndex): Condition {
  const [only, ...others] = inner;
  if (only === undefined || others.length > 0) return { is: 'one of', values: [givenBy(member)] };
  if (libraries.words('one-of').has(only.name)) return { is: 'one of', values: only.sources.flatMap((source) => places.elements(source)).map((source) => givenBy({ name: member.name, sources: [source] })) };
  if (libraries.words('none-of').has(only.name)) return { is: 'none of', values: [givenBy(only)] };
  // `{ $exists: false }` is as good as null.
  if (libraries.words('is-there').has(only.name)) return { is: textOf(only.sources) === 'false' ? 'one of' : 'none of', values: [{ text: 'null', member: only }] };
  return { is: 'one of', values: [{ text: UNKNOWN, member: only }] };
}

/** May a row be found again whose column was given that? */
export function finds({ is, values }: Condition, given: Given): boolean {
  if (values.length === 0) return true;
  if (is === 'none of') return given.adds === 'amount' || !values.some((value) => isSame(value, given));
  return given.adds === 'element' || !values.every((value) => (given.adds === 'amount' ? isAsked(value) : isAnother(value.text, given.text)));
}

// What is computed is hardly null; it may be any text.
function isAnother(asked: string, given: string): boolean {
  if (asked === UNKNOWN || asked === 'undefined' || asked === given) return false;
  return asked === 'null' || given !== UNKNOWN;
}

// `{ version: body.version }, { $inc: { version: 1 } }`: who asks again asks for the version that was. What is read anew before each run is the next one.
function isAsked({ text, member: { sources } }: Given): boolean {
  return (text !== UNKNOWN && text !== 'null' && text !== 'undefined') || (sources.length > 0 && sources.every((source) => source.is === 'request'));
}

// The same text, or what bears the same name and comes from the same place: `{ likes: { $ne: user } }, { $push: { likes: user } }`.
function isSame(a: Given, b: Given): boolean {
  if (a.text !== UNKNOWN && a.text !== 'undefined') return a.text === b.text;
  const { holds, sources } = a.member;
  return holds !== undefined && holds === b.member.holds && distinct([...sources, ...b.member.sources]).length === distinct(sources).length;
}

function textOf(sources: readonly Source[]): string {
  const [source, ...others] = sources;
  if (source === undefined || others.length > 0) return UNKNOWN;
  if (source.is === 'expression') return valueText(source.expression, source.spot.frame);
  const [value, ...more] = source.is === 'value' ? source.set.values : [];
  return value?.is === 'literal' && more.length === 0 ? String(value.value) : UNKNOWN;
}
