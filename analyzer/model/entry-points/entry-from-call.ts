import type { EntryPointRow } from '#catalog/schema.js';
import type { Body } from '#program/steps.js';
import type { CallInstance, Frame, LibraryValue, Value, ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { siteAt, siteOfCall } from '../context.js';
import type { Handler } from '../context.js';
import { budgetsOfCall, budgetsOfScope } from '../budgets.js';
import type { EntryPoint } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOfChain, linksOfChain } from './chain.js';
import { handlerName, handlerSequence, handlersIn, mapEntries } from './handler-values.js';
import { middlewareBefore } from './middleware.js';
import { entryPointName, joinDots, joinRoute, queueName } from './names.js';
import type { Registration } from './registrations.js';
import { prefixesOf, textAt } from './scopes.js';

/** The entry points that one registering call makes. */
export function entriesOfRegistration(builder: EntryPointBuilder, registration: Registration): readonly Handler[] {
  const { row, call, callee } = registration;
  const places = row.handlers ?? [];
  if (places.some((place) => place.includes('*'))) return places.flatMap((place) => mapHandlers(builder, registration, place));
  const sequence = handlerSequence(builder.engine, call, callee, row, places);
  if (sequence.length === 0) return [];
  const before = row.before === undefined ? [] : row.before.flatMap((place) => handlerSequence(builder.engine, call, callee, row, [place]));
  const parts = [...before, ...sequence];
  return routesOf(builder, registration).flatMap(({ name, method, path }) =>
    handlerFor(builder, registration, { name, method, path, site: siteOfCall(call), parts }));
}

interface Route {
  readonly name: string;
  readonly method: string | undefined;
  readonly path: string;
}

function routesOf(builder: EntryPointBuilder, { row, call, callee, scope, order }: Registration): readonly Route[] {
  const { engine } = builder;
  if (row.kind === 'rpc' && row.nameAt === undefined) return procedureNames(builder, row, call, callee);
  const methods = row.methodAt === undefined ? [row.method] : textAt(engine, call, callee, row.methodAt);
  const named = row.nameAt === undefined ? [] : textAt(engine, call, callee, row.nameAt);
  if (row.kind !== 'http' && row.kind !== 'middleware') {
    const paths = named.length > 0 ? named : [row.name ?? '(unknown)'];
    return paths.map((path) => ({ name: entryPointName(row, undefined, queueName(path)), method: undefined, path }));
  }
  if (row.nameAt === undefined && row.kind === 'http') return [{ name: 'HTTP *', method: row.method, path: '*' }];
  const paths = named.length > 0 ? named : row.kind === 'middleware' ? ['/'] : [engine.argumentsOf(call).length > 1 ? '(unknown)' : ''];
  const prefixes = scope === undefined ? [''] : prefixesOf(builder.registrations.scopes, scope, joinRoute);
  void order;
  return prefixes.flatMap((prefix) => (methods.length > 0 ? methods : ['ALL']).flatMap((method) => paths.map((path) => {
    const full = path.startsWith('^') || path.startsWith('/^') ? path : joinRoute(prefix, path);
    return { name: row.kind === 'middleware' ? `USE ${full}` : entryPointName(row, method, full), method: method?.toUpperCase(), path: full };
  })));
}

function procedureNames(builder: EntryPointBuilder, row: EntryPointRow, call: CallInstance, callee: LibraryValue): readonly Route[] {
  const { named, scopes } = builder.registrations;
  const places = named.get(call.id) ?? [];
  void callee;
  return places.flatMap(({ parent, name }) =>
    (parent === undefined ? [''] : prefixesOf(scopes, parent, joinDots)).map((prefix) => {
      const path = joinDots(prefix, name);
      return { name: entryPointName(row, row.method, path), method: row.method, path };
    }));
}

interface Part {
  readonly name: string;
  readonly method: string | undefined;
  readonly path: string;
  readonly site: EntryPoint['site'];
  readonly parts: readonly ValueSet[];
}

function handlerFor(builder: EntryPointBuilder, registration: Registration, { name, method, path, site, parts }: Part): readonly Handler[] {
  const { row, call, callee, scope, order } = registration;
  const front = row.kind === 'http' ? middlewareBefore(builder, scope, order, path) : { links: row.kind === 'rpc' ? linksOfChain(builder, callee) : [], names: [] };
  const own = parts.slice(0, -1);
  const last = parts[parts.length - 1] as ValueSet;
  if (bodiesOf(builder, last, row).length === 0) return [];
  const bodies = bodiesOfChain(builder, [...front.links, ...parts.map((set) => ({ set, row }))]);
  const entryPoint: EntryPoint = {
    name, kind: row.kind, framework: builder.engine.libraries.library(callee.module)?.name ?? callee.module, site,
    middleware: [...front.names, ...own.flatMap((set) => namesOf(builder, set, row))],
    answers: row.answers, repeats: row.repeats ?? 'never', ...(method === undefined ? {} : { method }),
  };
  const { program } = builder;
  const budgets = [...budgetsOfScope(program, scope), ...budgetsOfCall(program, call, callee, 'route')];
  return [{ entryPoint, bodies, budgets, registration: { call, callee } }];
}

function namesOf(builder: EntryPointBuilder, set: ValueSet, row: EntryPointRow): readonly string[] {
  return set.values.flatMap((value) => handlersIn(builder.engine, value, row.members)).map(handlerName).filter((name) => name !== '');
}

/** The activations of the handlers in a set of values. */
export function bodiesOf(builder: EntryPointBuilder, set: ValueSet, row: EntryPointRow): Handler['bodies'] {
  return set.values.flatMap((value) => handlersIn(builder.engine, value, row.members)).flatMap((value) => bodyOf(builder, value, row));
}

/** The activation of one handler, given what its registration promises. */
export function bodyOf(builder: EntryPointBuilder, value: Value, row: EntryPointRow, library?: string): Handler['bodies'] {
  const { engine, walker } = builder;
  if (value.is === 'bound') return bodyOf(builder, value.target, row, library).map((body) => body);
  if (value.is !== 'function') return [];
  const given = builder.parameters(row, functionOf(value).parameters.length);
  const frame: Frame = engine.enter(value, given);
  const body: Body = walker.body(frame).body;
  const continues = builder.continuation(row);
  return [{ body, name: handlerName(value), frame, at: functionOf(value).at, ...(continues === undefined ? {} : { continues }) }];
}

function mapHandlers(builder: EntryPointBuilder, registration: Registration, place: string): readonly Handler[] {
  const { row, call, callee } = registration;
  return mapEntries(builder.engine, call, callee, place).flatMap((entry) => {
    const path = row.kind === 'graphql' ? entry.names.slice(-2).join('.') : entry.names.slice(-1).join('');
    const name = entryPointName(row, row.kind === 'graphql' ? row.method : undefined, path);
    return handlerFor(builder, registration, { name, method: row.method, path, site: siteAt(entry.frame, entry.at), parts: [entry.values] });
  });
}
