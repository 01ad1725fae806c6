import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { Body, CallStep } from '#program/steps.js';
import type { Value } from '#program/values.js';
import { siteOfCall } from '../context.js';
import type { Handler } from '../context.js';
import { compareSites, siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Unheard } from '../types.js';
import { handlersIn } from './handler-values.js';
import type { Registration } from './registrations.js';
import { forEachCallStep } from './start-order.js';

/** The members through which frameworks register by verb. */
const VERBS = ['get', 'post', 'put', 'delete'];

/** Registrations that gave no entry point because their method or their handler is not known. */
export function findUnheard(engine: Engine, bodies: readonly Body[], { registrations, handlers }: { readonly registrations: readonly Registration[]; readonly handlers: readonly Handler[] }): readonly Unheard[] {
  const found = new Map<string, Unheard>();
  const heard = new Set(handlers.map(({ entryPoint }) => siteKey(entryPoint.site)));
  const add = (site: Site, because: string): void => {
    if (!heard.has(siteKey(site)) && !found.has(siteKey(site))) found.set(siteKey(site), { site, because });
  };
  forEachCallStep(bodies, new Set(), (step) => {
    if (isUnnamedRegistration(engine, step)) add(siteOfCall(step.call), 'the method that is called is chosen at run time');
  });
  for (const registration of registrations) {
    const why = whyUnheard(engine, registration);
    if (why !== undefined) add(siteOfCall(registration.call), why);
  }
  return [...found.values()].toSorted((a, b) => compareSites(a.site, b.site));
}

// `router[route.method](route.path, handler)` where nobody knows the route.
function isUnnamedRegistration(engine: Engine, { call, callee }: CallStep): boolean {
  const { from } = callee;
  if (from === undefined || !callee.path.endsWith('[]') || call.expression.arguments.length < 2) return false;
  const registers = VERBS.every((verb) => engine.libraries.rows(from.module, `${from.path}.${verb}`)?.entryPoints.some(({ kind }) => kind === 'http') === true);
  return registers && engine.argumentsOf(call).slice(1).some(({ values }) => values.some((value) => isUnknown(value) || handlersIn(engine, value, undefined).length > 0));
}

function whyUnheard(engine: Engine, { row, call, callee }: Registration): string | undefined {
  if (row.kind !== 'http' || row.nameAt === undefined || row.handlers === undefined || row.handlers.some((place) => place.includes('*'))) return undefined;
  const given = row.handlers.flatMap((place) => placeValues(engine, call, callee, place).values);
  const unknown = given.every(isUnknown) ? given[0] : undefined;
  return unknown?.is === 'unknown' ? unknown.why : unknown?.is === 'typed' ? `only the type of its handler is known, ${unknown.name}` : undefined;
}

function isUnknown({ is }: Value): boolean {
  return is === 'unknown' || is === 'typed';
}
