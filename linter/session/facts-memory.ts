import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts } from '#facts/types.js';
import type { RememberedFacts } from '../collect-files.js';

/** The facts of a project's files and the texts of the open ones, from one analysis to the next. */
export interface FactsMemory extends RememberedFacts {
  /** Texts of open files that differ from the disk, by path. */
  readonly unsaved: ReadonlyMap<string, string>;
  /** Takes the text of an open file, or that it is as on disk; false where that changes nothing. */
  edit(path: string, text: string | undefined): boolean;
  /** Hashes of the unsaved texts, by path. */
  openHashes(): Record<string, string>;
  /** Drops the texts of files that have been saved or changed on disk since, and tells their paths. */
  forgetSaved(): readonly string[];
  /** Drops the facts of files that are not among these. */
  keepOnly(paths: Pick<ReadonlyMap<string, unknown>, 'has'>): void;
}

interface Open {
  readonly hash: string;
  readonly since: number;
  /** Of the file on disk when its first text came. */
  readonly modified: number;
}

interface Known {
  readonly size: number;
  readonly modified: number;
  readonly facts: FileFacts;
}

// An editor does not tell when it drops a text without saving it.
const LONGEST_MS = 10 * 60_000;

/** An empty memory for the files below a root. */
export function createFactsMemory(root: string): FactsMemory {
  const unsaved = new Map<string, string>();
  const open = new Map<string, Open>();
  const known = new Map<string, Known>();

  function drop(path: string): boolean {
    unsaved.delete(path);
    return open.delete(path);
  }

  return {
    unsaved,
    edit(path, text) {
      if (text === undefined) return drop(path);
      const hash = hashOf(text);
      const before = open.get(path);
      open.set(path, { hash, since: Date.now(), modified: before?.modified ?? modifiedAt(join(root, path)) });
      unsaved.set(path, text);
      return before?.hash !== hash;
    },
    openHashes: () => Object.fromEntries([...open].map(([path, { hash }]) => [path, hash])),
    forgetSaved() {
      const gone = [...open].filter(([path, { modified, since }]) => modifiedAt(join(root, path)) !== modified || Date.now() - since > LONGEST_MS).map(([path]) => path);
      gone.forEach(drop);
      return gone;
    },
    isUnsaved: (path) => unsaved.has(path),
    find({ path, size, modified }) {
      const entry = known.get(path);
      const text = open.get(path);
      if (text !== undefined) return entry?.facts.hash === text.hash ? entry.facts : undefined;
      return entry?.size === size && entry.modified === modified ? entry.facts : undefined;
    },
    keep({ path, size, modified }, facts) {
      // Facts of an unsaved text say nothing of the file on disk.
      const ofDisk = !unsaved.has(path);
      known.set(path, { size: ofDisk ? size : -1, modified: ofDisk ? modified : -1, facts });
    },
    keepOnly(paths) {
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
    },
  };
}

/** What a text is known by; the same as in its facts. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return -1;
  }
}
