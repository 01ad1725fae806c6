import type { EntryPointRow } from '#catalog/schema.js';
import type { ClassMember } from '#facts/types.js';
import { hasMember, instanceOf } from '#program/instances.js';
import { placeValues } from '#program/places.js';
import type { ClassValue, Unit, ValueSet } from '#program/values.js';
import { classOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Handler } from '../context.js';
import type { EntryPoint } from '../types.js';
import { fullPaths } from './applications.js';
import type { Placement } from './applications.js';
import { bodiesOf } from './bodies.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOfChain } from './chain.js';
import { ClassLayers, isLayer } from './class-layers.js';
import { appliedDecorators, classAt, classKey, decoratedMembers, decoratorAt, fullPath, isPath } from './decorators.js';
import type { Applied } from './decorators.js';
import { isNeverEmitted } from './heard-events.js';
import { limitersUnder } from './limiters.js';
import { madeForRequests } from './made-for-requests.js';
import { frontOf, usesBefore } from './middleware.js';
import { entryPointName, joinRoute, queueName } from './names.js';
import type { ModuleGraph } from './module-graph.js';
import { sitesOfScope } from './scope-sites.js';
import { textsOf } from './texts.js';
import type { Layer } from './scopes.js';

interface DecoratorRow {
  readonly module: string;
  readonly row: EntryPointRow;
}

interface ClassSearch {
  readonly builder: EntryPointBuilder;
  readonly graph: ModuleGraph;
  readonly layers: ClassLayers;
  readonly rows: readonly DecoratorRow[];
  /** Libraries whose decorated classes have to be listed by a module. */
  readonly listing: ReadonlySet<string>;
}

/** Entry points that decorators on classes and methods register. */
export function entriesFromClasses(builder: EntryPointBuilder, graph: ModuleGraph): readonly Handler[] {
  const { libraries, injections } = builder.engine.libraries;
  const rows = libraries.flatMap((library) => (library.entryPoints ?? []).flatMap((row) =>
    !isLayer(row) && row.call === undefined && (row.decorator !== undefined || row.classDecorator !== undefined) ? [{ module: library.package, row }] : []));
  const listing = new Set(injections.flatMap(({ library, row }) => (row.lists?.some((list) => list.classesAt !== undefined) === true ? [library.package] : [])));
  const search: ClassSearch = { builder, graph, layers: new ClassLayers(builder), rows, listing };
  return [...builder.program.units.values()].flatMap((unit) => unit.facts.classes.flatMap((facts, index) =>
    facts.decorators === undefined ? [] : entriesOfClass(search, unit, index)));
}

/** A decorated class whose members are looked at. */
interface Owner {
  readonly value: ClassValue;
  readonly decorators: readonly Applied[];
}

function entriesOfClass(search: ClassSearch, unit: Unit, index: number): readonly Handler[] {
  const { builder, graph, listing } = search;
  const value = classAt(builder, unit, index);
  const decorators = value === undefined ? [] : appliedDecorators(builder, classOf(value).decorators, value.closure);
  if (value === undefined || decorators.length === 0) return [];
  if (decorators.some(({ from }) => listing.has(from.module)) && graph.made?.has(classKey(value)) === false) return [];
  const owner: Owner = { value, decorators };
  return search.rows.flatMap(({ module, row }) => {
    const wanted = row.classDecorator === undefined ? undefined : fullPath(row.classDecorator, module);
    const holder = wanted === undefined ? undefined : decorators.find((applied) => isPath(builder, applied.from, wanted));
    if (wanted !== undefined && holder === undefined) return [];
    if (holder !== undefined && listing.has(holder.from.module) && graph.listed?.has(classKey(value)) === false) return [];
    if (row.decorator === undefined) return holder === undefined ? [] : wholeClass(search, row, holder, owner);
    return entriesOfMembers(search, { row, holder, path: fullPath(row.decorator, module) }, owner);
  });
}

