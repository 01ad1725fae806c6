import type { Expression, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { CallInstance } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachStatement, ownExpressions } from '#program/statements.js';

type Call = CallInstance['expression'];

const MAX_NAMES = 4;
const LINKS = new WeakMap<readonly Statement[], ReadonlyMap<Expression, Call>>();

/** What all calls of a chain are given that a call stands in, whichever of them sends it: `db.select().from(orders).where(…)`. */
export function chainArguments({ expression, frame }: CallInstance): readonly Expression[] {
  const { body } = functionOf(frame);
  let links = LINKS.get(body);
  if (links === undefined) LINKS.set(body, (links = linksIn(body)));
  const found = [...expression.arguments];
  addBelow(inner(expression), frame, found, new Set());
  for (let outer = links.get(expression); outer !== undefined; outer = links.get(outer)) found.push(...outer.arguments);
  return found;
}

// `let query = selectBy(id); if (locked) query = query.forUpdate(); await query.first()`.
function addBelow(start: Expression | undefined, frame: CallInstance['frame'], found: Expression[], names: Set<number>): void {
  for (let link = start; link !== undefined; link = inner(link)) {
    if (link.is === 'call' || link.is === 'new') found.push(...link.arguments);
    if (link.is !== 'variable') continue;
    const named = frame.unit.facts.bindings[link.binding];
    if (named === undefined || named.kind === 'parameter' || names.has(link.binding) || names.size >= MAX_NAMES) return;
    names.add(link.binding);
    for (const { value } of named.values) addBelow(value, frame, found, names);
    return;
  }
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
