import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Library } from '#catalog/schema.js';
import { packageFolder } from './fingerprint.js';
import { didYouMean } from './nearest.js';
import { rowsOfExports } from './rows-of-exports.js';

/** Rows that others wrote, as far as they are right, and what is wrong with the rest: which row, which field. */
export interface CheckedRows {
  readonly libraries: readonly Library[];
  readonly problems: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;
type Check = (row: unknown) => z.ZodSafeParseResult<unknown>;

const require = createRequire(import.meta.url);
const MAX_PROBLEMS = 5;
let check: Check | undefined;
let schema: Node | undefined;

/** Checks rows against the schema of our own; `where` names the file for rows that do not say where they are written. */
export function checkRows(rows: readonly unknown[], where: string): CheckedRows {
  const problems: string[] = [];
  const libraries = rows.flatMap((row, index) => {
    const parsed = (check ??= loadCheck())(row);
    if (parsed.success) return [withSources(row, where) as Library];
    problems.push(...parsed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => `catalog[${index}]${nameOf(row)}: ${problemOf(issue, row)}`));
    return [];
  });
  return { libraries: rowsOfExports(libraries), problems };
}

/** The JSON Schema of a row, as it lies in the package. */
export function rowSchema(): Node {
  return (schema ??= JSON.parse(readFileSync(join(packageFolder(), 'schema/catalog.json'), 'utf8')) as Node);
}

function loadCheck(): Check {
  const { z: zod } = require('zod') as typeof import('zod');
  const parser = zod.fromJSONSchema(rowSchema() as Parameters<typeof zod.fromJSONSchema>[0]);
  return (row) => parser.safeParse(row);
}

function nameOf(row: unknown): string {
  const name = typeof row === 'object' && row !== null ? (row as { package?: unknown }).package : undefined;
  return typeof name === 'string' ? ` ("${name.slice(0, 100)}")` : '';
}

function problemOf(issue: z.core.$ZodIssue, row: unknown): string {
  const place = issue.path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`), '');
  const field = place === '' ? '' : `${place}: `;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys((nodeAt(issue.path)?.['properties'] ?? {}) as object);
    return issue.keys.map((key) => `${field}unknown field "${key}".${didYouMean(key, known)}`).join(' ');
  }
  const written = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], row);
  const shown = ` (${JSON.stringify(written)?.slice(0, 80)})`;
  if (written === undefined) return `${field}is missing${issue.code === 'invalid_value' || issue.code === 'invalid_union' ? `: ${wantedBy(issue)}` : ''}.`;
  if (issue.code === 'invalid_union') return `${field}must be ${wantedBy(issue)}${shown}.`;
  if (issue.code === 'invalid_value') {
    const words = issue.values.filter((value): value is string => typeof value === 'string');
    return `${field}must be ${wantedBy(issue)}${shown}.${typeof written === 'string' ? didYouMean(written, words) : ''}`;
  }
  if (issue.code === 'invalid_format' && place === 'package') return `package: is no name of a package${shown}. A file of the project is written "./src/http.ts", one of its exports "./src/http.ts#callPartner".`;
  if (issue.code === 'invalid_format') return `${field}is no ${FORMATS[formatAt(issue.path)]}${shown}.`;
  return `${field}${issue.message.replace(/^Invalid input: /, '')}${shown}.`;
}

/** What may stand there: `a number or "never" or "unknown"`. */
function wantedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.length === 1 ? JSON.stringify(issue.values[0]) : `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code === 'invalid_union') return [...new Set(issue.errors.flat().map(wantedBy))].join(' or ');
  return issue.code === 'invalid_type' ? `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}` : 'something else';
}

const FORMATS = { Place: 'place: write 0.timeout, -1 or creation:0.timeout', Versions: 'range of versions: write >=5.8.0 or >=4.0.0 <6.0.0', Path: "path: write Client().get, '' for the default export" };

function formatAt(path: readonly PropertyKey[]): keyof typeof FORMATS {
  const definitions = rowSchema()['definitions'] as Record<string, Node>;
  const described = nodeAt(path)?.['description'];
  return (['Place', 'Versions'] as const).find((name) => described === definitions[name]?.['description']) ?? 'Path';
}

/** The part of the schema that a field is checked against. */
function nodeAt(path: readonly PropertyKey[]): Node | undefined {
  let node = referred(rowSchema());
  for (const key of path) {
    const next = typeof key === 'number' ? node?.['items'] : ((node?.['properties'] as Node | undefined)?.[String(key)] ?? node?.['additionalProperties']);
    node = typeof next === 'object' ? referred(next as Node) : undefined;
  }
  return node;
}

function referred(node: Node): Node | undefined {
  const reference = node['$ref'];
  return typeof reference === 'string' ? (rowSchema()['definitions'] as Record<string, Node>)[reference.slice('#/definitions/'.length)] : node;
}

/** Every claim says where it is written: those of others, in the file that makes them. */
function withSources(value: unknown, where: string, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((element) => withSources(element, where, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const copied = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSources(inner, where, depth + 1)]));
  if (depth === 0) return { source: where, ...copied };
  return 'at' in copied || 'call' in copied || 'calls' in copied || 'create' in copied ? { see: where, ...copied } : copied;
}
