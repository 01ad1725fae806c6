import type { EntryPointRow } from '#catalog/schema.js';
import type { ValueSet } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';
import { DOTS, entryPointName, joinDots, joinRoute, queueName, ROUTES, unnamed } from './names.js';
import type { Reader } from './readers.js';
import type { Registration } from './registrations.js';
import { prefixesOf } from './scopes.js';
import { textsOf } from './texts.js';
import type { Scope } from './scopes.js';

/** One name under which a registration can be reached. */
export interface Route {
  readonly name: string;
  readonly method: string | undefined;
  readonly path: string;
  /** The router it stands in, where that is not what it is registered on. */
  readonly within?: Scope | undefined;
}

/** Every name under which what a registration registers can be reached; none when nobody mounts it. */
export function routesOf(builder: EntryPointBuilder, registration: Registration, read: Reader): readonly Route[] {
  const { row } = registration;
  if (row.kind === 'rpc' && row.nameAt === undefined) return procedureRoutes(builder, registration);
  if (row.kind === 'http') return httpRoutes(builder, registration, read);
  if (row.kind === 'middleware') return middlewareRoutes(builder, registration, read);
  const named = namesAt(row, read);
  return (named.length > 0 ? named : [row.name ?? unnamed(row)]).map((path) => ({ name: entryPointName(row, undefined, queueName(path)), method: undefined, path }));
}

function httpRoutes(builder: EntryPointBuilder, { row, call, scope }: Registration, read: Reader): readonly Route[] {
  const { engine } = builder;
  if (row.nameAt === undefined) return [{ name: 'HTTP *', method: row.method, path: '*' }];
  const methods = row.methodAt === undefined ? [row.method] : textsOf(read(row.methodAt));
  const named = pathsAt(row, engine.argumentsOf(call), read);
  const paths = named.length > 0 ? named : [engine.argumentsOf(call).length > 1 ? unnamed(row) : ''];
  const prefixes = scope === undefined ? [''] : prefixesOf(builder.registrations.scopes, scope, ROUTES);
  return prefixes.flatMap((prefix) => (methods.length > 0 ? methods : ['ALL']).flatMap((method) => paths.map((path) => {
    const full = isPattern(path) ? path : joinRoute(prefix, path);
    return { name: entryPointName(row, method, full), method: method?.toUpperCase(), path: full };
  })));
}

function middlewareRoutes(builder: EntryPointBuilder, { row, scope }: Registration, read: Reader): readonly Route[] {
  if (row.name !== undefined) return [{ name: row.name, method: undefined, path: '/' }];
  const named = namesAt(row, read).filter((path) => path.startsWith('/') || path === '*');
  const prefixes = scope === undefined ? [''] : prefixesOf(builder.registrations.scopes, scope, ROUTES);
  return prefixes.flatMap((prefix) => (named.length > 0 ? named : ['/']).map((path) => {
    const full = joinRoute(prefix, path);
    return { name: `USE ${full}`, method: undefined, path: full };
  }));
}

function procedureRoutes(builder: EntryPointBuilder, { row, call }: Registration): readonly Route[] {
  const { mounts, scopes } = builder.registrations;
  return (mounts.named.get(call.id) ?? []).flatMap(({ parent, name }) =>
    (parent === undefined ? [''] : prefixesOf(scopes, parent, DOTS)).map((prefix) => {
      const path = joinDots(prefix, name);
      return { name: entryPointName(row, row.method, path), method: row.method, path, within: parent };
    }));
}

function namesAt(row: EntryPointRow, read: Reader): readonly string[] {
  for (const place of [row.nameAt, ...(row.orNameAt ?? [])]) {
    const found = place === undefined ? [] : textsOf(read(place));
    if (found.length > 0) return found;
  }
  return [];
}

// A name may stand before the path: then the next argument is text too.
function pathsAt(row: EntryPointRow, given: readonly ValueSet[], read: Reader): readonly string[] {
  const second = given[1];
  if (row.optionalName === true && second !== undefined && given.length > 2) {
    const paths = textsOf(second);
    if (paths.length > 0) return paths;
  }
  return namesAt(row, read);
}

function isPattern(path: string): boolean {
  return path.startsWith('^') || path.startsWith('/^');
}
