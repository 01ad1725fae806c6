import { createHash } from 'node:crypto';
import semver from 'semver';
import type { Library } from '#catalog/schema.js';
import type { Checked } from './check-typings.js';
import { claimsOf, type Claim } from './claims.js';
import { defaultsOf, type DefaultClaim } from './defaults.js';

/** A run of the real package: which claims it confirms, what was seen, of which version. */
export interface Run {
  /** A regular expression of claims. */
  readonly covers?: string;
  /** Claims of defaults. */
  readonly defaults?: readonly string[];
  readonly says: string;
  /** What stood in for a server: `PostgreSQL 15`, `PGlite`. */
  readonly on?: string;
  readonly version?: string;
  readonly failed?: string;
}

/** What is known of one library's claims. */
export interface LibraryChecked {
  /** The version whose typings were asked. */
  readonly version?: string;
  /** What the claims were when they were asked: another value means that the rows say something else by now. */
  readonly asked: string;
  /** What was run, in words, with the version where it is another one. */
  readonly ran: readonly string[];
  readonly run: number;
  readonly typed: number;
  /** The defaults and waits without end that were run, as the rows claim them. */
  readonly defaults?: readonly string[];
  /** Claims that neither were run nor are told by typings, by the reason why, and whether the package's own files name them. */
  readonly documented: Readonly<Record<string, readonly string[]>>;
  /** Rows none of whose claims was run, is told by typings, or is named in the package's own files. */
  readonly rows?: readonly string[];
}

export type Table = Readonly<Record<string, LibraryChecked>>;

/** The reason of claims that are wrong: neither the typings nor the JavaScript of the package have it. */
export const WRONG = 'the package does not have it';
/** How the reason ends where the package's own files name what the typings cannot tell. */
const NAMED = '; its files name it';
const NOT_INSTALLED = 'the package is not among those installed for the check';
/** Packages that are not installed for the check, with the reason. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  googleapis: 'not installed for the check: 200 MB of generated clients; their calls are those of gaxios, which is asked and run',
};

/** What is known of a library after its typings were asked and what can run was run; `isKnown` tells the defaults that were shown before. */
export function checkedOf(library: Library, version: string | undefined, checked: readonly Checked[] | undefined, runs: readonly Run[], isKnown: (id: string) => boolean = () => false): LibraryChecked {
  const own = runs.filter((run) => claimsOf(library).some((claim) => isCovered(claim, run.covers)));
  const all: readonly Checked[] = checked ?? claimsOf(library).map((claim) => ({ claim, answer: { is: 'untold', why: NOT_ASKED[library.package] ?? NOT_INSTALLED } }));
  const documented: Record<string, string[]> = {};
  const rows = new Map<string, boolean>();
  const counts = { run: 0, typed: 0 };
  for (const { claim, answer } of all) {
    const mark = own.some(({ covers }) => isCovered(claim, covers)) ? 'run' : answer.is === 'there' ? 'typed' : undefined;
    if (mark !== undefined) counts[mark] += 1;
    else (documented[reasonOf(answer)] ??= []).push(claim.id.slice(library.package.length + 2));
    for (const row of claim.rows ?? []) rows.set(row, rows.get(row) === true || mark !== undefined || answer.is === 'named');
  }
  const unchecked = [...rows].filter(([, isChecked]) => !isChecked).map(([row]) => row);
  const shown = defaultsOf(library).filter((claim) => isKnown(claim.id) || runs.some((run) => isShown(claim, run))).map(({ id }) => id.slice(library.package.length + 2));
  const ran = own.map(({ says, on: server, version: other }) => [says, ...[server, other === version ? undefined : other].filter((one) => one !== undefined).map((one) => `(${one})`)].join(' '));
  return { ...(version === undefined ? {} : { version }), asked: digestOf(library), ran, ...counts, ...(shown.length === 0 ? {} : { defaults: shown }), documented, ...(unchecked.length === 0 ? {} : { rows: unchecked }) };
}

/** A short value that changes with the claims of a library. */
export function digestOf(library: Library): string {
  const claims = [...claimsOf(library).map(({ id, versions }) => `${id} ${versions ?? ''}`), ...defaultsOf(library).map(({ id }) => id)].sort();
  return createHash('sha256').update(claims.join('\n')).digest('hex').slice(0, 12);
}

/** Does a run confirm a claim? A place on an outer call counts as the option it is. */
export function isCovered({ id }: Claim, covers: string | undefined): boolean {
  if (covers === undefined) return false;
  const pattern = new RegExp(covers);
  return pattern.test(id) || pattern.test(id.replace(/(\| [\w-]+ )(?:(?:creation|parent|of|result|chain:[\w$]+):)+\.?/, '$1'));
}

/** Does a run show a default, of a version that the row speaks of? */
export function isShown({ id, versions }: DefaultClaim, { defaults = [], version }: Run): boolean {
  return defaults.includes(id) && (versions === undefined || version === undefined || semver.satisfies(version, versions));
}

/** Of the libraries that were asked: how many defaults and waits without end are run, how many cannot run here, by the reason, and those of which neither is known. */
export function defaultsIn(libraries: readonly Library[], table: Table): { readonly run: number; readonly reasons: Readonly<Record<string, readonly string[]>>; readonly unexplained: readonly string[]; readonly both: readonly string[] } {
  const reasons: Record<string, string[]> = {};
  const [unexplained, both]: [string[], string[]] = [[], []];
  let run = 0;
  for (const library of libraries.filter((one) => table[one.package] !== undefined)) for (const { id, unrun } of defaultsOf(library)) {
    const isRun = table[library.package]?.defaults?.includes(id.slice(library.package.length + 2)) === true;
    if (isRun) run += 1;
    if (isRun && unrun !== undefined) both.push(id);
    else if (unrun !== undefined) (reasons[unrun] ??= []).push(id);
    else if (!isRun) unexplained.push(id);
  }
  return { run, reasons, unexplained, both };
}

/** How many claims are run, typed, named in the package's own files, only documented. */
export function countsOf(table: Table): { readonly run: number; readonly typed: number; readonly named: number; readonly documented: number } {
  const all = Object.values(table);
  const sum = (count: (one: LibraryChecked) => number) => all.reduce((total, one) => total + count(one), 0);
  return { run: sum(({ run }) => run), typed: sum(({ typed }) => typed), named: sum(({ documented }) => claimsIn(documented, true)), documented: sum(({ documented }) => claimsIn(documented, false)) };
}

function claimsIn(documented: LibraryChecked['documented'], isNamed: boolean): number {
  return Object.entries(documented).flatMap(([why, claims]) => (why.endsWith(NAMED) === isNamed ? claims : [])).length;
}

function reasonOf(answer: Checked['answer']): string {
  if (answer.is === 'named') return `${answer.why}${NAMED}`;
  return answer.is === 'untold' ? answer.why : WRONG;
}
