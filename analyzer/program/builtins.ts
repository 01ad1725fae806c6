import type { Engine } from './engine.js';
import { isVague } from './bindings.js';
import { textParts } from './evaluate.js';
import { ELEMENT_METHODS } from './callbacks.js';
import { entryOf } from './kept-entries.js';
import { elementsOf, exactPositions, keysOf, pairOf } from './lists.js';
import { propertiesOf } from './members.js';
import { drawnFrom } from './random-numbers.js';
import { REFLECTED } from './reflected.js';
import { asWhole, passedOn } from './whole-arguments.js';
import type { CallInstance, LibraryValue, ListValue, Value, ValueSet } from './values.js';

type Builtin = (engine: Engine, given: readonly ValueSet[], call: CallInstance | undefined) => ValueSet;

const first: Builtin = (engine, given) => given[0] ?? engine.table.undefined;
const merge: Builtin = (engine, given) => engine.table.only(engine.merged(given, []));
const firstSettled: Builtin = (engine, given) => elementsOf(engine, given[0] ?? engine.table.empty, 'the first to settle');
const elements: Builtin = (engine, given) => listOf(engine, elementsOf(engine, given[0] ?? engine.table.empty, 'a value of an object'));

/** What the language's own functions give, by their path. A closed list; nothing runs. */
const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['Promise.resolve', first], ['Promise.all', first], ['Promise.allSettled', first], ['Promise.race', firstSettled], ['Promise.any', firstSettled],
  ['Promise', (engine, given, call) => resolvedValues(engine, given[0], call)],
  ['Object.freeze', first], ['Object.seal', first], ['structuredClone', first], ['Object.create', first],
  ['Object.assign', merge], ['Object.values', elements],
  ['Object.keys', (engine, given) => listOf(engine, keysOf(engine, given[0] ?? engine.table.empty), true)],
  ['Object.entries', (engine, given) => entries(engine, given[0] ?? engine.table.empty)],
  ['Object.fromEntries', (engine, given) => fromEntries(engine, given[0])],
  ['Array.from', listFrom], ['Array.of', (engine, given) => engine.list(given, engine.table.union(given), undefined, undefined)],
  ['Array', (engine, given) => engine.list(undefined, engine.table.union(given), undefined, undefined)],
  ['Set', (engine, given, call) => collection(engine, given[0], call)],
  ['Map', (engine, given, call) => map(engine, given[0], call)], ['WeakMap', (engine, given, call) => map(engine, given[0], call)],
  ['Number', numberOf], ['parseInt', numberOf], ['Number.parseInt', numberOf], ['parseFloat', numberOf], ['Number.parseFloat', numberOf],
  ['String', (engine, given) => (given[0] === undefined ? engine.table.literal('') : engine.table.text(textParts(given[0])))],
  ['Math.min', (engine, given) => extreme(engine, given, Math.min)], ['Math.max', (engine, given) => extreme(engine, given, Math.max)],
  ...REFLECTED, ['Math.pow', power], ['Math.floor', rounded(Math.floor)], ['Math.ceil', rounded(Math.ceil)], ['Math.round', rounded(Math.round)], ['Math.trunc', rounded(Math.trunc)],
]);

