import { posix, sep } from 'node:path';

/** The folder of a project-relative path, '' at the top. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last segment of a project-relative path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of an entry of a folder. */
export function childOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Joins and normalises project-relative paths; undefined when the result leaves the root. */
export function joinInside(base: string, rest: string): string | undefined {
  const joined = posix.normalize(base === '' ? rest : `${base}/${rest}`);
  if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return undefined;
  if (joined === '.' || joined === './') return '';
  return joined.endsWith('/') ? joined.slice(0, -1) : joined;
}

/** Whether a project-relative path is the folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** The folder itself and every folder above it, nearest first, ending with the root ''. */
export function foldersUpFrom(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== ''; ) folders.push((at = parentOf(at)));
  return folders;
}

/** An absolute path as seen from the root, `/`-separated; undefined outside it. */
export function insideRoot(root: string, absolute: string): string | undefined {
  if (absolute === root) return '';
  const prefix = root.endsWith(sep) ? root : root + sep;
  if (!absolute.startsWith(prefix)) return undefined;
  return absolute.slice(prefix.length).split(sep).join('/');
}

/** Orders strings by code units, the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
