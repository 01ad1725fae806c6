import type { Described, Removal, Table, UniqueKey } from './table.js';

/** Gathers what is said of tables one after the other: what is dropped is no longer there. */
export class FoundTables {
  readonly byName = new Map<string, Table[]>();
  /** Tables that have a key of a name. */
  readonly #named = new Map<string, Set<string>>();

  add(described: Described): void {
    if ('is' in described) return this.#remove(described);
    for (const name of described.names) {
      const known = this.byName.get(name);
      if (known === undefined) this.byName.set(name, [described]);
      else known.push(described);
      for (const key of described.keys) for (const called of namesOf(key, name)) this.#named.set(called, (this.#named.get(called) ?? new Set()).add(name));
    }
  }

  #remove(removal: Removal): void {
    if (removal.is === 'table') return void this.byName.delete(removal.table ?? '');
    if (removal.is === 'open') return this.#open(removal.table);
    if (removal.is === 'rename') return this.#rename(removal.table ?? '', removal.to ?? '');
    const tables = removal.table === undefined ? [...(this.#named.get(removal.name ?? '') ?? [])] : [removal.table];
    for (const table of tables) {
      const known = this.byName.get(table);
      if (known !== undefined) this.byName.set(table, known.map((one) => ({ ...one, keys: one.keys.filter((key) => !isMeant(key, table, removal)) })));
    }
  }

  // Whatever was made up to here may have further keys.
  #open(table: string | undefined): void {
    for (const [name, known] of this.byName) if (table === undefined || table === name) this.byName.set(name, known.map((one) => ({ ...one, whole: false })));
  }

  #rename(from: string, to: string): void {
    const known = this.byName.get(from);
    if (known === undefined) return;
    this.byName.delete(from);
    this.byName.set(to, known.map((table) => ({ ...table, names: [to] })));
    // Its keys keep the names that somebody gave them.
    for (const tables of this.#named.values()) if (tables.has(from)) tables.add(to);
  }
}

function isMeant(key: UniqueKey, table: string, { is, name, columns }: Removal): boolean {
  if (is === 'column') return columns.some((column) => key.columns.includes(column));
  if (name !== undefined && namesOf(key, table).includes(name)) return true;
  return columns.length > 0 && columns.length === key.columns.length && columns.every((column) => key.columns.includes(column));
}

// Databases name what nobody named: `orders_number_key`, `orders_pkey`, `orders_number_unique`.
function namesOf({ name, columns, text }: UniqueKey, table: string): readonly string[] {
  if (name !== undefined) return [name];
  const own = /primary/i.test(text) ? [`${table}pkey`] : [];
  return [...own, `${table}${columns.join('')}key`, `${table}${columns.join('')}unique`];
}
