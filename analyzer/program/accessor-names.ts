import type { Evaluator } from './evaluator.js';
import type { Question } from './questions.js';

/** Names of properties that run code when they are read or assigned. */
export interface AccessorNames {
  readonly get: ReadonlySet<string>;
  readonly set: ReadonlySet<string>;
}

/** The names of every accessor in the program. */
export function accessorNames(engine: Evaluator): AccessorNames {
  const all = [...engine.units.values()].flatMap((unit) => unit.ask(accessorsOfFile));
  return { get: new Set(all.flatMap(({ kind, name }) => (kind === 'getter' ? [name] : []))), set: new Set(all.flatMap(({ kind, name }) => (kind === 'setter' ? [name] : []))) };
}

const accessorsOfFile: Question<readonly { readonly kind: 'getter' | 'setter'; readonly name: string }[]> = ({ facts }) =>
  [...facts.functions, ...facts.classes.flatMap(({ members }) => members)].flatMap(({ kind, name }) => (kind === 'getter' || kind === 'setter' ? [{ kind, name }] : []));
