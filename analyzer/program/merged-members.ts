import type { Engine } from './engine.js';
import type { MergedValue, ValueSet } from './values.js';

/** What a member of several objects seen as one can be: later ones win. */
export function mergedMember(engine: Engine, value: MergedValue, name: string): ValueSet {
  if (value.without.includes(name)) return engine.table.undefined;
  const nested = value.deep === true ? nestedMember(engine, value, name) : undefined;
  if (nested !== undefined) return nested;
  const sets: ValueSet[] = [];
  for (const part of [...value.of].reverse()) {
    const found = engine.member(part, name);
    const defined = found.values.filter((candidate) => candidate.is !== 'undefined');
    if (defined.length === 0) continue;
    sets.push(engine.table.of(defined));
    if (defined.length === found.values.length && defined.every((candidate) => candidate.is !== 'unknown')) break;
  }
  return sets.length === 0 ? engine.table.undefined : engine.table.union(sets);
}

// Objects that several parts have under one name are one again.
function nestedMember(engine: Engine, value: MergedValue, name: string): ValueSet | undefined {
  const holding = value.of.map((part) => engine.table.of(engine.member(part, name).values.filter((inner) => inner.is === 'object' || inner.is === 'merged'))).filter((set) => set.values.length > 0);
  return holding.length < 2 ? undefined : engine.table.only(engine.merged(holding, [], true));
}
