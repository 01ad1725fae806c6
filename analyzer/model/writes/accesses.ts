import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import type { PlaceSources } from './place-sources.js';
import type { Source } from './source.js';

const ACCESSES = /(?:^|_|[a-z])(?:access(?:es|ed)?|views?|viewed|hits?|visits?|reads?|plays?|downloads?|clicks?|impressions?|seen)(?:_?(?:count|counter|total|num))?$/i;
const KEEPS_COUNT = /(?:^|[^a-z]|[a-z](?=[A-Z]))(?:counts?|counters?|stats?|statistics|metrics?|popularity|trending|hits?|views?|usage)(?:$|[^a-z])/i;
const MAX_DEPTH = 5;

/** Says of a write that adds to columns that all of them count how often something is looked at. */
export function countsOnly(added: readonly string[]): { readonly countsAccesses?: true } {
  return added.length > 0 && added.every((name) => ACCESSES.test(name)) ? { countsAccesses: true } : {};
}

/** Says of a command that adds to what a key holds, by the key, that it keeps count: `incr(`hits:${page}`)`. */
export function countsUnder({ call: { expression, frame } }: CallStep): { readonly countsAccesses?: true } {
  const [key] = expression.arguments;
  if (key === undefined) return {};
  const texts = key.is === 'literal' ? [String(key.value)] : key.is === 'template' ? key.texts : key.is === 'member' ? [key.name] : key.is === 'variable' ? [frame.unit.facts.bindings[key.binding]?.name ?? ''] : [];
  return texts.some((text) => KEEPS_COUNT.test(text)) ? { countsAccesses: true } : {};
}

/** The columns that a call names which adds by its own name: `increment('views')`. */
export function textsOf({ call }: CallStep): readonly string[] {
  return call.expression.arguments.flatMap((argument) => (argument.is === 'literal' && typeof argument.value === 'string' ? [argument.value] : []));
}

/** The columns that a document or a row says are added to: `{ $inc: { views: 1 } }`, `{ views: { increment: 1 } }`. */
export function addedBy({ relativeBy = [] }: OperationRow, { call, callee }: CallStep, places: PlaceSources): readonly string[] {
  const names = new Set(relativeBy);
  const within = (source: Source, depth: number): readonly string[] => (depth > MAX_DEPTH ? [] : (places.members(source) ?? []).flatMap(({ name, sources }) => {
    const inner = sources.flatMap((one) => places.members(one) ?? []).map((member) => member.name);
    if (name.startsWith('$') && names.has(name)) return inner;
    return inner.some((member) => names.has(member)) && name !== 'data' ? [name] : sources.flatMap((one) => within(one, depth + 1));
  }));
  return call.expression.arguments.flatMap((_, position) => places.at(call, callee, String(position)).flatMap((source) => within(source, 0)));
}
