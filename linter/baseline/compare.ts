import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isLoss } from '../completeness.js';
import { identitiesOf, normalised, type Identity } from '../identity.js';
import { isViolation } from '../open-findings.js';
import type { RunOutcome } from '../run.js';
import { sourceTexts, type SourceTexts } from '../source-texts.js';
import type { Finding, LintResult } from '../types.js';
import type { BaselineEntry } from './entries.js';

/** A baseline as read, and where it lies. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** `unseen`: this run did not look there, so that nothing can be said. */
export type EntryState = 'known' | 'expired' | 'gone' | 'unseen';

/** A run beside a baseline. */
export interface Comparison {
  /** The result, with the findings of the baseline set aside. */
  readonly result: LintResult;
  readonly states: readonly { readonly entry: BaselineEntry; readonly state: EntryState }[];
  /** For each finding that is known, the entry as it would be written now: its file may have been renamed, its lines moved. */
  readonly current: readonly BaselineEntry[];
  /** Entries for the findings that are not in the baseline. */
  readonly fresh: readonly BaselineEntry[];
}

interface Candidate {
  readonly finding: Finding;
  readonly entry: BaselineEntry;
  readonly content: string;
  match?: BaselineEntry;
}

/** A run's result, and the texts it speaks of where they are not those on disk. */
type Compared = Pick<RunOutcome, 'result' | 'stopped'> & { readonly texts?: Pick<SourceTexts, 'linesOf'> };

/** Compares a run with a baseline. `asked` are the absolute paths that the run was about. */
export function compareWithBaseline({ result, stopped, texts = sourceTexts(result.root) }: Compared, { path, entries }: Baseline, asked: readonly string[], today: string): Comparison {
  const candidates = candidatesOf(result, dirname(path), texts);
  const matched = matchEntries(candidates, entries, dirname(path));
  const isExpired = ({ expires }: BaselineEntry) => expires !== undefined && expires < today;
  const sees = visibility(result, stopped !== undefined, asked, dirname(path));
  const states = entries.map((entry) => ({ entry, state: matched.has(entry) ? (isExpired(entry) ? 'expired' : 'known') : sees(entry) ? 'gone' : 'unseen' }) as const);
  const known = new Set(candidates.filter(({ match }) => match !== undefined && !isExpired(match)).map(({ finding }) => finding));
  const count = (wanted: EntryState) => states.filter(({ state }) => state === wanted).length;
  return {
    result: {
      ...result,
      findings: result.findings.map((finding) => (known.has(finding) ? { ...finding, setAside: 'known' } : finding)),
      baseline: { file: relative(result.root, path).split(sep).join('/'), gone: count('gone'), expired: count('expired') },
    },
    states,
    current: candidates.flatMap(({ entry, match }) => (match === undefined ? [] : [{ ...match, ...entry }])),
    fresh: candidates.flatMap(({ entry, match }) => (match === undefined ? [entry] : [])),
  };
}

function candidatesOf(result: LintResult, folder: string, { linesOf }: Pick<SourceTexts, 'linesOf'>): Candidate[] {
  const identities = identitiesOf(result.findings, linesOf);
  return result.findings.flatMap((finding, index) => {
    if (!isViolation(finding) || finding.suppressed !== undefined) return [];
    const { file, line } = finding.verdict.site;
    const { content, ordinal, near } = identities[index] as Identity;
    const text = normalised(linesOf(file)?.[line - 1] ?? '').slice(0, 120);
    const place = relative(folder, join(result.root, file)).split(sep).join('/');
    return [{ finding, content, entry: { file: place, rule: finding.ruleId, id: `${content}:${ordinal}`, text, ...(near.length === 0 ? {} : { near: near.join(' ') }) } }];
  });
}

/**
 * Gives candidates their entries: the same finding in the same file, else in a file that is new where the entry's is gone.
 * Equal findings of one function are told apart by the lines around them, so that one that came does not pass for one that went.
 */
function matchEntries(candidates: readonly Candidate[], entries: readonly BaselineEntry[], folder: string): ReadonlySet<BaselineEntry> {
  const matched = new Set<BaselineEntry>();
  const pair = (keyOf: (entry: BaselineEntry) => string, waiting: readonly BaselineEntry[]) => {
    const byKey = grouped(waiting, keyOf);
    const pairs = candidates.flatMap((candidate) => (byKey.get(keyOf(candidate.entry)) ?? []).map((entry) => ({ candidate, entry, alike: alikeness(candidate.entry, entry) })));
    for (const { candidate, entry, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
      if (alike === 0 || candidate.match !== undefined || matched.has(entry)) continue;
      candidate.match = entry;
      matched.add(entry);
    }
  };
  pair(({ file, rule, id }) => `${rule}\0${contentOf(id)}\0${file}`, entries);
  pair(({ rule, id }) => `${rule}\0${contentOf(id)}`, entries.filter((entry) => !matched.has(entry) && !existsSync(join(folder, entry.file))));
  return matched;
}

// Which of equal ones it was says nothing once one of them is gone.
function contentOf(id: string): string {
  return id.replace(/:\d+$/, '');
}

/** How many of the lines around them two findings share; 1 where it is not known. */
function alikeness({ near: here }: BaselineEntry, { near: there }: BaselineEntry): number {
  if (here === undefined || there === undefined) return 1;
  const lines = new Set(here.split(' '));
  return there.split(' ').filter((one) => lines.has(one)).length;
}

function grouped(entries: readonly BaselineEntry[], keyOf: (entry: BaselineEntry) => string): Map<string, BaselineEntry[]> {
  const groups = new Map<string, BaselineEntry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

// A rule that did not run, a file that could not be read: what is not found there may be there all the same.
function visibility(result: LintResult, stopped: boolean, asked: readonly string[], folder: string): (entry: BaselineEntry) => boolean {
  const rules = new Set(result.rules.map(({ id }) => id));
  for (const { where } of result.incidents) rules.delete(where.replace(/^rule /, ''));
  const lost = new Set(result.skipped.filter(isLoss).map(({ path }) => join(result.root, path)));
  const isUnder = (path: string, top: string) => path === top || path.startsWith(top.endsWith(sep) ? top : top + sep);
  return ({ rule, file }) => {
    const path = join(folder, file);
    return !stopped && rules.has(rule) && !lost.has(path) && isUnder(path, result.root) && asked.some((top) => isUnder(path, top));
  };
}
