import type { FileFacts } from '#facts/types.js';
import type { Site } from '#model/site.js';

/** Where the places of one reading of a file are in another one that says the same; undefined for what is no place of the facts. */
export interface PlaceMap {
  readonly path: string;
  offset(at: number): number | undefined;
  site(before: Site): Site | undefined;
  line(before: number): number | undefined;
}

/** Of the one file, with the offsets of the later reading by those of the earlier one. Undefined where their order, or what stands on one line with what, has changed. */
export function placeMap(before: FileFacts, now: FileFacts, offsets: ReadonlyMap<number, number>): PlaceMap | undefined {
  const lines = new Map<number, number>();
  let last = { at: -1, line: -1 };
  for (const [from, to] of [...offsets].sort(([a], [b]) => a - b)) {
    const [line, movedLine] = [lineOf(from, before.lines), lineOf(to, now.lines)];
    const known = lines.get(line);
    if (to <= last.at || (known === undefined ? movedLine <= last.line : movedLine !== known)) return undefined;
    lines.set(line, movedLine);
    last = { at: to, line: movedLine };
  }
  return {
    path: before.path,
    offset: (at) => offsets.get(at),
    line: (line) => lines.get(line),
    site({ file, line, column }) {
      const to = offsets.get((before.lines[line - 1] ?? -1) + column - 1);
      const moved = lines.get(line);
      return to === undefined || moved === undefined ? undefined : { file, line: moved, column: to - (now.lines[moved - 1] ?? 0) + 1 };
    },
  };
}

/** The line, from 1, on which an offset stands. */
function lineOf(at: number, lines: readonly number[]): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
