import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readOwn, TOP } from './own-files.js';

interface Locked {
  readonly dev?: true;
  readonly devOptional?: true;
}

/** Names of the packages that come with ours, and theirs: what users get. */
export function packagesOfUsers(): string[] {
  const { packages } = JSON.parse(readOwn('package-lock.json') ?? '{}') as { packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages).flatMap(([path, { dev, devOptional }]) => (path === '' || dev === true || devOptional === true ? [] : [path.slice('node_modules/'.length)]));
}

/** Puts the package into a project as its user has it: a copy with what it depends on, and nothing of ours in reach. */
export function install(folder: string): void {
  for (const part of ['dist', 'docs', 'schema', 'package.json']) cpSync(join(TOP, part), join(folder, 'node_modules/seamlint', part), { recursive: true });
  for (const name of packagesOfUsers()) cpSync(join(TOP, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
}

/** Puts another package into a project, by the name it has there. */
export function link(folder: string, name: string, here = name): void {
  symlinkSync(join(TOP, 'node_modules', here), join(folder, 'node_modules', name), 'junction');
}
