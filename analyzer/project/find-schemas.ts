import type { DirectoryIndex } from './directory-index.js';
import { byCodeUnits, childOf } from './relative-path.js';

/** A file that describes tables: data models, statements, migrations. */
export interface SchemaText {
  readonly path: string;
  readonly text: string;
}

const LEFT_OUT = /^(?:node_modules|bower_components|dist|build|out|coverage|\..*|__.*__|tests?|e2e|fixtures|examples?|docs|frontend|public|assets)$/;
const MODELS = /\.(?:prisma|sql)$/;
const MIGRATIONS = /^migrations?$/i;
const DOWN = /(?:^|[-_.])down\.sql$/i;
const CODE = /\.[cm]?[jt]s$/;
const MAX_DEPTH = 9;
const MAX_FILES = 3000;
const MAX_FOLDERS = 20_000;

/** Files that say what the tables are: models and statements anywhere, code in folders of migrations; no more than a few thousand. */
export function findSchemas(index: DirectoryIndex): readonly string[] {
  const search: Search = { index, found: [], folders: 0 };
  below('', search, 0, false);
  return search.found.sort(byCodeUnits);
}

interface Search {
  readonly index: DirectoryIndex;
  readonly found: string[];
  folders: number;
}

function below(folder: string, search: Search, depth: number, migrations: boolean): void {
  const directory = search.index.directory(folder);
  if (directory === undefined || depth > MAX_DEPTH || (search.folders += 1) > MAX_FOLDERS) return;
  for (const name of [...directory.files].sort(byCodeUnits)) {
    const isSchema = (MODELS.test(name) && !DOWN.test(name)) || (migrations && CODE.test(name) && !name.endsWith('.d.ts'));
    if (isSchema && search.found.length < MAX_FILES) search.found.push(childOf(directory.path, name));
  }
  for (const name of [...directory.directories].sort(byCodeUnits)) {
    if (!LEFT_OUT.test(name)) below(childOf(directory.path, name), search, depth + 1, migrations || MIGRATIONS.test(name));
  }
}
