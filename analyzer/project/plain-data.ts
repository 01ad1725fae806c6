/** What stands at a path of plain data. */
export function at(data: unknown, path: readonly (string | number)[]): unknown {
  let current = data;
  for (const key of path) current = isRecord(current) || Array.isArray(current) ? (current as Record<string | number, unknown>)[key] : undefined;
  return current;
}

/** Is this an object with keys? */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