/** What a global function gives; undefined when it is none of the language's that are followed. */
export function builtinCall(engine: Engine, target: LibraryValue, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet | undefined {
  if (target.path === 'Reflect.apply') return engine.table.union((given[0]?.values ?? []).map((value) => engine.invoke(value, call, positionsOf(engine, given[2]), given[1])));
  if (target.path === 'Reflect.construct') return engine.table.union((given[0]?.values ?? []).map((value) => engine.invoke(value, call, positionsOf(engine, given[1]), undefined)));
  return BUILTINS.get(target.path)?.(engine, given, call);
}

/** The elements of a list as arguments. */
export function positionsOf(engine: Engine, set: ValueSet | undefined): readonly ValueSet[] {
  const exact = set?.values.length === 1 ? exactPositions(engine, set.values[0]) : undefined;
  if (exact !== undefined) return asWhole(exact);
  return set === undefined ? [] : [elementsOf(engine, set, 'one of the arguments')];
}

function listOf(engine: Engine, set: ValueSet, exact = false): ValueSet {
  return engine.list(exact ? set.values.map((value) => engine.table.only(value)) : undefined, set, undefined, undefined);
}

function numberOf(engine: Engine, given: readonly ValueSet[]): ValueSet {
  const set = given[0] ?? engine.table.empty;
  return engine.table.union(set.values.map((value) => {
    if (value.is !== 'literal') return engine.table.only(value);
    const number = typeof value.value === 'string' ? Number.parseFloat(value.value) : Number(value.value);
    return Number.isNaN(number) ? engine.table.unknown('no number') : engine.table.literal(number);
  }));
}

function extreme(engine: Engine, given: readonly ValueSet[], of: (...numbers: number[]) => number): ValueSet {
  const endless = of();
  // `Math.min(delay, Infinity)`: what is the least of nothing changes no least.
  const ends = given.filter((set) => set.values.length !== 1 || !isNumber(set.values[0], endless));
  if (ends.length < given.length && ends.length === 1) return ends[0] ?? engine.table.empty;
  const numbers = ends.map((set) => (set.values.length === 1 && set.values[0]?.is === 'literal' ? Number(set.values[0].value) : Number.NaN));
  if (ends.length > 0 && !numbers.some(Number.isNaN)) return engine.table.literal(of(...numbers));
  const only = ends.map((set) => (set.values.length === 1 ? set.values[0] : undefined));
  const drawn = only.includes(undefined) ? undefined : drawnFrom(engine, only as Value[], (upper) => of(...upper));
  return drawn ?? engine.table.unknown('the least or greatest of unknown numbers');
}

function power(engine: Engine, given: readonly ValueSet[]): ValueSet {
  const [base, exponent] = [0, 1].map((position) => (given[position]?.values.length === 1 ? given[position]?.values[0] : undefined));
  if (base?.is !== 'literal' || exponent?.is !== 'literal') return engine.table.unknown('a power of unknown numbers');
  return engine.table.literal(Number(base.value) ** Number(exponent.value));
}

function isNumber(value: Value | undefined, number: number): boolean {
  if (value?.is === 'literal') return value.value === number;
  return value?.is === 'library' && value.module === 'global' && number === Infinity && (value.path === 'Infinity' || value.path === 'Number.POSITIVE_INFINITY');
}

function rounded(by: (value: number) => number): Builtin {
  return (engine, given) => {
    const only = given[0]?.values[0];
    if (only === undefined || given[0]?.values.length !== 1) return given[0] ?? engine.table.empty;
    if (only.is === 'literal') return engine.table.literal(by(Number(only.value)));
    return drawnFrom(engine, [only], ([upper = 0]) => by(upper)) ?? engine.table.only(only);
  };
}

function entries(engine: Engine, set: ValueSet): ValueSet {
  const pairs: ValueSet[] = [];
  for (const value of set.values) {
    if (value.is === 'object' || value.is === 'merged') for (const [name, member] of propertiesOf(engine, value)) pairs.push(pairOf(engine, engine.table.literal(name), member));
    else pairs.push(pairOf(engine, engine.table.unknown('a key'), elementsOf(engine, engine.table.only(value), 'a value')));
  }
  return engine.list(pairs, engine.table.union(pairs), undefined, undefined);
}

function fromEntries(engine: Engine, set: ValueSet | undefined): ValueSet {
  return map(engine, set, undefined);
}

function collection(engine: Engine, set: ValueSet | undefined, call: CallInstance | undefined): ValueSet {
  const inner = set === undefined ? engine.table.empty : elementsOf(engine, set, 'an element of a set');
  return engine.list(undefined, inner, undefined, call === undefined ? undefined : { expression: call.expression, frame: call.frame });
}

function map(engine: Engine, set: ValueSet | undefined, call: CallInstance | undefined): ValueSet {
  const pairs = positionsOf(engine, set).flatMap((entry) => entry.values.filter((value): value is ListValue => value.is === 'list' && value.positions?.length === 2));
  const keys = pairs.map((entry) => entry.positions?.[0] ?? engine.table.empty);
  const values = pairs.map((entry) => entry.positions?.[1] ?? engine.table.empty);
  return engine.list(values, engine.table.union(values), keys, call === undefined ? undefined : { expression: call.expression, frame: call.frame });
}

/** What `new Promise((resolve) => …)` resolves to. */
function resolvedValues(engine: Engine, executor: ValueSet | undefined, call: CallInstance | undefined): ValueSet {
  const only = executor?.values[0];
  if (only?.is !== 'function' || call === undefined) return engine.table.unknown('what a promise resolves to');
  const resolve = only.unit.facts.functions[only.index]?.parameters[0]?.binding;
  const name = resolve === undefined ? undefined : only.unit.facts.bindings[resolve]?.name;
  if (name === undefined) return engine.table.undefined;
  const sets: ValueSet[] = [];
  for (const site of only.unit.index.calls.get(name) ?? []) {
    const argument = site.call.arguments[0];
    if (site.call.callee.is !== 'variable' || site.call.callee.binding !== resolve || argument === undefined) continue;
    sets.push(engine.evaluate(argument, engine.within(engine.enter(only, []), site.by)));
  }
  return sets.length === 0 ? engine.table.unknown('what a promise resolves to') : engine.table.union(sets);
}

const KEEPS_LIST = new Set(['filter', 'slice', 'concat', 'reverse', 'sort', 'toSorted', 'toReversed', 'splice', 'flat', 'values', 'fill']);
const REVERSES = new Set(['reverse', 'toReversed']);
const PICKS_ELEMENT = new Set(['find', 'findLast', 'at', 'pop', 'shift', 'next']);

/** What a method of a list, text, promise or function gives. */
export function builtinMethod(engine: Engine, of: Value, name: string, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet {
  const { table } = engine;
  const self = table.only(of);
  if (name === 'then') return settled(engine, self, given[0], call);
  if (name === 'catch') return table.union([self, ...(given[0]?.values ?? []).map((handler) => engine.invoke(handler, call, [table.unknown('what was thrown')], undefined))]);
  if (name === 'finally') return self;
  if (of.is === 'function' || of.is === 'bound' || of.is === 'class' || of.is === 'library') return functionMethod(engine, of, name, call, given);
  if (of.is === 'list') return listMethod(engine, of, name, call, given);
  if ((of.is === 'literal' || of.is === 'text') && (name === 'toString' || name === 'trim' || name === 'toLowerCase' || name === 'toUpperCase')) return changedCase(engine, of, name);
  const parts = name === 'split' ? splitText(engine, of, given) : undefined;
  if (parts !== undefined) return parts;
  if (of.is === 'environment') return self;
  return isDescription(of, name) ? (name === 'transform' ? changedBy(engine, self, given[0]) : self) : table.unknown(`${name} of text`);
}

// `number().default(6).describe('in seconds')`: no text or number has such a method, so that it stands for the description that has it as its default.
function isDescription(of: Value, name: string): boolean {
  return of.is === 'literal' && of.value !== null && ![String, Number, Boolean].some(({ prototype }) => name in prototype);
}

function changedBy(engine: Engine, of: ValueSet, change: ValueSet | undefined): ValueSet {
  return engine.table.union((change?.values ?? []).map((value) => engine.invoke(value, undefined, [of], undefined)));
}

// `'shop.v1'.split('.')`: the parts of a text that is known as a whole.
function splitText(engine: Engine, of: Value, [by, limit]: readonly ValueSet[]): ValueSet | undefined {
  const separator = by?.values.length === 1 ? by.values[0] : undefined;
  if (of.is !== 'literal' || typeof of.value !== 'string' || separator?.is !== 'literal' || typeof separator.value !== 'string' || limit !== undefined) return undefined;
  const parts = of.value.split(separator.value).map((part) => engine.table.literal(part));
  return engine.list(parts, engine.table.union(parts), undefined, undefined);
}

function changedCase(engine: Engine, of: Value, name: string): ValueSet {
  const parts = textParts(engine.table.only(of));
  return engine.table.text(parts.map((part) => (part === null ? null : name === 'toLowerCase' ? part.toLowerCase() : name === 'toUpperCase' ? part.toUpperCase() : part)));
}

function settled(engine: Engine, self: ValueSet, handler: ValueSet | undefined, call: CallInstance | undefined): ValueSet {
  const results = (handler?.values ?? []).map((value) => (value.is === 'function' || value.is === 'bound' ? engine.invoke(value, call, [self], undefined) : self));
  return results.length === 0 ? self : engine.table.union(results);
}

function functionMethod(engine: Engine, of: Value, name: string, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet {
  if (name === 'call') return engine.invoke(of, call, passedOn(given), given[0]);
  if (name === 'apply') return engine.invoke(of, call, positionsOf(engine, given[1]), given[0]);
  const self = given[0] === undefined || isVague(given[0]) ? undefined : given[0];
  const rest = given.slice(1);
  const key = `b${of.id}:${self?.id ?? ''}:${rest.map((set) => set.id).join(',')}`;
  return engine.table.only(engine.table.intern(key, { is: 'bound', target: of, self, given: rest }));
}

function listMethod(engine: Engine, of: ListValue, name: string, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet {
  const { table } = engine;
  const self = table.only(of);
  if (name === 'get') return entryOf(engine, of, given[0], call);
  if (PICKS_ELEMENT.has(name)) return elementsOf(engine, self, 'an element');
  if (name === 'map' || name === 'flatMap') return mapped(engine, of, call, given[0]);
  if (name === 'concat') return listOf(engine, table.union([elementsOf(engine, self, 'an element'), ...given.map((set) => elementsOf(engine, set, 'an element'))]));
  const exact = REVERSES.has(name) ? exactPositions(engine, of) : undefined;
  if (exact !== undefined) return engine.list([...exact].reverse(), of.elements, undefined, undefined);
  if (KEEPS_LIST.has(name)) return name === 'values' || name === 'slice' || name === 'filter' ? engine.list(undefined, elementsOf(engine, self, 'an element'), undefined, of.origin) : self;
  if (name === 'entries' && of.keys === undefined) {
    const all = exactPositions(engine, of);
    const pairs = all?.map((element, position) => pairOf(engine, table.literal(position), element));
    if (pairs !== undefined) return engine.list(pairs, table.union(pairs), undefined, undefined);
  }
  if (name === 'entries') return listOf(engine, pairOf(engine, of.keys === undefined ? table.unknown('a key') : table.union(of.keys), elementsOf(engine, self, 'an element')));
  if (name === 'keys') return listOf(engine, keysOf(engine, self));
  if (name === 'reduce' || name === 'reduceRight') return reduced(engine, of, call, given);
  if (name === 'set' || name === 'add') return self;
  return ELEMENT_METHODS.has(name) ? table.undefined : table.unknown(`${name} of a list`);
}

function mapped(engine: Engine, of: ListValue, call: CallInstance | undefined, callback: ValueSet | undefined): ValueSet {
  const apply = (element: ValueSet) => engine.table.union((callback?.values ?? []).map((value) => engine.invoke(value, call, [element], undefined)));
  const exact = exactPositions(engine, of);
  if (exact !== undefined && exact.length <= 64) {
    const positions = exact.map(apply);
    return engine.list(positions, engine.table.union(positions), undefined, undefined);
  }
  return engine.list(undefined, apply(elementsOf(engine, engine.table.only(of), 'an element')), undefined, undefined);
}

function reduced(engine: Engine, of: ListValue, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet {
  const exact = exactPositions(engine, of);
  if (exact === undefined || exact.length > 64) {
    const element = elementsOf(engine, engine.table.only(of), 'an element');
    return engine.table.union([given[1] ?? engine.table.empty, ...(given[0]?.values ?? []).map((value) => engine.invoke(value, call, [given[1] ?? element, element], undefined))]);
  }
  const backwards = call?.expression.callee.is === 'member' && call.expression.callee.name === 'reduceRight';
  const all = backwards ? [...exact].reverse() : exact;
  let current = given[1] ?? all[0] ?? engine.table.undefined;
  for (const element of given[1] === undefined ? all.slice(1) : all) {
    current = engine.table.union((given[0]?.values ?? []).map((value) => engine.invoke(value, call, [current, element], undefined)));
  }
  return current;
}

// `Array.from(rows, f)`; of `{ length: 3 }` nothing but the positions is known.
function listFrom(engine: Engine, given: readonly ValueSet[], call: CallInstance | undefined): ValueSet {
  const [from = engine.table.empty, callback] = given;
  const functions = callback?.values.filter((value) => value.is === 'function' || value.is === 'bound') ?? [];
  if (functions.length === 0) return elements(engine, given, call);
  const apply = (element: ValueSet, position: ValueSet) => engine.table.union(functions.map((value) => engine.invoke(value, call, [element, position], undefined)));
  if (from.values.some(({ is }) => is === 'object')) return listOf(engine, apply(engine.table.undefined, engine.table.unknown('a position')));
  return listOf(engine, apply(elementsOf(engine, from, 'an element'), engine.table.unknown('a position')));
}
