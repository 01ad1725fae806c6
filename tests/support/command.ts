import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TOP } from './own-files.js';

/** The built command. */
export const COMMAND = join(TOP, 'dist/bin/seamlint.js');

/** Runs the built command in a folder, away from the machine's caches and its build server. */
export function seamlint(folder: string, ...args: string[]) {
  return seamlintIn({}, folder, ...args);
}

/** The same with variables of the environment. */
export function seamlintIn(extra: Readonly<Record<string, string>>, folder: string, ...args: string[]) {
  if (!existsSync(COMMAND)) throw new Error('these tests run the built command: npm run build');
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, '.xdg'), NO_COLOR: '1', GITHUB_ACTIONS: '', ...extra };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

/** Runs git in a folder, as nobody in particular. */
export function git(folder: string, ...args: string[]): string {
  const settings = ['user.name=x', 'user.email=x@example.com', 'commit.gpgsign=false', 'init.defaultBranch=main', 'core.hooksPath=/dev/null'];
  const { status, stdout, stderr } = spawnSync('git', [...settings.flatMap((one) => ['-c', one]), ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
