import type { CallInstance } from '#program/values.js';
import { siteOfCall } from '../../context.js';
import type { ModelContext } from '../../context.js';
import type { KeyCandidate } from '../natural-ids.js';
import type { Origin } from '../origins.js';
import { combined } from '../origins.js';
import type { PlaceSources } from '../place-sources.js';
import type { Source } from '../source.js';
import type { FoundWrite } from '../write-effect.js';
import { KnownTables } from './known-tables.js';
import type { Table, UniqueKey } from './table.js';
import { tableNamesOf } from './table-names.js';
import type { Unchanged } from './unchanged.js';
import { ColumnReader } from './written-columns.js';
import type { WrittenColumns } from './written-columns.js';

/** What may make the database refuse a second insert. `whole`: nothing else does. */
export interface Uniqueness {
  readonly by: readonly KeyCandidate[];
  readonly whole: boolean;
}

/** Tells whether the columns that an insert fills make its row unique. */
export class UniqueRows {
  readonly #context: ModelContext;
  readonly #tables: KnownTables;
  readonly #columns: ColumnReader;

  constructor(context: ModelContext, places: PlaceSources, unchanged: Unchanged) {
    this.#context = context;
    this.#tables = new KnownTables(context);
    this.#columns = new ColumnReader(places, unchanged, (source) => this.#isMade(source));
  }

  /** What the table is called that a write fills; empty where nothing says it. */
  tableOf(write: FoundWrite): string {
    return tableNamesOf(this.#context, write)[0] ?? '';
  }

  /** Undefined where nothing in sight describes the table. */
  of(write: FoundWrite, data: () => readonly Source[]): Uniqueness | undefined {
    if (write.row.is !== 'statement') return undefined;
    const names = tableNamesOf(this.#context, write);
    const table = names.length === 0 ? undefined : this.#tables.of(names);
    if (table === undefined) return undefined;
    const columns = this.#columns.read(write, data());
    const by = table.keys.flatMap((key) => candidateOf(key, table, columns, write.call) ?? []);
    return { by, whole: table.whole && !columns.open };
  }

  // What an insert gives back is a new row each time.
  #isMade(source: Source): boolean {
    const { engine } = this.#context.program;
    if (source.is !== 'expression' || source.expression.is !== 'call') return false;
    return engine.targets(engine.callInstance(source.expression, source.spot.frame)).some((target) => target.is === 'value' && target.value.is === 'library'
      && engine.libraries.rows(target.value.module, target.value.path)?.operations.some(({ is, effect }) => is === 'statement' && effect === 'write') === true);
  }
}

function candidateOf(key: UniqueKey, table: Table, columns: WrittenColumns, call: CallInstance): KeyCandidate | undefined {
  const origins: Origin[] = [];
  for (const column of key.columns) {
    const origin = columns.originOf(column, table);
    if (origin === undefined) return undefined;
    origins.push(origin);
  }
  const origin = origins.find(({ is }) => is === 'fresh') ?? origins.find(({ is }) => is === 'unknown') ?? combined(origins);
  if (origins.length === 0) return undefined;
  const told: Origin = key.partial && origin.is !== 'fresh' ? { is: 'unknown', because: 'its unique index holds for some rows only' } : origin;
  return { origin: told, text: `the unique ${key.text}`, site: siteOfCall(call), names: 'own', isUnique: true };
}
