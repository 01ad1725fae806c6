import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Note } from './types.js';

/** A parsed JSON object whose members nobody has looked at. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Parses JSON with comments and trailing commas; a syntax error becomes a note and undefined. */
export function parseJson(text: string, path: string, notes: Note[]): JsonRecord | undefined {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return asRecord(JSON.parse(source));
  } catch {
    return parseTolerantly(source, path, notes);
  }
}

function parseTolerantly(source: string, path: string, notes: Note[]): JsonRecord | undefined {
  const errors: ParseError[] = [];
  let value: unknown;
  try {
    value = parse(source, errors, { allowTrailingComma: true, disallowComments: false });
  } catch {
    notes.push({ path, message: `${path} is nested too deeply to be read` });
    return undefined;
  }
  const first = errors[0];
  if (first === undefined) return asRecord(value);
  const before = source.slice(0, first.offset).split('\n');
  notes.push({
    path,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    message: `${path} is not valid JSON (${printParseErrorCode(first.error)}) and was left aside`,
  });
  return undefined;
}

/** The value when it is an object, else undefined. */
export function asRecord(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;
}

/** The own member of that name, never one from the prototype. */
export function memberOf(record: JsonRecord | undefined, name: string): unknown {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The own member of that name when it is a string. */
export function stringOf(record: JsonRecord | undefined, name: string): string | undefined {
  const value = memberOf(record, name);
  return typeof value === 'string' ? value : undefined;
}

/** The strings of an array, or a lone string as a list of one. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The string members of an object, without a prototype. */
export function stringMembersOf(value: unknown): Record<string, string> {
  const members: Record<string, string> = Object.create(null);
  for (const [name, member] of Object.entries(asRecord(value) ?? {})) if (typeof member === 'string') members[name] = member;
  return members;
}
