import type { Expression, ObjectExpression, Property } from '#facts/types.js';
import type { ValueTable } from './value-table.js';
import type { Frame, FunctionValue, InstanceValue, ObjectValue, Unit, Value, ValueSet } from './values.js';

/** What is needed to tell data. */
export interface DataSource {
  evaluate(expression: Expression, frame: Frame): ValueSet;
  objectValue(expression: ObjectExpression, frame: Frame): ObjectValue;
  remember(key: string, make: () => Expression): Expression;
}

/** What makes closures. */
export interface ClosureSource {
  /** What a function's closure is where nobody tells its activations apart. */
  generic(unit: Unit, index: number): Frame;
  /** An activation that is given something else. */
  given(frame: Frame, parent: Frame | undefined, given: readonly ValueSet[] | undefined): Frame;
}

type NamedProperty = Extract<Property, { is: 'named' }>;

const DIFFERS = 'it differs from caller to caller';
/** Data in data in data is looked into so far. */
const MAX_DATA_DEPTH = 4;
const NOT_DATA: Value = { id: 0, is: 'cradle' };
/** An instance of a type that a library exports, and nothing reached from it. */
const THING = /^[\w$]+\(\)$/;

/** Takes from arguments what there is too much of to be told apart. */
export class CoarseValues {
  readonly #table: ValueTable;
  readonly #source: DataSource;
  readonly #closures: ClosureSource;
  readonly #coarseClosures = new Map<Frame, Frame>();
  readonly #dataObjects = new Map<Value, boolean>();

  constructor(table: ValueTable, source: DataSource, closures: ClosureSource) {
    this.#table = table;
    this.#source = source;
    this.#closures = closures;
  }

  /** Drops what differs only in data, keeps what can be called. */
  withoutData(set: ValueSet): ValueSet {
    return this.#replaced(set, () => undefined);
  }

  /** Drops data but what options are there and which are switched on or off: what tests ask for. */
  onlyShapes(set: ValueSet): ValueSet {
    return this.#replaced(set, (value) => (isSwitch(value) ? value : value.is === 'object' ? this.#shapeOf(value) : undefined));
  }

  #replaced(set: ValueSet, instead: (data: Value) => Value | undefined): ValueSet {
    const kept = set.values.map((value) => (this.#isData(value, 0) ? instead(value) : value));
    if (kept.every((value, position) => value === set.values[position])) return set;
    const known = this.#table.of(kept.filter((value) => value !== undefined));
    return kept.includes(undefined) ? this.#table.union([known, this.#table.unknown(DIFFERS)]) : known;
  }

  // An object with the same names, one of each file, for it stands where the first was written; undefined where not all names are.
  #shapeOf({ expression, frame }: ObjectValue): Value | undefined {
    const { properties } = expression;
    if (!properties.every((property): property is NamedProperty => property.is === 'named' && property.accessor === undefined)) return undefined;
    const members = properties.map((property) => ({ ...property, value: this.#memberOf(property, frame) }));
    const key = members.map(({ name, value }) => `${name}=${value.is === 'literal' ? String(value.value) : value.is === 'undefined' ? '' : '?'}`).join(';');
    const shape = this.#source.remember(`shape:${frame.unit.id}:${key}`, () => ({ ...expression, properties: members })) as ObjectExpression;
    return this.#source.objectValue(shape, frame.unit.frame);
  }

  #memberOf({ value, at }: NamedProperty, frame: Frame): Expression {
    const { values: [only, ...others] } = this.#source.evaluate(value, frame);
    if (only !== undefined && others.length === 0) {
      if (isSwitch(only)) return { is: 'literal', value: only.value, at };
      if (only === this.#table.absent.values[0]) return { is: 'undefined' };
    }
    return { is: 'opaque', why: DIFFERS, parts: [], at };
  }

  #isData(value: Value, depth: number): boolean {
    // Paths are what routes are told apart by.
    if (value.is === 'literal' && typeof value.value === 'string' && value.value.startsWith('/')) return false;
    if (value.is === 'literal' || value.is === 'text' || value.is === 'regex') return true;
    // What a decorator gets: `{ value: method }`.
    if (value.is === 'list') return !value.elements.values.some(({ is }) => is === 'function' || is === 'bound');
    // `Request()`: something can be done with a thing of which only the type is known.
    if (value.is === 'library') return value.call === undefined && value.from === undefined && !THING.test(value.path);
    if (value.is !== 'object') return false;
    let known = this.#dataObjects.get(value);
    if (known === undefined) {
      this.#dataObjects.set(value, true);
      // Nothing at all is what a cycle gives: not data.
      known = depth < MAX_DATA_DEPTH && value.expression.properties.every((property) => property.is !== 'spread' && property.value.is !== 'function' &&
        isSome(this.#source.evaluate(property.value, value.frame)).every((inner) =>
          inner.is === 'unknown' || inner.is === 'undefined' || inner.is === 'environment' || inner.is === 'typed' || this.#isData(inner, depth + 1)));
      this.#dataObjects.set(value, known);
    }
    return known;
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

  /** Functions made in activations that differ only in data are one: which functions they were handed in turn is still told. */
  withoutDataOfClosures(set: ValueSet): ValueSet {
    if (!set.values.some(({ is }) => is === 'function' || is === 'object')) return set;
    return this.#table.of(set.values.map((value) => {
      if (value.is === 'function') return this.#inClosure(value, this.closure(value.closure));
      return value.is === 'object' ? this.#source.objectValue(value.expression, this.closure(value.frame)) : value;
    }));
  }

  /** An activation around others, without the data that tells it from others like it. */
  closure(frame: Frame): Frame {
    let coarse = this.#coarseClosures.get(frame);
    if (coarse === undefined) {
      coarse = frame.fixed !== undefined ? frame : this.#closures.given(
        frame, frame.parent === undefined ? undefined : this.closure(frame.parent), frame.given?.map((set) => this.withoutDataOfClosures(this.withoutData(set))),
      );
      this.#coarseClosures.set(frame, coarse);
    }
    return coarse;
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
    const closure = parent < 0 ? unit.frame : this.#closures.generic(unit, parent);
    return this.#inClosure({ unit, index, self: self?.is === 'instance' ? this.anyInstance(self) : undefined }, closure);
  }

  #inClosure({ unit, index, self }: Pick<FunctionValue, 'unit' | 'index' | 'self'>, closure: Frame): Value {
    return this.#table.intern<FunctionValue>(`f${unit.id}:${index}:${closure.id}:${self?.id ?? ''}`, { is: 'function', unit, index, closure, self });
  }
}

/** The values of a set, or something that is no data when it is empty. */
function isSome(set: ValueSet): readonly Value[] {
  return set.values.length > 0 ? set.values : [NOT_DATA];
}

function isSwitch(value: Value): value is Extract<Value, { is: 'literal' }> {
  return value.is === 'literal' && (typeof value.value === 'boolean' || value.value === null);
}
