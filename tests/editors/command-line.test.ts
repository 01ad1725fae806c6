import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ESLint } from 'eslint';
import { describe, expect, test, vi } from 'vitest';
import { saidBy } from '../support/eslint.js';
import { TOP } from '../support/own-files.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { BUDGET, POOL, READ, SERVICE } from '../support/three-file-service.js';

// The command is started many times.
vi.setConfig({ testTimeout: 600_000 });

const require = createRequire(import.meta.url);
const CONFIG = `
  import { createRequire } from 'node:module';
  import seamlint from ${JSON.stringify(join(TOP, 'dist/surfaces/eslint/index.js'))};
  const { parser } = createRequire(${JSON.stringify(join(TOP, 'package.json'))})('typescript-eslint');
  export default [{ files: ['**/*.ts'], languageOptions: { parser } }, seamlint.configs.strict];
`;

/** A service whose files are not of this moment: what changes all the time is not stored. */
function service(more: Readonly<Record<string, string>> = {}): string {
  const files = { ...SERVICE, ...more, 'eslint.config.mjs': CONFIG, 'node_modules/.keep': '' };
  const folder = temporaryFolder(files);
  age(folder, Object.keys(files));
  return folder;
}

function age(folder: string, paths: readonly string[]): void {
  for (const path of paths) utimesSync(join(folder, path), new Date('2024-01-01'), new Date('2024-01-01'));
}

function eslint(version: 9 | 10, folder: string, ...args: string[]) {
  const bin = join(dirname(require.resolve(`${version === 9 ? 'eslint9' : 'eslint'}/package.json`)), 'bin/eslint.js');
  const { stdout, stderr } = spawnSync(process.execPath, [bin, 'src', '--format', 'json', ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_DEBUG: 'seamlint', CI: '' } });
  const remarks = stderr.split('\n').flatMap((line) => /^seamlint \d+\.\d+: (\w+)/.exec(line)?.[1] ?? []).sort();
  if (!stdout.startsWith('[')) throw new Error(stderr);
  return { said: saidBy(JSON.parse(stdout) as ESLint.LintResult[], folder), remarks };
}

const ALL = [READ, POOL, BUDGET].toSorted();

describe.each([9, 10] as const)('ESLint %i', (version) => {
  test('analyses once for all workers of --concurrency', () => {
    const folder = service(Object.fromEntries(Array.from({ length: 20 }, (_one, index) => [`src/more-${index}.ts`, `export const more${index} = ${index};\n`])));
    const { said, remarks } = eslint(version, folder, '--concurrency', '3');
    expect(said).toEqual(ALL);
    expect(remarks.filter((one) => one === 'analysed')).toHaveLength(1);
    expect(remarks.filter((one) => one === 'took').length).toBeGreaterThan(0);
    // The next run, one thread or many, analyses nothing.
    expect(eslint(version, folder).remarks).toEqual(['took']);
  });

  test('with --cache tells of files that did not change what changes elsewhere mean for them', () => {
    const folder = service();
    const cached = () => eslint(version, folder, '--cache').said;
    expect([cached(), cached(), cached()]).toEqual([ALL, ALL, ALL]);
    const app = SERVICE['src/app.ts'];
    writeFiles(folder, { 'src/app.ts': app.replace('page()', "'page'") });
    expect(cached()).toEqual([POOL, BUDGET].toSorted());
    writeFiles(folder, { 'src/app.ts': app });
    expect(cached()).toEqual(ALL);
  });
});
