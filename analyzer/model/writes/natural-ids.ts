import type { LibraryIndex } from '#program/library-index.js';
import type { CallInstance } from '#program/values.js';
import { siteOfCall } from '../context.js';
import type { Site } from '../site.js';
import type { Origin, Origins } from './origins.js';
import { SPREAD } from './place-sources.js';
import type { Member, PlaceSources } from './place-sources.js';
import type { Source } from './source.js';

/** Something that may tell a second run from a new request. */
export interface KeyCandidate {
  readonly origin: Origin;
  /** In words: `the header Idempotency-Key`, `orderNumber in what is written`. */
  readonly text: string;
  readonly site: Site;
  /**
   * How much a value of the request means: `own` names the thing itself, `foreign` something that may be unique to it, `reference` another thing it
   * belongs to. `attribute` says something of it that a table may hold once, an address or a name. `content` names nothing: it is what a new thing brings, each time it is written.
   */
  readonly names: 'own' | 'foreign' | 'attribute' | 'reference' | 'content';
  /** It stands where the library looks for a key: nothing else is looked at. */
  readonly isOption?: true;
  /** The database refuses a second one. */
  readonly isUnique?: true;
  /** It is called like the id of a thing of another kind: `payment_id` in `refunds`. */
  readonly ofAnother?: true;
  /** It stands in a part of what is written, and names that part: drawn anew, it is no key of the whole. */
  readonly isInner?: true;
}

const OWN = /^(?:_?id|pk|sk|uuid|guid|ulid|key|nonce|ref|reference|number|digest|fingerprint|checksum|hash)$/i;
const OF_THE_REQUEST = /(?:idempot(?:ency|ent)?|dedup(?:e|lication)?|request|event|message|transaction|payment|charge|order|booking|invoice|job|delivery|external|reference|operation|tx)_?(?:id|key|uuid|number|no|ref|reference|hash)$/i;
const THING = /^(payment|charge|order|booking|invoice|job|transaction)_?id$/i;
const REFERENCE = /(?:_id|Id|ID|_uuid|Uuid|UUID)$/;
const FOREIGN = /(?:_key|Key|_no|_number|Number|_code|Code|_ref|Ref|_hash|Hash|_sha|Sha)$|^(?:usernames?|user_name|login|slug|handle|permalink|vanity(?:_?(?:url|name))?|short_?(?:url|link|name)|(?:url|link|custom)_?(?:slug|alias|suffix)|(?:custom_?|sub_?)?domain(?:_?name)?|(?:custom_?)?host_?name|fqdn|sku|isbn|iban|token|code|sha|txid)$/i;
const ATTRIBUTE = /^(?:emails?|e_mails?|phone|phone_number|phoneNumber|address|path|url|name)$/i;
const CONTENT = /^(?:amount|total|cents|sum|price|text|message|body|content|comment|notes?|quantity|qty)$|(?:_amount|Amount|_cents|Cents)$|^amount/;
/** Content that is plain words, and no other thing put into a text. */
const WORDS = /^(?:text|comment|notes?|subject|title|caption|remark)$/i;
/** Members under which what is written stands as a whole. */
const WHOLE = /^\$?(?:data|json|body|values?|create|input|document|payload|message|messages|record|records|item|items|entries|params|variables|set|where|connect|headers|options?)$/i;
const MAX_DEPTH = 6;

/** Does a name say that it tells this request from all others? */
export function isOfTheRequest(name: string): boolean {
  return OF_THE_REQUEST.test(name);
}

/** Is a column called like the id of a thing that the table does not hold: `payment_id` in `refunds`? */
export function isOfAnotherThing(name: string, table: string): boolean {
  const of = THING.exec(name)?.[1]?.toLowerCase();
  return of !== undefined && table !== '' && thingIn(table) !== of;
}

