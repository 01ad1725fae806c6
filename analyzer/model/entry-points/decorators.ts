import type { ClassMember, Expression } from '#facts/types.js';
import { baseOf } from '#program/members.js';
import type { ClassValue, Frame, LibraryValue, Unit, ValueSet } from '#program/values.js';
import { classOf } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';

/** Decorators composed of each other more deeply are not looked into, nor are longer chains of base classes. */
const MAX_COMPOSED = 3;
const MAX_BASES = 8;

/** A decorator as applied: the library function and the call that configured it. */
export interface Applied {
  readonly from: LibraryValue;
  readonly call: NonNullable<LibraryValue['call']>;
}

/** What decorators of libraries are applied, also through functions of the program that compose them. */
export function appliedDecorators(builder: EntryPointBuilder, decorators: readonly Expression[] | undefined, frame: Frame): readonly Applied[] {
  return (decorators ?? []).flatMap((decorator) => appliedIn(builder, builder.engine.evaluate(decorator, frame), 0));
}

function appliedIn(builder: EntryPointBuilder, set: ValueSet, depth: number): readonly Applied[] {
  if (depth > MAX_COMPOSED) return [];
  return set.values.flatMap((value): readonly Applied[] => {
    if (value.is !== 'library' || value.call === undefined || value.from === undefined) return [];
    const inner = builder.engine.argumentsOf(value.call).flatMap((argument) => appliedIn(builder, argument, depth + 1));
    return [{ from: value.from, call: value.call }, ...inner];
  });
}

/** Is a decorator the one at this path, `module|path`? */
export function isPath(builder: EntryPointBuilder, value: LibraryValue, wanted: string): boolean {
  const bar = wanted.indexOf('|');
  const canonical = builder.engine.libraries.canonical(wanted.slice(0, bar), wanted.slice(bar + 1));
  return value.module === canonical.module && value.path === canonical.path;
}

/** A path of a library with its module. */
export function fullPath(path: string, module: string): string {
  return path.includes('|') ? path : `${module}|${path}`;
}

/** A class as a value, at its declaration. */
export function classAt(builder: EntryPointBuilder, unit: Unit, index: number): ClassValue | undefined {
  const closure = builder.engine.generic(unit, unit.facts.classes[index]?.owner ?? 0);
  const owner = builder.engine.evaluate({ is: 'class', index }, closure).values[0];
  return owner?.is === 'class' ? owner : undefined;
}

/** A key by which a class is the same in every activation. */
export function classKey(value: ClassValue): string {
  return `${value.unit.id}:${value.index}`;
}

/** Decorated members of a class and of the classes it extends, those it overrides left out. */
export function decoratedMembers(builder: EntryPointBuilder, owner: ClassValue): { member: ClassMember; level: ClassValue }[] {
  const found: { member: ClassMember; level: ClassValue }[] = [];
  const seen = new Set<string>();
  let level: ClassValue | undefined = owner;
  for (let depth = 0; level !== undefined && depth < MAX_BASES; depth += 1) {
    for (const member of classOf(level).members) {
      if (seen.has(member.name)) continue;
      seen.add(member.name);
      if (member.decorators !== undefined) found.push({ member, level });
    }
    level = baseOf(builder.engine, level).values.find((base): base is ClassValue => base.is === 'class');
  }
  return found;
}

/** The decorator is where it is written; one that comes out of a function of the program stands at that call. */
export function decoratorAt(member: ClassMember, applied: Applied, level: ClassValue): number {
  if (applied.call.frame.unit === level.unit && applied.call.frame === level.closure) return applied.call.expression.start;
  const first = member.decorators?.[0];
  return first !== undefined && 'start' in first ? first.start : member.at;
}
