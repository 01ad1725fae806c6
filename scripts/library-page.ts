import type { Library, Limit, OperationRow, Remark, ResourceRow, RetryRow, WrapperRow } from '#catalog/schema.js';
import { defaultsOf } from '../tests/conformance/defaults.js';
import { countsOf, defaultsIn, type LibraryChecked, type Table } from '../tests/conformance/table.js';
import { furtherLines } from './library-further.js';
import { anchorOf, libraryIndex, membersList, type LibraryGroup } from './library-index.js';
import { silenceTables } from './library-tables.js';
import { nameOfPath, optionsAt, sentence, size, time } from './library-words.js';

/** Where a library stands in the page: the first group whose question its rows answer. */
const GROUPS: readonly (Omit<LibraryGroup, 'members'> & { readonly is: (library: Library) => boolean })[] = [
  { title: 'Servers and frameworks', tells: 'entry points, bodies, deadlines of requests, how they are closed', is: (library) => hasEntry(library, ['http', 'middleware', 'rpc', 'graphql', 'socket', 'serverless']) || hasResource(library, ['server']) || library.bodies !== undefined },
  { title: 'Queues, streams and schedules', tells: 'consumers, jobs, what is delivered again, how they are closed', is: (library) => hasEntry(library, ['consumer', 'schedule']) || hasOperation(library, ['publish']) },
  { title: 'Databases, caches and pools', tells: 'waits for a connection, limits of statements, sizes of pools', is: (library) => hasResource(library, ['pool']) || hasOperation(library, ['statement', 'command', 'acquire', 'transaction']) },
  { title: 'Clients of other services', tells: 'timeouts, retries of their own, keys of writes', is: (library) => hasOperation(library, ['outbound']) || library.settings !== undefined },
  { title: 'Timeouts, retries, breakers, limits', tells: 'what they put around a call, and their defaults', is: (library) => library.wrappers !== undefined },
  { title: 'Calls that block the event loop', tells: 'which calls block, and what to call instead', is: (library) => library.blocking !== undefined },
  { title: 'Shutdown', tells: 'signals, deadlines, what is closed', is: (library) => library.closers !== undefined || library.signals !== undefined },
  { title: 'Idempotency', tells: 'where the key stands', is: (library) => library.claims !== undefined },
  { title: 'Limits of load', tells: 'what turns requests away', is: (library) => hasProvision(library, ['rate-limit', 'load-shedding', 'concurrency', 'bulkhead']) },
  { title: 'Logs, metrics, traces, health', tells: 'what they do for requests', is: (library) => hasProvision(library, ['logger', 'request-id', 'tracer', 'metrics', 'error-reporting', 'health']) },
  { title: 'Settings, schemas and injection', tells: 'values that are followed through them', is: (library) => library.injection !== undefined || library.values?.some(({ gives }) => ['environment', 'argument', 'duration', 'number'].includes(gives)) === true },
  { title: 'New ids', tells: 'calls that give another id each time', is: (library) => library.draws !== undefined },
];
const REST = { title: 'Others', tells: 'what is followed through them', is: () => true };

/** The page of everything the catalog says, for people. */
export function libraryPage(libraries: readonly Library[], table: Table = {}): string {
  const counts = countsOf(table);
  const defaults = defaultsIn(libraries, table);
  const notRun = Object.values(defaults.reasons).flat();
  const groups = [...GROUPS, REST].map(({ title, tells }) => ({ title, tells, members: libraries.filter((library) => groupOf(library) === title).sort(byName) }));
  return [
    '# What seamlint knows of libraries\n',
    `What ${libraries.length} packages and families do where a service sets nothing, which of their options limits what, and what seamlint sees in their calls. It is useful without seamlint, too:`,
    'look up a library to see how long it waits, what it tries again by itself, how it is closed. All of it is written from the rows in `catalog/`; what is not said was not looked at.\n',
    '* **For ever**: no limit of the library ends the wait. **One attempt** and **the whole call** differ where the library tries again by itself.',
    '* Limits on connecting, on headers and on silence are told, but they do not bound a call: an answer that trickles outlives them.',
    '* Times are those of the versions named; `(versions <3.0.0)` stands where majors differ. Options are named without the object that they stand in.',
    '* **Keys** are the options that make a second run of a write harmless. *Handlers* are what seamlint takes for the entry points of a service.',
    '* [catalog.md](catalog.md) tells how to add rows of your own.\n',
    `Of the claims of the rows, ${counts.run} are run on the real package, ${counts.typed} confirmed by its typings, ${counts.named} named in its own files, ${counts.documented} only documented; tests/conformance/ has the check.`,
    `Defaults and waits without end: ${defaults.run} are run on the package, ${notRun.length} cannot run where the check runs, each with its reason. A clock that jumps shows a limit of minutes within moments.\n`,
    '## All libraries\n',
    ...libraryIndex(groups),
    '\n## Where nothing is set',
    ...silenceTables(libraries, anchorOf),
    ...groups.flatMap(({ title, members }) => [`\n## ${title}\n`, ...membersList(members), ...members.map((library) => section(library, table[library.package]))]),
    '',
  ].join('\n');
}

