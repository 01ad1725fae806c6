import type { InjectionRow, Library, ProvidesRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { isOnlyTyped, TYPE_NAME } from './creations.js';
import type { Engine } from './engine.js';
import { libraryCalls } from './library-calls.js';
import { elementsOf } from './lists.js';
import { splitPath } from './library-index.js';
import { placeValues } from './places.js';
import type { CallInstance, ClassValue, Frame, LibraryValue, Unit, Value, ValueSet } from './values.js';

/** What a container's registrations of a library give: `HttpModule.register(options)` gives an `HttpService`. */
interface Registration {
  readonly value: LibraryValue;
  /** What tells it from other registrations of the library; empty where it is the only one that has no name, undefined where nobody can tell. */
  readonly name: string | undefined;
}

/** What registrations are methods of and may also be listed bare, which then gives a value without options: `HttpModule`. */
interface Owner {
  readonly package: string;
  readonly path: string;
  readonly gives: Pick<LibraryValue, 'module' | 'path'>;
}

/** A class decorated as a module, with what it lists. */
interface ModuleListing {
  readonly lists: (value: ClassValue) => boolean;
  readonly imports: () => readonly Value[];
}

interface Known {
  readonly registrations: readonly Registration[];
  readonly owners: readonly Owner[];
  readonly modules: readonly ModuleListing[];
}

const KNOWN = new WeakMap<Engine, Known>();
const NOTHING: Known = { registrations: [], owners: [], modules: [] };

/** Values of a library's type with the registrations that make them; those nobody registers stay as they are. */
export function registeredInstead(engine: Engine, set: ValueSet): ValueSet {
  if (!set.values.some((value) => value.is === 'library' && isOnlyTyped(value))) return set;
  const { registrations } = knownOf(engine);
  if (registrations.length === 0) return set;
  return engine.table.of(set.values.flatMap((value): readonly Value[] => {
    if (value.is !== 'library' || !isOnlyTyped(value)) return [value];
    const made = named(registrations.filter((registration) => registration.value.module === value.module && registration.value.path === value.path), '');
    return made.length === 0 ? [value] : made.map((registration) => registration.value);
  }));
}

/** The same for a constructor's parameter: what the module of its class imports comes first. */
export function registeredFor(engine: Engine, set: ValueSet, target: ClassValue | undefined): ValueSet {
  const { registrations, owners } = knownOf(engine);
  const imports = importsAround(engine, target);
  if (imports === undefined) return registeredInstead(engine, set);
  const chosen = set.values.flatMap((value): readonly Value[] => {
    if (value.is !== 'library') return [value];
    const own = named(registrations.filter(({ value: made }) => made.module === value.module && made.path === value.path), '');
    const listed = own.filter((registration) => isAmong(registration, imports));
    if (listed.length > 0) return listed.map((registration) => registration.value);
    const bare = imports.find((imported) => imported.call === undefined && owners.some((owner) => owner.path === imported.path && owner.package === imported.module && owner.gives.module === value.module && owner.gives.path === value.path));
    return bare === undefined ? [value] : [engine.library(value.module, value.path, bare, undefined)];
  });
  return registeredInstead(engine, engine.table.of(chosen));
}

/** What the module imports that lists a class. */
function importsAround(engine: Engine, target: ClassValue | undefined): readonly LibraryValue[] | undefined {
  const { owners, modules } = knownOf(engine);
  const module = target === undefined || owners.length === 0 ? undefined : modules.find((listing) => listing.lists(target));
  return module?.imports().filter((value): value is LibraryValue => value.is === 'library');
}

// One call may register several, each with arguments of its own.
function isAmong({ value: { call } }: Registration, imports: readonly LibraryValue[]): boolean {
  return imports.some((imported) => call !== undefined && imported.call?.expression.callee === call.expression.callee);
}

/** What a decorator such as `@InjectQueue('mail')` injects, whatever the type says; undefined when none does. */
export function injectedByDecorator(engine: Engine, decorators: readonly Expression[] | undefined, frame: Frame, into: ClassValue | undefined): ValueSet | undefined {
  if (!engine.libraries.injections.some(({ library, row }) => row.injects !== undefined && engine.uses(library))) return undefined;
  for (const decorator of decorators ?? []) {
    if (decorator.is !== 'call') continue;
    const call = engine.callInstance(decorator, frame);
    for (const target of engine.targets(call)) {
      if (target.is !== 'value' || target.value.is !== 'library') continue;
      const { value: callee } = target;
      for (const { library, row } of engine.libraries.injections) {
        const found = library.package === callee.module ? row.injects?.find((candidate) => candidate.decorator === callee.path) : undefined;
        if (found !== undefined) return givenAs(engine, { library, row, gives: found.gives, call: found.makes === true ? call : undefined, name: nameAt(engine, call, callee, found.nameAt), into });
      }
    }
  }
  return undefined;
}

interface Given {
  readonly library: Library;
  readonly row: InjectionRow;
  readonly gives: string;
  /** The decorator, where it names what the value is of: `@InjectRepository(Order)`. */
  readonly call: CallInstance | undefined;
  readonly name: string | undefined;
  /** The class that it is injected into. */
  readonly into: ClassValue | undefined;
}

// A repository is reached from the data source that the same library registers.
function givenAs(engine: Engine, { library, row, gives, call, name, into }: Given): ValueSet {
  const given = engine.libraries.pathOf(gives, library.package);
  const { registrations } = knownOf(engine);
  const same = named(registrations.filter(({ value }) => value.module === given.module && value.path === given.path), name);
  const imports = same.length > 1 ? importsAround(engine, into) : undefined;
  const imported = imports === undefined ? [] : same.filter((registration) => isAmong(registration, imports));
  if (imported.length > 0) return engine.table.of(imported.map(({ value }) => value));
  if (same.length > 0) return engine.table.of(same.map(({ value }) => value));
  const sources = named(registrations.filter(({ value }) => row.provides?.some((provided) => provided.gives === `${value.module}|${value.path}`) === true), name);
  const from = sources.length === 0 ? [engine.library(given.module, `${TYPE_NAME}${splitPath(gives, library.package)[1]}`, undefined, undefined)] : sources.map(({ value }) => value);
  return engine.table.of(from.map((source) => engine.library(given.module, given.path, source, call)));
}

function knownOf(engine: Engine): Known {
  const known = KNOWN.get(engine);
  if (known !== undefined) return known;
  // Reading the registrations must not ask for them again.
  KNOWN.set(engine, NOTHING);
  const used = engine.libraries.injections.filter(({ library }) => engine.uses(library));
  const registrations = used.flatMap(({ library, row }) => (row.provides ?? []).flatMap((provides) => registrationsOf(engine, library, provides)));
  const owners = used.flatMap(({ library, row }) => (row.provides ?? []).map((provides): Owner => ({ package: library.package, path: ownerOf(provides), gives: engine.libraries.pathOf(provides.gives, library.package) })));
  const modules = owners.length === 0 ? [] : used.flatMap(({ library, row }) => (row.lists ?? []).flatMap((list) => listingsOf(engine, library, list)));
  const found = { registrations, owners, modules };
  KNOWN.set(engine, found);
  return found;
}

function ownerOf({ call }: ProvidesRow): string {
  return call.slice(0, Math.max(call.lastIndexOf('.'), 0));
}

function registrationsOf(engine: Engine, library: Library, row: ProvidesRow): readonly Registration[] {
  const made = engine.libraries.pathOf(row.gives, library.package);
  const give = (call: CallInstance, callee: LibraryValue) => engine.library(made.module, made.path, callee, call);
  const shared = (row.takesOver?.calls ?? []).flatMap((path) => libraryCalls(engine, library.package, path)).map(({ call, callee }) => ({ given: give(call, callee), key: nameAt(engine, call, callee, row.takesOver?.keyAt) }));
  return libraryCalls(engine, library.package, row.call).flatMap(({ call: whole, callee }) => registered(engine, whole, row).flatMap((call): readonly Registration[] => {
    const name = nameAt(engine, call, callee, row.nameAt);
    const key = nameAt(engine, call, callee, row.takesOver?.namedAt);
    const from = shared.filter((one) => one.key === key).map(({ given }) => engine.library(callee.module, callee.path, given, undefined));
    return (from.length === 0 ? [callee] : from).map((one) => ({ value: give(call, one), name }));
  }));
}

// Each as if it were registered alone.
function registered(engine: Engine, call: CallInstance, { each }: ProvidesRow): readonly CallInstance[] {
  const { expression, frame } = call;
  const one = each === true ? expression.arguments.flatMap((argument) => (argument.is === 'array' ? argument.elements : [argument])) : [];
  if (one.length === 0 || (one.length === 1 && one[0] === expression.arguments[0])) return [call];
  return one.map((argument) => engine.callInstance({ ...expression, arguments: [argument] }, frame));
}

// Registrations without a name answer those who ask for none.
function named(registrations: readonly Registration[], name: string | undefined): readonly Registration[] {
  const meant = name === undefined ? [] : registrations.filter((registration) => registration.name === undefined || registration.name === name);
  return meant.length === 0 ? registrations : meant;
}

function nameAt(engine: Engine, call: CallInstance, callee: LibraryValue, place: string | undefined): string | undefined {
  const [only, ...others] = place === undefined ? [] : placeValues(engine, call, callee, place).values;
  // An object of options stands where the name may be left out.
  if (only === undefined || (only.is === 'object' && others.length === 0)) return '';
  return only.is === 'literal' && others.length === 0 ? String(only.value) : undefined;
}

function listingsOf(engine: Engine, library: Library, row: NonNullable<InjectionRow['lists']>[number]): readonly ModuleListing[] {
  const found: ModuleListing[] = [];
  for (const unit of engine.units.values()) {
    for (const declared of unit.facts.classes) {
      for (const decorator of declared.decorators ?? []) {
        if (decorator.is !== 'call') continue;
        const call = engine.callInstance(decorator, engine.generic(unit, declared.owner));
        const callee = engine.targets(call).find((target) => target.is === 'value' && target.value.is === 'library' && target.value.module === library.package && target.value.path === row.decorator);
        if (callee?.is !== 'value' || callee.value.is !== 'library') continue;
        const { value } = callee;
        const listed = (place: string | undefined) => (place === undefined ? [] : placeValues(engine, call, value, `${place}[]`).values);
        const places = [row.providersAt, row.classesAt === undefined ? undefined : `0.${row.classesAt}`];
        found.push({
          lists: (target) => places.some((place) => listed(place).some((candidate) => candidate.is === 'class' && candidate.unit === target.unit && candidate.index === target.index)),
          imports: () => listed(row.modulesAt),
        });
      }
    }
    if (row.moduleAt !== undefined) found.push(...describedIn(engine, unit, row, row.moduleAt));
  }
  return found;
}

// `{ module: ClientsModule, imports: [HttpModule.register(…)], providers: [Clients] }`
function describedIn(engine: Engine, unit: Unit, { providersAt, classesAt, modulesAt }: NonNullable<InjectionRow['lists']>[number], moduleAt: string): readonly ModuleListing[] {
  const names = [providersAt?.split('.').at(-1), classesAt];
  return (unit.index.objects.get(moduleAt) ?? []).map(({ object, by }) => {
    const described = engine.evaluate(object, engine.generic(unit, by));
    const listed = (name: string | undefined) => (name === undefined ? [] : elementsOf(engine, engine.member(described, name), 'what a module lists').values);
    return {
      lists: (target) => names.some((name) => listed(name).some((candidate) => candidate.is === 'class' && candidate.unit === target.unit && candidate.index === target.index)),
      imports: () => listed(modulesAt?.split('.').at(-1)),
    };
  });
}
