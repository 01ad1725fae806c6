import type { EntryPointBuilder } from './builder.js';
import type { ChainLink } from './chain.js';
import { handlerName, handlersIn } from './handler-values.js';
import { joinRoute, joinDots } from './names.js';
import type { MiddlewareUse, Scope } from './scopes.js';
import { prefixesOf } from './scopes.js';
import { functionOf } from '#program/values.js';
import type { Value } from '#program/values.js';

/** What runs in front of a route, outermost first. */
export interface Front {
  readonly links: readonly ChainLink[];
  readonly names: readonly string[];
}

/** The middleware that a request passes before what is registered at `order` on a scope under the full path. */
export function middlewareBefore(builder: EntryPointBuilder, scope: Scope | undefined, order: number, path: string): Front {
  const uses = scope === undefined ? builder.registrations.global.filter((use) => use.order < order) : usesBefore(builder, scope, order, path, 0);
  const ranked = [...uses].sort((a, b) => a.phase - b.phase || a.order - b.order);
  const links = ranked.flatMap((use) => use.handlers.map((set) => ({ set, row: use.row })));
  const names = ranked.flatMap((use) => use.handlers.flatMap((set) =>
    set.values.flatMap((value) => handlersIn(builder.engine, value, use.row.members)).filter((value) => !takesError(value)).map(handlerName))).filter((name) => name !== '');
  return { links, names };
}

function usesBefore(builder: EntryPointBuilder, scope: Scope, order: number, path: string, depth: number): readonly MiddlewareUse[] {
  const mount = scope.mounts[0];
  const outer = mount === undefined || depth > 12 ? [] : [
    ...(mount.parent === undefined ? [] : usesBefore(builder, mount.parent, mount.order, path, depth + 1)), ...mount.uses,
  ];
  const prefix = prefixesOf(builder.registrations.scopes, scope, joinRoute)[0] ?? '';
  void joinDots;
  return [...outer, ...scope.uses.filter((use) => use.order < order && covers(joinRoute(prefix, use.prefix), path))];
}

function covers(prefix: string, path: string): boolean {
  return prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
}

/** Express calls functions with four parameters only after an error. */
function takesError(value: Value): boolean {
  return value.is === 'function' && functionOf(value).parameters.length === 4;
}
