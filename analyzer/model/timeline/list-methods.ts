/** Methods of lists that give a promise for each element when their function does: all run at once, and somebody waits for them together. */
const AT_ONCE: ReadonlySet<string> = new Set(['map', 'flatMap', 'from']);
/** Methods of lists whose rounds may wait for each other. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['reduce', 'reduceRight']);

// Names that clients of stores use as well.
const OF_CLIENTS: ReadonlySet<string> = new Set(['find', 'search', 'values', 'entries', 'keys', 'constructor', 'push', 'concat', 'fill']);
const PLAIN: ReadonlySet<string> = new Set([String, Array, Number, RegExp, Date].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)).filter((name) => !OF_CLIENTS.has(name)));

/** How often a method of a list runs its function as far as time goes: at once, one by one, or unnoticed, because nobody waits for what it starts. */
export function roundsOfMethod(name: string): 'at once' | 'one by one' | 'unnoticed' {
  return AT_ONCE.has(name) ? 'at once' : ONE_BY_ONE.has(name) ? 'one by one' : 'unnoticed';
}

/** Is a method's name that of texts, lists, numbers and dates, which wait for nothing? */
export function isPlainMethod(name: string): boolean {
  return PLAIN.has(name);
}
