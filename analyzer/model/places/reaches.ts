import type { Handler, PathLink } from '../context.js';
import { traceOf } from '../paths.js';
import type { TraceStep } from '../site.js';
import type { Reach } from '../types.js';

/** Traces kept for one place; further entry points are only named. */
const MAX_TRACES = 1;

/** Collects who reaches a place: the shortest trace in full, the others by name. */
export class Reaches {
  readonly #found = new Map<Handler, { readonly path: PathLink | undefined; readonly last: TraceStep | undefined }>();

  /** `last` is the end of this way, where not all ways end at the same call. */
  add(handler: Handler, path: PathLink | undefined, last?: TraceStep): void {
    if (!this.#found.has(handler)) this.#found.set(handler, { path, last });
  }

  /** Everybody who reaches it. */
  handlers(): readonly Handler[] {
    return [...this.#found.keys()];
  }

  /** Forgets those who do not reach it after all. */
  keep(isKept: (handler: Handler) => boolean): void {
    for (const handler of this.handlers()) if (!isKept(handler)) this.#found.delete(handler);
  }

  get size(): number {
    return this.#found.size;
  }

  /** Shortest first; only the first have their traces, the others are there to be counted. */
  list(last?: TraceStep): readonly Reach[] {
    const ordered = [...this.#found].map(([handler, { path, last: own }]) => ({ handler, path, own, length: lengthOf(path) })).sort((a, b) =>
      a.length - b.length || compare(a.handler.entryPoint.name, b.handler.entryPoint.name) || compare(a.handler.entryPoint.site.file, b.handler.entryPoint.site.file));
    return ordered.map(({ handler, path, own }, position) => ({
      entryPoint: handler.entryPoint, trace: position < MAX_TRACES ? traceOf(handler, path, own ?? last) : [],
    }));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lengthOf(path: PathLink | undefined): number {
  let length = 0;
  for (let link = path; link !== undefined; link = link.outer) length += 1;
  return length;
}
