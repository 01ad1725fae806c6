import type { OperationRow } from '#catalog/schema.js';
import type { LibraryIndex } from '#program/library-index.js';
import type { CallStep } from '#program/steps.js';
import { chainArguments } from './chain-arguments.js';
import { plainName } from './changes.js';
import { conditionOf, finds, givenBy } from './conditions.js';
import type { Condition, Given } from './conditions.js';
import type { Member, PlaceSources } from './place-sources.js';
import type { Source } from './source.js';

const MAX_DEPTH = 6;

/** What an update asks for, and what it gives, by column. */
interface Columns {
  readonly asked: Map<string, Condition>;
  readonly given: Map<string, Given>;
}

interface Reading {
  readonly places: PlaceSources;
  readonly libraries: LibraryIndex;
  readonly adding: ReadonlySet<string>;
}

/** Does an update ask for rows with what it takes from them, so that a second run finds none: `{ paidAt: null }, { $set: { paidAt: now }, $inc: … }`? */
export function isCompareAndSet(row: OperationRow, { call, callee }: CallStep, places: PlaceSources, libraries: LibraryIndex): boolean {
  const reading = { places, libraries, adding: new Set(row.relativeBy ?? []) };
  const columns: Columns = { asked: new Map(), given: new Map() };
  const { length } = call.expression.arguments;
  const asksFirst = length > 1 && row.setsAt?.includes('0') !== true;
  for (let position = 0; position < length; position += 1) {
    for (const source of places.at(call, callee, String(position))) read(source, position === 0 && asksFirst, columns, reading, 0);
  }
  // `where({ state: 'open' }).update(…)`.
  const own = new Set(call.expression.arguments);
  const chained: Columns = { ...columns, asked: new Map() };
  for (const part of chainArguments(call)) if (part.is === 'object' && !own.has(part)) read(places.written(part, call.frame), true, chained, reading, 0);
  // What is not found is put in.
  if (columns.given.get('upsert')?.text === 'true') return false;
  return [...new Map([...chained.asked, ...columns.asked])].some(([name, condition]) => {
    const given = columns.given.get(name);
    return given !== undefined && !finds(condition, given);
  });
}

function read(source: Source, asks: boolean, columns: Columns, reading: Reading, depth: number): void {
  if (depth > MAX_DEPTH) return;
  const { libraries } = reading;
  for (const member of reading.places.members(source) ?? []) {
    const { name, sources } = member;
    if (asks && libraries.words('any-of').has(name)) continue;
    const inner = sources.flatMap((one) => reading.places.members(one) ?? []);
    if (asks) ask(member, inner, columns, reading);
    else if (name.startsWith('$') && !libraries.words('assigns').has(name)) {
      if (reading.adding.has(name)) for (const added of inner) add(added, addsBy(name, libraries), columns, reading);
      continue;
    } else if (!name.startsWith('$')) {
      const adding = inner.find((one) => reading.adding.has(one.name) && !one.name.startsWith('$'));
      columns.given.set(columnOf(name), adding === undefined ? givenBy(member) : { ...givenBy(adding), adds: addsBy(adding.name, libraries) });
      if (adding !== undefined) continue;
    }
    for (const one of sources) for (const part of asks ? elementsOf(one, reading) : [one]) read(part, asks || libraries.words('condition').has(name), columns, reading, depth + 1);
  }
}

function ask(member: Member, inner: readonly Member[], { asked }: Columns, { places, libraries }: Reading): void {
  if (member.name.startsWith('$')) return;
  for (const name of new Set([columnOf(member.name), plainName(member.name)])) asked.set(name, conditionOf(member, inner, places, libraries));
}

// `$inc: { version: 1 }`, `$push: { likes: user }`, `$push: { members: { id: user } }`, which is asked for as `members.id`.
function add(added: Member, adds: 'amount' | 'element', { given }: Columns, { places }: Reading): void {
  given.set(columnOf(added.name), { ...givenBy(added), adds });
  for (const part of added.sources.flatMap((one) => places.members(one) ?? [])) given.set(plainName(`${added.name}.${part.name}`), { ...givenBy(part), adds });
}

function addsBy(name: string, libraries: LibraryIndex): 'amount' | 'element' {
  return libraries.words('appends').has(name) ? 'element' : 'amount';
}

function columnOf(name: string): string {
  return plainName(name.slice(name.lastIndexOf('.') + 1));
}

// `$and: [{ … }, { … }]`.
function elementsOf(source: Source, { places }: Reading): readonly Source[] {
  return places.members(source) === undefined ? places.elements(source) : [source];
}
