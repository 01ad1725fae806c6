import type { ValueRow } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import { libraryCalls } from './library-calls.js';
import { placeValues } from './places.js';
import type { LibraryValue, ValueSet } from './values.js';

/** What other calls put into a value, as `scope.run(transaction, work)` does for `scope.getStore()`; undefined where nobody does. */
export function putBefore(engine: Engine, { from = '0', by = [] }: ValueRow, { from: holder, module }: LibraryValue): ValueSet {
  const on = holder?.call?.expression;
  if (on === undefined) return engine.table.unknown('what was put there');
  const puts = by.flatMap((path) => libraryCalls(engine, module, path)).filter(({ callee }) => callee.from?.call?.expression === on);
  return puts.length === 0 ? engine.table.undefined : engine.table.union(puts.map(({ call, callee }) => placeValues(engine, call, callee, from)));
}
