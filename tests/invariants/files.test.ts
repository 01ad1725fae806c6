import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../support/generated.js';
import { ownFiles, readOwn, TOP } from '../support/own-files.js';

const MACHINE_PATH = /(?:\/home\/(?!me\b|user\b|runner\b)[a-z]|\/Users\/[a-z]|\/root\/|\/work\/|\/tmp\/[a-z]|[A-Z]:\\Users\\)/;

test('no committed file names a place of the machine it was written on', () => {
  const named = ownFiles().filter((path) => path !== 'package-lock.json' && path !== 'tests/invariants/files.test.ts' && MACHINE_PATH.test(readOwn(path) ?? ''));
  expect(named).toEqual([]);
});

test.each([...(await generatedFiles())])('%s is fresh: npm run generate', (path, content) => {
  expect(readOwn(path)).toBe(content);
});

test('every version in package.json is exact', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test('versions with known defects are not installed', () => {
  const { packages } = JSON.parse(readFileSync(join(TOP, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version?: string }> };
  const least: Readonly<Record<string, string>> = { 'js-yaml': '4.1.1', picomatch: '4.0.4', cosmiconfig: '9.0.2' };
  for (const [name, version] of Object.entries(least)) expect(compareVersions(packages[`node_modules/${name}`]?.version ?? '999.0.0', version), name).toBeGreaterThanOrEqual(0);
});

function compareVersions(a: string, b: string): number {
  const [m, n] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const index = m.findIndex((part, position) => part !== n[position]);
  return index < 0 ? 0 : (m[index] ?? 0) - (n[index] ?? 0);
}
