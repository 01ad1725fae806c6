import type { EntryPointRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import type { LibraryValue, ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { budgetsAmong } from '../budgets.js';
import type { HandlerBody } from '../context.js';
import type { Guard } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOf } from './bodies.js';
import { readsBody } from './body-readers.js';
import type { Circumstances } from './bodies.js';
import { handlerNames, handlerSequence } from './handler-values.js';

/** One of the things a request passes: handlers, or middleware of a library that sets a budget. */
export interface ChainLink {
  readonly set: ValueSet;
  readonly row: EntryPointRow;
  readonly given?: Circumstances;
}

/** What a request runs, in order, each with the budgets set before it; the last link answers. */
export function bodiesOfChain(builder: EntryPointBuilder, links: readonly ChainLink[]): readonly HandlerBody[] {
  let budgets: readonly Guard[] = [];
  let limits: readonly LibraryValue[] = [];
  let readers: readonly LibraryValue[] = [];
  return links.flatMap(({ set, row, given }, position) => {
    budgets = [...budgets, ...budgetsAmong(builder.program, [set])];
    const made = set.values.filter((value) => value.is === 'library');
    limits = [...limits, ...made.filter((value) => limitsBody(builder.engine, value))];
    readers = [...readers, ...made.filter(({ from, call }) => readsBody(builder.engine, from, call))];
    const covering = {
      ...(budgets.length === 0 ? {} : { budgets }), ...(limits.length === 0 ? {} : { bodyLimits: limits }), ...(readers.length === 0 ? {} : { bodyReaders: readers }),
    };
    const bodies = bodiesOf(builder, set, row, given);
    const usual = position === links.length - 1 ? bodies : bodies.filter(({ frame }) => functionOf(frame).parameters.length !== row.errorArity);
    return usual.map((body) => ({ ...body, ...covering }));
  });
}

/** Is a value middleware that a library made to read bodies, or to refuse those that are too long? */
export function limitsBody({ libraries }: Pick<Engine, 'libraries'>, { from }: LibraryValue): boolean {
  return from !== undefined && libraries.rows(from.module, from.path)?.bodies.some(({ covers }) => covers === 'chain') === true;
}

/** Middleware that stands before a handler in one chain of calls: `procedure.use(f).query(g)`. */
export function linksOfChain(builder: EntryPointBuilder, value: LibraryValue): readonly ChainLink[] {
  const { engine } = builder;
  const links: ChainLink[] = [];
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
    const { call, from }: LibraryValue = current;
    if (call === undefined || from === undefined) continue;
    for (const row of engine.libraries.rows(from.module, from.path)?.entryPoints ?? []) {
      if (row.kind !== 'middleware' || row.handlers === undefined) continue;
      links.unshift(...handlerSequence(engine, { row, call, callee: from }, row.handlers).map((set) => ({ set, row })));
    }
  }
  return links;
}

/** The names of what a chain runs. */
export function namesOfChain(builder: EntryPointBuilder, links: readonly ChainLink[]): readonly string[] {
  return links.flatMap(({ set, row }) => handlerNames(builder.engine, set, row));
}
