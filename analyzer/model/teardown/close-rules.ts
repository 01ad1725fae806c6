import type { CloserRow, Limit } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { Body, CallStep } from '#program/steps.js';
import type { LibraryValue, Unit, ValueSet } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { siteOfCall } from '../context.js';
import { holdsFor } from '../holds-for.js';
import { Races } from '../races.js';
import type { Resource, ResourceIndex } from '../resources.js';
import type { Site } from '../site.js';
import { closingNames, lastName } from './telling-calls.js';

/** A call that closes a resource, and how. */
export interface CloseOfCall {
  readonly resource: Resource;
  readonly row: { readonly call: string; readonly awaitable: boolean; readonly waits: boolean; readonly callbackAt?: string; readonly intakeOnly?: true; readonly ends?: Limit };
  /** The limit that the call itself puts on the drain. */
  readonly limit: LimitState;
  /** What it closes after the resource. */
  readonly too?: readonly Resource[];
}

export type LimitState = 'none' | 'set' | 'unknown' | 'absent';

/** Functions that run while a resource is closed, in the order in which they run. */
export interface CloseHooks {
  readonly before: readonly Body[];
  readonly after: readonly Body[];
  readonly concurrent: boolean;
}

type CloseRow = NonNullable<Resource['row']['close']>[number];

/** What calls close, by the catalog's rows. */
export class CloseRules {
  /** Which races have a timer, also where it was started before. */
  readonly races: Pick<Races, 'of'>;
  readonly #context: ModelContext;
  readonly #index: ResourceIndex | undefined;
  readonly #names: ReadonlySet<string>;
  readonly #functions = new Map<string, { row: CloseRow; resource: Resource }[]>();
  readonly #owned: { row: CloseRow; owner: LibraryValue; resource: Resource }[] = [];
  /** Filled when the hooks are read; empty until then. */
  readonly hooks = new Map<Resource, CloseHooks>();

  constructor(context: ModelContext, resources: readonly Resource[]) {
    this.#context = context;
    this.races = new Races(context, { ofCall: () => undefined });
    this.#index = resources[0]?.index;
    this.#names = closingNames(context.program.engine.libraries.libraries);
    for (const resource of resources) {
      for (const row of resource.row.close ?? []) {
        if (!holdsFor(context, row.versions, resource.library, resource.unit)) continue;
        if (row.at !== undefined || row.all === true) this.#addFunction(row, resource);
        if (row.of !== undefined && resource.call !== undefined) {
          for (const owner of placeValues(context.program.engine, resource.call, resource.callee, row.of).values) {
            if (owner.is === 'library') this.#owned.push({ row, owner, resource });
          }
        }
      }
    }
  }

  /** The resources that values stand for. */
  resourcesOf(value: LibraryValue): readonly Resource[] {
    return this.#index?.of(value) ?? [];
  }

  /** The resources among the values, through objects and lists. */
  within(set: ValueSet): readonly Resource[] {
    return this.#index?.within(this.#context, set, 2) ?? [];
  }

