import picomatch from 'picomatch';
import type { BudgetRow, Library } from '#catalog/schema.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Handler, ModelContext } from '../context.js';
import { exportsOf } from '../entry-points/exported-names.js';
import { exportedLimit } from '../exported-bodies.js';
import type { ExportedLimit } from '../exported-bodies.js';
import type { AcceptedBody, Bound } from '../types.js';

/** A call by its expression. */
export type Call = CallInstance['expression'];

interface FileRow {
  readonly library: Library;
  readonly row: BudgetRow;
  /** Does the row speak of a file? */
  readonly matches: (path: string) => boolean;
}

/** What a framework reads before the handlers of files run that it finds by their paths. */
export class FileBodies {
  readonly #context: ModelContext;
  readonly #rows: readonly FileRow[];

  constructor(context: ModelContext) {
    this.#context = context;
    const { engine } = context.program;
    this.#rows = engine.libraries.libraries.filter((library) => engine.uses(library)).flatMap((library) => (library.bodies ?? []).flatMap((row) => (row.files === undefined ? [] : [{ library, row, matches: picomatch([...row.files.paths], { dot: true }) }])));
  }

  /** The bodies of handlers, those left out that read what comes by themselves. */
  ofHandlers(ceiling: number): readonly AcceptedBody[] {
    return this.#context.handlers.flatMap(({ entryPoint, registration }) => {
      const limit = registration === undefined ? this.#limitOf(entryPoint) : undefined;
      if (limit === undefined || limit.limit === 'off') return [];
      return [{ site: limit.site, option: limit.option, limit: limit.limit, name: entryPoint.name, reads: 'parser', ceiling, reachedBy: [], inFrontOf: [entryPoint.id] }];
    });
  }

  /** Handlers for which nothing reads, and of which `known` has found no reading. */
  ofUnread(known: ReadonlySet<string>, ceiling: number): readonly AcceptedBody[] {
    return this.#context.handlers.flatMap(({ entryPoint, registration }) => {
      const limit = registration === undefined && !known.has(entryPoint.id) ? this.#limitOf(entryPoint) : undefined;
      if (limit?.limit !== 'off') return [];
      const unread: Bound = { is: 'unknown', because: `its parser is switched off (${limit.site.file}:${limit.site.line}), and what reads the body instead was not found` };
      return [{ site: entryPoint.site, option: limit.option, limit: unread, name: entryPoint.name, reads: 'parser', ceiling, reachedBy: [], inFrontOf: [entryPoint.id] }];
    });
  }

  /** What has been read already when these get a request: what files export, what their handlers call. */
  readBefore(called: ReadonlyMap<Call, ReadonlySet<Handler>>): ReadonlyMap<Call, ExportedLimit> {
    const found = new Map<Call, ExportedLimit>();
    const add = (call: Call, limit: ExportedLimit | undefined) => limit !== undefined && limit.limit !== 'off' && found.set(call, limit);
    if (this.#rows.length === 0) return found;
    for (const unit of this.#context.program.units.values()) {
      const rows = this.#rows.filter(({ matches }) => matches(unit.path));
      for (const { name, at } of rows.length === 0 ? [] : exportsOf(unit)) {
        const limit = rows.map(({ library, row }) => exportedLimit(this.#context.program, { unit, at: siteAt(unit.frame, at) }, library, row)).find((one) => one !== undefined);
        if (limit === undefined) continue;
        for (const value of this.#context.program.engine.exportOf(unit, name).values) if (value.is === 'library' && value.call !== undefined) add(value.call.expression, limit);
      }
    }
    for (const [call, handlers] of called) for (const { entryPoint, registration } of handlers) if (registration === undefined) add(call, this.#limitOf(entryPoint));
    return found;
  }

  /** Does this take what a parser in front of it has read? */
  takesParsed({ from }: LibraryValue): boolean {
    return from !== undefined && this.#context.program.engine.libraries.rows(from.module, from.path)?.bodies.some(({ unparsed }) => unparsed === true) === true;
  }

  #limitOf({ site, framework }: Handler['entryPoint']): ExportedLimit | undefined {
    const unit = this.#context.program.units.get(site.file);
    if (unit === undefined) return undefined;
    for (const { library, row, matches } of this.#rows) {
      const limit = (library.name ?? library.package) === framework && matches(unit.path) ? exportedLimit(this.#context.program, { unit, at: site }, library, row) : undefined;
      if (limit !== undefined) return limit;
    }
    return undefined;
  }
}
