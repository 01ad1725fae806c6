import { subset, validRange } from 'semver';
import type { CallbackRow } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import type { LibraryValue } from './values.js';

/** What a library gave for certain: something made by `new` or of which the catalog knows what it can do, and the transaction for whose length it calls a function. */
export function isSurelyThere({ libraries }: Engine, { call, from, module, path }: LibraryValue): boolean {
  if (call === undefined || from === undefined) return false;
  const rows = libraries.rows(from.module, from.path);
  return call.expression.is === 'new' || libraries.isCreation(module, path) || (rows?.resources.length ?? 0) > 0 || rows?.operations.some(({ acquires }) => acquires === 'during-callback') === true;
}

/**
 * Has something of a library this member? It has not where the row of what called the function with it says so, it has where it was made by `new`
 * and the catalog knows what calling the member does. Undefined where nobody can tell.
 */
export function hasLibraryMember(engine: Engine, value: LibraryValue, name: string): boolean | undefined {
  const { call, from } = value;
  if (call === undefined) return undefined;
  const lacking = (from === undefined ? [] : (engine.libraries.rows(from.module, from.path)?.callbacks ?? [])).flatMap(({ lacks = [] }) => lacks).filter(({ members }) => members.includes(name));
  if (lacking.length > 0) return lacking.some((row) => isOfVersion(engine, value, row)) ? false : undefined;
  if (call.expression.is !== 'new') return undefined;
  return isMethod(engine, engine.libraries.canonical(value.module, `${value.path}.${name}`)) ? true : undefined;
}

/** Is it a method of something that was made by `new`? Undefined where nobody can tell. */
export function isLibraryMethod(engine: Engine, value: LibraryValue): true | undefined {
  return value.call === undefined && value.from?.call?.expression.is === 'new' && isMethod(engine, value) ? true : undefined;
}

function isMethod({ libraries }: Engine, { module, path }: { readonly module: string; readonly path: string }): boolean {
  const rows = libraries.rows(module, path);
  return rows !== undefined && rows.callbacks.length + rows.operations.length > 0;
}

// Only where all versions that may be installed are among them.
function isOfVersion({ libraries, project }: Engine, { module, call }: LibraryValue, { versions }: NonNullable<CallbackRow['lacks']>[number]): boolean {
  if (versions === undefined) return true;
  const seen = project.versionOf(libraries.library(module)?.package ?? module, call?.frame.unit.path ?? '');
  return seen !== undefined && validRange(seen) !== null && subset(seen, versions, { includePrerelease: true });
}
