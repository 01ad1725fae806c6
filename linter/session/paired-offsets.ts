import type { FileFacts } from '#facts/types.js';
import type { FileReading } from '#program/questions.js';
import { ALL_KEYS } from './read-marks.js';
import type { WatchedFile } from './watched-files.js';

/** Tables of a file whose elements are named by their position. */
type Table = 'functions' | 'classes' | 'bindings';

/** Two things that must look the same. `numbers`: the keys of a map, or the elements of a set, are positions in this table. */
interface Pair {
  readonly before: unknown;
  readonly now: unknown;
  readonly numbers?: Table | undefined;
}

// Comments and places are looked at elsewhere.
const ASIDE = new Set(['hash', 'lines', 'suppressions']);
const PLACES = new Set(['at', 'start', 'end']);
const OF_FUNCTIONS = ['by', 'owner', 'parent', 'function', 'constructor', 'initializer', 'staticInitializer'];
const NUMBERS = new Map<string, Table>([['binding', 'bindings'], ['class', 'classes'], ...OF_FUNCTIONS.map((key): [string, Table] => [key, 'functions'])]);
/** Members of a file's index whose keys, or elements, are numbers of functions. */
const BY_FUNCTION = new Set(['selfAssignments', 'passedTo', 'returns', 'yields', 'uses', 'usesThis', 'inner', 'running', 'held']);

/**
 * The offsets of one reading of a file by those of another that looks the same to who read the first; undefined where it does not.
 * Functions, classes and names may have other numbers. Without knowing what was read, everything counts.
 */
export function pairedOffsets(before: FileFacts, now: FileFacts, watched?: WatchedFile): ReadonlyMap<number, number> | undefined {
  if (watched === undefined) return new Pairing(before, now).pair([{ before, now }]);
  const file: FileReading = { facts: now, index: watched.indexOf(now) };
  if (!hasSameSites(watched, file)) return undefined;
  const answers = [...watched.answers].map(([question, answer]) => ({ before: answer, now: question(file) }));
  return new Pairing(before, now, (holder) => watched.marks.readOf(holder)).pair([{ before: watched.read, now: file }, ...answers]);
}

// A name that was looked for in all files, and that this one calls or assigns only now, leaves no mark in it.
function hasSameSites({ read, lookedFor }: WatchedFile, { index }: FileReading): boolean {
  return (['calls', 'assignments'] as const).every((among) => [...index[among].keys()].every((name) => read.index[among].has(name) || !lookedFor[among].has(name)));
}

class Pairing {
  readonly #readOf: (holder: object) => Iterable<unknown>;
  readonly #tables: Readonly<Record<Table, { readonly before: readonly object[]; readonly now: readonly object[]; readonly numbers: Map<number, number> }>>;
  readonly #tableOf: ReadonlyMap<object, Table>;
  /** The whole file, whose bounds are no place that anything is told of: a comment may stand before all code. */
  readonly #module: object | undefined;
  readonly #offsets = new Map<number, number>();
  readonly #paired = new Map<object, object>();
  /** Facts are as deep as their file, so nothing here calls itself. */
  readonly #open: Pair[] = [];
  /** What waits until numbers are known, and tells whether it fits. */
  #waiting: (() => boolean | undefined)[] = [];

  constructor(before: FileFacts, now: FileFacts, readOf: (holder: object) => Iterable<unknown> = everything) {
    this.#readOf = readOf;
    this.#module = readOf === everything ? before.functions[0] : undefined;
    const table = (name: Table) => ({ before: before[name], now: now[name], numbers: new Map<number, number>() });
    this.#tables = { functions: table('functions'), classes: table('classes'), bindings: table('bindings') };
    this.#tableOf = new Map<object, Table>([[before.functions, 'functions'], [before.classes, 'classes'], [before.bindings, 'bindings']]);
  }

