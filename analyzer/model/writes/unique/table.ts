/** Columns of which no two rows have the same values together. */
export interface UniqueKey {
  /** As `columnName` writes them; `flags.providerid` is a member of what the column holds. */
  readonly columns: readonly string[];
  /** As people write it: `@@unique([name, tenantId])`. */
  readonly text: string;
  /** It holds for some rows only. */
  readonly partial: boolean;
  /** What the index or constraint is called, as `columnName` writes it, where somebody named it. */
  readonly name?: string;
}

/** What a later migration takes away: a whole table, a table's name, a column with the keys it is part of, a key by its name or its columns. `open`: it changes something that cannot be read, in any table where none is named. */
export interface Removal {
  readonly is: 'table' | 'rename' | 'column' | 'key' | 'open';
  /** What a table is called from then on. */
  readonly to?: string;
  /** Absent where only the key is named. */
  readonly table?: string;
  readonly name?: string;
  readonly columns: readonly string[];
}

/** What is known of a table, or of the model or class that stands for one. */
export interface Table {
  readonly names: readonly string[];
  readonly keys: readonly UniqueKey[];
  /** Members that fill columns of another name: a relation its foreign keys. */
  readonly fills: ReadonlyMap<string, readonly string[]>;
  /** All of its keys are in sight. */
  readonly whole: boolean;
}

/** A step of the migrations: what is said of a table, or what is taken away. */
export type Described = Table | Removal;

/** A name of a table or column in lower case without signs: `paid_at`, `paidAt` and `"paidAt"` are one. */
export function columnName(name: string): string {
  return name.replace(/[_"`[\]]/g, '').toLowerCase();
}
