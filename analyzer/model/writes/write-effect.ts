import type { OperationRow } from '#catalog/schema.js';
import { creationsOf } from '#program/creations.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Value } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import { operationRow } from '../operations.js';
import type { Site } from '../site.js';
import { verbOf } from '../verb-of.js';
import { addedBy, countsOnly, countsUnder, textsOf } from './accesses.js';
import { isCompareAndSet } from './compare-and-set.js';
import { isHarmlessPipeline, pipelined } from './pipelines.js';
import type { PlaceSources } from './place-sources.js';
import { readOnlyUrl } from './read-only-url.js';
import { whyHarmless } from './why-harmless.js';
import { addedByTerms } from './relative-sets.js';
import type { SqlStatement } from './sql-effect.js';
import { ADDING, AMOUNT, ASKING, DOING, MEASURING, MINTING, READING, REPLACING } from './command-words.js';
import type { ReadSql, SqlReader } from './sql-reader.js';
import type { Source } from './source.js';
import { isTokenRequest } from './token-request.js';

/** A call that changes something each time it runs, as far as can be told. */
export interface FoundWrite {
  readonly row: OperationRow;
  readonly call: CallInstance;
  readonly callee: LibraryValue;
  readonly site: Site;
  readonly name: string;
  /** The statement that writes, where it is written in a text. */
  readonly sql: { readonly statement: SqlStatement; readonly valueOf: ReadSql['valueOf'] } | undefined;
  /** An addition to what is there: no id in its conditions makes it harmless. */
  readonly relative: boolean;
  /** It only counts how often something is looked at: a request that comes again is another one. */
  readonly countsAccesses?: true;
  /** It replaces what has its key: only a key drawn anew makes it an addition. */
  readonly replaces?: true;
  /** Why a client that asks again may want it a second time: what is told of each run, a log. */
  readonly ofClients?: string;
  /** Why it is not known to be a write. */
  readonly uncertain: string | undefined;
}

const WAITING = new Set(['outbound', 'statement', 'command', 'publish']);
/** Tells writes that are not idempotent from everything else a path does. */
export class WriteEffects {
  readonly #context: ModelContext;
  readonly #places: PlaceSources;
  readonly #sql: SqlReader;
  readonly #known = new Map<CallStep, FoundWrite | undefined>();

  constructor(context: ModelContext, places: PlaceSources, sql: SqlReader) {
    this.#context = context;
    this.#places = places;
    this.#sql = sql;
  }

