import type { Library, Limit, RetryRow } from '#catalog/schema.js';
import { optionsAt, size, time } from './library-words.js';

type Kind = Limit['limits'];

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What each library does where a service sets nothing, as tables: the part of the page that most people look for. */
export function silenceTables(libraries: readonly Library[], anchorOf: (library: Library) => string): readonly string[] {
  const named = (library: Library) => `[${library.package}](#${anchorOf(library)})`;
  const sorted = [...libraries].sort((a, b) => (a.package < b.package ? -1 : 1));
  const tables: readonly Table[] = [
    { title: 'The wait for a pooled connection', head: ['Library', 'Where nothing is set', 'Set by'], rows: sorted.flatMap((library) => rowOf(named(library), (library.resources ?? []).flatMap(limitsOf), ['acquire-wait'])) },
    {
      title: 'A request, statement or command', head: ['Library', 'Where nothing is set', 'Set by', 'Tried again by itself'],
      rows: sorted.flatMap((library) => {
        const rows = (library.operations ?? []).filter(({ is }) => ['outbound', 'statement', 'command', 'publish'].includes(is));
        return rowOf(named(library), rows.flatMap(limitsOf), ['attempt', 'total', 'statement'], retriesOf(rows.flatMap(({ retries }) => retries ?? [])));
      }),
    },
    { title: 'An accepted body', head: ['Library', 'Where nothing is set', 'Set by'], rows: sorted.flatMap((library) => rowOf(named(library), (library.bodies ?? []).map(({ limit }) => limit), ['body'])) },
  ];
  return tables.flatMap(({ title, head, rows }) => [`\n### ${title}\n`, line(head), line(head.map(() => '---')), ...rows.map(line)]);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function rowOf(name: string, all: readonly Limit[], kinds: readonly Kind[], ...further: readonly string[]): readonly (readonly string[])[] {
  const limits = all.filter((limit) => kinds.includes(limit.limits) && limit.default !== 'unknown' && limit.default !== 0);
  if (limits.length === 0) return [];
  // A signal or a function of one's own says nothing where it is absent, if there is another limit.
  const own = limits.filter(({ unit }) => unit !== 'signal' && unit !== 'function');
  const telling = own.length > 0 ? own : limits;
  const alone = unique(telling.map((limit) => valueOf({ ...limit, versions: undefined })));
  const values = alone.length === 1 && unique(telling.map(({ versions = '' }) => versions)).length > 1 ? alone : unique(telling.map(valueOf));
  const options = unique(limits.map(({ at }) => optionsAt(at)).filter((option) => option !== '').flatMap((option) => option.split(' or ')));
  return [[name, values.slice(0, MAX).join(', '), options.length === 0 ? 'nothing' : options.slice(0, MAX).join(', '), ...further]];
}

const MAX = 4;

// Versions of a row are those of its limits.
function limitsOf({ limits = [], versions }: { readonly limits?: readonly Limit[]; readonly versions?: string }): readonly Limit[] {
  return versions === undefined ? limits : limits.map((limit) => ({ ...limit, versions: limit.versions ?? versions }));
}

function valueOf({ default: value, limits, versions }: { readonly [key in 'default' | 'limits']: Limit[key] } & { readonly versions?: string | undefined }): string {
  const what = value === 'never' ? (limits === 'body' ? 'any size' : '**for ever**') : limits === 'body' ? size(Number(value)) : time(Number(value));
  return versions === undefined ? what : `${what} (${versions})`;
}

function retriesOf(rows: readonly RetryRow[]): string {
  const texts = unique(rows.filter((row) => row.default !== 0).map(({ default: count, counts, writes }) => {
    const times = count === 'Infinity' ? 'without end' : `${counts === 'attempts' ? count - 1 : count} ${(counts === 'attempts' ? count - 1 : count) === 1 ? 'time' : 'times'}`;
    return `${times}${writes === true ? ', writes too' : writes === 'keyed' ? ', writes with a key' : ''}`;
  }).filter((text) => !text.startsWith('0 ')));
  return texts.length === 0 ? 'no' : texts.join('; ');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