/** What a column or member's name says: it identifies the thing written, something else, or nothing. */
export function meaningOf(name: string, table: string): KeyCandidate['names'] | undefined {
  const thing = thingIn(table);
  // `order_id` in `order_items`.
  const of = THING.exec(name)?.[1]?.toLowerCase();
  if (of !== undefined && thing !== of && thing.startsWith(of)) return 'reference';
  if (OWN.test(name) || OF_THE_REQUEST.test(name)) return 'own';
  if (thing !== '' && name.replace(/_/g, '').toLowerCase() === `${thing}id`) return 'own';
  if (REFERENCE.test(name)) return 'reference';
  if (FOREIGN.test(name)) return isOfAnother(name, thing) ? 'reference' : 'foreign';
  if (ATTRIBUTE.test(name)) return 'attribute';
  return CONTENT.test(name) ? 'content' : undefined;
}

function thingIn(table: string): string {
  return table.replace(/ies$/i, 'y').replace(/s$/i, '').replace(/_/g, '').toLowerCase();
}

// `claim_number` in `claim_notes` is the number of a claim.
function isOfAnother(name: string, thing: string): boolean {
  const of = /^(.{3,}?)_?(?:key|no|number|code|ref|hash|sha)$/i.exec(name)?.[1]?.replace(/_/g, '').toLowerCase();
  return of !== undefined && thing !== '' && thing !== of && thing.startsWith(of);
}

function isId(name: string): boolean {
  return OWN.test(name) || OF_THE_REQUEST.test(name) || REFERENCE.test(name);
}

/** Looks through what is written for ids. */
export class NaturalIds {
  readonly #places: PlaceSources;
  readonly #origins: Origins;
  readonly #relations: ReadonlySet<string>;

  constructor(places: PlaceSources, origins: Origins, libraries: LibraryIndex) {
    this.#relations = libraries.words('relation');
    this.#places = places;
    this.#origins = origins;
  }

