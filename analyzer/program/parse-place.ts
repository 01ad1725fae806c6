import type { Place } from '#catalog/schema.js';

/** One prefix of a place: which call or value the rest speaks of. */
export type Scope =
  | { readonly is: 'call' | 'creation' | 'parent' | 'of' | 'result' | 'library' }
  /** `first`: the text that stands first in the call. */
  | { readonly is: 'chain'; readonly name: string; readonly first?: string };

/** One step from a value to a part of it. */
export interface Segment {
  readonly name: string;
  /** `[]`: the elements of what stands there. */
  readonly elements: boolean;
  /** `()`: what the function standing there gives, or each function of a list. */
  readonly gives: boolean;
}

/** A place of the catalog, taken apart. */
export interface ParsedPlace {
  /** The outermost prefix, `call` without one. */
  readonly scope: Scope['is'];
  /** All prefixes, in the order written. */
  readonly scopes: readonly Scope[];
  readonly argument: number | undefined;
  /** `*`: any argument. */
  readonly any: boolean;
  /** All arguments from `argument` on. */
  readonly onwards: boolean;
  /** The elements of the argument when it is a list. */
  readonly elements: boolean;
  readonly segments: readonly Segment[];
  /** The segments' names. */
  readonly names: readonly string[];
  /** A query parameter of the URL standing there. */
  readonly query: string | undefined;
  /** A place in the call that made the value standing there. */
  readonly within: ParsedPlace | undefined;
}

const PARSED = new Map<Place, ParsedPlace>();
const PREFIX = /^(?:(call|creation|parent|of|result|library)|chain:([\w$]+)(?:\(([\w$.-]+)\))?):/;
const REST = /^(-?\d+|\*)?(\.\.)?(\[\])?((?:\.[^.|?()\s[\]]+(?:\[\])?(?:\(\))?)*)(?:\?([\w.]+))?$/;

/** Takes a place apart; throws on text that is no place (a test holds the catalog to the grammar). */
export function parsePlace(place: Place): ParsedPlace {
  const known = PARSED.get(place);
  if (known !== undefined) return known;
  const bar = place.indexOf('|');
  const scopes: Scope[] = [];
  let rest = bar < 0 ? place : place.slice(0, bar);
  for (let match = PREFIX.exec(rest); match !== null; match = PREFIX.exec(rest)) {
    scopes.push(match[2] === undefined ? { is: match[1] as 'call' } : { is: 'chain', name: match[2], ...(match[3] === undefined ? {} : { first: match[3] }) });
    rest = rest.slice(match[0].length);
  }
  const match = REST.exec(rest);
  if (match === null) throw new Error(`not a place: ${place}`);
  const segments = segmentsOf(match[4] ?? '');
  const parsed: ParsedPlace = {
    scope: scopes[0]?.is ?? 'call', scopes,
    argument: match[1] === undefined || match[1] === '*' ? undefined : Number(match[1]), any: match[1] === '*',
    onwards: match[2] !== undefined, elements: match[3] !== undefined,
    segments, names: segments.map((segment) => segment.name), query: match[5],
    within: bar < 0 ? undefined : parsePlace(place.slice(bar + 1)),
  };
  PARSED.set(place, parsed);
  return parsed;
}

function segmentsOf(text: string): readonly Segment[] {
  return text.split('.').filter((part) => part !== '').map((part) => ({
    name: part.replace(/(?:\[\])?(?:\(\))?$/, ''), elements: /\[\](?:\(\))?$/.test(part), gives: part.endsWith('()'),
  }));
}

/** What people call the option at a place: `timeout.request`, `statement_timeout`; empty for a bare argument. */
export function optionName(place: Place): string {
  const { segments, query, within, scopes } = parsePlace(place);
  if (query !== undefined) return query;
  if (within !== undefined) return optionName(place.slice(place.indexOf('|') + 1));
  const made = segments.findLastIndex((segment) => segment.gives);
  const names = segments.slice(made + 1).map((segment) => segment.name);
  if (names.length > 0) return names.join('.');
  const last = scopes[scopes.length - 1];
  return last?.is === 'chain' ? `${last.name}()` : '';
}

/** Where in the call itself the option of a place is written; undefined where that is not one property of one argument. */
export function optionPlace(place: Place): { readonly argument: number; readonly names: readonly string[] } | undefined {
  const { scopes, argument, any, onwards, elements, segments, names, query, within } = parsePlace(place);
  const isPlain = scopes.length === 0 && !any && !onwards && !elements && query === undefined && within === undefined;
  if (!isPlain || argument === undefined || argument < 0 || names.length === 0) return undefined;
  return segments.some(({ name, gives, elements: all }) => name === '*' || gives || all) ? undefined : { argument, names };
}
