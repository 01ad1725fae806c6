import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFor, install, isNamedByRuns, packagesOf, pin, pinForRuns } from '../conformance/packages.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const source = 'x';

function folderWith(dependencies: Readonly<Record<string, string>>, installed: Readonly<Record<string, string>> = {}, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'told'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  for (const [name, version] of Object.entries(installed)) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('the packages of a library are its own and those of its modules, without what is built in', () => {
  expect(packagesOf({ package: 'wretch', source, modules: ['wretch/middlewares', 'x-wretch'] })).toEqual(['wretch', 'x-wretch']);
  expect(packagesOf({ package: '@aws-sdk/client-*', source })).toEqual(['@aws-sdk/client-s3']);
  expect(packagesOf({ package: 'node:http', source, modules: ['http', 'https'] })).toEqual([]);
});

test('what has a version keeps it, and what cannot be installed gets none', () => {
  const folder = folderWith({ axios: '1.0.0' });
  expect(pin(folder, ['axios', 'node:http', 'googleapis'].map((name) => ({ package: name, source })))).toEqual([]);
});

test('runs are asked for a library by its name, with what expressions escape', () => {
  const runs = folderWith({ axios: '1.0.0' }, {}, { 'told/http.mjs': "ends('axios: attempt never'); { covers: '^socket\\\\.io: ' }; await import('axios')" });
  expect(isNamedByRuns(runs, { package: 'axios', source })).toBe(true);
  expect(isNamedByRuns(runs, { package: 'socket.io', source })).toBe(true);
  expect(isNamedByRuns(runs, { package: 'phin', source })).toBe(false);
  expect(pinForRuns(runs, folderWith({ axios: '1.0.0' }), ['axios', 'phin'])).toEqual([]);
});

test('nothing is installed where everything is there, an alias and a version with a v included', () => {
  const all = folderWith({ axios: '1.0.0', 'axios-at-0': 'npm:axios@0.27.0', redlock: '5.0.0-beta.2' }, { axios: '1.0.0', 'axios-at-0': '0.27.0', redlock: 'v5.0.0-beta.2' });
  expect(() => install(all)).not.toThrow();
  expect(folderFor(all, temporaryFolder(), { package: 'axios', source })).toBe(all);
});
