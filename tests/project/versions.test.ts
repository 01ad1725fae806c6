import { describe, expect, it } from 'vitest';
import { loadTree, type Tree } from './temporary-tree.js';

const WORKSPACE: Tree = {
  'package.json': { name: 'root', workspaces: ['packages/*'], devDependencies: { typescript: '^5.0.0' } },
  'packages/api/package.json': {
    name: 'api',
    dependencies: { pg: '^8.0.0', '@aws-sdk/client-s3': '~3.1.0', local: 'workspace:*', alias: 'npm:real@^2.0.0', missing: '^9.9.0', __proto__: '1' },
    peerDependencies: { 'peer.js': '>=1' },
  },
  'packages/api/src/a.ts': '',
  'packages/local/package.json': { name: 'local', version: '0.4.2' },
};
const FROM = 'packages/api/src/a.ts';
const WANTED = { pg: '8.11.3', '@aws-sdk/client-s3': '3.1.7', typescript: '5.4.5' };

const LOCKFILES: Readonly<Record<string, Tree>> = {
  'npm 3': {
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { devDependencies: { typescript: '^5.0.0' } },
        'node_modules/pg': { version: '7.0.0', dependencies: { a: '1' } },
        'node_modules/typescript': { version: '5.4.5' },
        'node_modules/@aws-sdk/client-s3': { resolved: 'x', version: '3.1.7' },
        'packages/api/node_modules/pg': { version: '8.11.3' },
      },
    },
  },
  'npm 1': {
    'package-lock.json': {
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.0', requires: { pg: '^7.0.0' }, dependencies: { pg: { version: '7.0.0' } } },
        '@aws-sdk/client-s3': { version: '3.1.7' },
        pg: { version: '8.11.3' },
        typescript: { version: '5.4.5' },
      },
    },
  },
  'pnpm 9': {
    'pnpm-lock.yaml': `lockfileVersion: '9.0'

importers:

  .:
    devDependencies:
      typescript:
        specifier: ^5.0.0
        version: 5.4.5

  packages/api:
    dependencies:
      '@aws-sdk/client-s3':
        specifier: ~3.1.0
        version: 3.1.7(aws-crt@1.0.0)
      local:
        specifier: workspace:*
        version: link:../local
      pg:
        specifier: ^8.0.0
        version: 8.11.3

  packages/other:
    dependencies:
      pg:
        specifier: ^7
        version: 7.0.0

packages:

  pg@7.0.0:
    resolution: {}
  undeclared@1.2.3:
    resolution: {}
`,
  },
  'pnpm 5': {
    'pnpm-lock.yaml': `lockfileVersion: 5.4
importers:
  .:
    specifiers:
      typescript: ^5.0.0
    devDependencies:
      typescript: 5.4.5
  packages/api:
    specifiers:
      '@aws-sdk/client-s3': ~3.1.0
      pg: 8.0.0
    dependencies:
      '@aws-sdk/client-s3': 3.1.7_aws-crt@1.0.0
      pg: 8.11.3
packages:
  /pg/7.0.0:
    resolution: {}
`,
  },
  'yarn 1': {
    'yarn.lock': `# yarn lockfile v1


"@aws-sdk/client-s3@~3.1.0":
  version "3.1.7"
  resolved "x"

a@^1:
  version "1.0.0"
  dependencies:
    pg "^7.0.0"

pg@^7.0.0:
  version "7.0.0"

pg-pool@^8.0.0:
  version "9.0.0"

"pg@>= 8", pg@^8.0.0:
  version "8.11.3"

typescript@^5.0.0:
  version "5.4.5"
`,
  },
  'yarn berry': {
    'yarn.lock': `__metadata:
  version: 8

"@aws-sdk/client-s3@npm:~3.1.0":
  version: 3.1.7
  resolution: "@aws-sdk/client-s3@npm:3.1.7"

"local@workspace:*, local@workspace:packages/local":
  version: 0.0.0-use.local
  resolution: "local@workspace:packages/local"

"pg@npm:^7.0.0":
  version: 7.0.0

"pg@npm:^8.0.0, pg@npm:^8.5.0":
  version: 8.11.3

"typescript@patch:typescript@npm%3A^5.0.0#optional!builtin<compat/typescript>":
  version: 5.4.5
`,
  },
};

describe('versions', () => {
  it.each(Object.entries(LOCKFILES))('are exact with a lockfile of %s', (_, lockfile) => {
    for (const ends of ['\n', '\r\n']) {
      const withEnds = Object.fromEntries(Object.entries(lockfile).map(([path, text]) => [path, typeof text === 'string' ? text.replaceAll('\n', ends) : text]));
      const project = loadTree({ ...WORKSPACE, ...withEnds });
      for (const [name, version] of Object.entries(WANTED)) expect([name, project.versionOf(name, FROM)]).toEqual([name, version]);
      expect(project.manifests.find((manifest) => manifest.directory === 'packages/api')!.locked).toMatchObject({ pg: '8.11.3', local: '0.4.2' });
    }
  });

  it('are the declared range without a lockfile', () => {
    const project = loadTree(WORKSPACE);
    expect(['pg', 'missing', 'alias', 'peer.js', 'local', 'typescript', 'unheard-of', '__proto__', 'constructor', '../x', 'node:fs'].map((name) => project.versionOf(name, FROM))).toEqual([
      '^8.0.0',
      '^9.9.0',
      '^2.0.0',
      '>=1',
      '0.4.2',
      '^5.0.0',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are those installed where node_modules is there', () => {
    const project = loadTree({
      ...WORKSPACE,
      ...LOCKFILES['npm 3'],
      'node_modules/pg/package.json': { version: '8.0.1' },
      'packages/api/node_modules/pg/package.json': { version: '8.0.2' },
      'node_modules/transitive/package.json': { version: '1.0.0' },
    });
    expect([project.versionOf('pg', FROM), project.versionOf('pg', 'packages/local/x.ts'), project.versionOf('transitive', FROM)]).toEqual(['8.0.2', '8.0.1', '1.0.0']);
  });

  it('resolve the catalogs of pnpm', () => {
    const project = loadTree({
      'package.json': { name: 's', dependencies: { a: 'catalog:', b: 'catalog:old', c: 'catalog:', d: 'catalog:default' } },
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\ncatalog:\n  a: ^1.0.0\n  d: 4.0.0\ncatalogs:\n  old:\n    b: ~2.0.0\n',
      'src/x.ts': '',
    });
    expect(['a', 'b', 'c', 'd'].map((name) => project.versionOf(name, 'src/x.ts'))).toEqual(['^1.0.0', '~2.0.0', 'catalog:', '4.0.0']);
  });

  it('of something undeclared are known when the lockfile has one of it', () => {
    expect(loadTree({ ...WORKSPACE, ...LOCKFILES['pnpm 9'] }).versionOf('undeclared', FROM)).toBe('1.2.3');
  });

  it('come with the manifests', () => {
    const project = loadTree({ 'package.json': { type: 'module', main: 'm.js', bin: { a: 'bin/a.js' }, scripts: { start: 'node .' }, dependencies: { x: 1, y: '2' } }, 'a.ts': '' });
    expect(project.manifests).toEqual([
      { directory: '', type: 'module', main: 'm.js', bin: ['bin/a.js'], scripts: { start: 'node .' }, dependencies: { y: '2' }, development: [], locked: {} },
    ]);
  });
});
