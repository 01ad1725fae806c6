import type { Library } from '#catalog/schema.js';

/** What rows of a library say that it does by default: how long it waits, how often it tries, how much it takes. */
export interface DefaultClaim {
  /** `axios: attempt never`, with the versions where the row names some. */
  readonly id: string;
  readonly versions?: string;
  /** Why it cannot run, as the row says. */
  readonly unrun?: string;
}

type Row = Readonly<Record<string, unknown>>;

/** The defaults and waits without end that rows claim; those that say `unknown` claim nothing. */
export function defaultsOf(library: Library): readonly DefaultClaim[] {
  const claims = new Map<string, DefaultClaim>();
  for (const [column, rows] of Object.entries(library)) if (column !== 'remarks') for (const claim of within(rows, column, undefined)) {
    const id = `${library.package}: ${claim.id}`;
    if (!claims.has(id) || claim.unrun !== undefined) claims.set(id, { ...claim, id });
  }
  return [...claims.values()];
}

function* within(value: unknown, key: string, unrun: string | undefined): Generator<DefaultClaim> {
  if (Array.isArray(value)) for (const element of value) yield* within(element, key, unrun);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const row = value as Row;
  const why = (row['unrun'] as string | undefined) ?? unrun;
  const subject = subjectOf(row, key);
  if (subject !== undefined && row['default'] !== 'unknown') yield { id: [subject, String(row['default']), ...(row['versions'] === undefined ? [] : [String(row['versions'])])].join(' '), ...(row['versions'] === undefined ? {} : { versions: String(row['versions']) }), ...(why === undefined ? {} : { unrun: why }) };
  for (const [name, inner] of Object.entries(row)) yield* within(inner, name, why);
}

// The first delay of a retry, too; how instances live and which signals are listened for are words, not defaults of this kind.
function subjectOf(row: Row, key: string): string | undefined {
  if (row['default'] === undefined) return undefined;
  if (typeof row['limits'] === 'string') return row['limits'];
  return ['retries', 'redelivers', 'delay', 'opensAfter'].includes(key) ? key : undefined;
}
