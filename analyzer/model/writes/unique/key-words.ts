import type { Expression } from '#facts/types.js';
import { parsePlace } from '#program/parse-place.js';
import type { Unit } from '#program/values.js';
import type { TableWords } from './table-words.js';

const MAX_DEPTH = 6;

type Call = Extract<Expression, { is: 'call' | 'new' }>;

/** An index or constraint as written: its columns, where it is unique. */
export interface WrittenKey {
  readonly columns: readonly string[];
  readonly partial: boolean;
}

/** A value without its wrappings: casts, names that stand for it. */
export function plainValue(value: Expression | undefined, unit: Unit, depth = 0): Expression | undefined {
  if (value === undefined || depth > MAX_DEPTH) return value;
  if (value.is === 'cast' || value.is === 'await') return plainValue(value.of, unit, depth + 1);
  const binding = value.is === 'variable' ? unit.facts.bindings[value.binding] : undefined;
  if (binding?.kind !== 'const' || binding.values.length !== 1) return value;
  return plainValue(binding.values[0]?.value, unit, depth + 1);
}

/** What stands at a place of a call, as written. */
export function writtenAt(call: Call, place: string, unit: Unit): Expression | undefined {
  const { scope, argument, names } = parsePlace(place);
  if (scope === 'of') return call.callee.is === 'member' ? call.callee.of : undefined;
  let found = plainValue(call.arguments[argument ?? 0], unit);
  for (const name of names) found = plainValue(memberOf(found, name), unit);
  return found;
}

/** The member of an object as written. */
export function memberOf(value: Expression | undefined, name: string): Expression | undefined {
  if (value?.is !== 'object') return undefined;
  const property = value.properties.findLast((candidate) => candidate.is === 'named' && candidate.name === name);
  return property?.value;
}

/** The calls of a chain, the last one first: `unique`, `text` of `text('number').unique()`. */
export function chainOf(value: Expression | undefined): readonly { readonly name: string; readonly call: Call }[] {
  const found: { name: string; call: Call }[] = [];
  for (let link = value; link !== undefined; link = link.is === 'call' || link.is === 'new' ? link.callee : link.is === 'member' || link.is === 'cast' ? link.of : undefined) {
    if (link.is === 'call' || link.is === 'new') found.push({ name: link.callee.is === 'member' || link.callee.is === 'global' ? link.callee.name : '', call: link });
  }
  return found;
}

/** The last name of what is called. */
export function calledName({ callee }: Call, unit: Unit): string {
  if (callee.is === 'variable') return unit.facts.bindings[callee.binding]?.name ?? '';
  return callee.is === 'member' || callee.is === 'global' ? callee.name : '';
}

/** The names of columns in a list, in an object's members, in what a function gives. */
export function columnsIn(value: Expression | undefined, unit: Unit, depth = 0): readonly string[] {
  const plain = plainValue(value, unit);
  if (plain === undefined || depth > MAX_DEPTH) return [];
  switch (plain.is) {
    case 'literal': return typeof plain.value === 'string' ? [plain.value] : [];
    case 'member': return [plain.name];
    case 'array': return plain.elements.flatMap((element) => columnsIn(element, unit, depth + 1));
    case 'object': {
      const named = memberOf(plain, 'name') ?? memberOf(plain, 'attribute');
      if (named !== undefined) return columnsIn(named, unit, depth + 1);
      return plain.properties.flatMap((property) => (property.is === 'named' ? [property.name] : []));
    }
    case 'function': return (unit.index.returns.get(plain.index) ?? []).flatMap((returned) => columnsIn(returned, unit, depth + 1));
    // `lower(table.email)`, `table.email.desc()`.
    case 'call': return [...(plain.callee.is === 'member' && plain.callee.of.is === 'member' ? columnsIn(plain.callee.of, unit, depth + 1) : []), ...plain.arguments.flatMap((argument) => columnsIn(argument, unit, depth + 1))];
    default: return [];
  }
}

/** The unique keys among indexes: a list, an object or a function that gives one. */
export function keysIn(value: Expression | undefined, unit: Unit, words: TableWords, depth = 0): readonly WrittenKey[] {
  const plain = plainValue(value, unit);
  if (plain === undefined || depth > MAX_DEPTH) return [];
  if (plain.is === 'array') return plain.elements.flatMap((element) => keysIn(element, unit, words, depth + 1));
  if (plain.is === 'function') return (unit.index.returns.get(plain.index) ?? []).flatMap((returned) => keysIn(returned, unit, words, depth + 1));
  if (plain.is === 'object') {
    if (plain.properties.some((property) => property.is === 'named' && words.is('key-columns', property.name))) return isTrue(plain, unit, words) ? [{ columns: listedIn(plain, unit, words), partial: partIn(plain, words) }] : [];
    return plain.properties.flatMap((property) => keysIn(property.value, unit, words, depth + 1));
  }
  const chain = chainOf(plain);
  if (!chain.some(({ name, call }) => words.is('unique', name === '' ? calledName(call, unit) : name))) return [];
  const on = chain.find(({ name }) => words.is('key-on', name))?.call.arguments ?? [];
  const columns = on.length > 0 ? on.flatMap((argument) => columnsIn(argument, unit)) : chain.flatMap(({ call }) => call.arguments.flatMap((argument) => listedIn(argument, unit, words)));
  return [{ columns, partial: chain.some(({ name }) => words.is('key-part', name)) }];
}

// `where: { … }`: a key of some rows only.
function partIn({ properties }: Extract<Expression, { is: 'object' }>, words: TableWords): boolean {
  return properties.some((property) => property.is === 'named' && words.is('key-part', property.name));
}

/** Does an object say that what it describes is unique? */
export function isTrue(value: Expression | undefined, unit: Unit, words: TableWords): boolean {
  if (value?.is !== 'object') return false;
  return value.properties.some((property) => {
    if (property.is !== 'named') return false;
    const given = plainValue(property.value, unit);
    if (property.name === 'type') return given?.is === 'literal' && words.is('unique-by', String(given.value).toLowerCase());
    return words.is('unique', property.name) && isYes(given, unit);
  });
}

/** `true`, `1`, `[true, 'is taken']`. */
export function isYes(value: Expression | undefined, unit: Unit): boolean {
  if (value?.is === 'array') return isYes(plainValue(value.elements[0], unit), unit);
  return value?.is === 'literal' && (value.value === true || value.value === 1);
}

function listedIn(value: Expression, unit: Unit, words: TableWords): readonly string[] {
  const plain = plainValue(value, unit);
  if (plain?.is !== 'object') return plain?.is === 'array' ? columnsIn(plain, unit) : [];
  const property = plain.properties.find((candidate) => candidate.is === 'named' && words.is('key-columns', candidate.name));
  return property === undefined ? [] : columnsIn(property.value, unit);
}
