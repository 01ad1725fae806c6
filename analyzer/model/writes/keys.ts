import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { optionName } from '#program/parse-place.js';
import { siteOfCall } from '../context.js';
import { headersSetOnRequests } from '../places/set-on-requests.js';
import type { KeyCandidate, NaturalIds } from './natural-ids.js';
import { isOfAnotherThing, meaningOf } from './natural-ids.js';
import type { Origin, Origins } from './origins.js';
import type { PlaceSources } from './place-sources.js';
import type { SqlStatement } from './sql-effect.js';
import type { Source } from './source.js';
import type { UniqueRows } from './unique/unique-rows.js';
import type { FoundWrite } from './write-effect.js';

const ANYWHERE = ['0', '1', '2'];

/** What tells where values come from and what they name. */
export interface KeyParts {
  readonly places: PlaceSources;
  readonly origins: Origins;
  readonly ids: NaturalIds;
  readonly unique: UniqueRows;
}

/** Finds what may be a write's key: an option of its library, a conflict clause, an id in what is written. */
export class Keys {
  readonly #engine: Engine;
  readonly #places: PlaceSources;
  readonly #origins: Origins;
  readonly #ids: NaturalIds;
  readonly #unique: UniqueRows;
  readonly #known = new Map<FoundWrite, readonly KeyCandidate[]>();
  readonly #written = new Map<FoundWrite, readonly Source[]>();

  constructor(engine: Engine, { places, origins, ids, unique }: KeyParts) {
    this.#engine = engine;
    this.#places = places;
    this.#origins = origins;
    this.#ids = ids;
    this.#unique = unique;
  }

  /** Everything that may be the key of a write; an addition to what is there has only its library's options. */
  of(write: FoundWrite): readonly KeyCandidate[] {
    let known = this.#known.get(write);
    if (known === undefined) this.#known.set(write, (known = this.#find(write)));
    return known;
  }

  #find(write: FoundWrite): readonly KeyCandidate[] {
    // Nobody asks for the key of what may be no write.
    if (write.uncertain !== undefined) return [];
    const explicit = this.#options(write);
    if (write.relative || explicit.some(({ origin }) => origin.is === 'request' || origin.is === 'constant')) return explicit;
    // Where the library is given a key, it looks at nothing else.
    if (write.row.is !== 'statement' && explicit.length > 0 && explicit.every(({ origin }) => origin.is === 'fresh')) return explicit;
    const ids = write.sql === undefined ? this.#ids.in(this.#data(write), write.call, this.#thingOf(write)) : this.#ofStatement(write, write.sql.statement, write.sql.valueOf);
    return [...explicit, ...this.#told(write, ids), ...this.#address(write)];
  }

