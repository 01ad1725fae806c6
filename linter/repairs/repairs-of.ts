import { createRequire } from 'node:module';
import type { TextEdit } from '#facts/edits/types.js';
import type { Repair, Verdict } from '#rules/types.js';
import type { Site } from '#model/site.js';

/** A repair as plain data: what it does, and the edits that do it, in one file. */
export interface WrittenRepair {
  readonly title: string;
  readonly file: string;
  readonly edits: readonly PlacedEdit[];
}

/** One replacement. Offsets are UTF-16 units from the start of the text without its byte order mark; lines and columns count from 1. */
export interface PlacedEdit extends TextEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const require = createRequire(import.meta.url);

/** The repairs that a verdict offers and that the text of their file allows. */
export function repairsOf(verdict: Verdict, textOf: (file: string) => string | undefined): readonly WrittenRepair[] {
  if (verdict.verdict !== 'violated') return [];
  return (verdict.repairs ?? []).flatMap((repair) => {
    const text = textOf(repair.site.file);
    return text === undefined ? [] : written(repair, text);
  });
}

function written(repair: Repair, text: string): WrittenRepair[] {
  const starts = lineStartsOf(text);
  const at = offsetOf(repair.site, starts);
  // The parser is loaded for the first repair, not for every run.
  const { editText } = require('#facts/edits/edit-text.js') as typeof import('#facts/edits/edit-text.js');
  const edits = at === undefined ? undefined : editText(repair.site.file, text, { ...repair.change, at });
  if (edits === undefined) return [];
  return [{ title: repair.title, file: repair.site.file, edits: edits.map((edit) => placed(edit, starts)) }];
}

function placed(edit: TextEdit, starts: readonly number[]): PlacedEdit {
  const [start, end] = [placeOf(edit.start, starts), placeOf(edit.end, starts)];
  return { ...edit, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

// Line ends as TypeScript counts them.
function lineStartsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((end) => end.index + end[0].length)];
}

function offsetOf({ line, column }: Site, starts: readonly number[]): number | undefined {
  const start = starts[line - 1];
  return start === undefined ? undefined : start + column - 1;
}

function placeOf(offset: number, starts: readonly number[]): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
