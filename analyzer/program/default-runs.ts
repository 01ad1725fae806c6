import { ELEMENT_METHODS } from './callbacks.js';
import type { LibraryRows } from './compiled-library.js';
import type { Engine } from './engine.js';
import { settlers } from './filled-functions.js';
import type { LibraryValue, ValueSet } from './values.js';

const GIVES_FUNCTION = new Set(['once', 'function', 'promised']);
const LISTENERS = new Set(['on', 'once', 'addListener', 'prependListener', 'addEventListener', 'subscribe']);

/**
 * When a function given to a call runs that no row speaks of: within the call, listeners later; handlers of registrations and functions given to
 * constructors of resources do not run here.
 */
export function defaultRuns(rows: LibraryRows | undefined, callee: LibraryValue): 'now' | 'later' | 'never' {
  if (rows !== undefined && (rows.entryPoints.length > 0 || rows.resources.length > 0)) return 'never';
  if (rows?.signals.length) return 'never';
  if (rows?.closers.length) return 'never';
  if (rows?.wrappers.some((wrapper) => wrapper.gives === 'function' || wrapper.gives === 'policy') === true) return 'never';
  if (rows?.values.some((row) => GIVES_FUNCTION.has(row.gives)) === true) return 'never';
  return isListener(callee) ? 'later' : 'now';
}

/** Does a call register a listener? */
export function isListener(callee: LibraryValue): boolean {
  return LISTENERS.has(callee.path.slice(callee.path.lastIndexOf('.') + 1));
}

/** What a function gets that no row speaks of. */
export function defaultParameters(engine: Engine, callee: LibraryValue): readonly ValueSet[] {
  const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  if (callee.module === 'global' && callee.path === 'Promise') return settlers(engine);
  return callee.module !== 'global' && ELEMENT_METHODS.has(name) && callee.from !== undefined ? [engine.table.only(callee.from)] : [];
}
