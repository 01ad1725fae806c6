import type { ReviewedEntryPoint } from '#linter/review/types.js';
import { byKey } from '../../by-key.js';
import { FEW } from '../alike.js';

/** Entry points that a reader looks for together: routes below one path, or what one file registers. */
export interface Area {
  readonly title: string;
  readonly entryPoints: readonly ReviewedEntryPoint[];
}

/** An area with more than this is divided further, where a further name tells its members apart. */
const LARGE = 40;
/** Areas with fewer than this are put together. */
const SMALL = 3;

/** The entry points by area, in the order of their first members. */
export function areasOf(entryPoints: readonly ReviewedEntryPoint[]): readonly Area[] {
  if (entryPoints.length <= FEW) return [{ title: 'All', entryPoints }];
  const kinds = [...byKey(entryPoints, ({ kind }) => kind).entries()];
  return kinds.flatMap(([kind, own]) => {
    const name = KINDS[kind] ?? kind;
    const parts = own.length <= LARGE ? [] : kind === 'http' ? byPath(own, 1) : byFile(own);
    const large = parts.filter((part) => part.entryPoints.length >= SMALL);
    const rest = parts.length === 0 ? own : parts.filter((part) => !large.includes(part)).flatMap((part) => part.entryPoints);
    return [...large.map(({ title, entryPoints: of }) => ({ title: `${name} · ${title}`, entryPoints: of })), ...(rest.length === 0 ? [] : [{ title: large.length === 0 ? name : `${name} · others`, entryPoints: rest }])];
  }).toSorted((a, b) => rankOf(a) - rankOf(b));

  function rankOf({ entryPoints: [first] }: Area): number {
    return first === undefined ? 0 : entryPoints.indexOf(first);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  http: 'Routes', middleware: 'Middleware', rpc: 'RPC methods', graphql: 'Resolvers', consumer: 'Consumers', socket: 'Socket listeners', schedule: 'Scheduled jobs',
  serverless: 'Functions', 'error-handler': 'Error handlers',
};

function byPath(own: readonly ReviewedEntryPoint[], depth: number): readonly Area[] {
  const groups = byKey(own, ({ id }) => prefixOf(id, depth));
  return [...groups.entries()].flatMap(([prefix, members]) => {
    const further = members.length > LARGE && members.some(({ id }) => prefixOf(id, depth + 1) !== prefix);
    return further ? byPath(members, depth + 1) : [{ title: prefix, entryPoints: members }];
  });
}

/** `/api/users` of `GET /api/users/:id/posts`: the first few names of the path, up to its first variable. */
function prefixOf(id: string, depth: number): string {
  const path = id.slice(id.indexOf('/'));
  // `/api/orders.create` stands below `/api/orders`.
  const names = path.split('/').slice(1).flatMap((name) => (/^\.|…/.test(name) ? [name] : name.split(/\.(?=[A-Za-z])/)));
  const variable = names.findIndex((name) => /[:*{(]/.test(name));
  return `/${names.slice(0, variable === -1 ? depth : Math.min(depth, variable)).join('/')}`;
}

function byFile(own: readonly ReviewedEntryPoint[]): readonly Area[] {
  return [...byKey(own, ({ site }) => site.file).entries()].map(([file, members]) => ({ title: file, entryPoints: members }));
}
