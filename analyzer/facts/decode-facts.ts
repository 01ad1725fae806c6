import type { FileFacts } from './types.js';
import { NONE } from './lists.js';
import { CONTINUED, ENDING, isOffset, NUMBER, OBJECT, RADIX_BITS, SPECIAL, STRING } from './facts-text.js';

/** Reads facts from their text, or nothing when the text does not hold together. */
export function decodeText(text: string, from: number): FileFacts | undefined {
  const endOfTables = text.indexOf('\n', from);
  try {
    const [strings, shapes] = JSON.parse(text.slice(from, endOfTables)) as [string[], string[]];
    const reader: Reader = { text, at: endOfTables + 1, strings, shapes: shapes.map(builderOf), kept: [], lastOffset: 0 };
    const lines = readLines(reader);
    const facts = readValue(reader) as { lines: number[] };
    facts.lines = lines;
    return facts as unknown as FileFacts;
  } catch {
    return undefined;
  }
}

interface Reader {
  readonly text: string;
  at: number;
  readonly strings: readonly string[];
  readonly shapes: readonly Build[];
  readonly kept: unknown[];
  lastOffset: number;
}

type Build = (reader: Reader) => unknown;

// What most of a program consists of; objects written as literals are made faster than key by key.
const FREQUENT: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['variable binding at', (reader) => ({ is: 'variable', binding: readValue(reader), at: readOffset(reader) })],
  ['global name at', (reader) => ({ is: 'global', name: readValue(reader), at: readOffset(reader) })],
  ['member of name at', (reader) => ({ is: 'member', of: readValue(reader), name: readValue(reader), at: readOffset(reader) })],
  ['literal value at', (reader) => ({ is: 'literal', value: readValue(reader), at: readOffset(reader) })],
  ['object properties at', (reader) => ({ is: 'object', properties: readValue(reader), at: readOffset(reader) })],
  ['array elements at', (reader) => ({ is: 'array', elements: readValue(reader), at: readOffset(reader) })],
  ['named name value at', (reader) => ({ is: 'named', name: readValue(reader), value: readValue(reader), at: readOffset(reader) })],
  ['function index', (reader) => ({ is: 'function', index: readValue(reader) })],
  ['expression value', (reader) => ({ is: 'expression', value: readValue(reader) })],
  ['declare binding value', (reader) => ({ is: 'declare', binding: readValue(reader), value: readValue(reader) })],
  ['await of at', (reader) => ({ is: 'await', of: readValue(reader), at: readOffset(reader) })],
  ['return value at', (reader) => ({ is: 'return', value: readValue(reader), at: readOffset(reader) })],
  ['? value by at', (reader) => ({ value: readValue(reader), by: readValue(reader), at: readOffset(reader) })],
  ['? name kind owner values at', readBinding],
  ['call callee arguments at start end', readCall],
]);

function readBinding(reader: Reader): unknown {
  return { name: readValue(reader), kind: readValue(reader), owner: readValue(reader), values: readValue(reader), at: readOffset(reader) };
}

function readCall(reader: Reader): unknown {
  return { is: 'call', callee: readValue(reader), arguments: readValue(reader), at: readOffset(reader), start: readOffset(reader), end: readOffset(reader) };
}

function builderOf(shape: string): Build {
  const frequent = FREQUENT.get(shape);
  if (frequent !== undefined) return frequent;
  const [is, ...keys] = shape.split(' ');
  const readers = keys.map((key) => (isOffset(key) ? readOffset : readValue));
  return (reader) => {
    const object: Record<string, unknown> = is === '?' ? {} : { is };
    for (let i = 0; i < keys.length; i++) object[keys[i]!] = readers[i]!(reader);
    return object;
  };
}

function readLines(reader: Reader): number[] {
  const lines: number[] = [];
  let last = 0;
  for (let left = readNumber(reader); left > 0; left--) {
    last += readNumber(reader);
    lines.push(last);
  }
  return lines;
}

function readValue(reader: Reader): unknown {
  const code = readNumber(reader);
  const rest = code >>> 2;
  switch (code & 3) {
    case NUMBER:
      return rest;
    case STRING:
      return reader.strings[rest];
    case OBJECT:
      return rest >= SPECIAL.count ? reader.shapes[rest - SPECIAL.count]!(reader) : readSpecial(reader, rest);
    default:
      return readArray(reader, rest);
  }
}

function readArray(reader: Reader, length: number): readonly unknown[] {
  if (length === 0) return NONE;
  const elements: unknown[] = [];
  for (let i = 0; i < length; i++) elements.push(readValue(reader));
  return elements;
}

function readSpecial(reader: Reader, what: number): unknown {
  switch (what) {
    case SPECIAL.null:
      return null;
    case SPECIAL.true:
      return true;
    case SPECIAL.false:
      return false;
    case SPECIAL.oddNumber:
      return Number(reader.strings[readNumber(reader)]);
    case SPECIAL.keep: {
      const place = reader.kept.push(undefined) - 1;
      return (reader.kept[place] = readValue(reader));
    }
    case SPECIAL.again:
      return reader.kept[readNumber(reader)];
    default:
      return undefined;
  }
}

function readOffset(reader: Reader): number {
  const code = readNumber(reader);
  return (reader.lastOffset += (code & 1) === 0 ? code >>> 1 : -((code + 1) >>> 1));
}

function readNumber(reader: Reader): number {
  const { text } = reader;
  let code = text.charCodeAt(reader.at++);
  if (code < CONTINUED) return code - ENDING;
  let value = 0;
  let shift = 0;
  while (code >= CONTINUED) {
    value |= (code - CONTINUED) << shift;
    shift += RADIX_BITS;
    code = text.charCodeAt(reader.at++);
  }
  // Reading past the end yields NaN, which no table has an entry for.
  return (value | ((code - ENDING) << shift)) >>> 0;
}
