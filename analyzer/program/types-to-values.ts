import type { Type, TypeFacts, TypeMember } from '#facts/types.js';
import { TYPE_NAME } from './creations.js';
import type { Engine } from './engine.js';
import { moduleOf } from './package-modules.js';
import { instanceOf } from './instances.js';
import type { ClassValue, LibraryValue, Unit, Value, ValueSet } from './values.js';
import { classOf } from './values.js';

/** Types that stand for their argument. */
const TRANSPARENT = new Set(['Promise', 'PromiseLike', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited', 'Omit', 'Pick', 'InstanceType']);
const COLLECTIONS: ReadonlyMap<string, number> = new Map([['Array', 0], ['ReadonlyArray', 0], ['Set', 0], ['ReadonlySet', 0], ['Map', 1], ['ReadonlyMap', 1], ['Record', 1], ['Iterable', 0], ['AsyncIterable', 0]]);
const MAX_DEPTH = 10;

/** What a value of a declared type can be: an instance of its class, one of its implementations, a library's thing. Empty when it says nothing. */
export function valuesOfDeclaredType(engine: Engine, type: Type, unit: Unit, depth = 0): ValueSet {
  const { table } = engine;
  if (depth > MAX_DEPTH) return table.empty;
  const again = (inner: Type) => valuesOfDeclaredType(engine, inner, unit, depth + 1);
  switch (type.is) {
    case 'reference': return reference(engine, type, unit, depth);
    case 'global': return globalType(engine, type, again);
    case 'import': return exportedType(engine, unit, type.specifier, type.path, depth, type.arguments[0]);
    case 'union': return table.union(type.of.map(again));
    case 'intersection': { const parts = type.of.map(again); return table.union(parts.some((part) => part.values.length === 0) ? parts.map((part) => partly(engine, part)) : parts); }
    case 'array': { const element = again(type.element); return element.values.length === 0 ? element : engine.list(undefined, element, undefined, undefined); }
    case 'tuple': { const all = type.elements.map(again); return engine.list(all, table.union(all), undefined, undefined); }
    case 'object': return table.only(typed(engine, unit, 'a declared object', type.members, false));
    case 'typeof': return engine.evaluate(type.value, unit.frame);
    case 'indexed': return engine.member(again(type.of), type.name);
    case 'literal': return table.literal(type.value);
    default: return table.empty;
  }
}

function globalType(engine: Engine, type: Extract<Type, { is: 'global' }>, again: (inner: Type) => ValueSet): ValueSet {
  const position = COLLECTIONS.get(type.name);
  if (position !== undefined) {
    const argument = type.arguments[position];
    const element = argument === undefined ? engine.table.empty : again(argument);
    return element.values.length === 0 ? element : engine.list(undefined, element, undefined, undefined);
  }
  const inner = type.arguments[0];
  if (inner !== undefined && type.name === 'ReturnType') return resultsOf(engine, again(inner));
  if (inner === undefined || !TRANSPARENT.has(type.name)) return engine.table.empty;
  const set = again(inner);
  return type.name === 'Omit' || type.name === 'Pick' ? chosen(engine, set, new Set(type.arguments.slice(1).flatMap(literals)), type.name === 'Pick') : set;
}

// `ReturnType<typeof loadSettings>`.
function resultsOf(engine: Engine, set: ValueSet): ValueSet {
  return engine.table.union(set.values.map((value) => (value.is === 'function' || value.is === 'bound' ? engine.invoke(value, undefined, [], undefined) : engine.table.only(value))));
}

// What else it has is not in sight.
function partly(engine: Engine, set: ValueSet): ValueSet {
  return engine.table.of(set.values.map((value) => (value.is === 'typed' ? typed(engine, value.unit, value.name, value.members, true) : value)));
}

function literals(type: Type): readonly string[] {
  if (type.is === 'union') return type.of.flatMap(literals);
  return type.is === 'literal' ? [String(type.value)] : [];
}

// `Omit<Draft, 'id'>`, `Pick<Draft, 'title'>`.
function chosen(engine: Engine, set: ValueSet, names: ReadonlySet<string>, picked: boolean): ValueSet {
  if (names.size === 0) return set;
  return engine.table.of(set.values.map((value) => (value.is === 'typed' ? typed(engine, value.unit, value.name, value.members.filter((member) => names.has(member.name) === picked), value.partial === true) : value)));
}

function reference(engine: Engine, type: Extract<Type, { is: 'reference' }>, unit: Unit, depth: number): ValueSet {
  const binding = unit.facts.bindings[type.binding];
  if (binding === undefined) return engine.table.empty;
  if (binding.from !== undefined) {
    const { name } = binding.from;
    const path = name === '*' || (name === '=' && type.path.length > 0) ? type.path : [name === '=' ? 'default' : name, ...type.path];
    return exportedType(engine, unit, binding.from.specifier, path, depth, type.arguments[0]);
  }
  return declaredType(engine, unit, type.binding, depth);
}

function declaredType(engine: Engine, unit: Unit, binding: number, depth: number): ValueSet {
  const facts = unit.facts.bindings[binding];
  if (facts === undefined) return engine.table.empty;
  if (facts.kind === 'class') {
    const found = engine.evaluate({ is: 'variable', binding, at: facts.at }, unit.frame).values.filter((value): value is ClassValue => value.is === 'class');
    return engine.table.union(found.map((value) => instancesOf(engine, value)));
  }
  const declarations = unit.facts.types.filter((candidate) => candidate.binding === binding || (candidate.name === facts.name && facts.kind === 'type'));
  const alias = declarations.find((candidate) => candidate.alias !== undefined)?.alias;
  if (alias !== undefined) return valuesOfDeclaredType(engine, alias, unit, depth + 1);
  return declarations.length === 0 ? engine.table.empty : interfaceValues(engine, unit, declarations, depth);
}

function instancesOf(engine: Engine, value: ClassValue): ValueSet {
  const injected = engine.injected(value);
  if (injected.values.length > 0) return injected;
  const concrete = classOf(value).abstract === true ? engine.subclassesOf(value) : [value];
  return engine.table.of(concrete.map((candidate) => instanceOf(engine, candidate, undefined, undefined)));
}

function interfaceValues(engine: Engine, unit: Unit, declarations: readonly TypeFacts[], depth: number): ValueSet {
  const name = declarations[0]?.name ?? '';
  const implementations = engine.implementationsOf(unit, name);
  if (implementations.length > 0) return engine.table.union(implementations.map((value) => (value.is === 'class' ? instancesOf(engine, value) : engine.table.only(value))));
  const inherited = declarations.flatMap((declaration) => declaration.extends.map((base) => valuesOfDeclaredType(engine, base, unit, depth + 1)));
  const library = inherited.flatMap((set) => set.values.filter((value) => value.is === 'library'));
  if (library.length > 0) return engine.table.of(library);
  const members = [...declarations.flatMap((declaration) => declaration.members), ...inherited.flatMap((set) => set.values.flatMap((value) => (value.is === 'typed' && value.unit === unit ? value.members : [])))];
  const partial = inherited.some((set) => set.values.every((value) => value.is !== 'typed' || value.unit !== unit || value.partial === true));
  return members.length === 0 ? engine.table.union(inherited) : engine.table.only(typed(engine, unit, name, members, partial));
}

function typed(engine: Engine, unit: Unit, name: string, members: readonly TypeMember[], partial: boolean): Value {
  const key = engine.keyOf(members);
  return engine.table.intern(`y${unit.id}:${key}:${partial}`, { is: 'typed', unit, name, members, ...(partial ? { partial } : {}) });
}

/** A type exported by a module of the program or by a package, with what it is `of`: its first argument. */
function exportedType(engine: Engine, unit: Unit, specifier: string, path: readonly string[], depth: number, of?: Type): ValueSet {
  const resolution = engine.project.resolve(specifier, unit.path);
  const name = path.find((part) => part !== 'default') ?? 'default';
  const module = moduleOf(engine, specifier, resolution);
  if (module !== undefined) {
    const typeName = path.filter((part) => part !== 'default').join('.');
    if (of !== undefined && engine.libraries.isTypeOfResult(module, typeName)) return resultsOf(engine, valuesOfDeclaredType(engine, of, unit, depth + 1));
    return engine.table.only(typedLibrary(engine, module, typeName));
  }
  const target = resolution.is === 'file' ? engine.units.get(resolution.path) : undefined;
  return target === undefined ? engine.table.empty : exportedFrom(engine, target, path[0] ?? name, depth + 1, new Set());
}

/** A value of a package's type, of which nothing else is known. */
export function typedLibrary(engine: Engine, module: string, name: string): LibraryValue {
  const found = engine.libraries.typePath(module, name);
  return engine.library(found.module, found.path, engine.library(module, TYPE_NAME + name, undefined, undefined), undefined);
}

function exportedFrom(engine: Engine, unit: Unit, name: string, depth: number, seen: Set<Unit>): ValueSet {
  if (depth > MAX_DEPTH || seen.has(unit)) return engine.table.empty;
  seen.add(unit);
  const { exports } = unit.index;
  // By name: what else the file exports is not asked.
  for (const exported of [...(exports.get(name) ?? []), ...(name === 'default' ? (exports.get('=') ?? []) : [])]) {
    if (exported.is === 'local' && exported.value.is === 'variable') {
      const binding = unit.facts.bindings[exported.value.binding];
      if (binding?.from !== undefined) return exportedType(engine, unit, binding.from.specifier, [binding.from.name], depth);
      return declaredType(engine, unit, exported.value.binding, depth);
    }
    if (exported.is === 'from') return exportedType(engine, unit, exported.specifier, [exported.imported], depth);
    if (exported.is === 'equals' && name === 'default' && exported.value.is === 'variable') return declaredType(engine, unit, exported.value.binding, depth);
    if (exported.is === 'local' && exported.value.is === 'class') {
      const values = engine.evaluate(exported.value, unit.frame).values.filter((value): value is ClassValue => value.is === 'class');
      return engine.table.union(values.map((value) => instancesOf(engine, value)));
    }
  }
  const named = unit.facts.types.find((candidate) => candidate.name === name);
  if (named !== undefined) return declaredType(engine, unit, named.binding, depth);
  for (const exported of exports.get('*') ?? []) {
    if (exported.is !== 'all') continue;
    const resolution = engine.project.resolve(exported.specifier, unit.path);
    const module = moduleOf(engine, exported.specifier, resolution);
    if (module !== undefined && engine.libraries.knowsType(module, name)) return exportedType(engine, unit, exported.specifier, [name], depth);
    const target = resolution.is === 'file' ? engine.units.get(resolution.path) : undefined;
    if (target === undefined) continue;
    const found = exportedFrom(engine, target, name, depth + 1, seen);
    if (found.values.length > 0) return found;
  }
  return engine.table.empty;
}
