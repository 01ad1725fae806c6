import type { Library, ResourceRow } from '#catalog/schema.js';
import type { LibraryRows } from '#program/compiled-library.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Unit, Value, ValueSet } from '#program/values.js';
import { isScalar } from '#program/place-steps.js';
import { holds } from '#program/when.js';
import { siteAt, siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import { everyCall } from './every-call.js';
import { holdsFor } from './holds-for.js';
import { registeredCreation } from './plugin-creations.js';
import type { Site } from './site.js';

/** Something that was opened and has a life: identified by where it is created. */
export interface Resource {
  readonly id: number;
  /** As people say it: `pg Pool`. */
  readonly name: string;
  readonly is: ResourceRow['is'];
  readonly row: ResourceRow;
  readonly library: Library;
  /** The creation: the call or construction, or for an instance that a container makes, its class. */
  readonly call: CallInstance | undefined;
  readonly callee: LibraryValue;
  readonly unit: Unit;
  readonly site: Site;
  /** Access path of its values: `pg|Pool()`. */
  readonly key: string;
  /** It has to be closed when the process ends. */
  readonly mustClose: boolean;
  /** Calls that make it accept or take work; the creation itself where that does. */
  readonly opened: readonly CallInstance[];
  /** Calls that make it take work, where those that open it do not. */
  readonly taking: readonly CallInstance[] | undefined;
  /** Resources it is built on: a worker's connection, a server's app. */
  readonly uses: readonly Resource[];
  /** Its instances for the look-up of values. */
  readonly index: ResourceIndex;
}

type Draft = { -readonly [K in keyof Resource]: Resource[K] } & { opened: CallInstance[]; taking: CallInstance[] | undefined; uses: Resource[] };

/** Finds which resource a value belongs to. */
export class ResourceIndex {
  readonly #byCreation = new Map<object, Resource>();
  /** By module, then by path. */
  readonly #byPath = new Map<string, Map<string, Resource[]>>();

  add(resource: Resource, creation: object): void {
    this.#byCreation.set(creation, resource);
    const module = resource.key.slice(0, resource.key.indexOf('|'));
    const path = resource.key.slice(module.length + 1);
    const paths = this.#byPath.get(module) ?? new Map<string, Resource[]>();
    this.#byPath.set(module, paths.set(path, [...(paths.get(path) ?? []), resource]));
  }

  created(creation: object): Resource | undefined {
    return this.#byCreation.get(creation);
  }

  /** The resource that a library's value is, or was reached from; several when only the type is known. */
  of(value: LibraryValue): readonly Resource[] {
    for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
      const found = current.call === undefined ? undefined : this.#byCreation.get(current.call.expression);
      if (found !== undefined && (current !== value || current.from !== undefined || found.key === keyOf(current))) return [found];
    }
    for (let level: LibraryValue | undefined = value; level !== undefined; level = level.from) {
      const alike = this.#byPath.get(level.module)?.get(level.path);
      if (alike !== undefined) return alike;
    }
    return [];
  }

  /** Resources among the values, through objects and lists a few levels deep. */
  within(context: ModelContext, set: ValueSet, depth: number): readonly Resource[] {
    const found = new Set<Resource>();
    for (const value of set.values) {
      if (value.is === 'library') for (const resource of value.call === undefined && value.from === undefined ? [] : this.of(value)) found.add(resource);
      if (depth > 0) for (const inner of partsOf(value)) for (const resource of this.within(context, inner(context), depth - 1)) found.add(resource);
    }
    return [...found];
  }
}

/** Everything the program opens, each once, whatever the number of activations that run its creation. */
export function findResources(context: ModelContext): Resource[] {
  const index = new ResourceIndex();
  const drafts: Draft[] = [];
  const calls = everyCall(context);
  // 1. Creations: a row's own call, or a call whose result is what a row creates (`app.listen()` gives a server).
  for (const step of calls) {
    const creation = registeredCreation(context, step) ?? step;
    addCreation(index, drafts, creation, directRow(context, creation));
  }
  for (const step of calls) addCreation(index, drafts, step, aliasRow(context, index, step));
  // 2. Instances that a container makes of classes that extend a library's.
  addInherited(context, index, drafts);
  // 3. What they are built on, what makes them run, what frees them.
  for (const draft of drafts) {
    draft.uses.push(...builtOn(context, index, draft));
    if (draft.row.closesNothing === true && isGivenWhatItWraps(context, draft)) draft.mustClose = false;
  }
  for (const step of calls) addUse(index, step);
  return drafts;
}

function addCreation(index: ResourceIndex, drafts: Draft[], { call, callee }: CallStep, found: CreationRow | undefined): void {
  if (found === undefined || index.created(call.expression) !== undefined) return;
  const { row, rows, key } = found;
  const opens = row.opens === undefined || found.alias;
  const draft: Draft = {
    id: drafts.length, name: row.name ?? rows.library.name ?? rows.library.package, is: row.is, row, library: rows.library, call, callee, unit: call.frame.unit,
    site: siteOfCall(call), key, mustClose: row.mustClose === true, opened: opens ? [call] : [], taking: row.takesBy === undefined ? undefined : [], uses: [], index,
  };
  drafts.push(draft);
  index.add(draft, call.expression);
}

interface CreationRow {
  readonly row: ResourceRow;
  readonly rows: LibraryRows;
  readonly key: string;
  readonly alias: boolean;
}

function directRow(context: ModelContext, { call, callee }: CallStep): CreationRow | undefined {
  const { libraries } = context.program.engine;
  const rows = libraries.rows(callee.module, callee.path);
  const row = chosenRow(context, rows, call, callee);
  if (rows === undefined || row === undefined) return undefined;
  const result = libraries.canonical(callee.module, `${callee.path}()`);
  return { row, rows, key: `${result.module}|${result.path}`, alias: false };
}

