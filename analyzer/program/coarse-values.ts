import type { ValueTable } from './value-table.js';
import type { Frame, FunctionValue, InstanceValue, Unit, Value, ValueSet } from './values.js';

/** What a function's closure is where nobody tells its activations apart. */
type GenericFrame = (unit: Unit, index: number) => Frame;

/** Takes from arguments what there is too much of to be told apart. */
export class CoarseValues {
  readonly #table: ValueTable;
  readonly #generic: GenericFrame;

  constructor(table: ValueTable, generic: GenericFrame) {
    this.#table = table;
    this.#generic = generic;
  }

  /** Instances of one class are one. */
  withoutInstances(set: ValueSet): ValueSet {
    if (!set.values.some((value) => value.is === 'instance' && value.given !== undefined)) return set;
    return this.#table.of(set.values.map((value) => (value.is === 'instance' ? this.anyInstance(value) : value)));
  }

  anyInstance(value: InstanceValue): InstanceValue {
    if (value.given === undefined || value.call !== undefined) return value;
    return this.#table.intern(`i${value.class.id}:?`, { is: 'instance', class: value.class, given: undefined, call: undefined });
  }

  /** Functions are told apart by where they are written, not by the activation that they were made in; what is surely not there stays so; nothing else is known. */
  onlyFunctions(set: ValueSet, otherwise: string): ValueSet {
    if (set === this.#table.absent) return set;
    const functions = set.values.flatMap((value) => (value.is === 'function' ? [this.#anyActivation(value)] : []));
    if (functions.length === set.values.length && functions.length > 0) return this.#table.of(functions);
    return this.#table.union([this.#table.of(functions), this.#table.unknown(otherwise)]);
  }

  #anyActivation({ unit, index, self }: FunctionValue): Value {
    const parent = unit.facts.functions[index]?.parent ?? -1;
    const closure = parent < 0 ? unit.frame : this.#generic(unit, parent);
    const holder = self?.is === 'instance' ? this.anyInstance(self) : undefined;
    return this.#table.intern<FunctionValue>(`f${unit.id}:${index}:${closure.id}:${holder?.id ?? ''}`, { is: 'function', unit, index, closure, self: holder });
  }
}
