import type { Library } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Unit, Value } from '#program/values.js';
import type { ModelContext } from '../context.js';

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
      const clients = placeValues(engine, call, callee.value, row.to).values.filter((value): value is LibraryValue => value.is === 'library');
      const keys = row.of === 'of:' ? this.#holdersOf(call) : placeValues(engine, call, callee.value, row.of).values.flatMap(keysOf);
      for (const key of keys) found.set(key, [...(found.get(key) ?? []), ...clients]);
    }
  }

  // The classes that a method is called on: a model is a class of the program, whatever library its base is of.
  #holdersOf(call: CallInstance): readonly string[] {
    const { callee } = call.expression;
    if (callee.is !== 'member') return [];
    const of = callee.of.is === 'super' ? ({ is: 'this' } as const) : callee.of;
    return this.#context.program.engine.evaluate(of, call.frame).values.flatMap(keysOf);
  }
}

function keysOf(value: Value): readonly string[] {
  if (value.is === 'class') return [keyOf(value.unit, value.index)];
  return value.is === 'instance' ? [keyOf(value.class.unit, value.class.index)] : [];
}

function keyOf(unit: Unit, index: number): string {
  return `${unit.id}:${index}`;
}
