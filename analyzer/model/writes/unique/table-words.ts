import type { WordRow } from '#catalog/schema.js';
import type { LibraryIndex } from '#program/library-index.js';

const OPENING = ['makes-table', 'opens-table'] as const;
const REMOVING = ['drops-table', 'renames-table', 'drops-column', 'drops-key'] as const;
const ADDING = ['adds-key', 'adds-unique-key'] as const;

/** What declarations and migrations of tables are named, by all libraries that have such. */
export class TableWords {
  readonly #libraries: LibraryIndex;
  /** Some call of a migration stands in such a text. */
  readonly worthReading: RegExp;

  constructor(libraries: LibraryIndex) {
    this.#libraries = libraries;
    const calls = [...OPENING, ...REMOVING, ...ADDING, 'sets-column' as const].flatMap((is) => [...libraries.words(is)]);
    this.worthReading = calls.length === 0 ? /(?!)/ : new RegExp(`\\b(?:${calls.join('|')})\\s*\\(`);
  }

  is(meaning: WordRow['is'], name: string): boolean {
    return this.#libraries.words(meaning).has(name);
  }

  opens(name: string): boolean {
    return OPENING.some((meaning) => this.is(meaning, name));
  }

  removes(name: string): boolean {
    return REMOVING.some((meaning) => this.is(meaning, name));
  }

  addsKey(name: string): boolean {
    return ADDING.some((meaning) => this.is(meaning, name));
  }
}
