import { placeValues } from '#program/places.js';
import type { LibraryValue, ValueSet } from '#program/values.js';
import { holds } from '#program/when.js';
import type { EntryPointBuilder } from './builder.js';
import type { Applied } from './decorators.js';
import { isPath } from './decorators.js';
import { joinRoute } from './names.js';
import { textsOf } from './texts.js';
import type { Scope } from './scopes.js';

/** Where a decorated method is served: by which application, below which prefix of its module. */
export interface Placement {
  readonly scope: Scope | undefined;
  readonly prefix: string;
  /** The moment at which its class was mounted: only what was registered before runs in front of it. */
  readonly order?: number;
}

/** A decorated method, as far as its path goes. */
export interface RoutedMethod {
  readonly method: string | undefined;
  /** Paths of the class and of the method, joined. */
  readonly path: string;
  /** The class decorator, and the decorators of the method. */
  readonly holder: Applied | undefined;
  readonly decorators: readonly Applied[];
}

/** The full paths of a decorated method: the application's prefix, versions, the module's prefix, then its own. */
export function fullPaths(builder: EntryPointBuilder, { scope, prefix }: Placement, routed: RoutedMethod): readonly string[] {
  const own = joinRoute(prefix, routed.path);
  const outer = scope === undefined || isExcepted(builder, scope, own, routed.method) ? '' : scope.own;
  return versionsOf(builder, scope, routed).map((version) => joinRoute(joinRoute(outer, version), own));
}

function isExcepted(builder: EntryPointBuilder, scope: Scope, path: string, method: string | undefined): boolean {
  const place = scope.prefixedBy?.row.prefix?.exceptAt;
  if (scope.prefixedBy === undefined || place === undefined) return false;
  const { engine } = builder;
  const listed = placeValues(engine, scope.prefixedBy.call, scope.prefixedBy.callee, `${place}[]`);
  return listed.values.some((value) => {
    if (value.is !== 'object' && value.is !== 'merged') return textsOf(engine.table.only(value)).some((text) => matches(text, path));
    const methods = engine.memberOf(value, 'method').values.filter((verb): verb is LibraryValue => verb.is === 'library').map((verb) => verb.path.slice(verb.path.lastIndexOf('.') + 1));
    const isMethod = methods.length === 0 || methods.includes('ALL') || (method !== undefined && methods.includes(method));
    return isMethod && textsOf(engine.memberOf(value, 'path')).some((text) => matches(text, path));
  });
}

/** Does a pattern of paths, with parameters and wildcards, fit a path? */
export function matches(pattern: string, path: string): boolean {
  const wanted = joinRoute('', pattern).replace(/[.+^$|[\]\\]/g, '\\$&').replace(/\{?\/?(\(\.\*\)|\(\\\.\*\)|\*[\w]*)\}?/g, '(?:/.*)?').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${wanted}$`).test(path);
}

function versionsOf(builder: EntryPointBuilder, scope: Scope | undefined, { holder, decorators }: RoutedMethod): readonly string[] {
  const { row, call, callee } = scope?.versionedBy ?? {};
  if (row?.version === undefined || call === undefined || callee === undefined) return [''];
  const { engine } = builder;
  const { version } = row;
  const isSaid = version.when !== undefined && placeValues(engine, call, callee, version.when.at).values.length > 0;
  if (isSaid && version.when !== undefined && holds(engine, call, callee, version.when) === false) return [''];
  const byMethod = decorators.filter((applied) => isPath(builder, applied.from, version.decorator)).map((applied) => engine.argumentsOf(applied.call)[0] ?? engine.table.empty);
  const byClass = holder === undefined ? engine.table.empty : placeValues(engine, holder.call, holder.from, version.classAt);
  const chosen = [...byMethod, byClass, placeValues(engine, call, callee, version.defaultAt)].find((set) => set.values.length > 0);
  if (chosen === undefined) return [''];
  const text = textsOf(placeValues(engine, call, callee, version.textAt))[0] ?? version.text;
  return [...new Set([...(isNeutral(chosen) ? [''] : []), ...textsOf(chosen).map((number) => `${text}${number}`)])];
}

// A version that is no text stands for none.
function isNeutral(set: ValueSet): boolean {
  return textsOf(set).length === 0 || set.values.some((value) => value.is === 'library' || (value.is === 'list' && value.elements.values.some((element) => element.is === 'library')));
}
