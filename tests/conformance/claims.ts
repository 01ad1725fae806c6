import type { Library, Remark, WordRow } from '#catalog/schema.js';
import { asksOf, type Ask, type Twin } from './places.js';
import { isPath, isPlace, OF_THE_HANDLER } from './row-words.js';

/** One thing a row says that typings or a run can confirm. */
export interface Claim {
  /** `pg: Pool | acquire-wait connectionTimeoutMillis`. */
  readonly id: string;
  /** A path that must be there, or a type of this name; or places that are alternatives; or a name that the package's files must hold. */
  readonly path?: string;
  readonly type?: string;
  readonly asks?: readonly Ask[];
  /** A way into a settings file of a platform. */
  readonly setting?: { readonly file: string; readonly way: string };
  /** What its own files must name where typings cannot tell. */
  readonly names: readonly string[];
  readonly versions?: string;
  /** It belongs to no path: a name that the typings declare somewhere. */
  readonly declared?: true;
  /** Why typings cannot tell. */
  readonly untold?: string;
  /** The rows that say it: `operations 3`. */
  readonly rows?: readonly string[];
}

/** Paths of a library that are one thing: by what it says of them and of its types, by what a registration gives. */
export function twinsOf({ same = [], types = {}, plugins = [], injection }: Library): readonly Twin[] {
  return [
    ...same,
    ...Object.entries(types).map(([name, is]) => ({ path: `${name}()`, is })),
    ...(injection?.provides ?? []).map(({ call, gives }) => ({ path: `${call}()`, is: gives })),
    ...plugins.flatMap(({ plugin, registeredBy, as, member }) => [{ path: plugin, is: as }, ...(member === undefined ? [] : [{ path: `${registeredBy.replace(/\.\w+$/, '')}.${member}`, is: `${as}()` }])]),
  ];
}

type Row = Readonly<Record<string, unknown>>;

/** What surrounds a text of a row: the calls the row is about, the kind of limit, the versions. */
interface Around {
  readonly calls: readonly string[];
  readonly label: string;
  readonly versions: string | undefined;
  readonly same: readonly Twin[];
}

/** Everything that a library's rows claim of its exports, methods and options. */
export function claimsOf(library: Library): readonly Claim[] {
  const claims = new Map<string, Claim>();
  const around: Around = { calls: [], label: '', versions: undefined, same: twinsOf(library) };
  for (const [column, rows] of Object.entries(library)) {
    if (typeof rows !== 'object' || rows === null) continue;
    const several: readonly (readonly [string, unknown])[] = Array.isArray(rows) ? rows.map((row, index) => [`${column} ${index}`, row] as const) : [[column, rows]];
    for (const [row, value] of several) {
      for (const claim of ofColumn(column, value, around)) {
        const id = `${library.package}: ${claim.id}`;
        const known = claims.get(id);
        const asks = [...(known?.asks ?? []), ...(claim.asks ?? [])];
        claims.set(id, { ...claim, id, ...(asks.length === 0 ? {} : { asks }), rows: [...new Set([...(known?.rows ?? []), row])] });
      }
    }
  }
  return [...claims.values()];
}

function ofColumn(column: string, value: unknown, around: Around): Iterable<Claim> {
  if (column === 'remarks') return namesOfRemark(value as Remark);
  if (column === 'errors') return namesOfErrors(value as NonNullable<Library['errors']>);
  if (column === 'words') return namesOfWords(value as WordRow);
  if (column === 'sentBy') return [{ id: `method ${value as string}`, names: [value as string], declared: true }];
  if (column === 'overrides') return [{ id: `method ${(value as NonNullable<Library['overrides']>[number]).method}`, names: [(value as NonNullable<Library['overrides']>[number]).method], declared: true }];
  if (column === 'resultTypes') return typesOf({ [value as string]: '' });
  if (column === 'types') return typesOf(value as Record<string, string>);
  return ['modules', 'generated', 'checkedOn', 'shown'].includes(column) ? [] : within(value, column, column, around);
}

