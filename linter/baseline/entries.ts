import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../user-error.js';

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  /** From the baseline's folder, `/`-separated. */
  readonly file: string;
  readonly rule: string;
  /** The content's hash and which of equal ones it is: no line numbers, so that moving code changes nothing. */
  readonly id: string;
  /** The line as it was, for people. */
  readonly text: string;
  /** Hashes of the lines around it: an equal finding with none of them around it is another one. */
  readonly near?: string;
  readonly reason?: string;
  readonly owner?: string;
  /** The last day (`2027-01-31`) on which the finding is passed over. */
  readonly expires?: string;
}

const HEAD = '{"seamlint":"baseline","version":1}';
const MAX_SIZE = 50_000_000;
const TEXTS = ['file', 'rule', 'id', 'text', 'near', 'reason', 'owner', 'expires'] as const;

/** Reads a baseline file. Throws `UserError` where it is none. */
export function readBaseline(path: string): readonly BaselineEntry[] {
  return parseBaseline(readText(path), path);
}

/** The text of a baseline file: one finding a line, sorted, so that two branches merge line by line. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = new Map(entries.map((entry) => [keyOf(entry), JSON.stringify(entry, [...TEXTS])]));
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return `${[HEAD, ...sorted].join('\n')}\n`;
}

function keyOf({ file, rule, id }: BaselineEntry): string {
  return [file, rule, id].join('\0');
}

function parseBaseline(text: string, path: string): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.trim() === HEAD) continue;
    const entry = entryOf(line);
    if (entry === undefined) throw wrongLine(line, index + 1, path);
    // A merge that kept both sides may hold a finding twice.
    entries.set(keyOf(entry), entry);
  }
  return [...entries.values()];
}

function entryOf(line: string): BaselineEntry | undefined {
  try {
    const read = JSON.parse(line) as Record<string, unknown>;
    if (typeof read !== 'object' || read === null || Object.keys(read).some((key) => !(TEXTS as readonly string[]).includes(key))) return undefined;
    const sound = TEXTS.every((name, index) => (Object.hasOwn(read, name) ? typeof read[name] === 'string' : index > 3));
    return sound && /^\d{4}-\d\d-\d\d$/.test((read['expires'] as string | undefined) ?? '2000-01-01') ? (read as unknown as BaselineEntry) : undefined;
  } catch {
    return undefined;
  }
}

function wrongLine(line: string, number: number, path: string): UserError {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line))
    return new UserError(`${path} has an unresolved merge conflict in line ${number}.`, 'Delete the lines with the marks and keep all others: each finding is a line of its own.');
  return new UserError(`Line ${number} of ${path} is no entry of a baseline.`, 'Each line is JSON with "file", "rule", "id" and "text"; "reason", "owner" and "expires" (2027-01-31) may be added. `seamlint baseline` writes the file.');
}

function readText(path: string): string {
  try {
    if (statSync(path).size > MAX_SIZE) throw new UserError(`${path} is too large for a baseline.`, 'Name another file with --baseline.');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(missing ? `There is no baseline ${path}.` : `${path} cannot be read.`, '`seamlint baseline` writes one; --no-baseline goes without.');
  }
}
