import type { CallExpression, NewExpression } from '#facts/types.js';
import { creationsOf } from '#program/creations.js';
import type { Program } from '#program/link-program.js';
import type { LibraryValue, Unit } from '#program/values.js';
import { siteAt } from './context.js';
import type { Handler } from './context.js';
import { placeOfExport } from './entry-points/exported-names.js';
import type { PlatformFunction } from './entry-points/platform-functions.js';
import { forEachCallStep } from './entry-points/start-order.js';
import { compareSites, siteKey } from './site.js';
import type { Site } from './site.js';
import type { Bound, EntryPoint, Guard } from './types.js';

/** An exported function with the limits that a platform is told for it. */
export interface LimitedFunction {
  readonly unit: Unit;
  readonly exported: string;
  readonly guards: readonly Guard[];
}

/** What a platform holds the handlers to whose application one of its functions serves. */
export interface PlatformLimits {
  readonly budgets: readonly Guard[];
  readonly platformBody?: Bound;
}

interface Served {
  readonly handlers: readonly Handler[];
  readonly platforms: readonly PlatformFunction[];
  readonly functions: readonly LimitedFunction[];
}

const NOTHING: PlatformLimits = { budgets: [] };

/** The limits of handlers whose application a function of a platform serves: what the function is told, else that nobody can tell. */
export function servedBudgets(program: Program, { handlers, platforms, functions }: Served): (handler: Handler) => PlatformLimits {
  if (platforms.length === 0) return () => NOTHING;
  const carried = functions.map((one) => ({ guards: one.guards, calls: callsCarried(program, one, handlers) }));
  const budgets = platforms.map(({ call, framework, serves, listens }) => {
    const told = carried.filter(({ calls }) => calls.has(call.expression)).flatMap(({ guards }) => guards);
    const site = siteAt(call.frame, call.expression.at);
    return { serves, guards: told.length > 0 || listens ? told : untoldBudgets(program, { framework, kind: 'serverless', site }), ...(listens ? {} : { body: bodyOf(program, framework, site) }) };
  });
  return ({ within = [], entryPoint: { kind } }) => {
    if (kind === 'serverless') return NOTHING;
    const sites = within.map(siteKey);
    // Several functions may serve one application: a request is in one of them, and the shortest limit is the one to keep to.
    const serving = budgets.filter(({ serves }) => sites.some((site) => serves.has(site)));
    const platformBody = serving.find(({ body }) => body !== undefined)?.body;
    return { budgets: serving.flatMap(({ guards }) => guards).sort((a, b) => msOf(a) - msOf(b)).slice(0, 1), ...(platformBody === undefined ? {} : { platformBody }) };
  };
}

/** How long a budget is, in ms; one that nobody can tell is longer than any. */
export function msOf({ bound }: Guard): number {
  return bound?.is === 'bounded' ? bound.ms : Number.POSITIVE_INFINITY;
}

// The calls whose result the function is, or that it calls.
function callsCarried({ engine }: Program, { unit, exported }: LimitedFunction, handlers: readonly Handler[]): ReadonlySet<CallExpression | NewExpression> {
  const calls = new Set<CallExpression | NewExpression>();
  const carry = (value: LibraryValue): void => { for (const { call } of creationsOf(engine, value)) if (call !== undefined) calls.add(call.expression); };
  for (const value of engine.exportOf(unit, exported).values) if (value.is === 'library') carry(value);
  const place = placeOfExport(unit, exported);
  const own = handlers.filter(({ registration, entryPoint: { site } }) => registration === undefined && place !== undefined && compareSites(site, place) === 0);
  forEachCallStep(own.flatMap(({ bodies }) => bodies.map(({ body }) => body)), new Set(), ({ call, callee }) => {
    calls.add(call.expression);
    carry(callee);
  });
  return calls;
}

function bodyOf({ engine }: Program, framework: string, site: Site): Bound | undefined {
  const limit = engine.libraries.ofFramework(framework)?.bodies?.find(({ always }) => always !== undefined)?.limit;
  return typeof limit?.default === 'number' ? { is: 'bounded', ms: limit.default, from: { text: `the limit of ${framework}`, site, isDefault: true } } : undefined;
}

/** The limit that a platform always sets, where nothing that is read says to what. */
export function untoldBudgets({ engine }: Program, { framework, kind, site }: Pick<EntryPoint, 'framework' | 'kind' | 'site'>): readonly Guard[] {
  const rows = engine.libraries.ofFramework(framework)?.budgets ?? [];
  return rows.flatMap(({ always }): readonly Guard[] => (always?.kinds.includes(kind) === true ? [{ is: 'budget', name: budgetName(framework), site, bound: { is: 'unknown', because: always.because } }] : []));
}

/** What a framework's or platform's budget is called. */
export function budgetName(framework: string): string {
  return `the request budget of ${framework}`;
}
