import type { FileFacts } from '#facts/types.js';
import type { Site } from '#model/site.js';
import type { Note } from '#project/types.js';
import type { Repair } from '#rules/types.js';
import { compareFindings } from '../judge.js';
import type { PlainResult } from '../plain-result.js';
import { applySuppressions, type KnownRules } from '../suppressions.js';
import type { Finding } from '../types.js';
import type { PlaceMap } from './place-map.js';
import type { WatchedFile } from './watched-files.js';

/** A result and the facts that it is of. */
export interface ResultOf {
  readonly result: PlainResult;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** What is known of the files that the analysis read, by path. */
  readonly readings: ReadonlyMap<string, ReadFile>;
}

/** What an analysis read of a file, and where the places of that reading are now. */
export interface ReadFile {
  readonly watched: WatchedFile;
  readonly moved?: ReadonlyMap<number, number>;
}

/** The result of the same program with one file's places moved and its comments read anew; undefined where it names a place that cannot be followed. */
export function movedResult({ result, files, readings }: ResultOf, now: FileFacts, { map, all }: { readonly map: PlaceMap; readonly all: KnownRules['all'] }): ResultOf | undefined {
  const before = files.get(map.path);
  if (before === undefined) return undefined;
  const rules = { all, ran: result.rules };
  const unmarked = result.findings.map(withoutMark);
  // Remarks on comments stand last.
  const others = result.notes.slice(0, result.notes.length - applySuppressions(unmarked, files, rules).notes.length);
  const mover = moverFor(map);
  const entryPoints = result.entryPoints.map((one) => (one.file === map.path ? { ...one, line: mover.line(one.line) } : one));
  const notes = others.map((note) => mover.note(note));
  const moved = unmarked.map((finding) => mover.any(finding));
  mover.any(result.incidents);
  if (mover.isLost() || result.paths !== undefined) return undefined;
  const filesNow = new Map(files).set(map.path, now);
  const { findings, notes: remarks } = applySuppressions(moved, filesNow, rules);
  const coverage = { ...result.coverage, lines: result.coverage.lines + now.lines.length - before.lines.length };
  return { result: { ...result, findings: findings.toSorted(compareFindings), entryPoints, coverage, notes: [...notes, ...remarks] }, files: filesNow, readings };
}

function withoutMark(finding: Finding): Finding {
  if (finding.suppressed === undefined) return finding;
  const { suppressed: _, ...rest } = finding;
  return rest;
}

interface Mover {
  any<T>(value: T): T;
  line(before: number): number;
  note(note: Note): Note;
  /** Whether there was something that the map does not know. */
  isLost(): boolean;
}

function moverFor(map: PlaceMap): Mover {
  const done = new Map<object, object>();
  let lost = false;
  const found = <T>(known: T | undefined, fallback: T): T => {
    lost ||= known === undefined;
    return known ?? fallback;
  };

  function any<T>(value: T): T {
    if (typeof value === 'string') return movedWords(value, map, () => (lost = true)) as T;
    if (typeof value !== 'object' || value === null) return value;
    const known = done.get(value) ?? moved(value);
    done.set(value, known);
    return known as T;
  }

  function moved(value: object): object {
    if (isSite(value)) return value.file === map.path ? found(map.site(value), value) : value;
    if (Array.isArray(value)) {
      const all = value.map((one: unknown) => any(one));
      return all.every((one, index) => one === value[index]) ? value : all;
    }
    const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, any(one)]);
    return withName(value, entries.every(([key, one]) => one === (value as Record<string, unknown>)[key]) ? value : Object.fromEntries(entries));
  }

  // The name that a repair uses is told by its offset in the repaired file.
  function withName(before: object, now: object): object {
    if (!isRepair(before) || !isRepair(now) || before.site.file !== map.path || before.change.is !== 'set-option' || before.change.sees === undefined) return now;
    const { sees } = before.change;
    return { ...now, change: { ...now.change, sees: { ...sees, at: found(map.offset(sees.at), sees.at) } } };
  }

  return {
    any,
    line: (before) => found(map.line(before), before),
    note(note) {
      if (note.path !== map.path || note.line === undefined) return any(note);
      if (note.column === undefined) return { ...note, line: found(map.line(note.line), note.line) };
      const { line, column } = found(map.site({ file: note.path, line: note.line, column: note.column }), { file: note.path, line: note.line, column: note.column });
      return { ...note, line, column };
    },
    isLost: () => lost,
  };
}

/** A text with the places that it tells in words: `(timeout, src/server.ts:19)`. After another character it is the end of another path. */
function movedWords(text: string, { path, line }: PlaceMap, lose: () => void): string {
  return text.split(`${path}:`).reduce((before, after) => {
    const told = /(?:^|[\s(,'"`])$/.test(before) ? /^\d+/.exec(after)?.[0] : undefined;
    const moved = told === undefined ? told : line(Number(told));
    if (told !== undefined && moved === undefined) lose();
    return `${before}${path}:${moved === undefined ? after : `${moved}${after.slice(told?.length)}`}`;
  });
}

function isRepair(value: object): value is Repair {
  return 'site' in value && 'change' in value;
}

function isSite(value: object): value is Site {
  return 'file' in value && 'line' in value && 'column' in value;
}
