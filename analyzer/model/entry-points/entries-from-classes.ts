import type { EntryPointRow } from '#catalog/schema.js';
import type { ClassMember, Expression } from '#facts/types.js';
import { instanceOf } from '#program/instances.js';
import { baseOf } from '#program/members.js';
import { placeValues } from '#program/places.js';
import type { ClassValue, Frame, LibraryValue, Unit, Value, ValueSet } from '#program/values.js';
import { classOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Handler } from '../context.js';
import type { EntryPoint } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodyOf } from './entry-from-call.js';
import { propertyEntries } from './handler-values.js';
import { entryPointName, joinRoute, queueName } from './names.js';
import { textsOf } from './scopes.js';

/** A decorator as applied: the library function and the call that configured it. */
interface Applied {
  readonly from: LibraryValue;
  readonly call: NonNullable<LibraryValue['call']>;
}

interface DecoratorRow {
  readonly module: string;
  readonly row: EntryPointRow;
}

/** Entry points that decorators on classes and methods register. */
export function entriesFromClasses(builder: EntryPointBuilder, globalPrefix: string): readonly Handler[] {
  const rows = builder.engine.libraries.libraries.flatMap((library) =>
    (library.entryPoints ?? []).filter((row) => row.decorator !== undefined || (row.classDecorator !== undefined && row.call === undefined)).map((row) => ({ module: library.package, row })));
  const listed = listedClasses(builder);
  const found: Handler[] = [];
  for (const unit of builder.program.units.values()) {
    unit.facts.classes.forEach((facts, index) => {
      const decorated = facts.decorators !== undefined || facts.members.some((member) => member.decorators !== undefined) || facts.extends !== undefined;
      if (!decorated) return;
      found.push(...entriesOfClass(builder, unit, index, { rows, listed, globalPrefix }));
    });
  }
  return found;
}

interface ClassSearch {
  readonly rows: readonly DecoratorRow[];
  /** Classes that modules list; undefined when the program has no such lists or some cannot be read. */
  readonly listed: ReadonlySet<string> | undefined;
  readonly globalPrefix: string;
}

function entriesOfClass(builder: EntryPointBuilder, unit: Unit, index: number, search: ClassSearch): readonly Handler[] {
  const closure = builder.engine.generic(unit, unit.facts.classes[index]?.owner ?? 0);
  const owner = builder.engine.evaluate({ is: 'class', index }, closure).values[0];
  if (owner?.is !== 'class') return [];
  const classDecorators = appliedDecorators(builder, classOf(owner).decorators, closure);
  if (classDecorators.length === 0) return [];
  const found: Handler[] = [];
  for (const { module, row } of search.rows) {
    const wanted = row.classDecorator === undefined ? undefined : fullPath(row.classDecorator, module);
    const holder = wanted === undefined ? undefined : classDecorators.find((applied) => isPath(builder, applied.from, wanted));
    if (wanted !== undefined && holder === undefined) continue;
    if (holder !== undefined && row.decorator !== undefined && search.listed !== undefined && !search.listed.has(`${unit.id}:${index}`)) continue;
    if (row.decorator === undefined) {
      if (holder !== undefined) found.push(...wholeClass(builder, row, holder, owner));
      continue;
    }
    const decorator = fullPath(row.decorator, module);
    for (const { member, level } of decoratedMembers(builder, owner)) {
      for (const applied of appliedDecorators(builder, member.decorators, level.closure)) {
        if (isPath(builder, applied.from, decorator)) found.push(...ofMember(builder, row, { applied, holder, owner, member, level, globalPrefix: search.globalPrefix }));
      }
    }
  }
  return found;
}

function decoratedMembers(builder: EntryPointBuilder, owner: ClassValue): { member: ClassMember; level: ClassValue }[] {
  const found: { member: ClassMember; level: ClassValue }[] = [];
  const seen = new Set<string>();
  let level: ClassValue | undefined = owner;
  for (let depth = 0; level !== undefined && depth < 8; depth += 1) {
    for (const member of classOf(level).members) {
      if (seen.has(member.name)) continue;
      seen.add(member.name);
      if (member.decorators !== undefined) found.push({ member, level });
    }
    level = baseOf(builder.engine, level).values.find((base): base is ClassValue => base.is === 'class');
  }
  return found;
}

interface MemberEntry {
  readonly applied: Applied;
  readonly holder: Applied | undefined;
  readonly owner: ClassValue;
  readonly member: ClassMember;
  readonly level: ClassValue;
  readonly globalPrefix: string;
}

