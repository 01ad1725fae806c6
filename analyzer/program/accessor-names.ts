import type { Evaluator } from './evaluator.js';

/** Names of properties that run code when they are read or assigned. */
export interface AccessorNames {
  readonly get: ReadonlySet<string>;
  readonly set: ReadonlySet<string>;
}

/** The names of every accessor in the program. */
export function accessorNames(engine: Evaluator): AccessorNames {
  const names = { get: new Set<string>(), set: new Set<string>() };
  for (const unit of engine.units.values()) {
    for (const fn of unit.facts.functions) {
      if (fn.kind === 'getter') names.get.add(fn.name);
      if (fn.kind === 'setter') names.set.add(fn.name);
    }
    for (const owner of unit.facts.classes) {
      for (const member of owner.members) {
        if (member.kind === 'getter') names.get.add(member.name);
        if (member.kind === 'setter') names.set.add(member.name);
      }
    }
  }
  return names;
}
