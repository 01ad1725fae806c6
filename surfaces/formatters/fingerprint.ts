import { createHash } from 'node:crypto';
import type { Finding } from '#linter/types.js';

/** An identity for each finding that edits elsewhere in its file do not change, in the order given. */
export function fingerprintsOf(findings: readonly Finding[], linesOf: (file: string) => readonly string[] | undefined): string[] {
  const occurrences = new Map<string, number>();
  return findings.map(({ ruleId, verdict: { site } }) => {
    const lines = linesOf(site.file) ?? [];
    const parts = [ruleId, site.file.normalize('NFC'), normalised(lines[site.line - 1] ?? ''), ...enclosing(lines, site.line)];
    const identity = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
    const occurrence = (occurrences.get(identity) ?? 0) + 1;
    occurrences.set(identity, occurrence);
    return `${identity}:${occurrence}`;
  });
}

const MAX_CONTEXT = 3;

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

function normalised(line: string): string {
  return line.replace(/\s*\/\/.*$/, '').trim().replace(/\s+/g, ' ');
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}