function ofMember(builder: EntryPointBuilder, row: EntryPointRow, entry: MemberEntry): readonly Handler[] {
  const { applied, holder, owner, member, level } = entry;
  const { engine } = builder;
  const own = row.nameAt === undefined ? [] : textsOf(engine, placeValues(engine, applied.call, applied.from, row.nameAt));
  const instances = engine.injected(owner).values;
  const instance: Value | undefined = instances.find((value) => value.is === 'instance') ?? instanceOf(engine, owner, undefined, undefined);
  const bodies = engine.memberOf(instance, member.name).values.flatMap((value) => bodyOf(builder, value, row));
  if (bodies.length === 0) return [];
  const site = siteAt(level.closure, decoratorAt(member, applied, level) ?? member.at);
  const paths = row.kind !== 'http' ? (own.length > 0 ? own : [row.name ?? member.name]) : own.length > 0 ? own : [''];
  const prefixes = row.kind === 'http' && holder !== undefined ? classPrefixes(builder, holder) : [''];
  return prefixes.flatMap((prefix) => paths.map((path): Handler => {
    const full = row.kind === 'http' ? joinRoute(joinRoute(entry.globalPrefix, prefix), path) : queueName(path);
    const entryPoint: EntryPoint = {
      name: entryPointName(row, row.method, full), kind: row.kind, framework: engine.libraries.library(applied.from.module)?.name ?? applied.from.module, site,
      middleware: [], answers: row.answers, repeats: row.repeats ?? 'never', ...(row.method === undefined ? {} : { method: row.method }),
    };
    return { entryPoint, bodies, budgets: [], registration: { call: applied.call, callee: applied.from } };
  }));
}

// The decorator is where it is written; one that comes out of a function of the program stands at that call.
function decoratorAt(member: ClassMember, applied: Applied, level: ClassValue): number | undefined {
  if (applied.call.frame.unit === level.unit && applied.call.frame === level.closure) return applied.call.expression.start;
  const first = member.decorators?.[0];
  return first !== undefined && 'start' in first ? first.start : undefined;
}

function classPrefixes(builder: EntryPointBuilder, holder: Applied): readonly string[] {
  const { engine } = builder;
  const first = engine.argumentsOf(holder.call)[0];
  if (first === undefined) return [''];
  const plain = textsOf(engine, first);
  if (plain.length > 0) return plain;
  const options = first.values.filter((value) => value.is === 'object' || value.is === 'merged');
  const named = options.flatMap((value) => textsOf(engine, engine.memberOf(value, 'path')));
  return named.length > 0 ? named : [''];
}

function wholeClass(builder: EntryPointBuilder, row: EntryPointRow, holder: Applied, owner: ClassValue): readonly Handler[] {
  const { engine } = builder;
  const instance = instanceOf(engine, owner, undefined, undefined);
  const named = row.nameAt === undefined ? [] : textsOf(engine, placeValues(engine, holder.call, holder.from, row.nameAt));
  return (row.members ?? []).flatMap((name) => {
    const member = classOf(owner).members.find((candidate) => candidate.name === name);
    if (member === undefined) return [];
    const bodies = engine.memberOf(instance, name).values.flatMap((value) => bodyOf(builder, value, row));
    if (bodies.length === 0) return [];
    const site = siteAt(owner.closure, holder.call.frame.unit === owner.unit ? holder.call.expression.start : classOf(owner).at);
    const entryPoint: EntryPoint = {
      name: entryPointName(row, row.method, queueName(named[0] ?? row.name ?? name)), kind: row.kind,
      framework: engine.libraries.library(holder.from.module)?.name ?? holder.from.module, site, middleware: [], answers: row.answers, repeats: row.repeats ?? 'never',
    };
    return [{ entryPoint, bodies, budgets: [], registration: { call: holder.call, callee: holder.from } } satisfies Handler];
  });
}

/** What decorators of libraries are applied, also through functions of the program that compose them. */
export function appliedDecorators(builder: EntryPointBuilder, decorators: readonly Expression[] | undefined, frame: Frame): readonly Applied[] {
  return (decorators ?? []).flatMap((decorator) => appliedIn(builder, builder.engine.evaluate(decorator, frame), 0));
}

function appliedIn(builder: EntryPointBuilder, set: ValueSet, depth: number): readonly Applied[] {
  if (depth > 3) return [];
  return set.values.flatMap((value): readonly Applied[] => {
    if (value.is !== 'library' || value.call === undefined || value.from === undefined) return [];
    const inner = builder.engine.argumentsOf(value.call).flatMap((argument) => appliedIn(builder, argument, depth + 1));
    return [{ from: value.from, call: value.call }, ...inner];
  });
}

function fullPath(path: string, module: string): string {
  return path.includes('|') ? path : `${module}|${path}`;
}

function isPath(builder: EntryPointBuilder, value: LibraryValue, wanted: string): boolean {
  const bar = wanted.indexOf('|');
  const canonical = builder.engine.libraries.canonical(wanted.slice(0, bar), wanted.slice(bar + 1));
  return value.module === canonical.module && value.path === canonical.path;
}

// A class that modules list nowhere is not part of the application.
function listedClasses(builder: EntryPointBuilder): ReadonlySet<string> | undefined {
  const { engine } = builder;
  const names = engine.libraries.injections.flatMap(({ row }) => (row.lists ?? []).flatMap((list) => (list.classesAt === undefined ? [] : [list.classesAt])));
  const listed = new Set<string>();
  let any = false;
  for (const unit of builder.program.units.values()) {
    for (const name of names) {
      for (const { object, by } of unit.index.objects.get(name) ?? []) {
        any = true;
        const entry = propertyEntries(engine, engine.objectValue(object, engine.generic(unit, by))).find((candidate) => candidate.names[0] === name);
        const lists = entry?.values.values ?? [];
        for (const value of lists.flatMap((list) => (list.is === 'list' ? list.elements.values : [list]))) {
          if (value.is === 'class') listed.add(`${value.unit.id}:${value.index}`);
          else return undefined;
        }
      }
    }
  }
  return any ? listed : undefined;
}
