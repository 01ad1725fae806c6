import { parsePlace } from '#program/parse-place.js';
import { functionOf } from '#program/values.js';
import type { HandlerBody } from '../context.js';
import type { EntryPointBuilder } from './builder.js';
import { entryPointName } from './names.js';
import type { Registration } from './registrations.js';
import type { Route } from './routes.js';
import type { Scope } from './scopes.js';

/** Scopes that hang in each other more deeply are not followed. */
const MAX_DEPTH = 12;

/** The route of middleware that answers whatever is asked: it runs nothing after it, on an application without routes. */
export function routeOfAll(builder: EntryPointBuilder, { row, scope }: Registration, answering: readonly HandlerBody[]): Route | undefined {
  if (row.kind !== 'middleware' || row.continues === undefined || scope === undefined) return undefined;
  const { argument = 0 } = parsePlace(row.continues);
  if (answering.some(({ frame }) => functionOf(frame).parameters.length > argument) || holdsRoutes(builder, scope)) return undefined;
  return { name: entryPointName({ ...row, kind: 'http' }, 'ALL', '*'), method: 'ALL', path: '/', within: scope };
}

function holdsRoutes(builder: EntryPointBuilder, wanted: Scope): boolean {
  const { found, scopes } = builder.registrations;
  const isWithin = (scope: Scope | undefined, depth = 0): boolean =>
    scope === wanted || (scope !== undefined && depth < MAX_DEPTH && scopes.mountsOf(scope).some(({ parent }) => isWithin(parent, depth + 1)));
  return found.some(({ row, scope }) => row.kind === 'http' && isWithin(scope));
}
