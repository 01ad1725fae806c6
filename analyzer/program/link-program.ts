import { libraries } from '#catalog/index.js';
import type { Library } from '#catalog/schema.js';
import type { FileFacts } from '#facts/types.js';
import type { Project } from '#project/types.js';
import { Captures } from './captures.js';
import { Evaluator } from './evaluator.js';
import { indexFile } from './file-index.js';
import { LibraryIndex } from './library-index.js';
import { mergeLibraries } from './merge-libraries.js';
import type { Frame, Unit } from './values.js';

/** The linked program: every file's facts joined with the catalog, ready to be asked. */
export interface Program {
  readonly project: Project;
  readonly engine: Evaluator;
  readonly units: ReadonlyMap<string, Unit>;
}

export interface LinkInput {
  readonly project: Project;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** Rows of others, of the configuration first: before the catalog's. */
  readonly extraLibraries?: readonly Library[];
  /** Evaluations before every answer is unknown. */
  readonly maxEvaluations?: number;
}

/** Joins facts into a program. Files are taken in order of their paths, whatever the order given. */
export function linkProgram({ project, files, extraLibraries = [], maxEvaluations }: LinkInput): Program {
  const index = new LibraryIndex(extraLibraries.length === 0 ? libraries : mergeLibraries(extraLibraries, libraries));
  const remembered = new Set(index.injections.flatMap(({ row }) => [...(row.provider === undefined ? [] : [row.provider.token]), ...(row.lists ?? []).flatMap((list) => list.classesAt ?? [])]));
  const units = new Map<string, Unit>();
  for (const path of [...files.keys()].sort()) {
    const facts = files.get(path) as FileFacts;
    const fileIndex = indexFile(facts, remembered);
    units.set(path, { id: units.size, path, facts, index: fileIndex, captures: new Captures(facts, fileIndex), frame: undefined as unknown as Frame });
  }
  return { project, engine: new Evaluator(project, index, units, maxEvaluations), units };
}
