import type {
  BlockingRow, BudgetRow, CallbackRow, CloserRow, EntryPointRow, HookRow, Library, OperationRow, ProvisionRow, ResourceRow, SettingRow, SignalRow, ValueRow, WrapperRow,
} from '#catalog/schema.js';

/** Everything the catalog says about one access path. */
export interface LibraryRows {
  readonly library: Library;
  readonly callbacks: readonly CallbackRow[];
  readonly hooks: readonly HookRow[];
  readonly values: readonly ValueRow[];
  readonly entryPoints: readonly EntryPointRow[];
  readonly resources: readonly ResourceRow[];
  readonly operations: readonly OperationRow[];
  readonly wrappers: readonly WrapperRow[];
  readonly blocking: readonly BlockingRow[];
  readonly budgets: readonly BudgetRow[];
  readonly bodies: readonly BudgetRow[];
  readonly closers: readonly CloserRow[];
  readonly signals: readonly SignalRow[];
  readonly settings: readonly SettingRow[];
  readonly provisions: readonly ProvisionRow[];
}

type RowKind = Exclude<keyof LibraryRows, 'library'>;
type AnyRow = LibraryRows[RowKind][number];

interface CompiledRow {
  readonly kind: RowKind;
  readonly row: AnyRow;
  readonly pattern: RegExp;
}

/** One library of the catalog, ready to be asked. */
export interface CompiledLibrary {
  readonly library: Library;
  readonly exact: Map<string, { kind: RowKind; row: AnyRow }[]>;
  readonly patterns: readonly CompiledRow[];
  readonly same: readonly { readonly matches: RegExp; readonly path: string; readonly is: string }[];
  readonly rows: Map<string, LibraryRows | undefined>;
  /** First names of the paths that rows and aliases speak of. */
  readonly firsts: ReadonlySet<string>;
  readonly anyFirst: boolean;
  /** Patterns of the paths that rows and aliases speak of and of those on the way there, made when they are asked for. */
  prefixes: readonly RegExp[] | undefined;
  /** By path: where it leaves those; negative where it does not. */
  readonly ends: Map<string, number>;
}

const ROW_KINDS: readonly RowKind[] = [
  'callbacks', 'hooks', 'values', 'entryPoints', 'resources', 'operations', 'wrappers', 'blocking', 'budgets', 'bodies', 'closers', 'signals', 'settings', 'provisions',
];
/** One link of a path: a name, a call, an element. */
export const LINK = /\.?[^.()[\]]+|\(\)|\[\]/g;

/**
 * The calls within the paths of rows whose arguments a place reads: `creation:0.timeout` the nearest, `creation:creation:0.timeout` the one
 * before it. And those that gave what holds a connection.
 */
export function creationsIn(library: Library): readonly RegExp[] {
  const found = new Set<string>();
  for (const row of [library.operations, library.wrappers, library.values, library.callbacks].flatMap((rows): readonly { readonly call: string; readonly holds?: string }[] => rows ?? [])) {
    const calls = [...row.call.matchAll(/\(\)(?=[.(])/g)].map(({ index }) => row.call.slice(0, index + 2)).reverse();
    for (const [, steps = ''] of JSON.stringify(row).matchAll(/"((?:creation:)+)/g)) {
      const call = calls[steps.length / 'creation:'.length - 1];
      if (call !== undefined) found.add(call);
    }
    if (row.holds === 'receiver' && calls[0] !== undefined) found.add(calls[0]);
  }
  return [...found].map((path) => pathPattern(path, '$'));
}

/** Makes a library ready: rows by path, patterns, aliases. */
export function compile(library: Library): CompiledLibrary {
  const exact = new Map<string, { kind: RowKind; row: AnyRow }[]>();
  const patterns: CompiledRow[] = [];
  for (const kind of ROW_KINDS) {
    for (const row of library[kind] ?? []) {
      for (const path of pathsOf(row)) {
        if (path.includes('*')) patterns.push({ kind, row, pattern: pathPattern(path, '$') });
        else exact.set(path, [...(exact.get(path) ?? []), { kind, row }]);
      }
    }
  }
  // An alias applies to the whole path and to everything reached from it, but never within a name.
  const same = (library.same ?? []).map(({ path, is }) => ({ matches: pathPattern(path, path === '' ? '$' : '(?=$|[.(])'), path, is }));
  const firsts = new Set(spokenOf(library).map(firstName));
  return { library, exact, patterns, same, rows: new Map(), firsts, ends: new Map(), prefixes: undefined, anyFirst: [...firsts].some((first) => first.includes('*')) };
}

/** Patterns of the paths that rows and aliases speak of, and of those on the way there. */
export function prefixesOf({ library }: CompiledLibrary): readonly RegExp[] {
  return [...new Set(spokenOf(library))].map((path) => {
    const links = [...path.matchAll(LINK)].map(([link]) => pathSource(link));
    return new RegExp(`^${links.join('(?:')}${')?'.repeat(Math.max(0, links.length - 1))}$`);
  });
}

/** The first name of a path. */
export function firstName(path: string): string {
  const end = path.search(/[.(]/);
  return end < 0 ? path : path.slice(0, end);
}

/** The paths that rows and aliases speak of. */
function spokenOf(library: Library): readonly string[] {
  return [...ROW_KINDS.flatMap((kind) => (library[kind] ?? []).flatMap((row) => pathsOf(row))), ...(library.same ?? []).map(({ path }) => path)];
}

function pathsOf(row: AnyRow): readonly string[] {
  if ('calls' in row) return row.calls;
  if ('create' in row) return [row.create];
  if ('call' in row && row.call !== undefined) return [row.call];
  if ('decorator' in row && row.decorator !== undefined) return [row.decorator];
  return [];
}

function pathPattern(path: string, end: string): RegExp {
  return new RegExp(`^${pathSource(path)}${end}`);
}

function pathSource(path: string): string {
  return path
    .split('**')
    .map((part) => part.split('*').map((text) => text.replace(/[.()|[\]\\^$+?{}]/g, '\\$&')).join('[^.()]+'))
    .join('.+?');
}

/** What the rows of a library say of a path. */
export function collectRows(library: CompiledLibrary, path: string): LibraryRows | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const found = [...(library.exact.get(path) ?? []), ...library.patterns.filter(({ pattern }) => pattern.test(path))].filter(({ kind, row }) => !isOfOthers(kind, row, name));
  if (found.length === 0) return undefined;
  const rows: Record<string, unknown> = { library: library.library };
  for (const kind of ROW_KINDS) rows[kind] = found.filter((entry) => entry.kind === kind).map((entry) => entry.row);
  return rows as unknown as LibraryRows;
}

// An operation of these methods only.
function isOfOthers(kind: RowKind, row: AnyRow, name: string): boolean {
  const { members } = kind === 'operations' ? (row as OperationRow) : {};
  return members !== undefined && !members.includes(name);
}