function byName(a: Library, b: Library): number {
  return a.package < b.package ? -1 : 1;
}

function groupOf(library: Library): string {
  return GROUPS.find(({ is }) => is(library))?.title ?? REST.title;
}

function hasEntry(library: Library, kinds: readonly string[]): boolean {
  return library.entryPoints?.some(({ kind }) => kinds.includes(kind)) === true;
}

function hasResource(library: Library, kinds: readonly string[]): boolean {
  return library.resources?.some(({ is }) => kinds.includes(is)) === true;
}

function hasOperation(library: Library, kinds: readonly string[]): boolean {
  return library.operations?.some(({ is }) => kinds.includes(is)) === true;
}

function hasProvision(library: Library, kinds: readonly string[]): boolean {
  return library.provisions?.some(({ is }) => kinds.includes(is)) === true;
}

function section(library: Library, checked: LibraryChecked | undefined): string {
  const lines = [
    ...(library.resources ?? []).map(resourceLine),
    ...operationLines(library.operations ?? []),
    ...(library.wrappers ?? []).map(wrapperLine),
    ...(library.settings ?? []).map((row) => `${code(row.call)} changes ${row.client === undefined ? 'the whole process' : 'a client'}${after(row.limits, row.retries)}`),
    ...(library.budgets ?? []).map(({ call, exported, limit }) => `Requests: ${code(exported ?? call)} ${exported === undefined ? 'sets' : 'is'} a total deadline${after([limit])}`),
    ...bodyLines(library),
    ...(library.blocking ?? []).map(({ calls, blocks, instead, unlessCallback, textAt }) => `Blocks (${blocks}): ${calls.map(code).join(', ')}${unlessCallback === true ? ' without a callback' : ''}${textAt === undefined ? '' : ' with a path'}${instead === undefined ? '' : `; instead: ${instead}`}`),
    ...(library.closers ?? []).map((row) => `${code(row.call)} arranges shutdown${row.signals === true ? ', listens for signals itself' : ''}${row.deadline === undefined ? '' : after([row.deadline])}`),
    ...(library.claims ?? []).map(({ call, keyAt }) => `${code(call)} runs something once for each key${keyAt === undefined ? ', the Idempotency-Key header' : ` (${optionsAt(keyAt)})`}`),
    ...entryLines(library),
    ...furtherLines(library),
    ...(library.remarks ?? []).map(remarkLine),
    ...checkedLines(checked),
    ...notRunLines(library),
  ];
  const also = library.modules === undefined ? '' : ` Also: ${library.modules.map((name) => `\`${name}\``).join(', ')}.`;
  const name = library.name !== undefined && library.name !== library.package ? `${library.name}. ` : '';
  return [`\n### ${library.package}\n`, `${name}From ${library.source}.${also}`, lines.length === 0 ? '' : `\n${[...new Set(lines)].map((line) => `* ${sentence(line)}`).join('\n')}`].join('\n').trimEnd();
}

// Readers of bodies with the same limit are one line.
function bodyLines({ bodies = [] }: Library): readonly string[] {
  const byLimit = new Map<string, string[]>();
  for (const { call, limit } of bodies) byLimit.set(after([limit]), [...(byLimit.get(after([limit])) ?? []), call === '' ? 'as a whole' : code(call)]);
  return [...byLimit].map(([limit, calls]) => `Bodies, ${calls.join(', ')}${limit}`);
}

