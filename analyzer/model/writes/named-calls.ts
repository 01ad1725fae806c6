import type { ClaimRow } from '#catalog/schema.js';
import { splitPath } from '#program/library-index.js';
import type { LibraryValue } from '#program/values.js';
import type { ModelContext } from '../context.js';

const WAITING = new Set(['outbound', 'statement', 'command', 'acquire', 'publish', 'lock']);

/** What the catalog says of library values where only their path matters. */
export class Named {
  readonly #context: Pick<ModelContext, 'program'>;
  readonly #draws = new Map<string, boolean>();
  readonly #verifies = new Set<string>();
  readonly #requests = new Set<string>();
  readonly #claims = new Map<string, ClaimRow>();

  constructor(context: Pick<ModelContext, 'program'>) {
    this.#context = context;
    for (const library of context.program.engine.libraries.libraries) {
      for (const { call, onlyWithoutArguments = false } of library.draws ?? []) this.#draws.set(this.#key(library.package, call), onlyWithoutArguments);
      for (const call of library.verifies ?? []) this.#verifies.add(this.#key(library.package, call));
      for (const row of library.claims ?? []) this.#claims.set(this.#key(library.package, row.call), row);
      for (const row of library.entryPoints ?? []) for (const path of row.parameters ?? []) if (path !== '') this.#requests.add(this.#key(library.package, path));
    }
  }

  /** Does calling it give something new each time: a random id, the time? */
  draws(callee: LibraryValue, count: number): boolean {
    const only = this.#draws.get(`${callee.module}|${callee.path}`);
    return only !== undefined && (!only || count === 0);
  }

  /** Does it check the signature of a webhook's delivery? */
  verifies(callee: LibraryValue): boolean {
    return this.#verifies.has(`${callee.module}|${callee.path}`);
  }

  /** Does calling it claim a key? */
  claims(callee: LibraryValue): ClaimRow | undefined {
    return this.#claims.get(`${callee.module}|${callee.path}`);
  }

  /** The last names of calls that claim a key. */
  get claimNames(): readonly string[] {
    return [...new Set([...this.#claims.values()].map(({ call }) => call.slice(call.lastIndexOf('.') + 1)))];
  }

  /** Is it a request, message or context that a framework passes to handlers, or reached from one? */
  isRequest(value: LibraryValue): boolean {
    for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
      if (current.call === undefined && this.#requests.has(`${current.module}|${current.path}`)) return true;
    }
    return false;
  }

  /** Does calling it ask something outside? */
  waits(callee: LibraryValue): boolean {
    return this.#context.program.engine.libraries.rows(callee.module, callee.path)?.operations.some((row) => WAITING.has(row.is)) === true;
  }

  #key(own: string, text: string): string {
    const { module, path } = this.#context.program.engine.libraries.canonical(...splitPath(text, own));
    return `${module}|${path}`;
  }
}
