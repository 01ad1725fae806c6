import { existsSync, readFileSync } from 'node:fs';

/** The documentation page of a rule, as Markdown; undefined where it is not installed. */
export function rulePage(id: string): string | undefined {
  // From `dist/surfaces` and from `surfaces`.
  const page = ['../../docs/rules/', '../docs/rules/'].map((folder) => new URL(`${folder}${id}.md`, import.meta.url)).find((url) => existsSync(url));
  return page === undefined ? undefined : readFileSync(page, 'utf8');
}
