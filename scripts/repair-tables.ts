import type { Library, Limit } from '#catalog/schema.js';
import { nameOfPath, optionsAt, time } from './library-words.js';

/** What repairs a finding of one library, in the words of its rows. */
interface Way {
  readonly library: string;
  readonly text: string;
}

interface TableOf {
  readonly head: string;
  ways(library: Library): readonly string[];
}

const TABLES: Readonly<Record<string, TableOf>> = {
  'require-acquire-timeout': { head: 'set', ways: (library) => limitsOf(library).filter(({ limits }) => limits === 'acquire-wait').map(limitText) },
  'require-body-limit': { head: 'set', ways: ({ bodies = [] }) => bodies.map(({ call, limit }) => `${limitText(limit)}${limitText(limit).startsWith('the ') ? ` of ${nameText(call)}` : ''}`) },
  'drain-deadline': { head: 'set', ways: ({ closers = [] }) => closers.flatMap(({ call, deadline }) => (deadline === undefined || limitText(deadline) === '' ? [] : [`${limitText(deadline)}, at ${nameText(call)}`])) },
  'shutdown-order': { head: 'close with', ways: ({ resources = [] }) => resources.filter(({ mustClose }) => mustClose === true).flatMap(({ close = [] }) => close.slice(0, 1).map(closeText)) },
  'require-idempotency-key': { head: 'what makes a second run harmless stands in', ways: ({ operations = [] }) => operations.flatMap(({ keys = [] }) => keys.filter((key) => !key.includes('chain:')).slice(0, 1).map((key) => optionsAt([key]))) },
  'require-breaker': { head: 'a breaker is', ways: breakersOf },
  'no-breaker-per-request': { head: 'make it once', ways: breakersOf },
  'no-sync-io-in-handler': { head: 'use', ways: ({ blocking = [] }) => blocking.flatMap(({ instead }) => (instead === undefined ? [] : [instead])) },
  'require-release': { head: 'give back with', ways: releasesOf },
};

const START = '<!-- generated: repair -->\n';

/** A rule's page with its table of what repairs it with each library made anew from the rows. */
export function withRepairs(id: string, page: string, libraries: readonly Library[]): string {
  const table = TABLES[id];
  if (table === undefined || !page.includes(START)) throw new Error(`the page of ${id} has no place for its table`);
  const rows = grouped(libraries.flatMap((library) => table.ways(library).filter((text) => text !== '').map((text) => ({ library: library.package, text }))));
  const text = [`| library | ${table.head} |`, '|---|---|', ...rows].join('\n');
  return page.replace(/(<!-- generated: repair -->\n)[\s\S]*?(<!-- end -->)/, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
}

/** Rules whose pages have such a table. */
export const RULES_WITH_TABLES: readonly string[] = Object.keys(TABLES);

// Libraries that take the same are one row.
function grouped(ways: readonly Way[]): string[] {
  const byLibrary = new Map<string, Set<string>>();
  for (const { library, text } of ways) byLibrary.set(library, (byLibrary.get(library) ?? new Set()).add(text));
  const rows = new Map<string, string[]>();
  for (const [library, texts] of byLibrary) {
    const text = [...texts].join('; ');
    rows.set(text, [...(rows.get(text) ?? []), library]);
  }
  return [...rows].map(([text, names]) => `| ${names.sort().map((name) => `\`${name}\``).join(', ')} | ${text.replaceAll('|', '\\|')} |`).sort();
}

function limitsOf({ resources = [], operations = [], settings = [] }: Library): readonly Limit[] {
  return [...resources, ...operations, ...settings].flatMap(({ limits = [] }) => limits);
}

function limitText({ at, default: value, unit, versions }: Limit): string {
  const options = optionsAt(at);
  const isCount = unit === 'bytes' || unit === 'count';
  const without = value === 'never' ? 'no limit without it' : value === 'unknown' ? '' : `${isCount ? sizeText(value, unit) : time(value)} without it`;
  const range = versions === undefined ? '' : `versions ${versions}`;
  const remark = [without, range].filter((part) => part !== '').join(', ');
  return options === '' ? '' : `${options}${unit === 's' ? ' in seconds' : ''}${remark === '' ? '' : ` (${remark})`}`;
}

function sizeText(value: number, unit: Limit['unit']): string {
  if (unit !== 'bytes') return String(value);
  return value % 2 ** 20 === 0 ? `${value / 2 ** 20} MiB` : value % 1024 === 0 ? `${value / 1024} KiB` : `${value} bytes`;
}

function closeText({ call, awaitable, callbackAt, waits }: { readonly call: string; readonly awaitable: boolean; readonly callbackAt?: string; readonly waits: boolean }): string {
  const how = awaitable ? `await \`${call}()\`` : callbackAt === undefined ? `\`${call}()\`` : `\`${call}(callback)\``;
  return waits ? how : `${how} (ends work in flight)`;
}

function releasesOf({ operations = [] }: Library): readonly string[] {
  if (!operations.some(({ acquires }) => acquires === 'until-release')) return [];
  return operations.filter(({ is }) => is === 'release').flatMap(({ call, members }) => members ?? [nameOfPath(call).split('.').at(-1) ?? '']).map((name) => `\`${name}()\``);
}

function nameText(path: string): string {
  return path === '' ? 'the call' : `\`${nameOfPath(path)}\``;
}

function breakersOf({ wrappers = [], resources = [] }: Library): readonly string[] {
  const made = resources.filter(({ is }) => is === 'breaker').map(({ create }) => (create === '' || create === '()' ? `\`new\` or a call of its export` : `\`${nameOfPath(create)}\``));
  const guards = wrappers.filter(({ guard }) => guard === 'breaker');
  if (guards.length === 0) return [];
  const timed = guards.flatMap(({ timeout }) => (timeout === undefined ? [] : [limitText(timeout)])).find((text) => text !== '');
  const calls = made.length > 0 ? made : guards.map(({ call }) => nameText(call));
  return [`${[...new Set(calls)].slice(0, 3).join(', ')}${timed === undefined ? ', without a timeout of its own' : `, timeout: ${timed}`}`];
}
