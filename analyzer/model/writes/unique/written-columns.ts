import type { Origin } from '../origins.js';
import { combined } from '../origins.js';
import { SPREAD } from '../place-sources.js';
import type { PlaceSources } from '../place-sources.js';
import { partOf } from '../source.js';
import type { Source } from '../source.js';
import type { FoundWrite } from '../write-effect.js';
import { columnName } from './table.js';
import type { Table } from './table.js';
import type { Unchanged } from './unchanged.js';

/** The columns that an insert fills, as far as written; `open`: there may be others. */
export interface WrittenColumns {
  readonly open: boolean;
  /** Where the value of a column comes from; undefined where it is not filled. */
  originOf(column: string, table: Table): Origin | undefined;
}

interface Filled {
  readonly columns: Map<string, Source[]>;
  readonly fixed: Map<string, Origin>;
  open: boolean;
}

const MAX_DEPTH = 5;
const NOWHERE: Origin = { is: 'unknown', because: 'nothing in sight gives it a value' };
const DRAWN: Origin = { is: 'unknown', because: 'the database draws it' };

/** Takes apart what an insert writes. */
export class ColumnReader {
  readonly #places: PlaceSources;
  readonly #unchanged: Unchanged;
  readonly #isMade: (source: Source) => boolean;

  constructor(places: PlaceSources, unchanged: Unchanged, isMade: (source: Source) => boolean) {
    this.#places = places;
    this.#unchanged = unchanged;
    this.#isMade = isMade;
  }

  read({ sql }: FoundWrite, data: readonly Source[]): WrittenColumns {
    const filled: Filled = { columns: new Map(), fixed: new Map(), open: false };
    if (sql === undefined) for (const source of data) this.#row(source, filled, 0);
    else {
      for (const [name, value] of sql.statement.columns) {
        if (value.is === 'written') filled.fixed.set(columnName(name), /^(?:'|-?\d|null$|true$|false$)/.test(value.text) ? { is: 'constant' } : DRAWN);
        else filled.columns.set(columnName(name), [...sql.valueOf(value)]);
      }
      for (const index of sql.statement.holes) for (const source of sql.valueOf({ is: 'hole', index })) this.#row(source, filled, 0);
    }
    if (filled.columns.size + filled.fixed.size === 0) filled.open = true;
    return { open: filled.open, originOf: (column, table) => this.#originOf(column, table, filled) };
  }

  #row(source: Source, filled: Filled, depth: number): void {
    if (depth > MAX_DEPTH) return void (filled.open = true);
    if (source.is === 'request') return this.#declared(source, filled);
    const members = this.#places.members(source);
    if (members !== undefined) return members.forEach(({ name, sources }) => (name === SPREAD ? sources.forEach((inner) => this.#row(inner, filled, depth + 1)) : add(filled, name, sources)));
    const elements = this.#places.elements(source).filter((element) => element !== source);
    const given = elements.length > 0 ? elements : this.#places.given(source);
    if (given.length === 0) return this.#declared(source, filled);
    for (const inner of given) this.#row(inner, filled, depth + 1);
  }

  // What is not taken apart fills the columns that its type declares.
  #declared(source: Source, filled: Filled): void {
    if (source.names === undefined) filled.open = true;
    for (const name of source.names ?? []) add(filled, name, [partOf(source, name)]);
  }

  #originOf(column: string, table: Table, filled: Filled): Origin | undefined {
    const [name = '', member] = column.split('.');
    const fixed = filled.fixed.get(name);
    if (fixed !== undefined) return fixed;
    const sources = filled.columns.get(name) ?? this.#related(name, table, filled);
    if (sources === undefined) return undefined;
    if (member !== undefined && sources.every((source) => this.#places.members(source) !== undefined) && !sources.some((source) => this.#memberOf(source, member).length > 0)) return undefined;
    const inner = member === undefined ? sources : sources.flatMap((source) => this.#memberOf(source, member));
    return inner.length === 0 ? NOWHERE : combinedStrictly(inner.map((source) => this.#ofSource(source, 0)));
  }

  // `customer: { connect: { id } }` fills `customerId`.
  #related(column: string, table: Table, filled: Filled): readonly Source[] | undefined {
    for (const [relation, columns] of table.fills) if (columns.includes(column) && filled.columns.has(relation)) return filled.columns.get(relation);
    return undefined;
  }

  #memberOf(source: Source, member: string): readonly Source[] {
    return (this.#places.members(source) ?? []).flatMap(({ name, sources }) => (columnName(name) === member ? sources : []));
  }

  #ofSource(source: Source, depth: number): Origin {
    if (this.#isMade(source) || isCountedUp(source)) return DRAWN;
    const members = depth > MAX_DEPTH ? undefined : this.#places.members(source);
    if (members === undefined || members.length === 0) return this.#unchanged.of(source);
    return combinedStrictly(members.flatMap(({ name, sources }) => (name === 'create' ? [DRAWN] : sources.map((inner) => this.#ofSource(inner, depth + 1)))));
  }
}

// `last.position + 1`: the next run finds another one.
function isCountedUp(source: Source): boolean {
  if (source.is !== 'expression' || source.expression.is !== 'binary' || !/^[-+]$/.test(source.expression.operator)) return false;
  return [source.expression.left, source.expression.right].some((side) => side.is === 'literal' && typeof side.value === 'number');
}

// What is not known may be drawn anew.
function combinedStrictly(origins: readonly Origin[]): Origin {
  return origins.length === 0 ? NOWHERE : origins.find(({ is }) => is === 'fresh') ?? origins.find(({ is }) => is === 'unknown') ?? combined(origins);
}

function add(filled: Filled, name: string, sources: readonly Source[]): void {
  const plain = columnName(name);
  const known = filled.columns.get(plain);
  if (known === undefined) filled.columns.set(plain, [...sources]);
  else known.push(...sources);
}
