import type { Library } from '#catalog/schema.js';
import type { Checked } from './check-typings.js';

/** A run of the real package: which claims it confirms and what was seen. */
export interface Run {
  /** A regular expression of claims. */
  readonly covers: string;
  readonly says: string;
  readonly failed?: string;
}

/** What is known of one library's claims. */
export interface LibraryChecked {
  /** The version whose typings were asked. */
  readonly version?: string;
  /** What was run, in words. */
  readonly ran: readonly string[];
  readonly run: number;
  readonly typed: number;
  /** Claims that neither was run nor is told by typings, by the reason why. */
  readonly documented: Readonly<Record<string, readonly string[]>>;
}

export type Table = Readonly<Record<string, LibraryChecked>>;

const NOT_INSTALLED = 'the package is not among those installed for the check';

/** The table of all libraries: each claim is run, typed or only documented. */
export function tableOf(all: readonly { readonly library: Library; readonly version: string | undefined; readonly checked: readonly Checked[] | undefined }[], runs: readonly Run[]): Table {
  return Object.fromEntries(all.map(({ library, version, checked }) => [library.package, checkedOf(library, version, checked, runs)]));
}

/** How many claims are run, typed, only documented. */
export function countsOf(table: Table): { readonly run: number; readonly typed: number; readonly documented: number } {
  const all = Object.values(table);
  const sum = (count: (one: LibraryChecked) => number) => all.reduce((total, one) => total + count(one), 0);
  return { run: sum(({ run }) => run), typed: sum(({ typed }) => typed), documented: sum(({ documented }) => Object.values(documented).flat().length) };
}

function checkedOf(library: Library, version: string | undefined, checked: readonly Checked[] | undefined, runs: readonly Run[]): LibraryChecked {
  const own = runs.filter(({ covers }) => covers.startsWith(`^${library.package}: `) || covers.includes(`|^${library.package}: `));
  const documented: Record<string, string[]> = {};
  let run = 0;
  let typed = 0;
  for (const { claim, answer } of checked ?? []) {
    if (own.some(({ covers }) => new RegExp(covers).test(claim.id))) run += 1;
    else if (answer.is === 'there') typed += 1;
    else {
      const why = answer.is === 'untold' ? answer.why : 'the typings of this version do not have it';
      (documented[why] ??= []).push(claim.id.slice(library.package.length + 2));
    }
  }
  if (checked === undefined) documented[NOT_INSTALLED] = [];
  return { ...(version === undefined ? {} : { version }), ran: own.map(({ says }) => says), run, typed, documented };
}
