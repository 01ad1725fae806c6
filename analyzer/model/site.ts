/** A place in the analysed code. Lines and columns are 1-based, columns in UTF-16 units. */
export interface Site {
  /** Project-relative, `/`-separated. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One step of a trace from an entry point to a place: where, and what happens there. */
export interface TraceStep {
  readonly site: Site;
  readonly text: string;
}

/** Orders places by file, line and column. */
export function compareSites(a: Site, b: Site): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** A place as a key. */
export function siteKey({ file, line, column }: Site): string {
  return `${file}:${line}:${column}`;
}