  /** The ids in data, nested objects included. */
  in(data: readonly Source[], call: CallInstance, table: string): readonly KeyCandidate[] {
    const seen = { members: 0 };
    const found = data.flatMap((source) => this.#walk(source, { call, table, depth: 0, relation: false, inner: false, under: '', seen }));
    return found.length > 0 || data.length === 0 || seen.members > 0 ? found : [unseen(call)];
  }

  #walk(source: Source, at: Walk): readonly KeyCandidate[] {
    if (at.depth > MAX_DEPTH) return [];
    if (isWords(source)) return this.#words(source, at);
    if (source.is === 'request') return this.#declared(source, at) ?? [wholeRequest(at)];
    const members = this.#places.members(source);
    at.seen.members += members?.length ?? 0;
    if (members !== undefined) return members.flatMap((member) => this.#member(member, at));
    const inner = { ...at, depth: at.depth + 1 };
    const elements = this.#places.elements(source);
    if (elements.length !== 1 || elements[0] !== source) return elements.filter((element) => element !== source).flatMap((element) => this.#walk(element, inner));
    if (source.is !== 'expression' || (source.expression.is !== 'call' && source.expression.is !== 'new')) return this.#opaque(source, at);
    // `JSON.stringify(body)`, `repository.create(row)`, `new Model(row)`.
    const given = this.#places.given(source);
    const read = given.flatMap((argument) => (isData(argument) ? this.#walk(argument, inner) : []));
    return read.length > 0 || given.length > 0 ? read : this.#opaque(source, at);
  }

  #words(source: Source, { call, seen }: Walk): readonly KeyCandidate[] {
    seen.members += 1;
    return [{ origin: this.#origins.ofSource(source), text: 'what is written', site: siteOfCall(call), names: 'content' }];
  }

  #opaque(source: Source, at: Walk): readonly KeyCandidate[] {
    const origin = this.#origins.ofSource(source);
    if (origin.is !== 'unknown' && origin.is !== 'request') return [];
    if (source.is === 'value' && source.set.values.every((value) => value.is === 'literal' || value.is === 'text' || value.is === 'environment' || value.is === 'library' || value.is === 'class' || value.is === 'function')) return [];
    if (source.is === 'expression' && (source.expression.is === 'template' || source.expression.is === 'binary')) return [];
    return this.#declared(source, at) ?? [unseen(at.call)];
  }

  // What is written is not taken apart: its declared members tell whether it brings an id.
  #declared(source: Source, at: Walk): readonly KeyCandidate[] | undefined {
    const { names } = source;
    if (names === undefined) return undefined;
    at.seen.members += names.length;
    const origin = this.#origins.ofSource(source);
    return names.flatMap((name) => {
      const meaning = meaningOf(name, at.table);
      return meaning === undefined ? [] : [{ origin, text: `${name} in what is written`, site: siteOfCall(at.call), names: meaning, ...another(name, at.table) }];
    });
  }

  #member({ name, sources, read, holds }: Member, at: Walk): readonly KeyCandidate[] {
    if (name === SPREAD) return sources.flatMap((source) => this.#walk(source, { ...at, depth: at.depth + 1 }));
    const nested = sources.filter((source) => this.#places.members(source) !== undefined || isMade(source) || isList(source));
    const relation = at.relation || this.#relations.has(name);
    if (nested.length > 0) return nested.flatMap((source) => this.#walk(source, { ...at, depth: at.depth + 1, relation, inner: at.inner || !WHOLE.test(name) || at.under === name, under: name }));
    // Under a name that says nothing, the id of something may stand.
    const said = meaningOf(name, at.table) ?? (read !== undefined && isId(read) ? 'reference' : undefined);
    // `{ name: hostname }`.
    const meaning = said === 'attribute' && holds !== undefined && FOREIGN.test(holds) ? 'foreign' : said;
    if (meaning === undefined) return [];
    return [{ origin: this.#origins.ofSources(sources), text: `${name} in what is written`, site: siteOfCall(at.call), names: relation && meaning !== 'content' ? 'reference' : meaning, ...another(name, at.table), ...(at.inner ? { isInner: true as const } : {}) }];
  }
}

function another(name: string, table: string): Pick<KeyCandidate, 'ofAnother'> {
  return isOfAnotherThing(name, table) ? { ofAnother: true } : {};
}

interface Walk {
  readonly call: CallInstance;
  readonly table: string;
  readonly depth: number;
  readonly relation: boolean;
  /** In a part of what is written. */
  readonly inner: boolean;
  /** The member that it stands under. */
  readonly under: string;
  /** Whether anything was taken apart at all. */
  readonly seen: { members: number };
}

function wholeRequest({ call }: Walk): KeyCandidate {
  return { origin: { is: 'unknown', because: 'what the request brings is written as a whole, and may bring an id' }, text: 'what the request brings', site: siteOfCall(call), names: 'own' };
}

function unseen(call: CallInstance): KeyCandidate {
  return { origin: { is: 'unknown', because: 'what is written comes as a whole from elsewhere, and may bring an id' }, text: 'what is written', site: siteOfCall(call), names: 'own' };
}

// `text` of `{ messageId, text }`: what tells it from others stands beside it.
function isWords({ part }: Source): boolean {
  return part !== undefined && WORDS.test(part.name) && part.among.some(isId);
}

function isData(source: Source): boolean {
  return source.is !== 'expression' || !['literal', 'template', 'regex', 'function', 'class'].includes(source.expression.is);
}

// Serialised objects and lists made from others: `JSON.stringify(event)`, `rows.map(f)`.
function isMade(source: Source): boolean {
  return source.is === 'expression' && source.expression.is === 'call' && source.expression.callee.is === 'member' && /^(?:stringify|map|flatMap)$/.test(source.expression.callee.name);
}

function isList(source: Source): boolean {
  return source.is === 'expression' && source.expression.is === 'array' && source.expression.elements.length > 0;
}
