import type { CallInstance, LibraryValue } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';
import type { ChainLink } from './chain.js';
import { handlerNames } from './handler-values.js';
import { joinRoute, ROUTES } from './names.js';
import { prefixesOf } from './scopes.js';
import type { Layer, MiddlewareUse, Scope } from './scopes.js';

/** Scopes that hang in each other more deeply are not followed. */
const MAX_DEPTH = 12;

/** What runs around a route: in front of it, outermost first, and after it. */
export interface Front {
  readonly links: readonly ChainLink[];
  readonly after: readonly ChainLink[];
  readonly names: readonly string[];
}

/** A route, as far as middleware cares. */
export interface FrontQuestion {
  readonly scope: Scope | undefined;
  readonly order: number;
  readonly path: string;
  readonly call: CallInstance;
  readonly callee: LibraryValue;
}

/** The middleware that a request passes before what is registered at `order` on a scope under the full path. */
export function middlewareAround(builder: EntryPointBuilder, question: FrontQuestion): Front {
  const { scope, order, path } = question;
  return frontOf(builder, scope === undefined ? usesNearby(builder, question) : usesBefore(builder, scope, order, path));
}

/** Layers in the order of their phases, otherwise as given; what handles errors comes last. */
export function frontOf(builder: EntryPointBuilder, layers: readonly Layer[]): Front {
  const ranked = [...layers].sort((a, b) => a.phase - b.phase);
  const isAfter = ({ row }: Layer) => row.after !== undefined || row.kind === 'error-handler';
  const before = ranked.filter((layer) => !isAfter(layer));
  return {
    links: before.flatMap(linksOf), after: ranked.filter(isAfter).flatMap(linksOf),
    names: before.flatMap(({ row, handlers }) => handlers.flatMap((set) => handlerNames(builder.engine, set, row))),
  };
}

function linksOf({ row, handlers, self }: Layer): readonly ChainLink[] {
  return handlers.map((set) => ({ set, row, given: { self } }));
}

// Where nobody sees on what is registered, middleware counts for what stands after it in the same function.
function usesNearby(builder: EntryPointBuilder, { order, call, callee }: FrontQuestion): readonly MiddlewareUse[] {
  return builder.registrations.unscoped.filter((use) =>
    use.order < order && use.callee.module === callee.module && use.call.frame.unit === call.frame.unit && use.call.frame.function === call.frame.function);
}

/** The middleware of a scope, and of what it hangs in, that was registered before a moment and covers a path. */
export function usesBefore(builder: EntryPointBuilder, scope: Scope, order: number, path: string, depth = 0): readonly MiddlewareUse[] {
  const mount = builder.registrations.scopes.mountsOf(scope)[0];
  const outer = mount === undefined || depth > MAX_DEPTH ? [] : [
    ...(mount.parent === undefined ? [] : usesBefore(builder, mount.parent, mount.order, path, depth + 1)), ...mount.uses,
  ];
  const prefix = prefixesOf(builder.registrations.scopes, scope, ROUTES)[0] ?? '';
  return [...outer, ...scope.uses.filter((use) => use.order < order && covers(joinRoute(prefix, use.prefix), path) && (depth > 0 || hasLoaded(use, scope, order)))];
}

// What is mounted below is loaded after it; what stands beside it only where somebody has waited in between.
function hasLoaded({ fromLoaded, order: registered }: MiddlewareUse, { loaded }: Scope, order: number): boolean {
  return fromLoaded !== true || loaded.some((moment) => moment >= registered && moment < order);
}

function covers(prefix: string, path: string): boolean {
  return prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
}
