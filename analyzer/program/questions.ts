import type { FileFacts } from '#facts/types.js';
import type { FileIndex } from './file-index.js';

/** A file as the program reads it. */
export interface FileReading {
  readonly facts: FileFacts;
  readonly index: FileIndex;
}

/** A question to one file. Its answer depends on nothing else, so that to whoever asked, files with the same answer are the same. */
export type Question<T> = (file: FileReading) => T;

/** Is told what a program reads of its files. */
export interface Watcher {
  /** A file is linked: gives what stands for it in the program. `indexOf` makes the index of other facts of the file. */
  linked(file: FileReading, indexOf: (facts: FileFacts) => FileIndex): FileReading;
  /** A question was put to a file: gives what stands for its answer. */
  answered<T>(question: Question<T>, answer: T, path: string): T;
  /** All calls, or assignments, of a name were looked for in all files. */
  lookedFor(name: string, among: 'calls' | 'assignments'): void;
}

/** Asks a file, each question once. */
export function questionsTo(file: FileReading, watcher: Watcher | undefined): <T>(question: Question<T>) => T {
  const known = new Map<Question<unknown>, unknown>();
  return <T>(question: Question<T>): T => {
    if (known.has(question)) return known.get(question) as T;
    const found = question(file);
    const answer = watcher === undefined ? found : watcher.answered(question, found, file.facts.path);
    known.set(question, answer);
    return answer;
  };
}
