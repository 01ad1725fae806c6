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

interface OpenText {
  readonly starts: readonly number[];
  readonly edit: ReturnType<typeof import('#facts/edits/edit-text.js').editorOf>;
}

/** Writes the repairs that verdicts offer, as far as the text of their file allows them. Each file is parsed once, so it belongs into the analysing thread. */
export function repairWriter(textOf: (file: string) => string | undefined): (verdict: Verdict) => readonly WrittenRepair[] {
  const texts = new Map<string, OpenText | undefined>();
  return (verdict) => (verdict.verdict !== 'violated' ? [] : (verdict.repairs ?? [])).flatMap((repair) => {
    const { file } = repair.site;
    if (!texts.has(file)) texts.set(file, opened(file, textOf(file)));
    const text = texts.get(file);
    return text === undefined ? [] : written(repair, text);
  });
}

function opened(file: string, text: string | undefined): OpenText | undefined {
  if (text === undefined) return undefined;
  // The parser is loaded for the first repair, not for every run.
  const { editorOf } = require('#facts/edits/edit-text.js') as typeof import('#facts/edits/edit-text.js');
  return { starts: lineStartsOf(text), edit: editorOf(file, text) };
}

function written({ title, site, change }: Repair, { starts, edit }: OpenText): WrittenRepair[] {
  const at = offsetOf(site, starts);
  const edits = at === undefined ? undefined : edit({ ...change, at });
  return edits === undefined ? [] : [{ title, file: site.file, edits: edits.map((one) => placed(one, starts)) }];
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
