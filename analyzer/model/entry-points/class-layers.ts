import type { EntryPointRow } from '#catalog/schema.js';
import { provided } from '#program/injection.js';
import { placeValues } from '#program/places.js';
import type { ClassValue, Value, ValueSet } from '#program/values.js';
import { matches } from './applications.js';
import type { EntryPointBuilder } from './builder.js';
import { classKey, fullPath, isPath } from './decorators.js';
import type { Applied } from './decorators.js';
import { handlerSequence, handlersIn } from './handler-values.js';
import { isLimiter } from './limiters.js';
import { textsOf } from './texts.js';
import type { Layer, MiddlewareUse } from './scopes.js';

/** What is asked about a decorated method: what runs around it. */
export interface LayerQuestion {
  readonly owner: ClassValue;
  /** Middleware of the application that serves it. */
  readonly uses: readonly Layer[];
  /** The path without what the application puts before it; undefined where the method has none. */
  readonly path: string | undefined;
  /** Decorators of the class, then of the method. */
  readonly applied: readonly Applied[];
}

/** Finds what runs around decorated methods: of the whole application, of their class, their own. */
export class ClassLayers {
  readonly #builder: EntryPointBuilder;
  readonly #decorators: readonly { readonly path: string; readonly row: EntryPointRow }[];
  #bound: readonly Layer[] | undefined;

  constructor(builder: EntryPointBuilder) {
    this.#builder = builder;
    this.#decorators = builder.engine.libraries.libraries.flatMap((library) => (library.entryPoints ?? []).flatMap((row) =>
      row.decorator !== undefined && isLayer(row) ? [{ path: fullPath(row.decorator, library.package), row }] : []));
  }

  around({ owner, uses, path, applied }: LayerQuestion): readonly Layer[] {
    const routed = path === undefined ? [] : this.#builder.registrations.unscoped.filter((use) => use.row.only !== undefined && this.#isFor(use, owner, path));
    return [...uses, ...routed, ...this.#byToken(), ...applied.flatMap((decorator) => this.#ofDecorator(decorator))];
  }

  /** Middleware that a decorator's arguments name, by value or by what a container gives for it. */
  named(row: EntryPointRow, applied: Applied, places: readonly string[]): readonly Layer[] {
    const { engine } = this.#builder;
    return places.flatMap((place) => placeValues(engine, applied.call, applied.from, place).values.flatMap((value): readonly Layer[] => {
      const isHandler = handlersIn(engine, value, row.members).length > 0;
      const set: ValueSet = isHandler ? engine.table.only(value) : provided(engine, engine.table.only(value));
      return set.values.some((inner) => isLimiter(engine, inner) || handlersIn(engine, inner, row.members).length > 0) ? [{ row, phase: 0, handlers: [set] }] : [];
    }));
  }

  #ofDecorator(applied: Applied): readonly Layer[] {
    return this.#decorators.flatMap(({ path, row }) => {
      if (!isPath(this.#builder, applied.from, path)) return [];
      const handlers = handlerSequence(this.#builder.engine, { row, call: applied.call, callee: applied.from }, row.handlers ?? []);
      return handlers.length === 0 ? [] : [{ row, phase: row.phase ?? 0, handlers }];
    });
  }

  /** Providers bound to the tokens of the framework's own layers. */
  #byToken(): readonly Layer[] {
    if (this.#bound !== undefined) return this.#bound;
    const { engine } = this.#builder;
    const rows = engine.libraries.libraries.flatMap((library) => (library.entryPoints ?? []).flatMap((row) =>
      row.token === undefined ? [] : [{ path: fullPath(row.token, library.package), row }]));
    return (this.#bound = engine.provisions().flatMap(({ token, give }) => {
      if (token.is !== 'library') return [];
      return rows.filter(({ path }) => isPath(this.#builder, token, path)).map(({ row }) => ({ row, phase: row.phase ?? 0, handlers: [give()] }));
    }));
  }

  #isFor({ row, call, callee }: MiddlewareUse, owner: ClassValue, path: string): boolean {
    const { engine } = this.#builder;
    const wanted = row.only === undefined ? [] : placeValues(engine, call, callee, row.only).values;
    return wanted.some((value) => value.is === 'unknown' || this.#fits(value, owner, path));
  }

  #fits(value: Value, owner: ClassValue, path: string): boolean {
    if (value.is === 'class') return classKey(value) === classKey(owner);
    const { engine } = this.#builder;
    const texts = value.is === 'object' || value.is === 'merged' ? textsOf(engine.memberOf(value, 'path')) : textsOf(engine.table.only(value));
    return texts.some((text) => matches(text, path) || matches(`${text}/*`, path));
  }
}

/** Is a row about something that runs around the methods it decorates? */
export function isLayer(row: EntryPointRow): boolean {
  return row.kind === 'middleware' || row.kind === 'error-handler';
}
