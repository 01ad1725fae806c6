import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { folderFor, install, isNamedByRuns, lock, packagesOf, pinForRuns } from '../conformance/packages.js';
import { pinsOf, unpinnedOf } from '../conformance/pins.js';
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

test('a lock file that says what package.json says is left alone', () => {
  const folder = folderWith({ axios: '1.0.0' }, {}, { 'package-lock.json': JSON.stringify({ packages: { '': { dependencies: { axios: '1.0.0' } } } }) });
  expect(lock(folder)).toBe(false);
});

test('what rows are checked on is pinned, older majors under a name of their own', () => {
  expect(pinsOf([{ package: 'x', source, checkedOn: ['x@2.1.0', 'x@1.0.0', '@types/x@2.0.0'] }, { package: '@a/y', source, checkedOn: ['@a/y@3.0.0'] }])).toEqual({ '@a/y': '3.0.0', '@types/x': '2.0.0', x: '2.1.0', 'x-at-1': 'npm:x@1.0.0' });
  expect(() => pinsOf([{ package: 'x', source, checkedOn: ['x@latest'] }])).toThrow('names no version');
  expect(() => pinsOf([{ package: 'x', source, checkedOn: ['x@1.0.0'] }, { package: 'x/y', source, checkedOn: ['x@2.0.0'] }])).toThrow('another row has 1.0.0');
  expect(unpinnedOf([{ package: 'x', source, checkedOn: ['x@1.0.0'] }, { package: 'x/y', source }, { package: 'node:fs', source }, { package: 'z', source }])).toEqual(['z']);
});

test('every library says at which version it is checked', () => {
  expect(unpinnedOf(libraries)).toEqual([]);
});

test('runs are asked for a library by its name, with what expressions escape', () => {
  const runs = folderWith({ axios: '1.0.0' }, {}, { 'told/http.mjs': "ends('axios: attempt never'); { covers: '^socket\\\\.io: ' }; await import('axios')" });
  expect(isNamedByRuns(runs, { package: 'axios', source })).toBe(true);
  expect(isNamedByRuns(runs, { package: 'socket.io', source })).toBe(true);
  expect(isNamedByRuns(runs, { package: 'phin', source })).toBe(false);
  expect(isNamedByRuns(runs, { package: 'phin', source, shown: [{ shows: ['total never'], call: '', given: [['$url']] }] })).toBe(true);
  expect(pinForRuns(runs, folderWith({ axios: '1.0.0' }), [{ package: 'axios', source }, { package: 'phin', source }])).toEqual([]);
});

test('nothing is installed where everything is there, an alias and a version with a v included', () => {
  const all = folderWith({ axios: '1.0.0', 'axios-at-0': 'npm:axios@0.27.0', redlock: '5.0.0-beta.2' }, { axios: '1.0.0', 'axios-at-0': '0.27.0', redlock: 'v5.0.0-beta.2' });
  expect(() => install(all)).not.toThrow();
  expect(folderFor(all, temporaryFolder(), { package: 'axios', source })).toBe(all);
});