function entriesOfMembers(search: ClassSearch, about: { row: EntryPointRow; holder: Applied | undefined; path: string }, owner: Owner): readonly Handler[] {
  const { builder } = search;
  return decoratedMembers(builder, owner.value).flatMap(({ member, level }) => {
    const decorators = appliedDecorators(builder, member.decorators, level.closure);
    return decorators.filter((applied) => isPath(builder, applied.from, about.path)).flatMap((applied) =>
      entriesOfMember(search, { ...about, applied, owner, member, level, decorators }));
  });
}

interface MemberEntry {
  readonly row: EntryPointRow;
  readonly applied: Applied;
  readonly holder: Applied | undefined;
  readonly owner: Owner;
  readonly member: ClassMember;
  readonly level: ClassValue;
  /** All decorators of the member. */
  readonly decorators: readonly Applied[];
}

function entriesOfMember(search: ClassSearch, entry: MemberEntry): readonly Handler[] {
  const { builder, graph } = search;
  const { row, applied, owner, member, level } = entry;
  const method = methodOf(builder, owner.value, member.name);
  if (bodiesOf(builder, method, row).length === 0) return [];
  const site = siteAt(level.closure, decoratorAt(member, applied, level));
  const placements = placementsOf(builder, graph, owner.value, applied.from.module);
  const seen = new Set<string>();
  const named = placements.flatMap((placement) => namesOf(builder, entry, placement).map((one) => ({ ...one, placement })));
  return named.flatMap(({ name, path, event, placement }): readonly Handler[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    if (event !== undefined && isNeverEmitted(builder, row, applied.from.module, event)) return [];
    const front = row.answers ? frontOf(builder, layersOf(search, entry, placement, path)) : frontOf(builder, []);
    const entryPoint: EntryPoint = {
      id: name, name, kind: row.kind, framework: builder.engine.libraries.library(applied.from.module)?.name ?? applied.from.module, site,
      middleware: front.names, answers: row.answers, repeats: row.repeats ?? 'never', ...(row.method === undefined ? {} : { method: row.method }),
    };
    const made = row.kind === 'schedule' ? [] : madeForRequests(builder, owner.value);
    const bodies = [...made, ...bodiesOfChain(builder, [...front.links, { set: method, row }]), ...bodiesOfChain(builder, front.after)];
    const limiters = limitersUnder(builder.engine, front.links, { method: entry.decorators, holder: owner.decorators });
    return [{ entryPoint, bodies, budgets: [], registration: { call: applied.call, callee: applied.from }, within: sitesOfScope(builder.registrations.scopes, placement.scope), ...hostsOf(builder, named.filter((other) => other.name === name).map((other) => other.placement)), limiters }];
  });
}

function hostsOf({ registrations }: EntryPointBuilder, placements: readonly Placement[]): Pick<Handler, 'hosts'> {
  const hosts = placements.flatMap(({ scope }) => sitesOfScope(registrations.scopes, scope).slice(0, 1));
  return hosts.length === 0 ? {} : { hosts };
}

// A class that no application in sight is made of may belong to the only one there is.
function placementsOf({ registrations }: EntryPointBuilder, graph: ModuleGraph, owner: ClassValue, module: string): readonly Placement[] {
  const mounted = registrations.mounts.classes.filter((mount) => mount.module === module && mount.classes?.has(classKey(owner)) !== false);
  if (mounted.length > 0) return mounted;
  const found = graph.applicationsOf(owner);
  if (found.length > 0) return found;
  const roots = graph.roots();
  return [{ scope: roots.length === 1 ? roots[0] : undefined, prefix: '' }];
}

function methodOf(builder: EntryPointBuilder, owner: ClassValue, name: string): ValueSet {
  const { engine } = builder;
  const instance = engine.injected(owner).values.find((value) => value.is === 'instance') ?? instanceOf(engine, owner, undefined, undefined);
  return engine.memberOf(instance, name);
}

