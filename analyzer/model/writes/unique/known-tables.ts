import type { ModelContext } from '../../context.js';
import { readModels } from './read-models.js';
import { readStatements } from './read-statements.js';
import { columnName } from './table.js';
import type { Table } from './table.js';

/** The tables of the project as far as anything in sight describes them, read when first asked for. */
export class KnownTables {
  readonly #context: ModelContext;
  readonly #found = new Map<string, Table | undefined>();
  #models: ReadonlyMap<string, readonly Table[]> | undefined;
  #statements: ReadonlyMap<string, readonly Table[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** What is known of a table by one of its names; several descriptions count together. */
  of(names: readonly string[]): Table | undefined {
    for (const name of names) {
      const found = this.#named(columnName(name));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #named(name: string): Table | undefined {
    if (!this.#found.has(name)) this.#found.set(name, this.#find(name));
    return this.#found.get(name);
  }

  #find(name: string): Table | undefined {
    this.#models ??= this.#read(/\.prisma$/, readModels);
    // What a model says is what the migrations made of it led to.
    const models = alike(name).flatMap((candidate) => this.#models?.get(candidate) ?? []);
    if (models.length > 0) return together(models);
    this.#statements ??= this.#read(/\.(?:sql|[cm]?[jt]s)$/, readStatements);
    for (const candidate of alike(name)) {
      const statements = this.#statements.get(candidate);
      if (statements !== undefined) return together(statements);
    }
    return undefined;
  }

  #read(files: RegExp, read: (text: string) => readonly Table[]): ReadonlyMap<string, readonly Table[]> {
    const found = new Map<string, Table[]>();
    for (const { path, text } of this.#context.program.project.schemas?.() ?? []) {
      if (!files.test(path)) continue;
      for (const table of read(text)) for (const name of table.names) {
        const known = found.get(name);
        if (known === undefined) found.set(name, [table]);
        else known.push(table);
      }
    }
    return found;
  }
}

// A class `Order` stands for the table `orders`.
function alike(name: string): readonly string[] {
  return [name, `${name}s`, `${name}es`, name.replace(/y$/, 'ies')].filter((one, position, all) => all.indexOf(one) === position);
}

function together(tables: readonly Table[]): Table {
  return {
    names: tables[0]?.names ?? [], keys: tables.flatMap(({ keys }) => keys), fills: new Map(tables.flatMap(({ fills }) => [...fills])),
    whole: tables.some(({ whole }) => whole),
  };
}
