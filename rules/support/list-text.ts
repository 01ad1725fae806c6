/** An enumeration in running text, each item once: `a, b and c`. */
export function listText(items: readonly string[]): string {
  const distinct = [...new Set(items)];
  const last = distinct.pop() ?? '';
  return distinct.length === 0 ? last : `${distinct.join(', ')} and ${last}`;
}