function* within(value: unknown, key: string, parent: string, around: Around): Generator<Claim> {
  if (Array.isArray(value)) for (const element of value) yield* within(element, key, parent, around);
  else if (typeof value === 'object' && value !== null) yield* withinRow(value as Row, key, around);
  else if (typeof value !== 'string' || value === '') return;
  else if (key === 'typed' || key === 'typedSecond') yield { id: `type ${value}`, type: value, names: [value], ...versionsOf(around) };
  else if (key === 'parameters' && value.startsWith('@')) yield* places(around, 'parameters', value.slice(1));
  else if (OF_THE_HANDLER.has(key)) return;
  else if (isPath(key, parent)) yield* value === 'default' ? [] : [pathClaim(value, around)];
  else if (isPlace(key, parent)) yield* places(around, around.label === '' || key !== 'at' ? key : around.label, value);
}

function* withinRow(row: Row, key: string, around: Around): Generator<Claim> {
  const calls = callsOf(row, key, around);
  const own: Around = { ...around, calls, label: labelOf(row, key, around), versions: (row['versions'] as string | undefined) ?? around.versions };
  if (key === 'close') return void (yield* closing(row, around));
  if (key === 'runs') return void (yield* calls.flatMap((call) => [pathClaim(`${call}().${String(row['call'])}`, own)]));
  if (key === 'settings' && row['files'] !== undefined) yield* waysIn(row);
  if (row['file'] !== undefined || row['shape'] !== undefined) yield { id: `files ${JSON.stringify(row['file'] ?? row['shape']).slice(0, 60)}`, names: namesOfConvention(row), declared: true, untold: 'it is a convention on files' };
  if (typeof row['exported'] === 'string') return void (yield { id: `exported ${row['exported']}`, names: row['exported'].split('.').slice(-1), declared: true, untold: 'it is a convention on files' });
  if (row['settings'] !== undefined && row['limit'] !== undefined) return void (yield* waysIn(row['settings'] as Row));
  if (row['always'] !== undefined) return;
  const members = row['members'] as readonly string[] | undefined;
  if (members !== undefined && key !== 'operations') yield* membersOf(row, own, members);
  for (const name of ['opens', 'freedBy', 'serves']) for (const method of (row[name] as readonly string[] | undefined) ?? []) for (const call of calls) yield pathClaim(`${call}().${method}`, own);
  if (members !== undefined && key === 'operations') for (const call of calls) yield pathClaim(call, own);
  for (const [name, inner] of Object.entries(row)) {
    if (['file', 'shape', 'members', 'opens', 'freedBy', 'serves', 'versions'].includes(name) || (name === 'settings' && key !== 'settings')) continue;
    if (members !== undefined && key === 'operations' && name === 'call') continue;
    if ((name === 'is' && (key === 'cooperativeWhen' || key === 'shapes')) && typeof inner === 'string') yield pathClaim(inner, own);
    else yield* within(inner, name, key, own);
  }
}

// A convention on files is one on the names of their exports and of a parameter, too; else on those of their folders.
function namesOfConvention(row: Row): readonly string[] {
  const { paths = [], exports: exported = [] } = (row['file'] ?? {}) as { readonly paths?: readonly string[]; readonly exports?: readonly string[] };
  const { parameter = [] } = (row['shape'] ?? {}) as { readonly parameter?: readonly string[] };
  const names = [...exported.filter((name) => name !== 'default' && name !== '*'), ...parameter.slice(0, 1)];
  return names.length > 0 ? names : [...new Set(paths.flatMap((path) => path.split('/').filter((part) => /^\w+$/.test(part))))];
}

function* waysIn(settings: Row): Generator<Claim> {
  const [file = ''] = settings['files'] as readonly string[];
  const ways = [settings['handlerAt'], ...['folderAt', 'limitAt'].flatMap((name) => (settings[name] as readonly string[] | undefined) ?? [])];
  for (const way of ways) if (typeof way === 'string') yield { id: `setting ${file} ${way}`, setting: { file, way }, names: [], untold: 'it stands in a settings file' };
}

