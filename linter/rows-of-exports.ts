import type { Library } from '#catalog/schema.js';

type Row = Readonly<Record<string, unknown>>;

/** The fields of a row that say which call it speaks of. */
const SUBJECTS = new Set(['call', 'calls', 'create', 'decorator']);

/** Rows for one export of a file, `./src/http.ts#callPartner`, become rows of the file; what several of them say of one file is put together. */
export function rowsOfExports(libraries: readonly Library[]): readonly Library[] {
  const byPackage = new Map<string, Library>();
  const others: Library[] = [];
  for (const library of libraries) {
    if (!library.package.startsWith('./')) {
      others.push(library);
      continue;
    }
    const [path = '', name = 'default'] = library.package.split('#');
    const rows = { ...(name === 'default' ? library : mapped(library, name)), package: path };
    const known = byPackage.get(path);
    byPackage.set(path, known === undefined ? rows : together(known, rows));
  }
  return [...others, ...byPackage.values()];
}

function mapped(library: Library, name: string): Library {
  const entries = Object.entries(library).map(([kind, rows]: [string, unknown]) => [kind, Array.isArray(rows) ? rows.map((row: unknown) => (isRow(row) ? atExport(row, name) : row)) : rows]);
  return Object.fromEntries(entries) as unknown as Library;
}

function atExport(row: Row, name: string): Row {
  const at = (path: unknown): unknown => (Array.isArray(path) ? path.map(at) : typeof path === 'string' ? pathAt(path, name) : path);
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, SUBJECTS.has(field) ? at(value) : value]));
}

// The name of the export may be written once more.
function pathAt(path: string, name: string): string {
  if (path.includes('|') || /^[\w$]*/.exec(path)?.[0] === name) return path;
  return path === '' || path.startsWith('(') ? `${name}${path}` : `${name}.${path}`;
}

function together(one: Library, other: Library): Library {
  const joined = Object.entries(other).map(([kind, said]: [string, unknown]) => {
    const known = (one as unknown as Row)[kind];
    if (Array.isArray(known) && Array.isArray(said)) return [kind, [...(known as unknown[]), ...(said as unknown[])]];
    return [kind, isRow(known) && isRow(said) ? { ...said, ...known } : (known ?? said)];
  });
  return { ...one, ...(Object.fromEntries(joined) as Partial<Library>) };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
