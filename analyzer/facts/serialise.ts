import type { FileFacts } from './types.js';
import { decodeText } from './decode-facts.js';
import { ARRAY, checksum, CONTINUED, ENDING, notationOf, LARGEST, NUMBER, OBJECT, RADIX_BITS, SPECIAL, STRING } from './facts-text.js';

/** Changes whenever facts are written differently; what another version wrote is not read. */
export const FACTS_VERSION = 5;

/** Facts as text; expressions that stand in two places are written once. */
export function encodeFacts(facts: FileFacts): string {
  const writer: Writer = { codes: [], strings: new Map(), shapes: [], alike: new Map(), shared: new Map(), lastOffset: 0, kept: 0 };
  for (const { values } of facts.bindings) for (const { value } of values) writer.shared.set(value, NOT_YET);
  for (const exported of facts.exports) if ('value' in exported) writer.shared.set(exported.value, NOT_YET);
  writeLines(writer, facts.lines);
  writeValue(writer, { ...facts, lines: [] });
  const tables = JSON.stringify([[...writer.strings.keys()], writer.shapes]);
  const text = `${tables}\n${textOf(writer.codes)}`;
  return `seamlint-facts ${FACTS_VERSION} ${checksum(text, 0)}\n${text}`;
}

/** Facts from text, or undefined when the text is not exactly what `encodeFacts` wrote. */
export function decodeFacts(text: string): FileFacts | undefined {
  const firstLine = /^seamlint-facts (\d{1,9}) (\d{1,10})\n/.exec(text);
  if (firstLine === null || Number(firstLine[1]) !== FACTS_VERSION) return undefined;
  if (checksum(text, firstLine[0].length) !== Number(firstLine[2])) return undefined;
  return decodeText(text, firstLine[0].length);
}

interface Writer {
  readonly codes: number[];
  readonly strings: Map<string, number>;
  readonly shapes: string[];
  /** The shapes known so far, by their constant `is`. */
  readonly alike: Map<string, { readonly keys: readonly string[]; readonly index: number }[]>;
  /** Objects that may occur again, with their number once they are written. */
  readonly shared: Map<unknown, number>;
  lastOffset: number;
  kept: number;
}

const NOT_YET = -1;

function writeLines(writer: Writer, lines: readonly number[]): void {
  writeNumber(writer, lines.length);
  let last = 0;
  for (const line of lines) {
    writeNumber(writer, line - last);
    last = line;
  }
}

function writeValue(writer: Writer, value: unknown): void {
  switch (typeof value) {
    case 'number':
      return writeNumeric(writer, value);
    case 'string':
      return writeTagged(writer, indexIn(writer.strings, value), STRING);
    case 'boolean':
      return writeTagged(writer, value ? SPECIAL.true : SPECIAL.false, OBJECT);
    case 'object':
      break;
    default:
      return writeTagged(writer, SPECIAL.undefined, OBJECT);
  }
  if (value === null) return writeTagged(writer, SPECIAL.null, OBJECT);
  if (!Array.isArray(value)) return writeShared(writer, value as Readonly<Record<string, unknown>>);
  writeTagged(writer, value.length, ARRAY);
  for (const element of value as readonly unknown[]) writeValue(writer, element);
}

function writeNumeric(writer: Writer, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < LARGEST && !Object.is(value, -0)) return writeTagged(writer, value, NUMBER);
  writeTagged(writer, SPECIAL.oddNumber, OBJECT);
  writeNumber(writer, indexIn(writer.strings, Object.is(value, -0) ? '-0' : String(value)));
}

function writeShared(writer: Writer, value: Readonly<Record<string, unknown>>): void {
  const known = writer.shared.get(value);
  if (known === undefined) return writeObject(writer, value);
  if (known !== NOT_YET) {
    writeTagged(writer, SPECIAL.again, OBJECT);
    return writeNumber(writer, known);
  }
  writer.shared.set(value, writer.kept++);
  writeTagged(writer, SPECIAL.keep, OBJECT);
  writeObject(writer, value);
}

function writeObject(writer: Writer, value: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(value);
  const is = keys[0] === 'is' ? (value['is'] as string) : '?';
  writeTagged(writer, shapeIndex(writer, is, keys) + SPECIAL.count, OBJECT);
  for (let i = is === '?' ? 0 : 1; i < keys.length; i++) writeProperty(writer, keys[i]!, value[keys[i]!]);
}

function shapeIndex(writer: Writer, is: string, keys: readonly string[]): number {
  let alike = writer.alike.get(is);
  if (alike === undefined) writer.alike.set(is, (alike = []));
  for (const known of alike) if (hasKeys(known.keys, keys)) return known.index;
  const index = writer.shapes.push([is, ...(is === '?' ? keys : keys.slice(1))].join(' ')) - 1;
  alike.push({ keys, index });
  return index;
}

function hasKeys(known: readonly string[], keys: readonly string[]): boolean {
  if (known.length !== keys.length) return false;
  for (let i = 0; i < keys.length; i++) if (known[i] !== keys[i]) return false;
  return true;
}

function writeProperty(writer: Writer, key: string, value: unknown): void {
  switch (notationOf(key)) {
    case 'offset':
      return writeOffset(writer, value as number);
    case 'whole':
      return writeNumber(writer, value as number);
    case 'text':
      return writeNumber(writer, indexIn(writer.strings, value as string));
    default:
      writeValue(writer, value);
  }
}

function writeOffset(writer: Writer, offset: number): void {
  const distance = offset - writer.lastOffset;
  writer.lastOffset = offset;
  writeNumber(writer, distance < 0 ? -distance * 2 - 1 : distance * 2);
}

function writeTagged(writer: Writer, value: number, tag: number): void {
  writeNumber(writer, value * 4 + tag);
}

function writeNumber(writer: Writer, value: number): void {
  let rest = value;
  while (rest >= 1 << RADIX_BITS) {
    writer.codes.push(CONTINUED + (rest & ((1 << RADIX_BITS) - 1)));
    rest >>>= RADIX_BITS;
  }
  writer.codes.push(ENDING + rest);
}

function indexIn(table: Map<string, number>, text: string): number {
  const known = table.get(text);
  if (known !== undefined) return known;
  table.set(text, table.size);
  return table.size - 1;
}

function textOf(codes: readonly number[]): string {
  const chunk = 8192;
  let text = '';
  for (let from = 0; from < codes.length; from += chunk) text += String.fromCharCode(...codes.slice(from, from + chunk));
  return text;
}
