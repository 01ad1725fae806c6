import type { ValueRow } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import { libraryCalls } from './library-calls.js';
import { placeValues } from './places.js';
import type { LibraryValue, ValueSet } from './values.js';

interface Put {
  readonly on: object | undefined;
  readonly what: ValueSet;
}

const PUTS = new WeakMap<Engine, Map<string, readonly Put[]>>();

/** What other calls put into a value, as `scope.run(transaction, work)` does for `scope.getStore()`; undefined where nobody does. */
export function putBefore(engine: Engine, { from = '0', by = [] }: ValueRow, { from: holder, module }: LibraryValue): ValueSet {
  const on = holder?.call?.expression;
  if (on === undefined) return engine.table.unknown('what was put there');
  const found = by.flatMap((path) => putsBy(engine, module, path, from)).filter((put) => put.on === on);
  return found.length === 0 ? engine.table.undefined : engine.table.union(found.map(({ what }) => what));
}

function putsBy(engine: Engine, module: string, path: string, from: string): readonly Put[] {
  const known = PUTS.get(engine) ?? new Map<string, readonly Put[]>();
  PUTS.set(engine, known);
  let puts = known.get(path);
  if (puts === undefined) {
    // Asked again while the calls are looked at: nothing is known yet.
    known.set(path, []);
    puts = libraryCalls(engine, module, path).map(({ call, callee }) => ({ on: callee.from?.call?.expression, what: placeValues(engine, call, callee, from) }));
    known.set(path, puts);
  }
  return puts;
}
