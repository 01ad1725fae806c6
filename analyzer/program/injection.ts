import type { InjectionRow } from '#catalog/schema.js';
import type { ClassMember, Expression, Type } from '#facts/types.js';
import { activationsInSight } from './callers.js';
import type { Engine } from './engine.js';
import { instanceOf } from './instances.js';
import { propertiesOf } from './members.js';
import { placeValues } from './places.js';
import { injectedByDecorator, registeredFor, registeredInstead } from './provided-libraries.js';
import { typedLibrary } from './types-to-values.js';
import type { CallInstance, ClassValue, Frame, LibraryValue, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** What a container gives for a token. */
export interface Provision {
  readonly token: Value;
  /** A scope of each request makes one of its own. */
  readonly perRequest?: true;
  /** Evaluated when asked: providers may depend on each other. */
  readonly give: () => ValueSet;
}

/** What a container passes to a constructor's parameter: by token, by class, by type, by name. */
export function injectedParameter(engine: Engine, frame: Frame, position: number): ValueSet {
  const parameter = functionOf(frame).parameters[position];
  if (parameter === undefined || engine.libraries.injections.length === 0) return engine.table.empty;
  const named = injectedByDecorator(engine, parameter.decorators, frame.parent ?? frame, classOf(engine, frame));
  if (named !== undefined) return named;
  const token = tokenOf(engine, parameter.decorators, frame.parent ?? frame);
  if (token !== undefined) {
    const found = provided(engine, token);
    if (found.values.length > 0) return found;
  }
  const byType = parameter.type === undefined ? engine.table.empty : byTypeToken(engine, parameter.type, frame);
  // A described object is what a container by name passes.
  if (byType.values.some((value) => value.is !== 'typed')) return byType;
  const cradle = cradleFor(engine, frame);
  return cradle.values.length > 0 ? cradle : byType;
}

/** What a container puts into a decorated field. */
export function fieldByInjection(engine: Engine, level: ClassValue, member: ClassMember): ValueSet {
  const named = injectedByDecorator(engine, member.decorators, level.closure, level);
  if (named !== undefined) return named;
  const token = tokenOf(engine, member.decorators, level.closure);
  if (token !== undefined) return provided(engine, token);
  return member.decorators === undefined || member.type === undefined ? engine.table.empty : registeredFor(engine, engine.valuesOfType(member.type, level.unit), level);
}

function byTypeToken(engine: Engine, type: Type, frame: Frame): ValueSet {
  return registeredFor(engine, engine.valuesOfType(type, frame.unit), classOf(engine, frame));
}

/** The class whose constructor runs. */
function classOf(engine: Engine, frame: Frame): ClassValue | undefined {
  const { class: owner } = functionOf(frame);
  const target = owner === undefined ? undefined : engine.evaluate({ is: 'class', index: owner }, frame.parent ?? frame).values[0];
  return target?.is === 'class' ? target : undefined;
}

/** The token that a parameter's or field's decorator names. */
function tokenOf(engine: Engine, decorators: readonly Expression[] | undefined, frame: Frame): ValueSet | undefined {
  for (const decorator of decorators ?? []) {
    if (decorator.is !== 'call') continue;
    for (const target of engine.targets(engine.callInstance(decorator, frame))) {
      if (target.is !== 'value' || target.value.is !== 'library') continue;
      const { value } = target;
      for (const { library, row } of engine.libraries.injections) {
        const found = row.tokens?.find((token) => token.decorator === value.path && names(library, value.module));
        if (found === undefined) continue;
        const token = placeValues(engine, engine.callInstance(decorator, frame), value, found.tokenAt);
        if (token.values.length > 0) return token;
      }
    }
  }
  return undefined;
}

function names(library: { readonly package: string; readonly modules?: readonly string[] }, module: string): boolean {
  return library.package === module || library.modules?.includes(module) === true;
}

/** Everything that providers give for a token. */
export function provided(engine: Engine, token: ValueSet): ValueSet {
  const sets: ValueSet[] = [];
  for (const value of token.values) {
    const provisions = engine.provisions().filter((provision) => sameToken(provision.token, value));
    if (provisions.length > 0) sets.push(...provisions.map((provision) => provision.give()));
    else if (value.is === 'class') sets.push(engine.table.only(instanceOf(engine, value, undefined, undefined)));
  }
  return engine.table.union(sets);
}

function sameToken(a: Value, b: Value): boolean {
  if (a === b) return true;
  return a.is === 'class' && b.is === 'class' && a.unit === b.unit && a.index === b.index;
}

/** Reads every provider object and binding call of the program once. */
export function collectProvisions(engine: Engine): readonly Provision[] {
  const found: Provision[] = [];
  for (const { library, row } of engine.libraries.injections) {
    if (!engine.uses(library)) continue;
    if (row.provider !== undefined) found.push(...providerObjects(engine, row.provider));
    for (const binding of row.bindings ?? []) found.push(...boundByCalls(engine, library, binding));
  }
  return found;
}

type ProviderKeys = NonNullable<InjectionRow['provider']>;

function providerObjects(engine: Engine, keys: ProviderKeys): Provision[] {
  const found: Provision[] = [];
  for (const unit of engine.units.values()) {
    for (const { object, by } of unit.index.objects.get(keys.token) ?? []) {
      for (const frame of activationsInSight(engine, unit, by)) {
        const value = engine.objectValue(object, frame);
        const tokens = engine.memberOf(value, keys.token);
        for (const token of tokens.values) found.push({ token, give: () => providerValue(engine, value, keys) });
      }
    }
  }
  return found;
}

function providerValue(engine: Engine, provider: Value, keys: ProviderKeys): ValueSet {
  const read = (key: string) => engine.memberOf(provider, key).values.filter((value) => value.is !== 'undefined');
  const sets: ValueSet[] = [];
  for (const value of read(keys.class)) {
    if (value.is === 'class') sets.push(engine.table.only(instanceOf(engine, value, undefined, undefined)));
    if (value.is === 'library') sets.push(engine.table.only(engine.library(value.module, `${value.path}()`, value, undefined)));
  }
  for (const value of read(keys.value)) sets.push(engine.table.only(value));
  for (const value of read(keys.existing)) sets.push(provided(engine, engine.table.only(value)));
  for (const factory of read(keys.factory)) {
    const wanted = read(keys.inject).flatMap((list) => (list.is === 'list' ? [...(list.positions ?? [])] : []));
    const hasInject = read(keys.inject).length > 0;
    const given = hasInject ? wanted.map((token) => provided(engine, token)) : [];
    sets.push(engine.invoke(factory, undefined, given, undefined));
  }
  return engine.table.union(sets);
}

type BindingRow = NonNullable<InjectionRow['bindings']>[number];

function boundByCalls(engine: Engine, library: { readonly package: string; readonly modules?: readonly string[] }, row: BindingRow): Provision[] {
  const found: Provision[] = [];
  const last = row.call.slice(row.call.lastIndexOf('.') + 1);
  for (const { unit, site } of engine.callsNamed(last)) {
    for (const frame of activationsInSight(engine, unit, site.by)) {
      const call = engine.callInstance(site.call, frame);
      for (const target of engine.targets(call)) {
        if (target.is !== 'value' || target.value.is !== 'library' || target.value.path !== row.call || !names(library, target.value.module)) continue;
        found.push(...provisionsOfCall(engine, call, target.value, row));
      }
    }
  }
  return found;
}

function provisionsOfCall(engine: Engine, call: CallInstance, callee: LibraryValue, row: BindingRow): Provision[] {
  if (row.mapAt !== undefined) {
    return placeValues(engine, call, callee, row.mapAt).values.flatMap((map) =>
      map.is !== 'object' && map.is !== 'merged' ? [] : [...propertiesOf(engine, map)].map(([name, value]) => ({
        token: engine.table.literal(name).values[0] as Value, ...lifetimeOf(value, row), give: () => madeBy(engine, value),
      })));
  }
  const tokens = placeValues(engine, call, callee, row.tokenAt);
  const provider = row.providerAt === undefined ? engine.table.empty : placeValues(engine, call, callee, row.providerAt);
  return tokens.values.map((token) => ({ token, ...lifetimeOf(provider, row), give: () => boundValue(engine, call, callee, row) }));
}

// `asClass(Cart).scoped()`.
function lifetimeOf({ values }: ValueSet, { scopedBy }: BindingRow): Pick<Provision, 'perRequest'> {
  return scopedBy !== undefined && values.some((value) => {
    for (let link = value.is === 'library' ? value : undefined; link !== undefined; link = link.from) if (link.path === scopedBy) return true;
    return false;
  }) ? { perRequest: true } : {};
}

function boundValue(engine: Engine, call: CallInstance, callee: LibraryValue, row: BindingRow): ValueSet {
  const at = (place: string | undefined) => (place === undefined ? [] : placeValues(engine, call, callee, place).values);
  const sets: ValueSet[] = [];
  for (const value of at(row.classAt)) if (value.is === 'class') sets.push(engine.table.only(instanceOf(engine, value, undefined, undefined)));
  for (const value of at(row.valueAt)) sets.push(engine.table.only(value));
  for (const value of at(row.factoryAt)) sets.push(engine.invoke(value, undefined, [], undefined));
  for (const value of at(row.providerAt)) {
    if (value.is === 'class') sets.push(engine.table.only(instanceOf(engine, value, undefined, undefined)));
    else if (value.is === 'object' || value.is === 'merged') {
      for (const { row: injection } of engine.libraries.injections) if (injection.provider !== undefined) sets.push(providerValue(engine, value, injection.provider));
    } else sets.push(madeBy(engine, engine.table.only(value)));
  }
  return engine.table.union(sets);
}

// `asClass(Repository).singleton()`: what is made is the argument of the innermost call.
function madeBy(engine: Engine, set: ValueSet): ValueSet {
  const sets: ValueSet[] = [];
  for (const value of set.values) {
    if (value.is !== 'library') {
      sets.push(engine.table.only(value));
      continue;
    }
    let innermost: LibraryValue | undefined = value;
    let call = value.call;
    while (innermost !== undefined) {
      call = innermost.call ?? call;
      innermost = innermost.from;
    }
    const made = call === undefined ? engine.table.empty : (engine.argumentsOf(call)[0] ?? engine.table.empty);
    for (const part of made.values) {
      if (part.is === 'class') sets.push(engine.table.only(instanceOf(engine, part, undefined, undefined)));
      else if (part.is === 'function') sets.push(engine.invoke(part, undefined, [engine.cradle()], undefined));
      else sets.push(engine.table.only(part));
    }
  }
  return engine.table.union(sets);
}

/** Containers by name pass one object with everything registered. */
function cradleFor(engine: Engine, frame: Frame): ValueSet {
  const position = functionOf(frame).kind === 'constructor' ? 0 : -1;
  return position === 0 && engine.libraries.injections.some(({ library, row }) => row.byName === true && engine.uses(library)) ? engine.cradle() : engine.table.empty;
}

/** What `container.get(T)` and its like give; undefined when the call resolves nothing. */
export function resolvedByContainer(engine: Engine, target: LibraryValue, call: CallInstance): ValueSet | undefined {
  for (const { library, row } of engine.libraries.injections) {
    const found = row.resolves?.find((candidate) => candidate.call === target.path && names(library, target.module));
    if (found === undefined) continue;
    const tokens = placeValues(engine, call, target, found.tokenAt);
    const given = provided(engine, tokens);
    if (given.values.length > 0) return given;
    // A package's own class: what its module registers, or one of which only the type is known.
    const typed = tokens.values.flatMap((value) => (value.is === 'library' && engine.libraries.knowsType(value.module, value.path) ? [typedLibrary(engine, value.module, value.path)] : []));
    return typed.length > 0 ? registeredInstead(engine, engine.table.of(typed)) : undefined;
  }
  return undefined;
}