// What a row's places are relative to: its call, its creation, its decorator; what stands deeper belongs to the row around it.
function callsOf(row: Row, key: string, around: Around): readonly string[] {
  if (key === 'hooks') return row['by'] === undefined ? (row['calls'] as readonly string[]) : [String(row['by'])];
  if (key === 'version') return [String(row['decorator'])];
  const one = row['by'] ?? row['call'] ?? row['create'] ?? row['decorator'] ?? row['emit'] ?? row['classDecorator'];
  if (key === 'runs' || key === 'close') return around.calls;
  if (key === 'operations' && row['members'] !== undefined) return (row['members'] as readonly string[]).map((member) => String(one).replace(/\*$/, member));
  if (key === 'onlyIfAbsent') return row['members'] === undefined ? around.calls : around.calls.filter((call) => (row['members'] as readonly string[]).includes(call.slice(call.lastIndexOf('.') + 1)));
  if (Array.isArray(row['calls'])) return key === 'promised' ? around.calls : (row['calls'] as readonly string[]);
  return typeof one === 'string' ? [one] : around.calls;
}

function labelOf(row: Row, key: string, around: Around): string {
  if (typeof row['limits'] === 'string') return row['limits'];
  if (key === 'retries' || key === 'redelivers') return key;
  return key === 'when' || key === 'onlyWhen' ? 'when' : around.label;
}

function pathClaim(path: string, around: Around): Claim {
  const names = [/([\w$]+)(?:\(\))*$/.exec(path)?.[1] ?? ''].filter((name) => name !== '');
  return { id: path, path, names, ...versionsOf(around), ...(path.includes('**') ? { untold: 'it stands for many names' } : {}) };
}

function* places(around: Around, label: string, place: string): Generator<Claim> {
  for (const call of around.calls) {
    const asks = asksOf(call, place, around.same);
    const id = `${call} | ${label} ${place.replace(/^((?:[a-z]+:(?:(?<=chain:)[\w$]+:)?)*)(?:-?\d+|\*)\.(?=[^.])/, '$1').replace(/^.*\|(?:-?\d+\.)?(?=.)/, '')}`;
    const names = place.match(/[\w$-]+/g)?.slice(-1).filter((name) => !/^-?\d+$/.test(name)) ?? [];
    yield typeof asks === 'string' ? { id, names, untold: asks, ...versionsOf(around) } : { id, names, asks, ...versionsOf(around) };
  }
}

function* closing(row: Row, around: Around): Generator<Claim> {
  const call = String(row['call']);
  const own = { ...around, versions: (row['versions'] as string | undefined) ?? around.versions };
  if (row['at'] !== undefined || row['all'] !== undefined) yield pathClaim(call, own);
  else if (row['of'] !== undefined) for (const claim of around.calls) yield* places({ ...own, calls: [claim] }, 'close', `${String(row['of'])}.${call}`);
  else for (const create of around.calls) yield pathClaim(`${create}().${call}`, own);
  if (row['callbackAt'] === undefined) return;
  yield* places({ ...own, calls: row['at'] !== undefined || row['all'] !== undefined ? [call] : around.calls.map((create) => `${create}().${call}`) }, 'close', String(row['callbackAt']));
}

function* membersOf(row: Row, around: Around, members: readonly string[]): Generator<Claim> {
  const stands = [row['callback'], ...((row['handlers'] as readonly string[] | undefined) ?? [])].filter((place): place is string => typeof place === 'string');
  for (const place of stands) for (const member of members) yield* places(around, 'member', `${place}.${member}`);
}

function typesOf(types: Readonly<Record<string, string>>): readonly Claim[] {
  return Object.entries(types).map(([name]) => ({ id: `type ${name}`, type: name, names: [name] }));
}

function namesOfRemark({ options = [] }: Remark): readonly Claim[] {
  return options.map((option) => ({ id: `option ${option}`, names: option.match(/[\w$-]+/g)?.slice(-1) ?? [], declared: true, untold: 'it stands in a remark' }));
}

// Texts with a space in them are SQL.
function namesOfWords({ is, names }: WordRow): readonly Claim[] {
  return names.filter((name) => !name.includes(' ')).map((name) => ({ id: `${is} ${name}`, names: [name], declared: true, untold: 'it is a name that tells by itself' }));
}

function namesOfErrors({ taken = [], missing = [] }: NonNullable<Library['errors']>): readonly Claim[] {
  return [...taken, ...missing].map((code) => ({ id: `error ${code}`, names: [code], untold: 'it is a code of errors' }));
}

function versionsOf({ versions }: Around): { readonly versions?: string } {
  return versions === undefined ? {} : { versions };
}