function namesOf(builder: EntryPointBuilder, entry: MemberEntry, placement: Placement): readonly { name: string; path: string | undefined; event?: string }[] {
  const { row, applied, holder, member, decorators } = entry;
  const own = row.nameAt === undefined ? [] : textsOf(placeValues(builder.engine, applied.call, applied.from, row.nameAt));
  if (row.kind !== 'http') {
    const names = own.length > 0 ? own : [row.name ?? member.name];
    return names.map((event) => ({ name: entryPointName(row, row.method, queueName(event)), path: undefined, event }));
  }
  const prefixes = holder === undefined ? [''] : classPrefixes(builder, holder);
  return prefixes.flatMap((prefix) => (own.length > 0 ? own : ['']).flatMap((text) => {
    const path = joinRoute(prefix, text);
    return fullPaths(builder, placement, { method: row.method, path, holder, decorators }).map((full) => ({ name: entryPointName(row, row.method, full), path }));
  }));
}

function layersOf({ builder, layers }: ClassSearch, { row, holder, applied, owner, member, level, decorators }: MemberEntry, { scope, prefix, order }: Placement, path: string | undefined): readonly Layer[] {
  const uses = scope === undefined || order === undefined ? (scope?.uses ?? []) : usesBefore(builder, scope, order, joinRoute(prefix, path ?? ''));
  return [
    ...layers.around({ owner: owner.value, uses, path, applied: [...owner.decorators, ...decorators, ...ofParameters(builder, member, level)] }),
    ...(holder === undefined ? [] : layers.named(row, holder, row.classBefore ?? [])), ...layers.named(row, applied, row.before ?? []),
  ];
}

// `@Param('id', ParseId) id`: what a parameter's decorator names runs on its value.
function ofParameters(builder: EntryPointBuilder, member: ClassMember, level: ClassValue): readonly Applied[] {
  const { parameters = [] } = member.function === undefined ? {} : (level.unit.facts.functions[member.function] ?? {});
  return parameters.flatMap((parameter) => appliedDecorators(builder, parameter.decorators, level.closure));
}

function classPrefixes(builder: EntryPointBuilder, holder: Applied): readonly string[] {
  const { engine } = builder;
  const first = engine.argumentsOf(holder.call)[0];
  if (first === undefined) return [''];
  const plain = textsOf(first);
  if (plain.length > 0) return plain;
  const options = first.values.filter((value) => value.is === 'object' || value.is === 'merged');
  const named = options.flatMap((value) => textsOf(engine.memberOf(value, 'path')));
  return named.length > 0 ? named : [''];
}

function wholeClass({ builder, graph }: ClassSearch, row: EntryPointRow, holder: Applied, { value: owner }: Owner): readonly Handler[] {
  const { engine } = builder;
  const named = row.nameAt === undefined ? [] : textsOf(placeValues(engine, holder.call, holder.from, row.nameAt));
  return (row.members ?? []).flatMap((name) => {
    if (!hasMember(engine, owner, name)) return [];
    const bodies = bodiesOf(builder, methodOf(builder, owner, name), row);
    if (bodies.length === 0) return [];
    const site = siteAt(owner.closure, holder.call.frame.unit === owner.unit ? holder.call.expression.start : classOf(owner).at);
    const title = entryPointName(row, row.method, queueName(named[0] ?? row.name ?? name));
    const entryPoint: EntryPoint = {
      id: title, name: title, kind: row.kind,
      framework: engine.libraries.library(holder.from.module)?.name ?? holder.from.module, site, middleware: [], answers: row.answers, repeats: row.repeats ?? 'never',
    };
    return [{ entryPoint, bodies, budgets: [], registration: { call: holder.call, callee: holder.from }, ...hostsOf(builder, graph.applicationsOf(owner)) } satisfies Handler];
  });
}
