import type { Library } from '#catalog/schema.js';

/** Our rows and those of others: rows for a package that we know too are joined with ours and come first. */
export function mergeLibraries(others: readonly Library[], ours: readonly Library[]): readonly Library[] {
  const merged = new Map(ours.map((library) => [library.package, library]));
  for (const library of [...others].reverse()) {
    const known = merged.get(library.package);
    merged.set(library.package, known === undefined ? library : joined(library, known));
  }
  return [...merged.values()];
}

function joined(first: Library, second: Library): Library {
  const whole: Record<string, unknown> = { ...second };
  for (const [key, value] of Object.entries(first)) {
    const other = whole[key];
    if (Array.isArray(value) && Array.isArray(other)) whole[key] = [...(value as unknown[]), ...(other as unknown[])];
    else if (key === 'types') whole[key] = { ...(other as object | undefined), ...(value as object) };
    else if (key !== 'source' || other === undefined) whole[key] = value;
  }
  return whole as unknown as Library;
}