  pair(roots: readonly Pair[]): ReadonlyMap<number, number> | undefined {
    this.#open.push(...roots);
    this.#number('functions', 0, 0);
    do {
      for (let pair = this.#open.pop(); pair !== undefined; pair = this.#open.pop()) if (!this.#fits(pair)) return undefined;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const fits of waiting) {
        const answer = fits();
        if (answer === false) return undefined;
        if (answer === undefined) this.#waiting.push(fits);
      }
    } while (this.#open.length > 0);
    const isInOrder = Object.values(this.#tables).every(({ numbers }) => isRising(numbers));
    return this.#waiting.length === 0 && isInOrder ? this.#offsets : undefined;
  }

  #fits({ before, now, numbers }: Pair): boolean {
    if (!isObject(before) || !isObject(now)) return before === now;
    const known = this.#paired.get(before);
    if (known !== undefined) return known === now;
    this.#paired.set(before, now);
    if (before instanceof Map) return now instanceof Map && this.#fitsMap(before, now, numbers);
    if (before instanceof Set) return now instanceof Set && this.#fitsSet(before, now, numbers);
    if (Array.isArray(before) !== Array.isArray(now)) return false;
    const table = this.#tableOf.get(before);
    for (const key of this.#readOf(before)) {
      if (!(table === undefined ? this.#fitsMember(before, now, key as string) : this.#fitsElement(table, key as string))) return false;
    }
    return true;
  }

  #fitsMember(before: object, now: object, key: string): boolean {
    if (key === ALL_KEYS) return sameKeys(Object.keys(before), Object.keys(now));
    if (ASIDE.has(key)) return true;
    const [value, counterpart] = [memberOf(before, key), memberOf(now, key)];
    if (typeof value === 'number' && typeof counterpart === 'number') {
      if (PLACES.has(key)) return before === this.#module || this.#place(value, counterpart);
      const numbers = key === 'index' ? tableOfIndex(before) : NUMBERS.get(key);
      if (numbers !== undefined) return this.#number(numbers, value, counterpart);
    }
    this.#open.push({ before: value, now: counterpart, numbers: BY_FUNCTION.has(key) ? 'functions' : undefined });
    return true;
  }

  #fitsElement(table: Table, key: string): boolean {
    const { before, now, numbers } = this.#tables[table];
    if (key === ALL_KEYS || key === 'length') return before.length === now.length && before.every((_element, number) => this.#number(table, number, number));
    const number = Number(key);
    if (before[number] === undefined) return now[number] === undefined;
    // Who reads an element has its number from somewhere.
    this.#waiting.push(() => numbers.has(number) || undefined);
    return true;
  }

  #fitsMap(before: ReadonlyMap<unknown, unknown>, now: ReadonlyMap<unknown, unknown>, numbers: Table | undefined): boolean {
    for (const key of this.#readOf(before)) {
      if (key === ALL_KEYS) {
        if (numbers === undefined ? !sameKeys([...before.keys()], [...now.keys()]) : !this.#pairNumbers(numbers, before.keys(), now.keys())) return false;
      } else if (numbers === undefined) this.#open.push({ before: before.get(key), now: now.get(key) });
      else this.#whenNumbered(numbers, key as number, (number) => {
        this.#open.push({ before: before.get(key), now: now.get(number), numbers: 'bindings' });
        return true;
      });
    }
    return true;
  }

  #fitsSet(before: ReadonlySet<unknown>, now: ReadonlySet<unknown>, numbers: Table | undefined): boolean {
    for (const key of this.#readOf(before)) {
      if (key === ALL_KEYS) {
        if (numbers === undefined ? !sameKeys([...before], [...now]) : !this.#pairNumbers(numbers, before, now)) return false;
      } else if (numbers !== undefined) this.#whenNumbered(numbers, key as number, (number) => before.has(key) === now.has(number));
      else if (before.has(key) !== now.has(key)) return false;
    }
    return true;
  }

  #whenNumbered(table: Table, before: number, fits: (now: number) => boolean): void {
    this.#waiting.push(() => {
      const now = this.#tables[table].numbers.get(before);
      return now === undefined ? undefined : fits(now);
    });
  }

  #pairNumbers(table: Table, before: Iterable<unknown>, now: Iterable<unknown>): boolean {
    const [one, other] = [[...before], [...now]] as [number[], number[]];
    return one.length === other.length && one.every((number, index) => this.#number(table, number, other[index] as number));
  }

  #number(table: Table, before: number, now: number): boolean {
    const { numbers, before: all, now: others } = this.#tables[table];
    const known = numbers.get(before);
    if (known !== undefined || before < 0 || now < 0) return (known ?? before) === now;
    numbers.set(before, now);
    this.#open.push({ before: all[before], now: others[now] });
    return true;
  }

  #place(before: number, now: number): boolean {
    const known = this.#offsets.get(before) ?? now;
    this.#offsets.set(before, now);
    return known === now;
  }
}

function everything(holder: object): Iterable<string> {
  return [ALL_KEYS, ...Object.keys(holder)];
}

// An absent `constructor` is none of the object's prototype.
function memberOf(holder: object, key: string): unknown {
  if (key === 'length' && Array.isArray(holder)) return holder.length;
  return Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}

function tableOfIndex(holder: object): Table | undefined {
  const { is } = holder as { readonly is?: unknown };
  return is === 'function' ? 'functions' : is === 'class' ? 'classes' : undefined;
}

function sameKeys(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((key, index) => key === now[index]);
}

function isRising(numbers: ReadonlyMap<number, number>): boolean {
  const all = [...numbers].sort(([a], [b]) => a - b);
  return all.every(([, now], index) => index === 0 || now > (all[index - 1]?.[1] ?? -1));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
