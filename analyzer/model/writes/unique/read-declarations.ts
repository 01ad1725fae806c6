import type { TableRow } from '#catalog/schema.js';
import type { ClassFacts, Expression } from '#facts/types.js';
import type { Unit } from '#program/values.js';
import type { ModelContext } from '../../context.js';
import { calledName, chainOf, columnsIn, isTrue, isYes, keysIn, memberOf, plainValue, writtenAt } from './key-words.js';
import { columnName } from './table.js';
import { TableWords } from './table-words.js';
import type { Table, UniqueKey } from './table.js';

type Call = Extract<Expression, { is: 'call' | 'new' }>;
type Rows = ReadonlyMap<string, readonly TableRow[]>;

const MAX_BASES = 4;

/** The tables that the service's own code declares: classes with decorators, calls that make a table or a schema. */
export function readDeclarations({ program }: ModelContext): readonly Table[] {
  const rows = new Map<string, TableRow[]>();
  for (const { tables = [] } of program.engine.libraries.libraries) for (const row of tables) rows.set(row.named, [...(rows.get(row.named) ?? []), row]);
  const words = new TableWords(program.engine.libraries);
  const units = [...program.units.values()];
  const classes = new Map(units.flatMap((unit) => unit.facts.classes.map((owner) => [owner.name, { unit, owner }] as const)));
  return units.flatMap((unit) => [
    ...unit.facts.classes.flatMap((owner) => classTable(unit, owner, rows, classes)),
    ...[...rows].flatMap(([name, known]) => (unit.index.calls.get(name) ?? []).flatMap(({ call }) => known.flatMap((row) => (row.is === 'table' ? calledTable(unit, call, row, { rows, words }) : [])))),
  ]);
}

interface Owned {
  readonly unit: Unit;
  readonly owner: ClassFacts;
}

function classTable(unit: Unit, owner: ClassFacts, rows: Rows, classes: ReadonlyMap<string, Owned>): readonly Table[] {
  const keys = classKeys({ unit, owner }, rows, classes, 0);
  const tables = decoratorsOf(owner.decorators, unit, rows).filter(({ row }) => row.is === 'table');
  if (keys.length === 0 && tables.length === 0) return [];
  const named = tables.flatMap(({ row, call }) => namesAt(row, call, unit));
  return [{ names: [owner.name, ...named].map(columnName), keys, fills: new Map(), whole: false }];
}

// What a class takes over from another one is unique there as well.
function classKeys({ unit, owner }: Owned, rows: Rows, classes: ReadonlyMap<string, Owned>, depth: number): readonly UniqueKey[] {
  const base = owner.extends?.is === 'variable' ? classes.get(unit.facts.bindings[owner.extends.binding]?.name ?? '') : undefined;
  const inherited = base === undefined || base.owner === owner || depth >= MAX_BASES ? [] : classKeys(base, rows, classes, depth + 1);
  const own = decoratorsOf(owner.decorators, unit, rows).flatMap(({ row, call }) => (row.is === 'key' ? keyOf(row, call, unit) : []));
  const primary: string[] = [];
  const members = owner.members.flatMap((member) => decoratorsOf(member.decorators, unit, rows).flatMap(({ row, call }) => {
    if (row.is !== 'column' || !isOn(row, call, unit)) return [];
    // Several primary columns are one key.
    if (/primary/i.test(row.named)) {
      primary.push(member.name);
      return [];
    }
    return [uniqueKey([member.name], isPartial(row, call, unit))];
  }));
  return [...inherited, ...own, ...members, ...(primary.length === 0 ? [] : [uniqueKey(primary, false)])];
}

function decoratorsOf(decorators: readonly Expression[] | undefined, unit: Unit, rows: Rows): readonly { readonly row: TableRow; readonly call: Call }[] {
  return (decorators ?? []).flatMap((decorator) => {
    const call: Call | undefined = decorator.is === 'call' ? decorator : decorator.is === 'variable' || decorator.is === 'member' ? { is: 'call', callee: decorator, arguments: [], at: 0, start: 0, end: 0 } as Call : undefined;
    return call === undefined ? [] : (rows.get(calledName(call, unit)) ?? []).map((row) => ({ row, call }));
  });
}

