import type { EntryPointRow } from '#catalog/schema.js';
import type { LibraryValue, ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { budgetsAmong } from '../budgets.js';
import type { HandlerBody } from '../context.js';
import type { Guard } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOf } from './entry-from-call.js';
import { handlerSequence } from './handler-values.js';

/** One of the things a request passes: handlers, or middleware of a library that sets a budget. */
export interface ChainLink {
  readonly set: ValueSet;
  readonly row: EntryPointRow;
}

/** What a request runs, in order, each with the budgets set before it; the last link answers. */
export function bodiesOfChain(builder: EntryPointBuilder, links: readonly ChainLink[]): readonly HandlerBody[] {
  let budgets: readonly Guard[] = [];
  return links.flatMap(({ set, row }, position) => {
    budgets = [...budgets, ...budgetsAmong(builder.program, [set])];
    const covering = budgets;
    const bodies = bodiesOf(builder, set, row);
    // Express calls functions with four parameters only after an error.
    const usual = position === links.length - 1 ? bodies : bodies.filter(({ frame }) => functionOf(frame).parameters.length !== 4 || row.kind !== 'middleware');
    return usual.map((body) => (covering.length === 0 ? body : { ...body, budgets: covering }));
  });
}

/** Middleware that stands before a handler in one chain of calls: `procedure.use(f).query(g)`. */
export function linksOfChain(builder: EntryPointBuilder, callee: LibraryValue): readonly ChainLink[] {
  const { engine } = builder;
  const links: ChainLink[] = [];
  for (let current = callee.from; current !== undefined; current = current.from) {
    const { call, from } = current;
    if (call === undefined || from === undefined) continue;
    for (const row of engine.libraries.rows(from.module, from.path)?.entryPoints ?? []) {
      if (row.kind !== 'middleware' || row.handlers === undefined || row.continues === undefined) continue;
      links.unshift(...handlerSequence(engine, call, from, row, row.handlers).map((set) => ({ set, row })));
    }
  }
  return links;
}
