import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The way from the top of the repository to a folder, ending in `/`; empty at the top and where there is no repository. */
export function uriPrefixOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      const way = relative(folder, root);
      return way === '' ? '' : `${way.split(sep).join('/')}/`;
    }
    if (dirname(folder) === folder) return '';
  }
}
