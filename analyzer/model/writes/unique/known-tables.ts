import type { ModelContext } from '../../context.js';
import { FoundTables } from './found-tables.js';
import { TableWords } from './table-words.js';
import { readBuilders } from './read-builders.js';
import { readDeclarations } from './read-declarations.js';
import { readModels } from './read-models.js';
import { readStatements } from './read-statements.js';
import { columnName } from './table.js';
import type { Described, Table } from './table.js';
import { upOnly } from './up-only.js';

/** The tables of the project as far as anything in sight describes them, read when first asked for. */
export class KnownTables {
  readonly #context: ModelContext;
  readonly #words: TableWords;
  readonly #found = new Map<string, Table | undefined>();
  #models: ReadonlyMap<string, readonly Table[]> | undefined;
  #statements: ReadonlyMap<string, readonly Table[]> | undefined;
  #declared: ReadonlyMap<string, readonly Table[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
    this.#words = new TableWords(context.program.engine.libraries);
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
    this.#statements ??= this.#read(/\.(?:sql|[cm]?[jt]s)$/, (text, path) => readMigration(text, path, this.#words));
    this.#declared ??= byNames(readDeclarations(this.#context));
    const declared = alike(name).flatMap((candidate) => this.#declared?.get(candidate) ?? []);
    // A class may name its table.
    const names = [...alike(name), ...declared.flatMap((table) => table.names)];
    const statements = names.map((candidate) => this.#statements?.get(candidate)).find((known) => known !== undefined) ?? [];
    return declared.length + statements.length === 0 ? undefined : together([...statements, ...declared]);
  }

  // In the order of the files, which is that of their numbers.
  #read(files: RegExp, read: (text: string, path: string) => readonly Described[]): ReadonlyMap<string, readonly Table[]> {
    const found = new FoundTables();
    for (const { path, text } of this.#context.program.project.schemas?.() ?? []) if (files.test(path)) for (const described of read(text, path)) found.add(described);
    return found.byName;
  }
}

function readMigration(text: string, path: string, words: TableWords): readonly Described[] {
  const up = upOnly(text);
  const said = readStatements(up);
  if (path.endsWith('.sql')) return said;
  const isOpen = (described: Described) => 'is' in described && described.is === 'open';
  return [...said.filter((described) => !isOpen(described)), ...readBuilders(up, words), ...said.filter(isOpen)];
}

function byNames(tables: readonly Table[]): ReadonlyMap<string, readonly Table[]> {
  const found = new FoundTables();
  for (const table of tables) found.add(table);
  return found.byName;
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
