import type { Library } from '#catalog/schema.js';
import { isSameThing } from '#program/creations.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Frame, LibraryValue } from '#program/values.js';
import type { ModelContext } from '../context.js';
import type { Guard } from '../types.js';
import { changesOf, openedBy, together } from './failure-changes.js';
import type { Changes } from './failure-changes.js';
import { breakerOf, MAX_CALLS } from './own-breakers.js';
import { refusalsOf } from './refusals.js';
import { entering, joined, unbound } from './state-roots.js';
import type { Roots, Scope } from './state-roots.js';

type Row = NonNullable<Library['interceptors']>[number];

/** What the program put around all requests of one client. */
interface Intercepted {
  readonly client: LibraryValue;
  readonly refused: Roots;
  readonly failing: Changes;
  readonly frame: Frame;
}

/** Clients whose interceptors are a breaker of the program's own: one refuses requests by the state in which another counts failures. */
export class InterceptedClients {
  readonly #context: Pick<ModelContext, 'program'>;
  readonly #known = new Map<Library, readonly Intercepted[]>();
  readonly #guards = new Map<LibraryValue, Guard | undefined>();

  constructor(context: Pick<ModelContext, 'program'>) {
    this.#context = context;
  }

  /** The breaker that the client of a call carries. */
  guardOf({ callee }: CallStep): Guard | undefined {
    const library = this.#context.program.engine.libraries.library(callee.module);
    const row = library?.interceptors?.[0];
    if (library === undefined || row === undefined) return undefined;
    const client = clientAt(callee, row.on);
    if (client === undefined) return undefined;
    if (!this.#guards.has(client)) this.#guards.set(client, this.#guardOn(library, client));
    return this.#guards.get(client);
  }

  #guardOn(library: Library, client: LibraryValue): Guard | undefined {
    const { engine } = this.#context.program;
    let all = this.#known.get(library);
    if (all === undefined) this.#known.set(library, (all = (library.interceptors ?? []).flatMap((row) => this.#registered(library, row))));
    const own = all.filter((one) => isSameThing(engine, one.client, client));
    const [first] = own;
    const root = openedBy(together(own.map(({ failing }) => failing)), joined(own.map(({ refused }) => refused)));
    return root === undefined || first === undefined ? undefined : breakerOf(engine, root, first.frame);
  }

  #registered(library: Library, row: Row): readonly Intercepted[] {
    const { engine } = this.#context.program;
    return engine.callsNamed(row.call.slice(row.call.lastIndexOf('.') + 1)).flatMap(({ unit, site }) => {
      const call = engine.callInstance(site.call, engine.generic(unit, site.by));
      return engine.targets(call).flatMap((target) => {
        const callee = target.is === 'value' && target.value.is === 'library' ? target.value : undefined;
        if (callee === undefined || callee.path !== row.call || engine.libraries.library(callee.module) !== library) return [];
        const client = clientAt(callee.from, row.on);
        if (client === undefined) return [];
        const before = row.before === undefined ? [] : this.#functionsAt(call, callee, row.before).map(refusalsOf);
        const failing = row.failure === undefined ? [] : this.#functionsAt(call, callee, row.failure).map((scope) => changesOf(scope));
        return [{ client, refused: joined(before), failing: together(failing), frame: call.frame }];
      });
    });
  }

  #functionsAt(call: CallStep['call'], callee: LibraryValue, place: string): readonly Scope[] {
    const { engine } = this.#context.program;
    return placeValues(engine, call, callee, place).values.flatMap((value) => unbound(value) ?? []).map((value) => entering(value, { engine, depth: MAX_CALLS }));
  }
}

function clientAt(value: LibraryValue | undefined, path: string): LibraryValue | undefined {
  for (let current = value; current !== undefined; current = current.from) if (current.path === path) return current;
  return undefined;
}
