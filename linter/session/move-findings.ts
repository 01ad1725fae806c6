import type { ShownFinding } from './messages.js';

/** Findings of an older text where their lines stand in the newer one; those whose line was changed are left out until they are known anew. */
export function moveFindings(findings: readonly ShownFinding[], before: string, now: string): readonly ShownFinding[] {
  if (before === now || findings.length === 0) return findings;
  const [old, recent] = [linesOf(before), linesOf(now)];
  const head = sameAtStart(old, recent);
  const tail = sameAtEnd(old, recent, head);
  return findings.flatMap((finding) => {
    const index = finding.line - 1;
    if (index < head) return [finding];
    if (index >= old.length - tail) return [{ ...finding, line: finding.line + recent.length - old.length }];
    const found = onlyPlaceOf(old[index] ?? '', old.slice(head, old.length - tail), recent.slice(head, recent.length - tail));
    return found === undefined ? [] : [{ ...finding, line: head + found.index + 1, column: finding.column + found.indent }];
  });
}

function sameAtStart(old: readonly string[], recent: readonly string[]): number {
  let same = 0;
  while (same < old.length && same < recent.length && old[same] === recent[same]) same += 1;
  return same;
}

function sameAtEnd(old: readonly string[], recent: readonly string[], head: number): number {
  let same = 0;
  while (same < Math.min(old.length, recent.length) - head && old[old.length - 1 - same] === recent[recent.length - 1 - same]) same += 1;
  return same;
}

// A line that occurs once on both sides is the same line, however it is indented.
function onlyPlaceOf(line: string, old: readonly string[], recent: readonly string[]): { index: number; indent: number } | undefined {
  const text = line.trim();
  const isIt = (other: string): boolean => other.trim() === text;
  if (text === '' || old.filter(isIt).length !== 1 || recent.filter(isIt).length !== 1) return undefined;
  const index = recent.findIndex(isIt);
  return { index, indent: indentOf(recent[index] ?? '') - indentOf(line) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

// Line ends as TypeScript and ESLint count them.
function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}
