import type { LibraryValue } from '#program/values.js';
import { siteOfCall } from '../context.js';
import type { Handler } from '../context.js';
import { siteKey } from '../site.js';
import type { EntryPoint } from '../types.js';

const READ: ReadonlySet<EntryPoint['kind']> = new Set(['http', 'rpc', 'graphql', 'middleware', 'serverless']);

/** Tells which entry points stand behind what reads bodies: a parser in their chain, the server they are registered on. */
export class BehindBodies {
  readonly #byParser = new Map<object, Set<string>>();
  readonly #byServer = new Map<string, Set<string>>();

  /** `run`: parsers that functions of the service run themselves, by the call that made them. `takesParsed`: it reads nothing behind a parser. */
  constructor(handlers: readonly Handler[], run: ReadonlyMap<object, ReadonlySet<Handler>>, takesParsed: (value: LibraryValue) => boolean) {
    for (const { entryPoint, bodies, within = [] } of handlers) {
      if (!READ.has(entryPoint.kind)) continue;
      for (const { bodyLimits = [] } of bodies) {
        for (const [position, limit] of bodyLimits.entries()) if (limit.call !== undefined && (position === 0 || !takesParsed(limit))) add(this.#byParser, limit.call.expression, entryPoint.id);
      }
      for (const site of within) add(this.#byServer, siteKey(site), entryPoint.id);
    }
    for (const [call, inside] of run) for (const { entryPoint } of inside) if (READ.has(entryPoint.kind)) add(this.#byParser, call, entryPoint.id);
  }

  /** Ids of the entry points whose bodies a call that makes a parser, or a server, reads. */
  of(call: Parameters<typeof siteOfCall>[0], reads: 'parser' | 'server'): readonly string[] {
    return [...(reads === 'parser' ? this.#byParser.get(call.expression) : this.#byServer.get(siteKey(siteOfCall(call)))) ?? []];
  }
}

function add<T>(map: Map<T, Set<string>>, key: T, id: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
}