function keyOf(row: TableRow, call: Call, unit: Unit): readonly UniqueKey[] {
  if (!isOn(row, call, unit)) return [];
  for (const place of row.columnsAt ?? []) {
    const written = writtenAt(call, place, unit);
    const columns = written === undefined || written.is === 'literal' ? [] : columnsIn(written, unit);
    if (columns.length > 0) return [uniqueKey(columns, isPartial(row, call, unit))];
  }
  return [];
}

function calledTable(unit: Unit, call: Call, row: TableRow, { rows, words }: { readonly rows: Rows; readonly words: TableWords }): readonly Table[] {
  const names = [...namesAt(row, call, unit), ...namesFor(unit, call, rows)].filter((name) => name !== '');
  const columns = (row.columnsAt ?? []).map((place) => writtenAt(call, place, unit)).find((written) => written?.is === 'object');
  if (names.length === 0 || columns === undefined) return [];
  const keys = [...columnKeys(columns, unit, words), ...(row.keysAt ?? []).flatMap((place) => keysIn(writtenAt(call, place, unit), unit, words)).map((key) => uniqueKey(key.columns, key.partial)), ...keysCalledOn(unit, call, rows)];
  return [{ names: names.map(columnName), keys: keys.filter((key) => key.columns.length > 0), fills: new Map(), whole: row.whole === true }];
}

// `number: text().unique()`, `number: { type: String, unique: true }`, `unique: 'a_and_b'`.
function columnKeys(columns: Expression, unit: Unit, words: TableWords): readonly UniqueKey[] {
  if (columns.is !== 'object') return [];
  const together = new Map<string, string[]>();
  const keys = columns.properties.flatMap((property) => {
    if (property.is !== 'named') return [];
    const written = plainValue(property.value, unit);
    const named = plainValue(memberOf(written, 'unique'), unit);
    if (named?.is === 'literal' && typeof named.value === 'string') together.set(named.value, [...(together.get(named.value) ?? []), property.name]);
    return chainOf(written).some(({ name }) => words.is('unique', name)) || isTrue(written, unit, words) ? [uniqueKey([property.name], false)] : [];
  });
  return [...keys, ...[...together.values()].map((names) => uniqueKey(names, false))];
}

// `schema.index({ a: 1, b: 1 }, { unique: true })` on what the call gave.
function keysCalledOn(unit: Unit, call: Call, rows: Rows): readonly UniqueKey[] {
  return [...rows].flatMap(([name, known]) => (unit.index.calls.get(name) ?? []).flatMap(({ call: other }) =>
    (other.callee.is === 'member' && plainValue(other.callee.of, unit) === call ? known.flatMap((row) => (row.is === 'key' ? keyOf(row, other, unit) : [])) : [])));
}

// `model('Order', schema)`.
function namesFor(unit: Unit, call: Call, rows: Rows): readonly string[] {
  return [...rows].flatMap(([name, known]) => known.flatMap((row) => (row.is !== 'name' ? [] : (unit.index.calls.get(name) ?? []).flatMap(({ call: other }) =>
    (row.of !== undefined && writtenAt(other, row.of, unit) === call ? namesAt(row, other, unit) : [])))));
}

function namesAt(row: TableRow, call: Call, unit: Unit): readonly string[] {
  return (row.nameAt ?? []).flatMap((place) => {
    const written = writtenAt(call, place, unit);
    if (written?.is === 'literal') return [String(written.value)];
    return written?.is === 'variable' ? [unit.facts.bindings[written.binding]?.name ?? ''] : [];
  });
}

function isOn({ onlyBy }: TableRow, call: Call, unit: Unit): boolean {
  return onlyBy === undefined || onlyBy.some((place) => {
    const written = writtenAt(call, place, unit);
    return isYes(written, unit);
  });
}

function isPartial({ partialBy = [] }: TableRow, call: Call, unit: Unit): boolean {
  return partialBy.some((place) => writtenAt(call, place, unit) !== undefined);
}

function uniqueKey(columns: readonly string[], partial: boolean): UniqueKey {
  return { columns: columns.map(columnName), text: `(${columns.join(', ')})`, partial };
}
