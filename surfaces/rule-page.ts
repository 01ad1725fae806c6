import { existsSync, readFileSync } from 'node:fs';

/** The documentation page of a rule, as Markdown for people who have nothing but it; undefined where it is not installed. */
export function rulePage(id: string): string | undefined {
  // From `dist/surfaces` and from `surfaces`.
  const page = ['../../docs/rules/', '../docs/rules/'].map((folder) => new URL(`${folder}${id}.md`, import.meta.url)).find((url) => existsSync(url));
  return page === undefined ? undefined : readable(readFileSync(page, 'utf8'));
}

// What only our own tests read, and links that lead to other files of the package, have no use there.
function readable(page: string): string {
  return page
    .replace(/ *\/\/ (?:expect|known miss|known noise): .*$/gm, '')
    .replace(/^<!-- .* -->\n+/gm, '')
    .replace(/^```(\w+) (?:flagged|clean)$/gm, '```$1')
    .replace(/\[([^\]]+)\]\((?!https?:)[^)\s]*\)/g, '$1');
}
