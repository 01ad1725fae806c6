import { isMap, isScalar, isSeq, LineCounter, parseDocument, YAMLMap } from 'yaml';
import type { Document } from 'yaml';
import type { Program } from '#program/link-program.js';
import { settingsModule } from './settings-module.js';
import type { Site } from './site.js';

/** A file of a platform's settings, with the files that it takes in. */
export interface SettingsDocument {
  readonly document: Document.Parsed;
  /** Where what stands under a path is written. */
  readonly siteOf: (path: readonly string[]) => Site;
}

/** What is taken in from another file: the whole, or what stands there under a name. */
const TAKEN = /^\$\{file\(([^()]+)\)(?::([\w.-]+))?\}$/;
/** Files that take in files are followed this far. */
const MAX_DEPTH = 4;

/** Reads settings, `${file(functions.yml)}` and lists of such put in where they stand, or those that a module exports; undefined where there is no such file. */
export function settingsDocument(program: Program, file: string): SettingsDocument | undefined {
  let known = KNOWN.get(program);
  if (known === undefined) KNOWN.set(program, (known = new Map()));
  if (!known.has(file)) known.set(file, /\.[cm]?[jt]s$/.test(file) ? settingsModule(program, file) : readSettings(program, file));
  return known.get(file);
}

const KNOWN = new WeakMap<Program, Map<string, SettingsDocument | undefined>>();

function readSettings(program: Program, file: string): SettingsDocument | undefined {
  const text = program.project.readData(file);
  if (text === undefined) return undefined;
  const places = new Map<unknown, Site>();
  const document = read(program, { file, text, folder: file.slice(0, file.lastIndexOf('/') + 1), depth: 0, places });
  const siteOf = (path: readonly string[]): Site => places.get(document.getIn(path, true)) ?? { file, line: 1, column: 1 };
  return { document, siteOf };
}

interface Reading {
  readonly file: string;
  readonly text: string;
  /** What paths start from: the folder of the file that takes in the others. */
  readonly folder: string;
  readonly depth: number;
  /** Where each node is written. */
  readonly places: Map<unknown, Site>;
}

function read(program: Program, reading: Reading): Document.Parsed {
  const { file, text, depth, places } = reading;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const put = (node: unknown): unknown => {
    const taken = depth < MAX_DEPTH && isScalar(node) && typeof node.value === 'string' ? takenIn(program, reading, node.value) : undefined;
    if (taken !== undefined) return taken;
    const start = (node as { range?: readonly number[] } | null)?.range?.[0];
    const { line, col } = lines.linePos(start ?? 0);
    places.set(node, { file, line: Math.max(line, 1), column: Math.max(col, 1) });
    if (isMap(node)) for (const pair of node.items) pair.value = merged(put(pair.value), document);
    if (isSeq(node)) node.items = node.items.map(put);
    return node;
  };
  document.contents = put(document.contents) as typeof document.contents;
  return document;
}

/** Tables in a list, of which some are from files, are one. */
function merged(node: unknown, document: Document.Parsed): unknown {
  if (!isSeq(node) || !node.items.every(isMap) || !node.items.some((item) => (item as { takenIn?: true }).takenIn === true)) return node;
  const all = new YAMLMap(document.schema);
  for (const item of node.items) if (isMap(item)) putInto(all, item);
  return all;
}

// Tables under the same name become one as well: `Resources` of several fragments.
function putInto(all: YAMLMap, { items }: YAMLMap): void {
  for (const pair of items) {
    const known = all.items.find(({ key }) => String(key) === String(pair.key))?.value;
    if (isMap(known) && isMap(pair.value)) putInto(known, pair.value);
    else all.items.push(pair as never);
  }
}

function takenIn(program: Program, { folder, depth, places }: Reading, value: string): unknown {
  const [, path, names] = TAKEN.exec(value.trim()) ?? [];
  if (path === undefined || !/\.(ya?ml|json)$/.test(path)) return undefined;
  const other = normalized(`${folder}${path}`);
  const text = program.project.readData(other);
  if (text === undefined) return undefined;
  const inner = read(program, { file: other, text, folder, depth: depth + 1, places });
  const node: unknown = names === undefined ? inner.contents : inner.getIn(names.split('.'), true);
  return isMap(node) ? Object.assign(node, { takenIn: true }) : node;
}

function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
