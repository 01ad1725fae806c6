import type { Expression } from '#facts/types.js';
import { attached, isKeptGlobally } from './assigned.js';
import type { Engine } from './engine.js';
import { resultMember } from './invoke.js';
import type { Frame, LibraryValue, ValueSet } from './values.js';

type MemberExpression = Extract<Expression, { is: 'member' }>;

/** What a member of a library's value is: the library's own, unless the program puts something in its place. */
export function libraryMember(engine: Engine, value: LibraryValue, name: string): ValueSet {
  const { table } = engine;
  // A module and its default export are one thing; a member of that name further in is a member: zod's `number().default(5000)`.
  if (name === 'default' && value.path === '') return table.only(value);
  if (value.module === 'node:process' && value.path === 'env') return table.only(table.intern(`e${name}`, { is: 'environment', name }));
  const { module, path } = engine.libraries.canonical(value.module, value.path === '' ? name : `${value.path}.${name}`);
  if (engine.libraries.isCradle(module, path)) return engine.cradle();
  const result = resultMember(engine, value, module, path);
  if (result !== undefined) return result;
  const assigned = attached(engine, value, name);
  return assigned.values.length > 0 || isKeptGlobally(engine, value, name) ? assigned : ownMember(engine, value, name);
}

/** `const send = client.send; client.send = (…) => …`: what is read before the same function replaces it is the library's own. Undefined for anything else. */
export function memberBeforeReplaced(engine: Engine, { of, name, at }: MemberExpression, frame: Frame): ValueSet | undefined {
  const replaces = frame.unit.index.assignments.get(name)?.some((assignment) => assignment.by === frame.function && placeOf(assignment.value, frame) > at && isSame(assignment.of, of));
  if (replaces !== true) return undefined;
  const { values } = engine.evaluate(of, frame);
  const held = values.filter((value) => value.is === 'library');
  return held.length === values.length ? engine.table.union(held.map((value) => ownMember(engine, value, name))) : undefined;
}

function ownMember(engine: Engine, value: LibraryValue, name: string): ValueSet {
  const { module, path } = engine.libraries.canonical(value.module, value.path === '' ? name : `${value.path}.${name}`);
  return engine.table.only(engine.library(module, path, value, undefined));
}

function placeOf(value: Expression, { unit }: Pick<Frame, 'unit'>): number {
  if (value.is === 'cast') return placeOf(value.of, { unit });
  return value.is === 'function' ? (unit.facts.functions[value.index]?.at ?? 0) : 0;
}

function isSame(a: Expression, b: Expression): boolean {
  if (a.is === 'member' && b.is === 'member') return a.name === b.name && isSame(a.of, b.of);
  return (a.is === 'variable' && b.is === 'variable' && a.binding === b.binding) || (a.is === 'this' && b.is === 'this');
}
