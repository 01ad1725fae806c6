import type { Expression, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { CallInstance } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachStatement, ownExpressions } from '../own-breakers/statements.js';

type Call = CallInstance['expression'];

const MAX_NAMES = 4;
const LINKS = new WeakMap<readonly Statement[], ReadonlyMap<Expression, Call>>();

/** What all calls of a chain are given that a call stands in, whichever of them sends it: `db.select().from(orders).where(…)`. */
export function chainArguments({ expression, frame }: CallInstance): readonly Expression[] {
  const { body } = functionOf(frame);
  let links = LINKS.get(body);
  if (links === undefined) LINKS.set(body, (links = linksIn(body)));
  const found = [...expression.arguments];
  let names = 0;
  for (let link = inner(expression); link !== undefined;) {
    if (link.is === 'call' || link.is === 'new') found.push(...link.arguments);
    // `const query = selectBy(id); await query.first()`.
    const named = link.is === 'variable' && (names += 1) <= MAX_NAMES ? frame.unit.facts.bindings[link.binding] : undefined;
    link = named === undefined ? inner(link) : named.kind !== 'parameter' && named.values.length === 1 ? named.values[0]?.value : undefined;
  }
  for (let outer = links.get(expression); outer !== undefined; outer = links.get(outer)) found.push(...outer.arguments);
  return found;
}

/** The next call of each chain, by the one it is called on. */
function linksIn(body: readonly Statement[]): ReadonlyMap<Expression, Call> {
  const links = new Map<Expression, Call>();
  const visit = (part: Expression): void => {
    if (part.is === 'call') {
      let on = inner(part);
      while (on !== undefined && on.is !== 'call' && on.is !== 'new') on = inner(on);
      if (on !== undefined) links.set(on, part);
    }
    if (part.is !== 'function') forEachPart(part, visit);
  };
  eachStatement(body, (statement) => ownExpressions(statement).forEach(visit));
  return links;
}

function inner(link: Expression): Expression | undefined {
  switch (link.is) {
    case 'call': return link.callee.is === 'member' ? link.callee.of : link.callee.is === 'call' ? link.callee : undefined;
    case 'member': case 'await': case 'cast': return link.of;
    default: return undefined;
  }
}
