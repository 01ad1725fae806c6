import { posix } from 'node:path';
import type { Library } from '#catalog/schema.js';
import type { Note, PackageManifest, Project } from '#project/types.js';
import { checkRows } from './catalog-rows.js';

/** Rows that packages ship about themselves: the JSON file that `seamlint.catalog` of their package.json names. Read as data, never run. */
export interface ShippedRows {
  readonly libraries: readonly Library[];
  readonly notes: readonly Note[];
  /** The files that were asked, relative to the root. */
  readonly files: readonly string[];
}

const MAX_SIZE = 500_000;
const MAX_PACKAGES = 5000;

/** Reads the rows of every package that the project declares and has installed. */
export function shippedRows(project: Project): ShippedRows {
  const libraries: Library[] = [];
  const notes: Note[] = [];
  const files: string[] = [];
  const seen = new Set<string>();
  for (const manifest of project.manifests) {
    for (const name of Object.keys(manifest.dependencies)) {
      if (seen.has(name) || seen.size >= MAX_PACKAGES || !isName(name)) continue;
      const folder = folderOf(project, manifest, name);
      if (folder === undefined) continue;
      seen.add(name);
      const read = rowsOf(project, folder, name);
      libraries.push(...read.libraries);
      notes.push(...read.notes);
      files.push(...read.files);
    }
  }
  return { libraries, notes, files };
}

function isName(name: string): boolean {
  return /^(?:@[\w.~-]+\/)?\w[\w.~-]*$/.test(name);
}

function folderOf(project: Project, { directory }: PackageManifest, name: string): string | undefined {
  for (let folder = directory; ; folder = posix.dirname(folder)) {
    const base = folder === '.' ? '' : folder;
    const path = posix.join(base, 'node_modules', name);
    if (project.readData(`${path}/package.json`) !== undefined) return path;
    if (base === '') return undefined;
  }
}

function rowsOf(project: Project, folder: string, name: string): ShippedRows {
  const manifest = parsed(project.readData(`${folder}/package.json`)) as { seamlint?: { catalog?: unknown } } | undefined;
  const named = manifest?.seamlint?.catalog;
  if (named === undefined) return { libraries: [], notes: [], files: [] };
  const path = typeof named === 'string' ? posix.join(folder, named) : '';
  if (!path.startsWith(`${folder}/`) || !path.endsWith('.json')) return noted([`${folder}/package.json`], '"seamlint.catalog" names no JSON file of the package, so its rows do not count');
  const text = project.readData(path);
  const content = text === undefined || text.length > MAX_SIZE ? undefined : parsed(text);
  const rows = Array.isArray(content) ? content : (content as { catalog?: unknown } | undefined)?.catalog ?? (content === undefined ? undefined : [content]);
  if (!Array.isArray(rows)) return noted([path, `${folder}/package.json`], 'this catalog file cannot be read, so its rows do not count');
  const { libraries, problems } = checkRows(rows, `${name}'s own catalog`);
  // A package speaks of itself: what it says of others is none of its business.
  const own = libraries.filter((library) => library.package === name || library.package.startsWith(`${name}/`));
  const notes = [
    ...problems.map((problem) => ({ path, message: `${problem} This row does not count` })),
    ...libraries.filter((library) => !own.includes(library)).map((library) => ({ path, message: `its row for "${library.package}" does not count: a package describes itself alone` })),
  ];
  return { libraries: own, notes, files: [path, `${folder}/package.json`] };
}

function noted(files: readonly [string, ...string[]], message: string): ShippedRows {
  return { libraries: [], notes: [{ path: files[0], message }], files };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
