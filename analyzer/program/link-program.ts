import { libraries } from '#catalog/index.js';
import type { Library } from '#catalog/schema.js';
import type { FileFacts } from '#facts/types.js';
import type { Project } from '#project/types.js';
import { Captures } from './captures.js';
import { Evaluator } from './evaluator.js';
import { indexFile } from './file-index.js';
import type { FileIndex } from './file-index.js';
import { LibraryIndex } from './library-index.js';
import { mergeLibraries } from './merge-libraries.js';
import { questionsTo, type Watcher } from './questions.js';
import { SiteIndex } from './site-index.js';
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
  readonly watcher?: Watcher | undefined;
}

/** Joins facts into a program. Files are taken in order of their paths, whatever the order given. */
export function linkProgram({ project, files, extraLibraries = [], maxEvaluations, watcher }: LinkInput): Program {
  const index = new LibraryIndex(extraLibraries.length === 0 ? libraries : mergeLibraries(extraLibraries, libraries));
  const remembered = rememberedBy(index);
  const units = new Map<string, Unit>();
  const indexes = new Map<Unit, FileIndex>();
  for (const path of [...files.keys()].sort()) {
    const facts = files.get(path) as FileFacts;
    const file = { facts, index: indexOf(facts, remembered) };
    const read = watcher?.linked(file, (others) => indexFile(others, remembered)) ?? file;
    const unit = { id: units.size, path, ...read, captures: new Captures(read.facts, read.index), ask: questionsTo(file, watcher), frame: undefined as unknown as Frame };
    units.set(path, unit);
    indexes.set(unit, file.index);
  }
  return { project, engine: new Evaluator(project, index, { units, sites: new SiteIndex(indexes, watcher) }, maxEvaluations), units };
}

function rememberedBy(index: LibraryIndex): ReadonlySet<string> {
  return new Set(index.injections.flatMap(({ row }) => [...(row.provider === undefined ? [] : [row.provider.token]), ...(row.lists ?? []).flatMap((list) => [list.classesAt, list.moduleAt, list.providersAt?.split('.').at(-1)].filter((name) => name !== undefined))]));
}

const INDEXES = new WeakMap<FileFacts, { readonly remembered: string; readonly index: FileIndex }>();

// A file that has not changed since the last analysis of this process has the same index.
function indexOf(facts: FileFacts, names: ReadonlySet<string>): FileIndex {
  const remembered = [...names].join();
  const known = INDEXES.get(facts);
  if (known?.remembered === remembered) return known.index;
  const index = indexFile(facts, names);
  INDEXES.set(facts, { remembered, index });
  return index;
}
