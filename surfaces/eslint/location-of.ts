import type { Position, SourceCode, SyntaxNode } from './types.js';

/** Where a finding is shown: from its place to the end of the expression that starts there, on that line. */
export function locationOf(place: { readonly line: number; readonly column: number }, sourceCode: SourceCode): { start: Position; end: Position } {
  const start = { line: place.line, column: place.column - 1 };
  try {
    const index = sourceCode.getIndexFromLoc(start);
    return { start, end: endOf(index, start, sourceCode) };
  } catch {
    // The text has fewer lines than the last analysis saw.
    return { start, end: start };
  }
}

function endOf(index: number, start: Position, sourceCode: SourceCode): Position {
  let node = sourceCode.getNodeByRangeIndex(index);
  for (let outer: SyntaxNode | null | undefined = node; outer?.range?.[0] === index && isExpression(outer); outer = outer.parent) node = outer;
  const end = node?.range?.[0] === index ? node.loc?.end : undefined;
  if (end?.line === start.line) return { line: end.line, column: end.column };
  const [line = ''] = sourceCode.text.slice(index).split(/[\r\n\u2028\u2029]/, 1);
  return { line: start.line, column: start.column + (end === undefined ? /^[\w$]*/.exec(line)?.[0].length ?? 0 : line.trimEnd().length) };
}

function isExpression({ type }: SyntaxNode): boolean {
  return type.endsWith('Expression') || type === 'Identifier' || type === 'Literal' || type === 'TemplateLiteral';
}