  // Where the table is in sight, what is unique in it tells a row; what is not does not, whatever its name says.
  #told(write: FoundWrite, ids: readonly KeyCandidate[]): readonly KeyCandidate[] {
    const unique = this.#unique.of(write, () => this.#data(write));
    if (unique === undefined) return write.row.is === 'statement' && ids.some((id) => isDrawn(id) || id.names === 'content') ? ids.map(asReference) : ids;
    if (!unique.whole) return [...unique.by, ...ids.map(asReference)];
    const told = [...unique.by, ...ids.map((candidate): KeyCandidate => (candidate.names === 'own' && candidate.origin.is === 'request' && candidate.isOption !== true ? { ...candidate, names: 'reference' } : candidate))];
    const drawn = unique.by.every(({ origin }) => origin.is === 'fresh');
    return drawn ? told.filter(({ names }) => names === 'own' || names === 'content') : told;
  }

  #tableOf(write: FoundWrite): string {
    return this.#unique.tableOf(write) || writtenTable(write);
  }

  // `/api/campaigns/create`: what is written is a campaign.
  #thingOf(write: FoundWrite): string {
    if (write.row.is !== 'outbound') return this.#tableOf(write);
    const texts = (write.row.partnerAt ?? []).slice(0, 1).flatMap((place) => this.#places.at(write.call, write.callee, place)).map((source) => (source.is === 'expression' ? writtenPath(source.expression) : ''));
    return texts.flatMap((text) => text.split('/')).filter((part) => /^[a-z][a-z_-]+$/i.test(part) && !/^(?:api|v\d+|create|new|add|start|send)$/i.test(part)).at(-1) ?? '';
  }

  // `POST /charges/:id/capture`: the request names what it is about in the URL.
  #address(write: FoundWrite): readonly KeyCandidate[] {
    if (write.row.is !== 'outbound') return [];
    return (write.row.partnerAt ?? []).slice(0, 1).flatMap((place) => {
      const origin = this.#origins.ofSources(this.#places.at(write.call, write.callee, place));
      return origin.is === 'request' ? [{ origin, text: 'its URL', site: siteOfCall(write.call), names: 'foreign' as const }] : [];
    });
  }

  #options(write: FoundWrite): readonly KeyCandidate[] {
    const found = (write.row.keys ?? []).flatMap((place) => {
      const name = optionName(place);
      if (place.includes('chain:')) return this.#conflict(write, place);
      const sources = this.#places.at(write.call, write.callee, place);
      if (sources.length === 0 || isSwitch(sources, false)) return [];
      if (isSwitch(sources, true)) return [this.#withoutTarget(write, name)];
      return [{ origin: this.#origins.ofSources(sources), text: name, site: siteOfCall(write.call), names: 'own' as const, isOption: true as const }];
    });
    if (found.length === 0) return this.#onRequests(write);
    // One option that is known to be set speaks for those that may be.
    const known = found.filter(({ origin }) => origin.is !== 'unknown');
    return known.length > 0 ? known : found;
  }

  // What sees each request of the client may set one there: on which condition is not followed, but what is drawn there is no key.
  #onRequests({ row, call, callee }: FoundWrite): readonly KeyCandidate[] {
    const headers = (row.keys ?? []).flatMap((place) => /\.headers\.([\w-]+)$/i.exec(place)?.[1] ?? []);
    return headersSetOnRequests(this.#engine, headers, { call, callee }).map(({ name, value, frame }) => {
      const origin = this.#origins.of(value, { frame, trail: { frame, outer: undefined }, via: undefined, depth: 0 });
      return { origin: origin.is === 'fresh' ? origin : { is: 'unknown', because: 'a function that sees each request sets it' }, text: name, site: siteOfCall(call), names: 'own', isOption: true };
    });
  }

  // `onConflict('id').merge()`: the columns named there must come from the request.
  #conflict(write: FoundWrite, place: string): readonly KeyCandidate[] {
    const called = this.#places.isCalled(write.call, write.callee, place);
    if (called === undefined) return [];
    const text = `${optionName(place.replace(/:[^:]*$/, ':0')) || 'its conflict clause'}`;
    const columns = this.#places.at(write.call, write.callee, place).flatMap((source) => this.#columnNames(source));
    const members = this.#data(write).flatMap((source) => this.#places.elements(source)).flatMap((source) => this.#places.members(source) ?? []);
    const known = columns.flatMap((column) => members.filter(({ name }) => same(name, column)));
    if (known.length === 0) return [columns.length > 0 ? this.#stable(write, text) : this.#withoutTarget(write, text)];
    return [{ origin: unlessFresh(known.map(({ sources }) => this.#origins.ofSources(sources))), text, site: siteOfCall(called), names: 'own' }];
  }

  #columnNames(source: Source): readonly string[] {
    if (source.is === 'value') return source.set.values.flatMap((value) => (value.is === 'literal' ? [String(value.value)] : value.is === 'library' ? [value.path.slice(value.path.lastIndexOf('.') + 1)] : []));
    if (source.is !== 'expression') return [];
    const { expression } = source;
    if (expression.is === 'literal') return [String(expression.value)];
    if (expression.is === 'array') return this.#places.elements(source).flatMap((element) => this.#columnNames(element));
    return expression.is === 'function' ? this.#places.returned(expression.index, source.spot).flatMap((returned) => namedColumns(returned)) : [];
  }

  // Which columns tell is not said: those of the request, unless all ids are drawn anew.
  #withoutTarget(write: FoundWrite, text: string): KeyCandidate {
    const ids = this.#ids.in(this.#data(write), write.call, this.#tableOf(write));
    const drawn = ids.find(({ origin }) => origin.is === 'fresh');
    const carried = ids.some(({ origin }) => origin.is !== 'fresh');
    return drawn !== undefined && !carried ? { ...drawn, text } : this.#stable(write, text);
  }

  #stable(write: FoundWrite, text: string): KeyCandidate {
    return { origin: { is: 'constant' }, text, site: siteOfCall(write.call), names: 'own' };
  }

  #ofStatement(write: FoundWrite, statement: SqlStatement, valueOf: (value: SqlStatement['columns'] extends ReadonlyMap<string, infer V> ? V : never) => readonly Source[]): readonly KeyCandidate[] {
    const site = siteOfCall(write.call);
    const columns = [...statement.columns].map(([name, value]) => ({ name, value, origin: value.is === 'written' ? undefined : this.#origins.ofSources(valueOf(value)) }));
    const rows = statement.holes.flatMap((index) => this.#ids.in(valueOf({ is: 'hole', index }), write.call, statement.table));
    const ids = [...rows, ...columns.flatMap(({ name, origin }): readonly KeyCandidate[] => {
      const meaning = /^column \d+$/.test(name) ? 'foreign' : meaningOf(name, statement.table);
      return meaning === undefined || origin === undefined ? [] : [{ origin, text: `the column ${name}`, site, names: meaning, ...(isOfAnotherThing(name, statement.table) ? { ofAnother: true as const } : {}) }];
    })];
    if (statement.conflict === undefined) return ids;
    const { target } = statement.conflict;
    const text = target.length > 0 ? `ON CONFLICT (${target.join(', ')})` : 'its conflict clause';
    const told = target.flatMap((column) => columns.filter(({ name }) => same(name, column)).flatMap(({ origin }) => (origin === undefined ? [] : [origin])));
    if (told.length > 0) return [{ origin: unlessFresh(told), text, site, names: 'own' }];
    const drawn = ids.find(({ origin }) => origin.is === 'fresh');
    const carried = columns.some(({ origin }) => origin?.is === 'request') || ids.some(({ origin }) => origin.is !== 'fresh');
    return [drawn !== undefined && !carried ? { ...drawn, text } : { origin: { is: 'constant' }, text, site, names: 'own' }];
  }

  #data(write: FoundWrite): readonly Source[] {
    let known = this.#written.get(write);
    if (known === undefined) this.#written.set(write, (known = this.#readData(write)));
    return known;
  }

  #readData(write: FoundWrite): readonly Source[] {
    const places = write.row.dataAt ?? ANYWHERE.slice(0, write.call.expression.arguments.length);
    return places.flatMap((place) => this.#places.at(write.call, write.callee, place)).filter((source) => !isPlain(source));
  }
}

// A row with an id of its own that is drawn anew is another row, whatever it belongs to.
function isDrawn({ names, origin, isInner, isOption }: KeyCandidate): boolean {
  return names === 'own' && origin.is === 'fresh' && isInner !== true && isOption !== true;
}

function asReference(candidate: KeyCandidate): KeyCandidate {
  return candidate.ofAnother === true ? { ...candidate, names: 'reference' } : candidate;
}

// `(oc) => oc.columns(['tenant', 'name']).doNothing()`.
function namedColumns(source: Source): readonly string[] {
  if (source.is !== 'expression' || source.expression.is !== 'call') return [];
  const { callee, arguments: given } = source.expression;
  if (callee.is !== 'member') return [];
  if (!/^columns?$/.test(callee.name)) return namedColumns({ ...source, expression: callee.of });
  return given.flatMap((part) => (part.is === 'array' ? part.elements : [part])).flatMap((part) => (part.is === 'literal' ? [String(part.value)] : []));
}

function writtenPath(expression: Expression): string {
  if (expression.is === 'literal') return String(expression.value).replace(/^[a-z]+:\/\/[^/]*/i, '');
  return expression.is === 'template' ? expression.texts.at(-1) ?? '' : '';
}

function isPlain(source: Source): boolean {
  if (source.is === 'value') return source.set.values.every((value) => value.is === 'literal' || value.is === 'environment' || value.is === 'class' || value.is === 'function' || value.is === 'text');
  return source.is === 'expression' && ['literal', 'template', 'function', 'class', 'binary'].includes(source.expression.is);
}

function isSwitch(sources: readonly Source[], on: boolean): boolean {
  return sources.every((source) => source.is === 'expression' && source.expression.is === 'literal' && (source.expression.value === on || (!on && source.expression.value === null)));
}

// A row that is there is told by values that come from anywhere but the attempt itself.
function unlessFresh(origins: readonly Origin[]): Origin {
  return origins.find((origin) => origin.is === 'fresh') ?? origins.find((origin) => origin.is === 'request') ?? { is: 'constant' };
}

function same(a: string, b: string): boolean {
  return a.replace(/_/g, '').toLowerCase() === b.replace(/_/g, '').toLowerCase();
}

// `prisma.order.create`: the last name before the method, where it is a plural or singular thing.
function writtenTable(write: FoundWrite): string {
  const names = write.name.split('.');
  return names.length > 2 ? (names[names.length - 2] ?? '').replace(/Repository$|Repo$|Model$/i, '') : '';
}
