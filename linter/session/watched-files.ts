import type { FileFacts } from '#facts/types.js';
import type { FileIndex } from '#program/file-index.js';
import type { FileReading, Question, Watcher } from '#program/questions.js';
import { createReadMarks, type ReadMarks } from './read-marks.js';

/** What an analysis has read of one file. */
export interface WatchedFile {
  readonly read: FileReading;
  readonly marks: ReadMarks;
  /** Questions that were put to it, with their answers. */
  readonly answers: ReadonlyMap<Question<unknown>, unknown>;
  /** Names that were looked for in all files. */
  readonly lookedFor: Readonly<Record<'calls' | 'assignments', ReadonlySet<string>>>;
  indexOf(facts: FileFacts): FileIndex;
}

/** Watches an analysis: what it read of each file. */
export interface FileWatcher extends Watcher {
  readonly files: ReadonlyMap<string, WatchedFile>;
}

/** Watches the files that are wanted; the others cost nothing. */
export function watchFiles(isWanted: (path: string) => boolean): FileWatcher {
  const files = new Map<string, WatchedFile & { readonly answers: Map<Question<unknown>, unknown> }>();
  const lookedFor = { calls: new Set<string>(), assignments: new Set<string>() };
  const marks = createReadMarks();
  return {
    files,
    linked(file, indexOf) {
      const { path } = file.facts;
      if (!isWanted(path)) return file;
      files.set(path, { read: file, marks, answers: new Map(), lookedFor, indexOf });
      const view = marks.viewOf(file);
      // What a file imports has decided which files there are.
      for (const { specifier, typeOnly } of view.facts.requests) void [specifier, typeOnly];
      return { facts: view.facts, index: view.index };
    },
    answered(question, answer, path) {
      const file = files.get(path);
      if (file === undefined) return answer;
      file.answers.set(question, answer);
      return marks.viewOf(answer);
    },
    lookedFor: (name, among) => void lookedFor[among].add(name),
  };
}
