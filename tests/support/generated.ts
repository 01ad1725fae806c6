import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import type { Library } from '#catalog/schema.js';
import { configJsonSchema } from '#linter/config-schema.js';
import { libraryPage } from '../../scripts/library-page.js';
import { RULES_WITH_TABLES, withRepairs } from '../../scripts/repair-tables.js';
import { pinsOf } from '../conformance/pins.js';
import type { Table } from '../conformance/table.js';

const PINS = 'tests/conformance/package.json';

/** The content of every generated file, by project-relative path. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const libraries = await librariesByFile();
  const rows = catalogSchema();
  return new Map([
    ['rules/registry.ts', registry()],
    ['catalog/index.ts', catalogIndex()],
    ['docs/libraries.md', libraryPage(libraries, checkedTable())],
    [PINS, withPins(pinsOf(libraries))],
    ['tests/conformance/run/told/rows.json', shownRows(libraries)],
    ['schema/catalog.json', `${JSON.stringify(rows, null, 2)}\n`],
    ['docs/configuration.md', withKeys('docs/configuration.md')],
    ...RULES_WITH_TABLES.map((id) => [`docs/rules/${id}.md`, withRepairs(id, pageOf(id), libraries)] as const),
    ['schema/review.json', `${JSON.stringify(reviewSchema(), null, 2)}\n`],
    ['schema/config.json', `${JSON.stringify(configJsonSchema(modulesOf('rules', ['types', 'registry']), rows), null, 2)}\n`],
  ]);
}

function pageOf(id: string): string {
  return readFileSync(fileURLToPath(new URL(`../../docs/rules/${id}.md`, import.meta.url)), 'utf8');
}

/** Names of the TypeScript modules of a folder of ours, without those that are not one of a kind. */
export function modulesOf(folder: string, without: readonly string[]): string[] {
  return readdirSync(fileURLToPath(new URL(`../../${folder}/`, import.meta.url)))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => name.slice(0, -'.ts'.length))
    .filter((name) => !without.includes(name));
}

// Not by way of the index, which is one of the files to be written.
function librariesByFile(): Promise<Library[]> {
  return Promise.all(modulesOf('catalog', ['schema', 'index']).map(async (name) => {
    const { library } = (await import(new URL(`../../catalog/${name}.ts`, import.meta.url).href)) as { library: Library };
    return library;
  }));
}

function checkedTable(): Table {
  return JSON.parse(readFileSync(fileURLToPath(new URL('../conformance/checked.json', import.meta.url)), 'utf8')) as Table;
}

function withPins(dependencies: Readonly<Record<string, string>>): string {
  const manifest = JSON.parse(readFileSync(fileURLToPath(new URL(`../../${PINS}`, import.meta.url)), 'utf8')) as object;
  return `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`;
}

function shownRows(libraries: readonly Library[]): string {
  return `${JSON.stringify(libraries.flatMap((library) => (library.shown ?? []).map((row) => ({ package: library.package, ...row, ...(countsAttempts(library, row.shows) ? { counts: 'attempts' } : {}) }))), null, 1)}\n`;
}

// The number that is shown counts as the row with this default does.
function countsAttempts(library: Library, shows: readonly string[]): boolean {
  const numbers = shows.filter((claim) => claim.startsWith('retries ')).map((claim) => claim.slice('retries '.length));
  const isSuch = (row: unknown): boolean => typeof row === 'object' && row !== null
    && (('counts' in row && row.counts === 'attempts' && 'default' in row && numbers.includes(String(row.default))) || Object.values(row).some(isSuch));
  return numbers.length > 0 && isSuch(library);
}

function registry(): string {
  const ids = modulesOf('rules', ['types', 'registry']);
  return [
    "import type { Rule } from './types.js';\n",
    ...ids.map((id) => `import ${identifier(id)} from './${id}.js';\n`),
    '\n/** All rules there are. Sorted by file name. */\n',
    `export const rules: readonly Rule[] = ${list(ids.map(identifier))};\n`,
  ].join('');
}

function catalogIndex(): string {
  const names = modulesOf('catalog', ['schema', 'index']);
  return [
    "import type { Library } from './schema.js';\n",
    ...names.map((name) => `import { library as ${identifier(name)} } from './${name}.js';\n`),
    '\n/** Everything we know of libraries, one file a package. Sorted by file name. */\n',
    `export const libraries: readonly Library[] = ${list(names.map(identifier))};\n`,
  ].join('');
}

/** What a row may say, read from the types that our own rows have; in rows of users nobody must say where a claim is written. */
function catalogSchema(): object {
  const path = fileURLToPath(new URL('../../catalog/schema.ts', import.meta.url));
  const generator = createGenerator({ path, type: 'Library', tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)), additionalProperties: false, skipTypeCheck: true });
  const schema = JSON.parse(JSON.stringify(generator.createSchema('Library'), (key, value: unknown) =>
    key === 'required' && Array.isArray(value) ? value.filter((name) => name !== 'see' && name !== 'source') : value)) as object;
  return { ...schema, title: 'seamlint catalog row' };
}

interface KeySchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly KeySchema[];
  readonly pattern?: string;
}

/** A page with its table of configuration keys made anew from the schema. */
function withKeys(path: string): string {
  const { properties } = configJsonSchema([]) as { properties: Record<string, KeySchema> };
  const rows = Object.entries(properties).map(([key, schema]) => `| \`${key}\` | ${kindOf(schema)} | ${schema.description ?? ''} |`);
  const table = ['| key | value | what it says |', '|---|---|---|', ...rows].join('\n');
  const page = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
  return page.replace(/(<!-- generated: keys -->\n)[\s\S]*?(<!-- end -->)/, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`);
}

function kindOf({ type, enum: words, anyOf }: KeySchema): string {
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  const pattern = anyOf?.flatMap((one) => one.pattern ?? [])[0];
  if (anyOf !== undefined) return pattern === undefined ? 'text or list' : pattern.includes('kb') ? 'size' : 'duration';
  return { string: 'text', object: 'table', array: 'list' }[type ?? ''] ?? 'anything';
}

/** What `seamlint review --format json` writes, read from the type of the document. */
function reviewSchema(): object {
  const path = fileURLToPath(new URL('../../linter/review/types.ts', import.meta.url));
  const generator = createGenerator({ path, type: 'Review', tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)), additionalProperties: false, skipTypeCheck: true });
  return { ...generator.createSchema('Review'), title: 'seamlint readiness review' };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '[]' : `[\n${names.map((name) => `  ${name},\n`).join('')}]`;
}

const RESERVED = new Set(['await', 'package', 'interface', 'enum', 'default', 'class', 'function', 'delete', 'new', 'export']);

function identifier(name: string): string {
  const camel = name.replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return RESERVED.has(camel) || /^\d/.test(camel) ? `${camel}Library`.replace(/^\d/, (digit) => `n${digit}`) : camel;
}
