import { createHash } from 'node:crypto';
import type { Finding } from './types.js';

/** What tells a finding from all others, whatever is edited elsewhere in its file. */
export interface Identity {
  /** Of the rule, the line and what encloses it; the same for equal lines of one function. */
  readonly content: string;
  /** Which of the equal ones it is, from 1. */
  readonly ordinal: number;
  /** One text of it all, the file included. */
  readonly fingerprint: string;
  /** Hashes of the lines around it: what tells a finding that stayed from an equal one that came while it went. */
  readonly near: readonly string[];
}

/** The identity of each finding, in the order given, which is that of their places. */
export function identitiesOf(findings: readonly Finding[], linesOf: (file: string) => readonly string[] | undefined): Identity[] {
  const occurrences = new Map<string, number>();
  return findings.map(({ ruleId, verdict }) => {
    const { file, line } = verdict.site;
    const lines = linesOf(file) ?? [];
    // Places that are not violated are counted apart, so that listing them changes no number.
    const kind = verdict.verdict === 'violated' ? [] : [verdict.verdict];
    const content = digest([ruleId, ...kind, normalised(lines[line - 1] ?? ''), ...enclosing(lines, line)]);
    const whole = digest([file.normalize('NFC'), content]);
    const ordinal = (occurrences.get(whole) ?? 0) + 1;
    occurrences.set(whole, ordinal);
    return { content, ordinal, fingerprint: `${whole}:${ordinal}`, near: nearOf(lines, line) };
  });
}

/** A line as identities see it: without comment and layout. */
export function normalised(line: string): string {
  return line.replace(/(?:^|\s)\/\/.*$/, '').trim().replace(/\s+/g, ' ');
}

const MAX_CONTEXT = 3;
const NEAR_EACH_WAY = 2;

function nearOf(lines: readonly string[], line: number): string[] {
  return [...speakingLines(lines, line - 1, -1), ...speakingLines(lines, line - 1, 1)].map((text) => digest([text]).slice(0, 8));
}

// Brackets alone stand everywhere.
function speakingLines(lines: readonly string[], from: number, step: 1 | -1): string[] {
  const found: string[] = [];
  for (let at = from + step; at >= 0 && at < lines.length && found.length < NEAR_EACH_WAY; at += step) {
    const text = normalised(lines[at] ?? '');
    if (/[\p{L}\p{N}]/u.test(text)) found.push(text);
  }
  return found;
}

/** The lines that open what encloses a line, innermost first: those above it that are indented less, one a level. */
function enclosing(lines: readonly string[], line: number): string[] {
  const openers: string[] = [];
  let indent = indentOf(lines[line - 1] ?? '');
  for (let above = line - 2; above >= 0 && indent > 0 && openers.length < MAX_CONTEXT; above--) {
    const text = lines[above] ?? '';
    if (text.trim() === '' || /^\s*(?:\/\/|\*|\/\*|[)\]}])/.test(text) || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    openers.push(normalised(text));
  }
  return openers;
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
