import type { Site } from '#model/site.js';
import type { ChangedRuns } from './changed-lines.js';
import { isOpen } from './open-findings.js';
import { sourceTexts } from './source-texts.js';
import type { Finding, LintResult } from './types.js';

/** Sets findings aside that touch nothing which changed since a commit: neither their place nor a step of their trace. */
export function narrowToChanges(result: LintResult, since: string, changed: ReadonlyMap<string, ChangedRuns>): LintResult {
  const { linesOf } = sourceTexts(result.root);
  const isUntouched = (finding: Finding) => {
    if (!isOpen(finding) && finding.verdict.verdict !== 'unproven') return false;
    return !sitesOf(finding).some((site, index) => touches(changed.get(site.file), site.line, index === 0 ? lastLineOf(linesOf(site.file) ?? [], site) : site.line));
  };
  return {
    ...result,
    findings: result.findings.map((finding) => (isUntouched(finding) ? { ...finding, setAside: 'unchanged' } : finding)),
    changes: { since, files: changed.size },
  };
}

/** The reported place first. */
function sitesOf({ verdict }: Finding): readonly Site[] {
  if (verdict.verdict !== 'violated') return [verdict.site];
  return [verdict.site, ...verdict.trace.map(({ site }) => site), ...(verdict.related ?? []).map(({ site }) => site)];
}

function touches(runs: ChangedRuns | undefined, first: number, last: number): boolean {
  if (runs === undefined) return false;
  return runs === 'all' || runs.some((run) => run[0] <= last && first <= run[1]);
}

const MAX_LINES = 300;
// Comments, strings and brackets; everything else is passed over.
const TOKENS = /\/\/.*|\/\*|\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`|[()[\]{}]/g;

/** The line in which the brackets close that open at a place: an option taken out of a call changes the call. */
export function lastLineOf(lines: readonly string[], { line, column }: Site): number {
  let depth = 0;
  let inside: '' | '`' | '/*' = '';
  for (let number = line; number <= Math.min(lines.length, line + MAX_LINES); number++) {
    const text = lines[number - 1] ?? '';
    for (const [token] of (number === line ? text.slice(column - 1) : text).matchAll(TOKENS)) {
      if (inside !== '') {
        if (token === (inside === '`' ? '`' : '*/')) inside = '';
      } else if (token === '`' || token === '/*') inside = token;
      else if ('([{'.includes(token)) depth++;
      else if (')]}'.includes(token)) {
        depth--;
        if (depth <= 0) return number;
      }
    }
    if (depth === 0 && inside === '') return number;
  }
  return line;
}
