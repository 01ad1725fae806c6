import type { Expression, ObjectExpression } from '#facts/types.js';
import { ValueTable } from './value-table.js';
import type { CallInstance, Frame, LibraryValue, ListValue, MergedValue, ObjectValue, Value, ValueSet } from './values.js';

const NOTHING = {};

/** Makes the composed values, each once. */
export class ValueFactory {
  readonly table = new ValueTable();
  readonly #keys = new Map<object, number>();
  readonly #libraries = new Map<object, Map<object, Map<string, LibraryValue[]>>>();
  readonly #remembered = new Map<string, Expression>();

  library(module: string, path: string, from: LibraryValue | undefined, call: CallInstance | undefined): LibraryValue {
    // Asked for very often: found without putting a long text together.
    let byFrom = this.#libraries.get(call ?? NOTHING);
    if (byFrom === undefined) this.#libraries.set(call ?? NOTHING, (byFrom = new Map()));
    let byPath = byFrom.get(from ?? NOTHING);
    if (byPath === undefined) byFrom.set(from ?? NOTHING, (byPath = new Map()));
    const alike = byPath.get(path);
    const known = alike?.find((value) => value.module === module);
    if (known !== undefined) return known;
    const made = this.table.made<LibraryValue>({ is: 'library', module, path, from, call });
    if (alike === undefined) byPath.set(path, [made]);
    else alike.push(made);
    return made;
  }

  objectValue(expression: ObjectExpression, frame: Frame): ObjectValue {
    return this.table.intern<ObjectValue>(`o${this.keyOf(expression)}:${frame.id}`, { is: 'object', expression, frame });
  }

  merged(of: readonly ValueSet[], without: readonly string[], deep?: true): MergedValue {
    const key = `g${of.map((set) => set.id).join(',')}-${without.join(',')}${deep === true ? '!' : ''}`;
    return this.table.intern<MergedValue>(key, { is: 'merged', of, without, ...(deep === true ? { deep } : {}) });
  }

  list(positions: readonly ValueSet[] | undefined, elements: ValueSet, keys: readonly ValueSet[] | undefined, origin: ListValue['origin']): ValueSet {
    const place = origin === undefined ? '' : `${this.keyOf(origin.expression)}@${origin.frame.id}`;
    const key = `k${positions?.map((set) => set.id).join(',') ?? '*'}:${elements.id}:${keys?.map((set) => set.id).join(',') ?? ''}:${place}`;
    return this.table.only(this.table.intern<ListValue>(key, { is: 'list', positions, elements, keys, origin }));
  }

  record(entries: readonly (readonly [string, ValueSet])[]): Value {
    const positions = entries.map(([, set]) => set);
    const list = this.list(positions, this.table.union(positions), entries.map(([name]) => this.table.literal(name)), undefined);
    return list.values[0] as Value;
  }

  keyOf(thing: object): number {
    let key = this.#keys.get(thing);
    if (key === undefined) this.#keys.set(thing, (key = this.#keys.size + 1));
    return key;
  }

  remember(key: string, make: () => Expression): Expression {
    let expression = this.#remembered.get(key);
    if (expression === undefined) this.#remembered.set(key, (expression = make()));
    return expression;
  }
}
