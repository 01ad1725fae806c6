import type { FileFacts } from '#facts/types.js';
import type { Site } from '#model/site.js';

/** Where the places of one reading of a file are in another one that says the same; undefined for what is no place of the facts. */
export interface PlaceMap {
  readonly path: string;
  offset(at: number): number | undefined;
  site(before: Site): Site | undefined;
  line(before: number): number | undefined;
}

// What may differ without another meaning: comments and places are looked at elsewhere.
const ASIDE = new Set(['hash', 'lines', 'suppressions']);
const PLACES = new Set(['at', 'start', 'end']);

/** Pairs the places of two readings of a file. Undefined where more differs than places, in their order or in what stands on one line with what. */
export function placeMap(before: FileFacts, now: FileFacts): PlaceMap | undefined {
  if ([before, now].some(({ errors, gaps }) => errors.length + gaps.length > 0)) return undefined;
  const offsets = pairedOffsets(before, now);
  if (offsets === undefined) return undefined;
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

/** The offsets of the one by those of the other; undefined where anything else differs. Facts are as deep as their file, so nothing here calls itself. */
function pairedOffsets(before: FileFacts, now: FileFacts): ReadonlyMap<number, number> | undefined {
  const offsets = new Map<number, number>();
  const paired = new Map<object, object>();
  const open: [unknown, unknown][] = [[withoutAside(before), withoutAside(now)]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [one, other] = pair;
    if (!isObject(one) || !isObject(other)) {
      if (one !== other) return undefined;
      continue;
    }
    const known = paired.get(one);
    if (known !== undefined && known !== other) return undefined;
    if (known !== undefined) continue;
    paired.set(one, other);
    if (Array.isArray(one) !== Array.isArray(other)) return undefined;
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length) return undefined;
    for (const key of keys) {
      const [value, counterpart] = [one[key], other[key]];
      if (!PLACES.has(key) || typeof value !== 'number' || typeof counterpart !== 'number') open.push([value, counterpart]);
      else if ((offsets.get(value) ?? counterpart) !== counterpart) return undefined;
      else offsets.set(value, counterpart);
    }
  }
  return offsets;
}

function withoutAside(facts: FileFacts): object {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !ASIDE.has(key)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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
