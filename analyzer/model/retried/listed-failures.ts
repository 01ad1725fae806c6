import type { Expression, Statement } from '#facts/types.js';
import type { Question } from '#program/questions.js';
import type { Frame } from '#program/values.js';
import { configuredHandlers } from '../entry-points/configured-handlers.js';
import { placeOfExport } from '../entry-points/exported-names.js';
import type { Handler, ModelContext } from '../context.js';
import { eachExpression, eachStatement } from '#program/statements.js';
import { compareSites } from '../site.js';

/** A `catch` that adds to a list, and the lists that are returned under a name. */
interface Lists {
  /** By function: the lists that its `catch` blocks add to. */
  readonly added: ReadonlyMap<number, ReadonlySet<number>>;
  readonly returned: readonly { readonly name: string; readonly binding: number }[];
}

const lists: Question<Lists> = ({ facts, index }) => {
  const added = new Map<number, Set<number>>();
  facts.functions.forEach(({ body }, by) => eachStatement(body, (statement) => {
    if (statement.is === 'try' && statement.handler !== undefined) for (const binding of addedIn(statement.handler)) added.set(by, (added.get(by) ?? new Set()).add(binding));
  }));
  const returned = [...index.returns.values()].flat().flatMap((value) => (value.is !== 'object' ? [] : value.properties.flatMap((property) =>
    property.is === 'named' && property.value.is === 'variable' ? [{ name: property.name, binding: property.value.binding }] : [])));
  return { added, returned };
};

function addedIn(handler: readonly Statement[]): readonly number[] {
  const found: number[] = [];
  eachExpression(handler, (part: Expression) => {
    if (part.is === 'call' && part.callee.is === 'member' && part.callee.name === 'push' && part.callee.of.is === 'variable') found.push(part.callee.of.binding);
  });
  return found;
}

/** Does a `catch` of this function put what failed on a list that is returned, so that it is delivered again: `batchItemFailures.push(…)`? */
export function listsFailures({ program: { engine: { libraries } } }: ModelContext, { unit, function: by }: Frame): boolean {
  const names = libraries.words('gives-back-list');
  const { added, returned } = unit.ask(lists);
  return returned.some(({ name, binding }) => names.has(name) && added.get(by)?.has(binding) === true);
}

/** Does the platform look at that list? Only where its settings say so; unknown where they are not in sight. */
export function readsList({ program }: ModelContext, { entryPoint: { framework, site } }: Handler): 'yes' | 'no' | 'unknown' {
  const told = (program.engine.libraries.ofFramework(framework)?.entryPoints ?? []).flatMap(({ settings }) => (settings === undefined ? [] : configuredHandlers({ program }, settings)))
    .filter(({ unit, exported }) => { const place = placeOfExport(unit, exported); return place !== undefined && compareSites(place, site) === 0; })
    .flatMap(({ reports }) => (reports === undefined ? [] : [reports]));
  if (told.length === 0) return 'unknown';
  return told.includes(true) ? 'yes' : 'no';
}
