import { statSync } from 'node:fs';
import type { FileFacts } from '#facts/types.js';
import type { Project } from '#project/types.js';
import type { Analysis } from '../analysis.js';
import { hashOf, type FactsMemory } from './facts-memory.js';
import type { KnownRules } from '../suppressions.js';
import { movedResult, type ReadFile, type ResultOf } from './moved-result.js';
import { pairedOffsets } from './paired-offsets.js';
import { placeMap } from './place-map.js';

/** What texts are read with. */
export interface Reading {
  readonly analysis: Analysis;
  readonly project: Project;
  readonly memory: FactsMemory;
}

/** Takes the texts of these files into a result, where that is the same as a new analysis: they are no part of it, or nothing has changed that the analysis has read but places. */
export function takeEdits(last: ResultOf, paths: Iterable<string>, reading: Reading): ResultOf | undefined {
  const all = reading.analysis.rules.map(({ id }) => id);
  let taken = last;
  for (const path of paths) {
    const before = taken.files.get(path);
    if (before === undefined) {
      if (isPart(path, taken, reading.project)) return undefined;
      continue;
    }
    const now = factsNow(path, before, reading);
    if (now === before) continue;
    const moved = now === undefined ? undefined : takeFile(taken, { before, now }, all);
    if (moved === undefined) return undefined;
    taken = moved;
  }
  return taken;
}

interface TwoReadings {
  readonly before: FileFacts;
  readonly now: FileFacts;
}

function takeFile(last: ResultOf, { before, now }: TwoReadings, all: KnownRules['all']): ResultOf | undefined {
  if ([before, now].some(({ errors, gaps }) => errors.length + gaps.length > 0)) return undefined;
  const { path } = now;
  const reading = last.readings.get(path);
  const offsets = pairedOffsets(reading?.watched.read.facts ?? before, now, reading?.watched);
  if (offsets === undefined) return undefined;
  const map = placeMap(before, now, sinceLast(offsets, reading));
  const moved = map === undefined ? undefined : movedResult(last, now, { map, all });
  if (moved === undefined || reading === undefined) return moved;
  return { ...moved, readings: new Map(last.readings).set(path, { watched: reading.watched, moved: offsets }) };
}

/** The offsets of now by those of the last edit that was taken in, both by those of the analysis. */
function sinceLast(offsets: ReadonlyMap<number, number>, reading: ReadFile | undefined): ReadonlyMap<number, number> {
  if (reading?.moved === undefined) return offsets;
  const { moved } = reading;
  return new Map([...offsets].map(([at, now]): [number, number] => [moved.get(at) ?? -1, now]));
}

// Without facts: one that was left out when it was read may be read now; one that was never to be read is no part.
function isPart(path: string, { result }: ResultOf, project: Project): boolean {
  const leftOut = result.skipped.slice(project.skipped.length);
  return leftOut.some((one) => one.path === path) || project.files.some((file) => file.path === path && file.role === 'service');
}

/** The facts of a file as it is now; undefined where it is to be left out, or remarked on. */
function factsNow(path: string, before: FileFacts, { analysis, project, memory }: Reading): FileFacts | undefined {
  const known = project.fileAt?.(path);
  if (known === undefined) return undefined;
  try {
    const { size, mtimeMs: modified } = statSync(known.absolutePath);
    const file = { ...known, size, modified };
    const remarks = project.notes.length;
    const text = project.read(file);
    if (project.notes.length > remarks) return undefined;
    const hash = hashOf(text);
    if (hash === before.hash) return before;
    const remembered = memory.find(file);
    const facts = remembered?.hash === hash ? remembered : analysis.collectFacts(path, text, hash);
    memory.keep(file, facts);
    return facts;
  } catch {
    // Whatever is wrong with it, the analysis tells.
    return undefined;
  }
}
