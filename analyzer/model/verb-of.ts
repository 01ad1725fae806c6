import type { Value } from '#program/values.js';

/** The HTTP verb that a value is or begins with, `POST /repos/{repo}/issues`; that of silence where only a path stands there. Undefined where it is not in sight. */
export function verbOf(value: Value, silence: string): string | undefined {
  const text = value.is === 'literal' ? String(value.value) : value.is === 'text' ? value.parts[0] : undefined;
  if (text === undefined || text === null) return undefined;
  const [verb = '', ...path] = text.split(/\s+/, 2);
  if (/^(?:\/|https?:)/.test(verb)) return silence;
  return value.is === 'text' && path.length === 0 ? undefined : verb.toUpperCase();
}
