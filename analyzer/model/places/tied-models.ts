import type { Library } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, Frame, LibraryValue, Unit, Value } from '#program/values.js';
import type { ModelContext } from '../context.js';

/** Rows of rows are followed so far. */
const MAX_DEPTH = 3;

type TieRow = NonNullable<Library['ties']>[number];

/** Knows which clients a program ties its models to: `User.init(fields, { sequelize })`. */
export class TiedModels {
  readonly #context: ModelContext;
  readonly #libraries: ReadonlySet<Library>;
  #clients: Map<string, LibraryValue[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
    const { engine } = context.program;
    this.#libraries = new Set(engine.libraries.libraries.filter((library) => library.ties !== undefined && engine.uses(library)));
  }

  /** The clients that the class a method is called on is tied to. */
  clientsOf(step: CallStep): readonly LibraryValue[] {
    const { engine } = this.#context.program;
    const library = engine.libraries.library(step.callee.module);
    if (library === undefined || !this.#libraries.has(library)) return [];
    this.#clients ??= this.#read();
    return this.#holdersOf(step.call).flatMap((key) => this.#clients?.get(key) ?? []);
  }

  #read(): Map<string, LibraryValue[]> {
    const found = new Map<string, LibraryValue[]>();
    for (const library of this.#libraries) for (const row of library.ties ?? []) this.#readRow(library, row, found);
    return found;
  }

  #readRow(library: Library, row: TieRow, found: Map<string, LibraryValue[]>): void {
    const { engine } = this.#context.program;
    for (const { unit, site } of engine.callsNamed(row.call.slice(row.call.lastIndexOf('.') + 1))) {
      const call = engine.callInstance(site.call, engine.generic(unit, site.by));
      const callee = engine.targets(call).find((target) => target.is === 'value' && target.value.is === 'library' && target.value.path === row.call &&
        engine.libraries.library(target.value.module) === library);
      if (callee?.is !== 'value' || callee.value.is !== 'library') continue;
      const clients = (row.to === undefined ? engine.evaluate(site.call, call.frame) : placeValues(engine, call, callee.value, row.to)).values.filter((value): value is LibraryValue => value.is === 'library');
      const keys = row.of === 'of:' ? this.#holdersOf(call) : placeValues(engine, call, callee.value, row.of).values.flatMap(keysOf);
      for (const key of keys) found.set(key, [...(found.get(key) ?? []), ...clients]);
    }
  }

  // The classes that a method is called on: a model is a class of the program, whatever library its base is of.
  #holdersOf({ expression: { callee }, frame }: CallInstance, depth = 0): readonly string[] {
    if (callee.is !== 'member' || depth > MAX_DEPTH) return [];
    return this.#keysUnder(callee.of.is === 'super' ? { is: 'this' } : callee.of, frame, depth);
  }

  // `order.update(…)`: what a method of a model has given is one of its rows. `Order.sequelize.query(…)`: what the class itself holds.
  #keysUnder(holder: Expression, frame: Frame, depth: number): readonly string[] {
    return this.#context.program.engine.evaluate(holder, frame).values.flatMap((value) => {
      if (value.is !== 'library') return keysOf(value);
      if (value.call !== undefined) return this.#holdersOf(value.call, depth + 1);
      return holder.is === 'member' && depth < MAX_DEPTH ? this.#keysUnder(holder.of, frame, depth + 1) : [];
    });
  }
}

function keysOf(value: Value): readonly string[] {
  if (value.is === 'class') return [keyOf(value.unit, value.index)];
  return value.is === 'instance' ? [keyOf(value.class.unit, value.class.index)] : [];
}

function keyOf(unit: Unit, index: number): string {
  return `${unit.id}:${index}`;
}
