import type { Document } from 'yaml';

/** References lead to references this far. */
const MAX_DEPTH = 8;

/** What a setting says, through references to the rest of its file: `!Ref Limit`, `${self:custom.limit, 20}`, `${env:LIMIT, 20}`. */
export function settingAt(document: Document.Parsed, path: readonly string[], parametersAt: string | undefined, depth = 0): unknown {
  const node = document.getIn(path, true) as { readonly tag?: string; readonly value?: unknown } | undefined;
  const value: unknown = document.getIn(path);
  if (depth > MAX_DEPTH) return value;
  const parameter = node?.tag === '!Ref' ? node.value : document.getIn([...path, 'Ref']);
  if (typeof parameter === 'string' && parametersAt !== undefined) return settingAt(document, parametersAt.split('.').map((name) => (name === '*' ? parameter : name)), undefined, depth + 1) ?? value;
  const reference = typeof value === 'string' ? /^\$\{(?:self:([\w.-]+)|\w+:[\w./-]+)\s*(?:,\s*['"]?([\w.]+)['"]?\s*)?\}$/.exec(value) : null;
  if (reference === null) return value;
  const [, own, fallback] = reference;
  const found = own === undefined ? undefined : settingAt(document, own.split('.'), parametersAt, depth + 1);
  return found ?? (fallback === undefined ? value : Number.isNaN(Number(fallback)) ? fallback : Number(fallback));
}