function code(path: string): string {
  return path === '' ? 'the export itself' : `\`${nameOfPath(path)}\``;
}

function resourceLine(row: ResourceRow): string {
  const closes = (row.close ?? []).map(({ call, awaitable, waits, versions }) => `\`${call}()\`${awaitable ? '' : ', no promise'}, ${waits ? 'waits for work in flight' : 'does not wait for work in flight'}${ranged(versions)}`);
  const close = closes.length === 0 ? '' : `. ${row.mustClose === true ? 'To be closed' : 'Closed'} by ${closes.join(' or ')}`;
  return `**${row.name ?? row.is}**, by ${code(row.create)}${ranged(row.versions)}${after(row.limits, row.retries)}${close}`;
}

const SAYS: Readonly<Record<string, string>> = {
  outbound: 'request to another service', statement: 'statement', command: 'command', acquire: 'takes a connection', publish: 'publishes',
  sleep: 'waits', lock: 'takes a lock', transaction: 'opens a transaction', release: 'gives back or ends', presign: 'computes, no request',
};

const EFFECTS: Readonly<Record<string, string>> = {
  read: ', reads', write: ', a write that is another one when it runs again', idempotent: ', a write that may run again', sql: ', by its SQL', method: ', by its method', command: ', by its name',
};

/** Operations with the same limits are one line. */
function operationLines(rows: readonly OperationRow[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const names = row.members === undefined ? [code(row.call)] : [`\`${nameOfPath(row.call.replace(/\*$/, ''))}\` ${membersOf(row.members)}`.replace(/^`` /, '')];
    const keys = row.keys === undefined ? '' : `. Keys: ${optionsAt(row.keys)}`;
    const text = `${SAYS[row.is] ?? row.is}${EFFECTS[row.effect] ?? ''}${ranged(row.versions)}${after(row.limits, row.retries)}${keys}`;
    lines.set(text, [...(lines.get(text) ?? []), ...names]);
  }
  return [...lines].map(([text, names]) => `${[...new Set(names)].join(', ')}: ${text}`);
}