  /** Every resource that a call closes. */
  closes(step: CallStep): readonly CloseOfCall[] {
    const { callee } = step;
    const found: CloseOfCall[] = [...this.#byCloser(step)];
    if (!this.#names.has(lastName(callee.path))) return found;
    for (const { row, resource } of this.#functions.get(`${callee.module}|${callee.path}`) ?? []) {
      if (row.all === true) {
        found.push({ resource, row, limit: 'absent' });
        continue;
      }
      const values = placeValues(this.#context.program.engine, step.call, callee, row.at ?? '0').values;
      if (values.some((value) => value.is === 'library' && this.resourcesOf(value).includes(resource))) found.push({ resource, row, limit: 'absent' });
    }
    if (callee.from === undefined) return found;
    for (const { row, owner, resource } of this.#owned) if (callee.from === owner && callee.path.endsWith(`.${row.call}`)) found.push({ resource, row, limit: 'absent' });
    for (const resource of this.resourcesOf(callee.from)) {
      const row = this.#rowOf(resource, callee);
      if (row !== undefined && !found.some((known) => known.resource === resource)) found.push({ resource, row, limit: 'absent', ...this.#closedToo(resource, row) });
    }
    return found;
  }

  #closedToo({ call, callee }: Resource, { closesToo }: CloseRow): Pick<CloseOfCall, 'too'> {
    if (closesToo === undefined || call === undefined) return {};
    const values = closesToo.flatMap((place) => placeValues(this.#context.program.engine, call, callee, place).values);
    return { too: values.flatMap((value) => (value.is === 'library' ? this.resourcesOf(value) : [])) };
  }

  /** Does a call end the process? */
  isExit({ call, callee }: CallStep): boolean {
    const { engine } = this.#context.program;
    const { exits = [], kills = [] } = engine.libraries.library(callee.module) ?? {};
    return exits.includes(callee.path) || kills.some((row) => row.call === callee.path
      && placeValues(engine, call, callee, row.to).values.some((value) => value.is === 'library' && value.module === callee.module && value.path === row.self)
      && placeValues(engine, call, callee, row.signalAt).values.some((value) => value.is === 'literal' && row.signals.includes(String(value.value))));
  }

  /** The limit that a closer's row puts on the shutdown, as set at a call. */
  limitOf(limit: Limit | undefined, step: Pick<CallStep, 'call' | 'callee'>, unit: Unit): LimitState {
    if (limit === undefined) return 'absent';
    const { engine } = this.#context.program;
    const library = engine.libraries.library(step.callee.module);
    if (library !== undefined && !holdsFor(this.#context, limit.versions, library, unit)) return 'none';
    for (const place of limit.at) {
      const { values } = placeValues(engine, step.call, step.callee, place);
      if (values.length === 0) continue;
      if (values.some((value) => value.is === 'literal' && limit.offAt?.some((off) => off === value.value || (off === 'Infinity' && value.value === Infinity)) === true)) return 'none';
      if (values.some((value) => value.is === 'library' && value.path === 'Infinity')) return 'none';
      return values.every((value) => value.is === 'literal') ? 'set' : 'unknown';
    }
    if (limit.default === 'never') return 'none';
    return limit.default === 'unknown' ? 'unknown' : 'set';
  }

  /** Where a closer's server stands. */
  serverOf(row: CloserRow, step: Pick<CallStep, 'call' | 'callee'>): readonly Resource[] {
    if (row.serverAt === undefined) return [];
    const { values } = placeValues(this.#context.program.engine, step.call, step.callee, row.serverAt);
    return values.flatMap((value) => (value.is === 'library' ? this.resourcesOf(value) : []));
  }

  site(step: Pick<CallStep, 'call'>): Site {
    return siteOfCall(step.call);
  }

  #addFunction(row: CloseRow, resource: Resource): void {
    const key = `${resource.library.package}|${row.call}`;
    this.#functions.set(key, [...(this.#functions.get(key) ?? []), { row, resource }]);
  }

  // A closer without signals of its own is a call that closes its server: `terminator.terminate()`.
  #byCloser(step: CallStep): readonly CloseOfCall[] {
    const rows = this.#context.program.engine.libraries.rows(step.callee.module, step.callee.path)?.closers ?? [];
    return rows.filter((row) => row.cleanups === undefined && row.signals !== true && row.serverAt !== undefined).flatMap((row) =>
      this.serverOf(row, step).map((resource) => ({
        resource, limit: this.limitOf(row.deadline, step, step.call.frame.unit),
        row: { call: row.call, awaitable: row.callbackAt === undefined, waits: true, ...(row.callbackAt === undefined ? {} : { callbackAt: row.callbackAt }) },
      })));
  }

  #rowOf(resource: Resource, callee: LibraryValue): CloseRow | undefined {
    const own = resource.row.close?.find((row) => this.#isMethod(row, callee) && holdsFor(this.#context, row.versions, resource.library, resource.unit));
    if (callee.from === undefined) return undefined;
    if (own !== undefined && this.#isItself(resource, callee.from)) return own;
    // A view of the resource with closes of its own: a framework's bare HTTP server, a pool's form with promises.
    const viewed = callee.from.path.endsWith('()') ? this.#context.program.engine.libraries.rows(callee.from.module, callee.from.path.slice(0, -2))?.resources[0] : undefined;
    return own === undefined || viewed?.is === resource.is ? viewed?.close?.find((row) => this.#isMethod(row, callee)) : undefined;
  }

  #isMethod(row: CloseRow, callee: LibraryValue): boolean {
    return row.at === undefined && row.of === undefined && row.all === undefined && callee.path.endsWith(`.${row.call}`);
  }

  // A client checked out of a pool is not the pool.
  #isItself(resource: Resource, holder: LibraryValue): boolean {
    return `${holder.module}|${holder.path}` === resource.key || holder.call === undefined || resource.is === 'server' || resource.is === 'app' || resource.call?.expression === holder.call.expression;
  }
}