  /** The write that a call is, undefined when running it twice is like running it once. */
  of(step: CallStep): FoundWrite | undefined {
    if (!this.#known.has(step)) {
      const found = this.#find(step);
      const why = found === undefined || found.uncertain !== undefined ? undefined : whyHarmless(this.#context, found);
      this.#known.set(step, found === undefined || why === undefined ? found : { ...found, ...why });
    }
    return this.#known.get(step);
  }

  #find(step: CallStep): FoundWrite | undefined {
    const row = operationRow(this.#context, step);
    if (row === undefined || !WAITING.has(row.is)) return undefined;
    const found = { row, call: step.call, callee: step.callee, site: siteOfCall(step.call), name: callText(step.call), sql: undefined, relative: false, uncertain: undefined };
    if (countsAWindow(row, step)) return undefined;
    if (row.relativeBy?.includes(lastName(step.callee.path)) === true) return { ...found, relative: true, ...countsOnly(textsOf(step)), ...(row.is === 'command' ? countsUnder(step) : {}) };
    switch (row.effect) {
      case 'write':
        if (row.textAt !== undefined && this.#onlyReads(row, step)) return undefined;
        if (row.flushes === true && pipelined(step) === undefined) return { ...found, uncertain: 'what is in the pipeline is put there elsewhere' };
        return this.#isUpdate(row, step) || isHarmlessPipeline(this.#context.program.engine.libraries, row, step) ? undefined : this.#asked(found, row, step);
      case 'idempotent': {
        const added = [...(this.#isRelative(row, step) ? addedBy(row, step, this.#places) : []), ...addedByTerms(row, step, this.#places)];
        if (added.length === 0 && !this.#isRelative(row, step)) return undefined;
        return isCompareAndSet(row, step, this.#places, this.#context.program.engine.libraries) ? undefined : { ...found, relative: true, ...countsOnly(added) };
      }
      case 'sql': return this.#statement(found, row, step);
      case 'method': return this.#request(found, row, step);
      case 'command': return this.#command(found, row, step);
      case 'named': return this.#procedure(found, step);
      default: return undefined;
    }
  }

  #statement(found: FoundWrite, row: OperationRow, step: CallStep): FoundWrite | undefined {
    const read = this.#sql.read(row, step);
    if (read === undefined) return { ...found, uncertain: 'what it sends is put together at run time' };
    const statement = read.statements.find(({ effect }) => effect === 'write');
    if (statement === undefined) return undefined;
    return { ...found, name: statement.name, sql: { statement, valueOf: read.valueOf }, relative: statement.name.startsWith('UPDATE') || statement.name.includes('DO UPDATE'), ...countsOnly(statement.adds) };
  }

  // A mutation whose text only logs in.
  #onlyReads(row: OperationRow, step: CallStep): boolean {
    const statements = this.#sql.read(row, step)?.statements ?? [];
    return statements.length > 0 && statements.every(({ effect }) => effect === 'read');
  }

  #request(found: FoundWrite, row: OperationRow, step: CallStep): FoundWrite | undefined {
    const set = row.methodAt === undefined ? undefined : placeValues(this.#context.program.engine, step.call, step.callee, row.methodAt);
    const verbs = set === undefined || set.values.length === 0 ? [row.methodDefault ?? 'GET'] : set.values.map((value) => verbOf(value, row.methodDefault ?? 'GET'));
    if (verbs.every((verb) => verb === 'PATCH') && this.#setsValues(row, step)) return { ...found, uncertain: 'whether it sets or adds what it sends is the other side\'s affair' };
    if (verbs.some((verb) => verb === 'POST' || verb === 'PATCH')) return this.#asked(found, row, step);
    return verbs.some((verb) => verb === undefined) ? { ...found, uncertain: 'its HTTP verb is not known' } : undefined;
  }

  // A PATCH of one thing with nothing in it that sounds like an amount.
  #setsValues(row: OperationRow, step: CallStep): boolean {
    const places = row.dataAt ?? step.call.expression.arguments.map((_, position) => String(position));
    const namesOne = (row.partnerAt ?? ['0']).slice(0, 2).some((place) => this.#endsOpen(place, step));
    const names = namesOne ? places.flatMap((place) => this.#places.at(step.call, step.callee, place)).flatMap((source) => this.#names(source, 0)) : [];
    return names.length > 0 && !names.some((name) => AMOUNT.test(name));
  }

  // `/accounts/${id}`, whatever fills the end.
  #endsOpen(place: string, { call, callee }: CallStep): boolean {
    return placeValues(this.#context.program.engine, call, callee, place).values.some((value) => value.is === 'text' && value.parts.at(-1) === null)
      || this.#places.at(call, callee, place).some((source) => source.is === 'expression' && source.expression.is === 'template' && source.expression.texts.at(-1) === '');
  }

  #names(source: Source, depth: number): readonly string[] {
    if (depth > 5) return [];
    const members = this.#places.members(source);
    if (members !== undefined) return members.flatMap(({ name, sources }) => [...(depth > 0 && /^(?:method|headers|signal|body)$/.test(name) ? [] : [name]), ...sources.flatMap((inner) => this.#names(inner, depth + 1))]);
    return this.#places.given(source).flatMap((inner) => this.#names(inner, depth + 1));
  }

  // A POST that only asks: a search, a token, a GraphQL query.
  #asked(found: FoundWrite, row: OperationRow, step: CallStep): FoundWrite | undefined {
    if (row.is !== 'outbound') return found;
    return readOnlyUrl(this.#context, row, step) || this.#isCompletion(row, step) || isTokenRequest(row, step, this.#places) ? undefined : found;
  }

  // What a language model is asked.
  #isCompletion(row: OperationRow, { call, callee }: CallStep): boolean {
    const names = (row.dataAt ?? []).flatMap((place) => this.#places.at(call, callee, place)).flatMap((source) => this.#names(source, 0));
    const words = this.#context.program.engine.libraries.words('completion');
    return new Set(names.filter((name) => words.has(name))).size > 1;
  }

  #command(found: FoundWrite, row: OperationRow, step: CallStep): FoundWrite | undefined {
    const names = row.commandAt === undefined ? [lastName(step.callee.path)] : this.#commands(row.commandAt, row.commandEnds ?? '', step);
    if (names.length === 0) return { ...found, uncertain: 'which command it sends is not known' };
    const adding = names.find((name) => ADDING.test(name) && !READING.test(name));
    const updates = names.find((name) => /^update|^put|^transact/i.test(name));
    if (adding === undefined && !(updates !== undefined && this.#addsUp(row, step))) return names.every((name) => REPLACING.test(name)) ? { ...found, name: `${found.name} of ${names[0]}`, replaces: true } : undefined;
    const named = { ...found, name: `${found.name} of ${(adding ?? updates) as string}`, relative: adding === undefined };
    if (adding !== undefined && this.#context.program.engine.libraries.words('creates-named').has(`${adding.charAt(0).toUpperCase()}${adding.slice(1)}`)) return { ...named, replaces: true };
    if (adding !== undefined && MEASURING.test(adding)) return { ...named, uncertain: 'what is measured is not wrong for being told twice' };
    if (adding !== undefined && MINTING.test(lowerFirst(adding))) return { ...named, uncertain: 'another token does no harm where the first one lapses by itself' };
    return adding !== undefined && /^invoke/i.test(adding) ? { ...named, uncertain: 'what it runs is not in sight' } : named;
  }

  // A procedure of another service: all that is known of it is its name.
  #procedure(found: FoundWrite, step: CallStep): FoundWrite | undefined {
    const name = lastName(step.callee.path);
    const verb = lowerFirst(name);
    if (ASKING.test(verb) && !/(?:Or|And|Then)[A-Z]/.test(verb)) return undefined;
    return DOING.test(verb) ? found : { ...found, uncertain: `whether ${name} changes anything is not in sight` };
  }

  #commands(place: string, ending: string, step: CallStep): readonly string[] {
    return placeValues(this.#context.program.engine, step.call, step.callee, place).values.flatMap((value) =>
      (value.is === 'library' ? [withoutEnd(lastName(value.path.replace(/(\(\))+$/, '')), ending)] : []));
  }

  // `SET total = total + :n`, `ADD total :n`.
  #addsUp({ addsUpBy }: OperationRow, step: CallStep): boolean {
    return addsUpBy !== undefined && placeValues(this.#context.program.engine, step.call, step.callee, addsUpBy.at).values.some((value) =>
      value.is === 'literal' && addsUpBy.words.some((word) => hasWord(String(value.value), word)));
  }

  // An object that was read before is updated, not created.
  #isUpdate(row: OperationRow, step: CallStep): boolean {
    if (row.existingAt === undefined) return false;
    const sources = this.#places.at(step.call, step.callee, row.existingAt);
    return sources.length > 0 && sources.some((source) => this.#wasRead(source));
  }

  #wasRead(source: Source): boolean {
    if (source.is === 'value') return source.set.values.some((value) => this.#isReadValue(value));
    if (source.is !== 'expression') return false;
    const { expression, spot } = source;
    if (expression.is !== 'call') return false;
    return this.#context.program.engine.evaluate(expression, spot.frame).values.some((value) => this.#isReadValue(value));
  }

  #isReadValue(value: Value): boolean {
    if (value.is !== 'library') return false;
    return creationsOf(this.#context.program.engine, value).slice(0, 2).some(({ callee }) =>
      callee !== undefined && this.#context.program.engine.libraries.rows(callee.module, callee.path)?.operations.some((row) => row.effect === 'read') === true);
  }

  #isRelative(row: OperationRow, step: CallStep): boolean {
    const names = new Set(row.relativeBy ?? []);
    if (names.size === 0) return false;
    return step.call.expression.arguments.some((_, position) => this.#places.at(step.call, step.callee, String(position)).some((source) => this.#has(source, names, 0)));
  }

  #has(source: Source, names: ReadonlySet<string>, depth: number): boolean {
    if (depth > 5) return false;
    return (this.#places.members(source) ?? []).some(({ name, sources }) =>
      (depth > 0 || name.startsWith('$')) && names.has(name) ? true : sources.some((inner) => this.#has(inner, names, depth + 1)));
  }
}

/** Can a call of this row change anything at all? */
export function mayWrite(row: OperationRow | undefined): boolean {
  return row !== undefined && WAITING.has(row.is) && ((row.effect !== 'none' && row.effect !== 'read') || row.relativeBy !== undefined);
}

// A counter that expires counts attempts.
function countsAWindow({ windowBy }: OperationRow, { call }: CallStep): boolean {
  const { index } = call.frame.unit;
  return windowBy?.some((name) => (index.calls.get(name) ?? []).some(({ by }) => by === call.frame.function)) === true;
}

// A sign stands anywhere, a word by itself.
function hasWord(text: string, word: string): boolean {
  return /\w/.test(word) ? new RegExp(`\\b${word}\\b`, 'i').test(text) : text.includes(word);
}

function withoutEnd(name: string, ending: string): string {
  return ending !== '' && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function lowerFirst(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