// Those that only repeat others in capitals are told together.
function membersOf(members: readonly string[]): string {
  const plain = (name: string) => name.toLowerCase().replaceAll('_', '');
  const told = members.filter((name, index) => !members.some((other, earlier) => earlier < index && name === name.toUpperCase() && plain(other) === plain(name)));
  return `${told.map((name) => `\`${name}\``).join(', ')}${told.length < members.length ? ', also in capitals' : ''}`;
}

function wrapperLine(row: WrapperRow): string {
  const what = { breaker: 'a circuit breaker', timeout: 'a timeout', retry: 'retries', bulkhead: 'a limit on concurrent runs', once: 'once', cache: 'a cache', fallback: 'a fallback', none: 'no guard', compose: 'several policies' }[row.guard];
  return `${code(row.call)}${row.decorates === true ? ', a decorator,' : ''}${row.withArguments === undefined ? '' : ` with ${row.withArguments} arguments`} ${row.gives === 'policy' ? 'makes' : 'runs a function under'} ${what}${after(row.timeout === undefined ? [] : [row.timeout], row.retries)}`;
}

function entryLines({ entryPoints = [] }: Library): readonly string[] {
  const kinds = [...new Set(entryPoints.filter(({ kind }) => kind !== 'error-handler').map(({ kind }) => kind))];
  const again = entryPoints.some(({ repeats }) => repeats === 'redelivery') ? '; what fails is delivered again' : '';
  return kinds.length === 0 ? [] : [`Handlers: ${kinds.join(', ')}${again}`];
}

function remarkLine({ options, default: value, unit, says, versions }: Remark): string {
  const named = options === undefined ? '' : `${options.map((option) => `\`${option}\``).join(', ')}${value === undefined ? '' : ` (default ${String(value)}${unit === undefined ? '' : ` ${unit}`})`}: `;
  return `${named}${says}${ranged(versions)}`;
}

function notRunLines(library: Library): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { id, unrun } of defaultsOf(library)) if (unrun !== undefined) byReason.set(unrun, [...(byReason.get(unrun) ?? []), id.slice(library.package.length + 2)]);
  return [...byReason].map(([why, ids]) => `Not run, ${why}: the default of ${ids.map((id) => id.replace(/ .*/, '')).join(', ')}`);
}

function checkedLines(checked: LibraryChecked | undefined): readonly string[] {
  if (checked === undefined) return [];
  const { ran, version } = checked;
  const { run, typed, named, documented } = countsOf({ checked });
  if (run + typed + named + documented === 0) return [];
  const parts = [...(run === 0 ? [] : [`${run} run`]), ...(typed === 0 ? [] : [`${typed} confirmed by the typings of ${version ?? 'Node'}`]), ...(named === 0 ? [] : [`${named} named in its files`]), ...(documented === 0 ? [] : [`${documented} only documented`])];
  return [`_Checked: ${parts.join(', ')}.${ran.length === 0 ? '' : ` Seen: ${ran.join('; ')}.`}_`];
}

function ranged(versions: string | undefined): string {
  return versions === undefined ? '' : ` (versions ${versions})`;
}

function after(limits: readonly Limit[] | undefined, retries?: RetryRow): string {
  const parts = [...(limits ?? []).map(limitText), ...(retries === undefined ? [] : [retryText(retries)])];
  return parts.length === 0 ? '' : `. ${parts.map(sentence).join(' ')}`.replace(/\.$/, '');
}

const LIMITED: Readonly<Record<Limit['limits'], string>> = {
  'acquire-wait': 'the wait for a connection', connect: 'connecting', headers: 'the wait for headers', idle: 'silence between two pieces',
  attempt: 'one attempt', total: 'the whole call', statement: 'a statement', body: 'a body', size: 'its size', queue: 'its queue',
};

function limitText(limit: Limit): string {
  const options = optionsAt(limit.at);
  const isCount = limit.unit === 'count' || limit.unit === 'bytes' || limit.limits === 'size' || limit.limits === 'queue' || limit.limits === 'body';
  const value = limit.default === 'never' ? (isCount ? 'no limit' : 'for ever') : limit.default === 'unknown' ? 'not known where nothing is set' : isCount ? (limit.unit === 'bytes' ? size(limit.default) : `${limit.default}`) : limit.default === 0 ? 'at once' : time(limit.default);
  if (limit.default === 'unknown' && options !== '') return `${LIMITED[limit.limits]}: ${options}${limit.unit === 's' ? ' (seconds)' : limit.unit === 'date' ? ' (an absolute time)' : ''}${ranged(limit.versions)}${limit.note === undefined ? '' : `; ${limit.note}`}`;
  const unless = options === '' ? '' : `, unless ${options} is set${limit.unit === 's' ? ' (seconds)' : limit.unit === 'date' ? ' (an absolute time)' : ''}`;
  const off = limit.offAt === undefined || options === '' ? '' : ` (${limit.offAt.map(String).join(', ')}: no limit)`;
  const only = limit.onlyWhen === undefined ? '' : `, and only with ${optionsAt([limit.onlyWhen.at])} ${String(limit.onlyWhen.is)}`;
  return `${LIMITED[limit.limits]}: ${value}${unless}${off}${only}${ranged(limit.versions)}${limit.note === undefined ? '' : `; ${limit.note}`}`;
}

function retryText(row: RetryRow): string {
  const options = optionsAt(row.at);
  const writes = row.writes === true ? ', writes too' : row.writes === 'keyed' ? ', writes with a key of its own' : ', no writes';
  const count = row.default === 'Infinity' ? 'without end' : row.counts === 'attempts' ? `${row.default} attempts` : `${row.default}`;
  const endless = row.endlessWhen === undefined ? '' : `; without end where ${optionsAt([row.endlessWhen.at])} is ${row.endlessWhen.is.map((value) => code(String(value))).join(' or ')}`;
  return `retries: ${count}${options === '' ? '' : ` unless ${options} is set`}${row.default === 0 ? '' : writes}${row.writesOnceSet === true ? '; writes too once it is set' : ''}${endless}`;
}
