import { splitPath } from '#program/library-index.js';
import { placeValues } from '#program/places.js';
import type { ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { budgetsOfRoute } from '../budgets.js';
import { siteAt, siteOfCall } from '../context.js';
import type { Handler } from '../context.js';
import type { EntryPoint } from '../types.js';
import { routeOfAll } from './answering-middleware.js';
import { bodiesOf } from './bodies.js';
import type { Circumstances } from './bodies.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOfChain, linksOfChain, namesOfChain } from './chain.js';
import { handlerNames, handlerSequence, mapEntries } from './handler-values.js';
import { limitersOf } from './limiters.js';
import { middlewareAround } from './middleware.js';
import type { Front } from './middleware.js';
import { entryPointName, joinDots, ROUTES } from './names.js';
import { proceduresAmong } from './procedures.js';
import { readersOf } from './readers.js';
import type { Reader } from './readers.js';
import type { Registration } from './registrations.js';
import { contextOf } from './request-context.js';
import { routesOf } from './routes.js';
import type { Route } from './routes.js';
import { sitesOfScope } from './scope-sites.js';
import { prefixesOf } from './scopes.js';
import type { Scope } from './scopes.js';
import { textAt } from './texts.js';

const NOTHING: Front = { links: [], after: [], names: [] };

/** The entry points that one registering call makes. */
export function entriesOfRegistration(builder: EntryPointBuilder, met: Registration): readonly Handler[] {
  const registration = held(builder, met);
  const places = registration.row.handlers ?? [];
  if (places.some((place) => place.includes('*'))) return places.flatMap((place) => mapHandlers(builder, registration, place));
  return readersOf(builder.engine, registration).flatMap((read) => entriesRead(builder, registration, read));
}

// What is registered on nothing may hang in the one thing of its kind: object types in the schema.
function held(builder: EntryPointBuilder, registration: Registration): Registration {
  const { row, scope } = registration;
  if (row.heldBy === undefined || scope !== undefined) return registration;
  const [module, path] = splitPath(row.heldBy, builder.engine.libraries.moduleOf(row) ?? 'global');
  return { ...registration, scope: builder.registrations.scopes.only(module, path) };
}

function entriesRead(builder: EntryPointBuilder, registration: Registration, read: Reader): readonly Handler[] {
  const { row, call } = registration;
  const sequence = handlerSequence(builder.engine, registration, row.handlers ?? [], read);
  if (sequence.length === 0) return [];
  const before = (row.before ?? []).flatMap((place) => handlerSequence(builder.engine, registration, [place], read));
  return routesOf(builder, registration, read).flatMap((route) =>
    handlerFor(builder, registration, { route, site: siteOfCall(call), parts: [...before, ...sequence], read }));
}

interface Answering {
  readonly route: Route;
  readonly site: EntryPoint['site'];
  /** The functions that the registration names, the last one answers. */
  readonly parts: readonly ValueSet[];
  readonly read?: Reader;
}

function handlerFor(builder: EntryPointBuilder, met: Registration, { route: written, site, parts, read }: Answering): readonly Handler[] {
  const { row, call, callee, scope } = met;
  const { engine, program } = builder;
  const last = parts[parts.length - 1] as ValueSet;
  const given: Circumstances = {
    self: row.self === undefined ? undefined : placeValues(engine, call, callee, row.self).values[0],
    context: row.contextAt === undefined ? undefined : contextOf(builder, written.within ?? scope),
  };
  const answering = bodiesOf(builder, last, row, given);
  if (answering.length === 0) return [];
  const all = routeOfAll(builder, met, answering);
  const route = all ?? written;
  const registration: Registration = all === undefined ? met : { ...met, row: { ...row, kind: 'http', repeats: 'client' } };
  const front = frontOf(builder, registration, route);
  const own = parts.slice(0, -1);
  const links = [...front.links, ...parts.map((set) => ({ set, row, given }))];
  const bodies = bodiesOfChain(builder, links);
  const onError = row.errorArity !== undefined && answering.every(({ frame }) => functionOf(frame).parameters.length === row.errorArity);
  const entryPoint: EntryPoint = {
    id: route.name, name: onError ? 'error handler' : route.name, kind: onError ? 'error-handler' : registration.row.kind, framework: engine.libraries.library(callee.module)?.name ?? callee.module, site,
    middleware: [...front.names, ...own.flatMap((set) => handlerNames(engine, set, row))],
    answers: row.answers, repeats: registration.row.repeats ?? 'never', ...(route.method === undefined ? {} : { method: route.method }),
  };
  const budgets = budgetsOfRoute(program, { call, callee, scope: route.within ?? scope, read });
  return [{ entryPoint, bodies: [...bodies, ...bodiesOfChain(builder, front.after)], budgets, registration: { call, callee }, within: sitesOfScope(builder.registrations.scopes, route.within ?? scope), limiters: limitersOf(engine, links) }];
}

function frontOf(builder: EntryPointBuilder, { row, call, callee, scope, order }: Registration, route: Route): Front {
  if (row.kind === 'http') return middlewareAround(builder, { scope, order, path: route.path, call, callee });
  // All fields are asked for at one address: where what holds the schema is mounted.
  if (row.kind === 'graphql' && scope !== undefined) return aroundMap(builder, scope, { order, call, callee });
  if (row.kind !== 'rpc') return NOTHING;
  const links = linksOfChain(builder, callee);
  const outer = route.within === undefined ? NOTHING : aroundMap(builder, route.within, { order, call, callee });
  return { links: [...outer.links, ...links], after: outer.after, names: [...outer.names, ...namesOfChain(builder, links)] };
}

// What an application puts in front of the address that a map of procedures is mounted at.
function aroundMap(builder: EntryPointBuilder, scope: Scope, registered: Pick<Registration, 'order' | 'call' | 'callee'>): Front {
  const [path = '/'] = prefixesOf(builder.registrations.scopes, scope, ROUTES);
  return middlewareAround(builder, { ...registered, scope, path });
}

function mapHandlers(builder: EntryPointBuilder, registration: Registration, place: string): readonly Handler[] {
  const { row, call, callee } = registration;
  // A map of fields says for itself of which type it is.
  const holder = row.nameAt === undefined ? undefined : textAt(builder.engine, call, callee, row.nameAt)[0];
  return proceduresAmong(builder.engine, registration, mapEntries(builder.engine, call, callee, place)).flatMap((entry) => {
    const own = entry.names.slice(row.kind === 'graphql' && holder === undefined ? -2 : -1).join('.');
    const path = joinDots(holder ?? '', own);
    const name = entryPointName(row, row.kind === 'graphql' ? row.method : undefined, path);
    return handlerFor(builder, registration, { route: { name, method: row.method, path }, site: siteAt(entry.frame, entry.at), parts: [entry.values] });
  });
}
