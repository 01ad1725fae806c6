import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { loadProject, type LoadOptions } from '#project/load-project.js';
import type { Project } from '#project/types.js';

/** Contents by path: text, bytes, JSON, or the target of a link. */
export type Tree = Readonly<Record<string, string | Buffer | object | { readonly link: string }>>;

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes a tree into a new temporary folder, which is removed after the tests, and returns its real path. */
export function writeTree(tree: Tree): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'seamlint-project-')));
  made.push(root);
  // A git root keeps the search for enclosing packages inside the tree.
  mkdirSync(join(root, '.git'));
  for (const [path, content] of Object.entries(tree)) {
    const absolute = join(root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(absolute, content);
    else if ('link' in content) symlinkSync(content.link as string, absolute);
    else writeFileSync(absolute, JSON.stringify(content, null, 2));
  }
  return root;
}

/** Writes a tree and loads it, or the given paths of it. */
export function loadTree(tree: Tree, options: Partial<LoadOptions> & { readonly paths?: readonly string[] } = {}): Project {
  const root = writeTree(tree);
  const { paths = ['.'], ...rest } = options;
  return loadProject(paths, { cwd: root, ...rest });
}

/** The paths that are analysed. */
export function servicePaths(project: Project): string[] {
  return project.files.filter((file) => file.role === 'service').map((file) => file.path);
}

/** What was left out, as `reason path`. */
export function skippedPaths(project: Project): string[] {
  return project.skipped.map((skipped) => `${skipped.reason} ${skipped.path}`);
}

/** Where a specifier leads, in one word. */
export function lead(project: Project, specifier: string, from: string): string {
  const resolution = project.resolve(specifier, from);
  if (resolution.is === 'package') return `npm ${resolution.name}${resolution.subpath === '' ? '' : ` + ${resolution.subpath}`}`;
  return resolution.is === 'unresolved' ? `unresolved: ${resolution.why}` : resolution.path;
}
