import type { Handler } from '../context.js';

/** The handlers with what tells each entry point from all others: its name, and where others have the same one its file too, and its turn there. No line, so that edits elsewhere change nothing. */
export function withIdentities(handlers: readonly Handler[]): readonly Handler[] {
  const namesakes = countedBy(handlers, ({ entryPoint }) => entryPoint.name);
  const taken = new Set([...namesakes].flatMap(([name, count]) => (count === 1 ? [name] : [])));
  return handlers.map((handler) => {
    const { name, site } = handler.entryPoint;
    const id = namesakes.get(name) === 1 ? name : free(`${name} (${site.file})`, taken);
    return id === handler.entryPoint.id ? handler : { ...handler, entryPoint: { ...handler.entryPoint, id } };
  });
}

function countedBy(handlers: readonly Handler[], keyOf: (handler: Handler) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const handler of handlers) counts.set(keyOf(handler), (counts.get(keyOf(handler)) ?? 0) + 1);
  return counts;
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let turn = 2; taken.has(id); turn += 1) id = `${wanted} ${turn}`;
  taken.add(id);
  return id;
}