/** A call whose result is what another row creates. A method that gives its own object back, or a view of a server or client, creates nothing. */
function aliasRow(context: ModelContext, index: ResourceIndex, { callee }: CallStep): CreationRow | undefined {
  const { libraries } = context.program.engine;
  const result = libraries.canonical(callee.module, `${callee.path}()`);
  if (!result.path.endsWith('()') || result.path === `${callee.path}()` || callee.from === undefined) return undefined;
  const rows = libraries.rows(result.module, result.path.slice(0, -2));
  const row = rows?.resources[0];
  if (rows === undefined || row === undefined) return undefined;
  const key = `${result.module}|${result.path}`;
  const kinds = kindsOf(context, index, callee.from);
  const alias = kinds.length > 0 && kinds.every((is) => is === 'app' || is === 'router') && keyOf(callee.from) !== key;
  return alias ? { row, rows, key, alias } : undefined;
}

// Where nobody in sight makes it, as a framework does that builds an application for its user, its path tells what it is.
function kindsOf({ program }: ModelContext, index: ResourceIndex, value: LibraryValue): readonly Resource['is'][] {
  const holders = index.of(value);
  if (holders.length > 0) return holders.map(({ is }) => is);
  return (program.engine.libraries.rows(value.module, value.path.replace(/\(\)$/, ''))?.resources ?? []).map(({ is }) => is);
}

function chosenRow(context: ModelContext, rows: LibraryRows | undefined, call: CallInstance, callee: LibraryValue): ResourceRow | undefined {
  const { engine } = context.program;
  const fitting = rows?.resources.filter((row) => holdsFor(context, row.versions, rows.library, call.frame.unit)) ?? [];
  const answers = fitting.map((row) => (row.when === undefined ? true : holds(engine, call, callee, row.when)));
  return fitting[answers.indexOf(true)] ?? fitting[answers.indexOf(undefined)];
}

function addInherited(context: ModelContext, index: ResourceIndex, drafts: Draft[]): void {
  const { engine } = context.program;
  for (const unit of context.program.units.values()) {
    unit.facts.classes.forEach((declared, position) => {
      if (declared.extends === undefined) return;
      const owner = engine.generic(unit, declared.owner);
      for (const base of engine.evaluate(declared.extends, owner).values) {
        if (base.is !== 'library') continue;
        const rows = engine.libraries.rows(base.module, base.path);
        const row = rows?.resources[0];
        const { module, path } = engine.libraries.canonical(base.module, `${base.path}()`);
        const key = `${module}|${path}`;
        if (rows === undefined || row === undefined || drafts.some((known) => known.key === key)) continue;
        const name = row.name ?? rows.library.name ?? rows.library.package;
        const draft: Draft = {
          id: drafts.length, name, is: row.is, row, library: rows.library, call: undefined, callee: base, unit, site: siteAt(owner, declared.at), key,
          mustClose: row.mustClose === true, opened: [], taking: undefined, uses: [], index,
        };
        drafts.push(draft);
        index.add(draft, unit.facts.classes[position] as object);
      }
    });
  }
}

function builtOn(context: ModelContext, index: ResourceIndex, draft: Draft): readonly Resource[] {
  const { engine } = context.program;
  const { call, callee, row } = draft;
  if (call === undefined) return [];
  const found = new Set<Resource>();
  const sets = [...engine.argumentsOf(call), ...[...(row.uses ?? []), ...(row.wraps ?? [])].map((place) => placeValues(engine, call, callee, place))];
  for (const set of sets) for (const resource of index.within(context, set, 3)) found.add(resource);
  // The library itself is none of what was made with it.
  if (callee.from !== undefined && callee.from.path !== '') for (const resource of index.of(callee.from)) if (keyOf(callee.from).startsWith(resource.key)) found.add(resource);
  found.delete(draft);
  return [...found];
}

// Made from a URL or from options it has its own; whatever else stands there may be someone else's.
function isGivenWhatItWraps({ program: { engine } }: ModelContext, { call, callee, row }: Draft): boolean {
  if (call === undefined) return true;
  return (row.wraps ?? []).some((place) => placeValues(engine, call, callee, place).values.some((value) =>
    value.is === 'library' ? !isScalar(engine, value) : !['literal', 'text', 'environment', 'object', 'merged', 'undefined'].includes(value.is)));
}

function addUse(index: ResourceIndex, { call, callee }: CallStep): void {
  if (callee.from === undefined) return;
  const member = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  for (const resource of index.of(callee.from) as Draft[]) {
    if (resource.row.opens?.includes(member) === true) resource.opened.push(call);
    if (resource.row.takesBy?.includes(member) === true) resource.taking?.push(call);
    if (resource.row.freedBy?.includes(member) === true) resource.mustClose = false;
  }
}

function keyOf(value: LibraryValue): string {
  return `${value.module}|${value.path}`;
}

function partsOf(value: Value): ((context: ModelContext) => ValueSet)[] {
  if (value.is === 'list') return [() => value.elements];
  if (value.is === 'merged') return value.of.map((set) => () => set);
  if (value.is !== 'object') return [];
  return value.expression.properties.flatMap((property) =>
    property.is === 'named' && property.value.is !== 'function' ? [(context: ModelContext) => context.program.engine.evaluate(property.value, value.frame)] : []);
}

/** The names of some resources, each once. */
export function namesOf(resources: Iterable<Resource>): readonly string[] {
  return [...new Set([...resources].map(({ name }) => name))];
}
