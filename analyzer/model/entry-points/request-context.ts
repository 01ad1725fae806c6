import type { ValueSet } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';
import { handlersIn } from './handler-values.js';
import type { Scope } from './scopes.js';

/** Scopes that hang in each other more deeply are not followed. */
const MAX_DEPTH = 12;

/** What the functions that make the context of requests give, for what is mounted below them; undefined when there is none in sight. */
export function contextOf(builder: EntryPointBuilder, scope: Scope | undefined): ValueSet | undefined {
  const { table } = builder.engine;
  const sets = scope === undefined ? [] : given(builder, scope, 0);
  const known = table.union(sets);
  return known.values.length === 0 ? undefined : known;
}

function given(builder: EntryPointBuilder, scope: Scope, depth: number): readonly ValueSet[] {
  if (depth > MAX_DEPTH) return [];
  return scope.mounts.flatMap(({ parent, uses }) => [
    ...uses.filter(({ row }) => row.context === true).flatMap(({ row, handlers }) => handlers.flatMap((set) =>
      set.values.flatMap((value) => handlersIn(builder.engine, value, row.members)).map((value) => builder.engine.invoke(value, undefined, builder.parameters(row, 0), undefined)))),
    ...(parent === undefined ? [] : given(builder, parent, depth + 1)),
  ]);
}
