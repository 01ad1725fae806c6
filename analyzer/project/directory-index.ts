import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { childOf, insideRoot, nameOf, parentOf } from './relative-path.js';

/** Where a symbolic link leads. */
export type LinkTarget =
  | { readonly is: 'file' | 'directory'; readonly path: string }
  | { readonly is: 'outside' | 'broken' | 'other' };

/** One listed folder; `path` is its real project-relative path. */
export interface Directory {
  readonly path: string;
  readonly files: ReadonlySet<string>;
  readonly directories: ReadonlySet<string>;
  readonly links: ReadonlyMap<string, LinkTarget>;
  /** Sockets, pipes and devices. */
  readonly others: ReadonlySet<string>;
  /** Set when the folder could not be listed. */
  readonly failure?: string;
}

/** The folders below the root, each listed at most once and only when asked for. */
export interface DirectoryIndex {
  readonly root: string;
  /** The folder at a path, through links inside the root; undefined where there is none. */
  directory(path: string): Directory | undefined;
  /** The real path of the regular file at a path; undefined where there is none. */
  locate(path: string): string | undefined;
}

/** Makes an index that asks the disk once per folder and never outside the root. */
export function createDirectoryIndex(root: string): DirectoryIndex {
  const known = new Map<string, Directory | undefined>();

  function directory(path: string): Directory | undefined {
    if (known.has(path)) return known.get(path);
    const found = path === '' ? listDirectory(root, '') : find(path);
    known.set(path, found);
    return found;
  }

  function find(path: string): Directory | undefined {
    const parent = directory(parentOf(path));
    const name = nameOf(path);
    if (parent === undefined) return undefined;
    const link = parent.links.get(name);
    if (link?.is === 'directory') return directory(link.path);
    if (!parent.directories.has(name)) return undefined;
    const real = childOf(parent.path, name);
    return real === path ? listDirectory(root, path) : directory(real);
  }

  function locate(path: string): string | undefined {
    const parent = directory(parentOf(path));
    const name = nameOf(path);
    if (parent === undefined) return undefined;
    if (parent.files.has(name)) return childOf(parent.path, name);
    const link = parent.links.get(name);
    return link?.is === 'file' ? link.path : undefined;
  }

  return { root, directory, locate };
}

function listDirectory(root: string, path: string): Directory {
  const files = new Set<string>();
  const directories = new Set<string>();
  const links = new Map<string, LinkTarget>();
  const others = new Set<string>();
  const absolute = join(root, path);
  try {
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      if (entry.isFile()) files.add(entry.name);
      else if (entry.isDirectory()) directories.add(entry.name);
      else if (entry.isSymbolicLink()) links.set(entry.name, followLink(root, absolute, entry));
      else others.add(entry.name);
    }
  } catch (error) {
    return { path, files, directories, links, others, failure: (error as NodeJS.ErrnoException).code ?? 'unknown error' };
  }
  return { path, files, directories, links, others };
}

function followLink(root: string, folder: string, entry: Dirent): LinkTarget {
  try {
    const target = realpathSync(join(folder, entry.name));
    const path = insideRoot(root, target);
    if (path === undefined || `/${path}/`.includes('/node_modules/')) return { is: 'outside' };
    const stat = statSync(target);
    if (stat.isFile()) return { is: 'file', path };
    return stat.isDirectory() ? { is: 'directory', path } : { is: 'other' };
  } catch {
    return { is: 'broken' };
  }
}
