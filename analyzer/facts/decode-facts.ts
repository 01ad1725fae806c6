import type { FileFacts } from './types.js';
import { NONE } from './lists.js';
import { CONTINUED, ENDING, notationOf, NUMBER, OBJECT, RADIX_BITS, SPECIAL, STRING } from './facts-text.js';

/** Reads facts from their text, or nothing when the text does not hold together. */
export function decodeText(text: string, from: number): FileFacts | undefined {
  const endOfTables = text.indexOf('\n', from);
  try {
    const [strings, shapes] = JSON.parse(text.slice(from, endOfTables)) as [string[], string[]];
    const reader: Reader = { text, at: endOfTables + 1, strings, shapes: shapes.map(shapeOf), kept: [], lastOffset: 0 };
    const lines = readLines(reader);
    const facts = readValue(reader) as { lines: number[] };
    facts.lines = lines;
    return facts as unknown as FileFacts;
  } catch {
    return undefined;
  }
}

/** The keys of an object, its constant `is` if it has one, and how the value of each key is read. */
interface Shape {
  readonly is: string | undefined;
  readonly keys: readonly string[];
  readonly readers: readonly Read[];
}

type Read = (reader: Reader) => unknown;

interface Reader {
  readonly text: string;
  at: number;
  readonly strings: readonly string[];
  readonly shapes: readonly Shape[];
  readonly kept: unknown[];
  lastOffset: number;
}

function shapeOf(text: string): Shape {
  const [is, ...keys] = text.split(' ');
  return { is: is === '?' ? undefined : is, keys, readers: keys.map(readerOf) };
}

function readObject(reader: Reader, shape: Shape): unknown {
  const { is, keys, readers } = shape;
  const object: Record<string, unknown> = is === undefined ? {} : { is };
  for (let i = 0; i < keys.length; i++) object[keys[i]!] = readers[i]!(reader);
  return object;
}

function readerOf(key: string): Read {
  const notation = notationOf(key);
  return notation === 'offset' ? readOffset : notation === 'whole' ? readNumber : notation === 'text' ? readText : readValue;
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
      return rest >= SPECIAL.count ? readObject(reader, reader.shapes[rest - SPECIAL.count]!) : readSpecial(reader, rest);
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

function readText(reader: Reader): string | undefined {
  return reader.strings[readNumber(reader)];
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
