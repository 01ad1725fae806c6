import { createHash } from 'node:crypto';
import type { Library } from '#catalog/schema.js';
import type { Checked } from './check-typings.js';
import { claimsOf, type Claim } from './claims.js';

/** A run of the real package: which claims it confirms, what was seen, of which version. */
export interface Run {
  /** A regular expression of claims. */
  readonly covers: string;
  readonly says: string;
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

/** What is known of a library after its typings were asked and what can run was run. */
export function checkedOf(library: Library, version: string | undefined, checked: readonly Checked[] | undefined, runs: readonly Run[]): LibraryChecked {
  const own = runs.filter(({ covers }) => claimsOf(library).some((claim) => isCovered(claim, covers)));
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
  const ran = own.map(({ says, version: on }) => `${says}${on === undefined || on === version ? '' : ` (${on})`}`);
  return { ...(version === undefined ? {} : { version }), asked: digestOf(library), ran, ...counts, documented, ...(unchecked.length === 0 ? {} : { rows: unchecked }) };
}

/** A short value that changes with the claims of a library. */
export function digestOf(library: Library): string {
  const claims = claimsOf(library).map(({ id, versions }) => `${id} ${versions ?? ''}`).sort();
  return createHash('sha256').update(claims.join('\n')).digest('hex').slice(0, 12);
}

/** Does a run confirm a claim? A place on an outer call counts as the option it is. */
export function isCovered({ id }: Claim, covers: string): boolean {
  const pattern = new RegExp(covers);
  return pattern.test(id) || pattern.test(id.replace(/(\| [\w-]+ )(?:(?:creation|parent|of|result|chain:[\w$]+):)+\.?/, '$1'));
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
