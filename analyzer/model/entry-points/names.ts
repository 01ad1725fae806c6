import type { EntryPointRow } from '#catalog/schema.js';
import type { PrefixStyle } from './scopes.js';

/** A prefix and a path as one route: no doubled and no trailing slash, `/` for nothing. */
export function joinRoute(prefix: string, path: string): string {
  const parts = [prefix, path].flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${parts.join('/')}`;
}

/** Names of procedures in nested maps: `users.byId`. The path that the outermost map answers under is no part of them. */
export function joinDots(prefix: string, name: string): string {
  if (prefix.startsWith('/')) return name;
  return prefix === '' ? name : name === '' ? prefix : `${prefix}.${name}`;
}

/** How prefixes of routes are joined; a router that nobody mounts does not answer. */
export const ROUTES: PrefixStyle = { join: joinRoute, unmounted: false };
/** How names of maps of procedures are joined; who calls the outermost map is often not in sight. */
export const DOTS: PrefixStyle = { join: joinDots, unmounted: true };

/** Stands for a name that nobody can tell: what would name an entry point of this kind. */
export function unnamed({ kind }: Pick<EntryPointRow, 'kind'>): string {
  return `(${NAMED_BY[kind] ?? 'name'}${UNKNOWN}`;
}

/** Does it have a name that nobody can tell? */
export function isUnnamed(name: string): boolean {
  return name.endsWith(UNKNOWN);
}

const UNKNOWN = ' not known)';
const NAMED_BY: Readonly<Record<string, string>> = { http: 'path', consumer: 'queue', schedule: 'time', socket: 'event' };

/** `0 3 * * *`, `0 8 * * MON-FRI`, `@daily`. */
const CRON = /^(?:@\w+|[\d*?/,#LWA-Z-]+(?:\s+[\d*?/,#LWA-Z-]+){4,6})$/i;

const LEADING: Readonly<Record<string, string>> = { consumer: 'consume', schedule: 'cron', socket: 'socket', serverless: 'lambda' };

/** What people call an entry point: `POST /payments`, `consume orders`, `Query.user`. */
export function entryPointName(row: EntryPointRow, method: string | undefined, path: string): string {
  if (row.kind === 'http') return `${method === undefined || method === '*' ? 'ALL' : method.toUpperCase()} ${path}`;
  if (row.kind === 'rpc') return method === undefined ? `rpc ${path}` : `${method.toLowerCase()} ${path}`;
  if (row.kind === 'graphql') return path;
  if (row.kind === 'error-handler') return path;
  if (row.kind === 'schedule' && (/^\d+$/.test(path) || path === row.name)) return intervalName(Number(path));
  // A job that has a name of its own may run by any clock.
  if (row.kind === 'schedule' && !isUnnamed(path) && !CRON.test(path)) return `schedule ${path}`;
  return `${LEADING[row.kind] ?? row.kind} ${path}`;
}

// Timers are told by their time in ms, where it is known.
function intervalName(ms: number): string {
  if (!(ms > 0)) return 'interval';
  if (ms % 3_600_000 === 0) return `every ${ms / 3_600_000} h`;
  return `every ${ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`}`;
}

/** A queue's name from its URL or ARN: what stands last. */
export function queueName(text: string): string {
  return /^(https?:|arn:)/.test(text) ? (text.split(/[/:]/).at(-1) ?? text) : text;
}
