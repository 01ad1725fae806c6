import { describe, expect, it } from 'vitest';
import { lead, loadTree } from './temporary-tree.js';

describe('relative imports', () => {
  const project = loadTree({
    'src/a.ts': '',
    'src/view.tsx': '',
    'src/esm.mts': '',
    'src/common.cts': '',
    'src/plain.js': '',
    'src/both.ts': '',
    'src/both.js': '',
    'src/name.service.ts': '',
    'src/data.json': {},
    'src/style.css': '',
    'src/folder/index.ts': '',
    'src/packed/package.json': { main: './entry.js' },
    'src/packed/entry.ts': '',
    'src/odd name (1)/[id].ts': '',
    'src/Case.ts': '',
    'index.ts': '',
  });
  it.each([
    ['./view', 'src/view.tsx'],
    ['./view.js', 'src/view.tsx'],
    ['./view.jsx', 'src/view.tsx'],
    ['./both.tsx', 'src/both.ts'],
    ['./esm.mjs', 'src/esm.mts'],
    ['./common.cjs', 'src/common.cts'],
    ['./plain', 'src/plain.js'],
    ['./plain.js', 'src/plain.js'],
    ['./both.js', 'src/both.ts'],
    ['./both.ts', 'src/both.ts'],
    ['./name.service', 'src/name.service.ts'],
    ['./data.json', 'src/data.json'],
    ['./data', 'src/data.json'],
    ['./folder', 'src/folder/index.ts'],
    ['./folder/', 'src/folder/index.ts'],
    ['./packed', 'src/packed/entry.ts'],
    ['./odd name (1)/[id]', 'src/odd name (1)/[id].ts'],
    ['./plain.js?raw', 'src/plain.js'],
    ['..', 'index.ts'],
    ['../', 'index.ts'],
    ['../node_modules/pg/lib/x.js', 'npm pg + lib/x.js'],
    ['./missing', 'unresolved: src/missing does not exist'],
    ['./case', 'unresolved: src/case does not exist; src/Case.ts differs in upper and lower case'],
    ['./style.css', 'unresolved: src/style.css is not code'],
    ['../../outside', 'unresolved: it leads out of the project'],
    ['/etc/passwd', 'unresolved: an absolute path'],
    ['', 'unresolved: the specifier is empty'],
  ])('%s', (specifier, expected) => expect(lead(project, specifier, 'src/a.ts')).toBe(expected));

  it('answers json apart and remembers the answer', () => {
    expect(project.resolve('./data.json', 'src/a.ts')).toEqual({ is: 'json', path: 'src/data.json' });
    expect(project.resolve('./view', 'src/a.ts')).toBe(project.resolve('./view', 'src/both.ts'));
  });
});

describe('packages', () => {
  const project = loadTree({ 'package.json': { name: 'self', exports: { '.': './dist/main.js' } }, 'src/main.ts': '' });
  it.each([
    ['express', 'npm express'],
    ['lodash/fp/get', 'npm lodash + fp/get'],
    ['@aws-sdk/client-s3', 'npm @aws-sdk/client-s3'],
    ['@scope/name/sub/path.js', 'npm @scope/name + sub/path.js'],
    ['fs', 'npm node:fs'],
    ['fs/promises', 'npm node:fs/promises'],
    ['node:test', 'npm node:test'],
    ['bun:sqlite', 'npm bun:sqlite'],
    ['npm:express@4/lib/x', 'npm express + lib/x'],
    ['self', 'src/main.ts'],
    ['@/nothing', 'unresolved: @/nothing is no package name'],
    ['https://esm.sh/x', 'unresolved: https://esm.sh/x is no package name'],
    ['__proto__', 'npm __proto__'],
    ['constructor', 'npm constructor'],
  ])('%s', (specifier, expected) => expect(lead(project, specifier, 'src/main.ts')).toBe(expected));
});

describe('tsconfig paths', () => {
  it('maps by the nearest tsconfig, with wildcards, several targets and the longest pattern first', () => {
    const project = loadTree({
      'tsconfig.json': {
        compilerOptions: { baseUrl: '.', paths: { '@/*': ['missing/*', 'src/*'], '@/lib/*': ['lib/*'], exact: ['src/exact.ts'], '*-view': ['src/views/*'] } },
      },
      'src/a.ts': '',
      'src/exact.ts': '',
      'src/views/home.ts': '',
      'src/icon.svg': '',
      'lib/a.ts': '',
      'nested/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./own/*'] } } },
      'nested/own/b.ts': '',
    });
    expect(lead(project, '@/a', 'lib/a.ts')).toBe('src/a.ts');
    expect(lead(project, '@/lib/a.js', 'src/a.ts')).toBe('lib/a.ts');
    expect(lead(project, 'exact', 'src/a.ts')).toBe('src/exact.ts');
    expect(lead(project, 'home-view', 'src/a.ts')).toBe('src/views/home.ts');
    expect(lead(project, 'src/a', 'lib/a.ts')).toBe('src/a.ts');
    expect(lead(project, '@/b', 'nested/own/b.ts')).toBe('nested/own/b.ts');
    expect(lead(project, '@/gone', 'src/a.ts')).toBe('unresolved: @/gone matches the path @/* of a tsconfig, but no such file exists');
    expect(project.resolve('@/icon.svg', 'src/a.ts')).toEqual({ is: 'unresolved', why: 'src/icon.svg is not code', asset: true });
    expect(lead(project, 'express', 'src/a.ts')).toBe('npm express');
  });

  it('keeps a package whose scope a missed pattern covers', () => {
    const project = loadTree({
      'package.json': { dependencies: { '@acme/sdk': '1.0.0' } },
      'tsconfig.json': { compilerOptions: { paths: { '@acme/*': ['./packages/*'] } } },
      'a.ts': '',
    });
    expect(lead(project, '@acme/sdk/client', 'a.ts')).toBe('npm @acme/sdk + client');
  });

  it('reads solution files, jsconfig and rootDirs', () => {
    const project = loadTree({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'tsconfig.app.json': { compilerOptions: { paths: { '~/*': ['./src/*'] }, rootDirs: ['src', 'generated-views'] } },
      'src/a.ts': '',
      'generated-views/template.ts': '',
      'web/jsconfig.json': { compilerOptions: { baseUrl: 'app' } },
      'web/app/util.js': '',
    });
    expect(lead(project, '~/a', 'src/a.ts')).toBe('src/a.ts');
    expect(lead(project, './template', 'src/a.ts')).toBe('generated-views/template.ts');
    expect(lead(project, 'util', 'web/app/util.js')).toBe('web/app/util.js');
  });

  it('asks a named tsconfig first', () => {
    const tree = {
      'tsconfig.json': { compilerOptions: { paths: { x: ['./a.ts'] } } },
      'tsconfig.prod.json': { compilerOptions: { paths: { x: ['./b.ts'] } } },
      'a.ts': '',
      'b.ts': '',
    };
    expect(lead(loadTree(tree), 'x', 'a.ts')).toBe('a.ts');
    expect(lead(loadTree(tree, { tsconfig: 'tsconfig.prod.json' }), 'x', 'a.ts')).toBe('b.ts');
  });
});

describe('local packages', () => {
  const importing = 'apps/api/src/index.ts';
  const withPackage = (manifest: object, files: readonly string[], extra: object = {}) =>
    loadTree({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'apps/api/package.json': { name: 'api', dependencies: { lib: '*' } },
      [importing]: '',
      'packages/lib/package.json': { name: 'lib', version: '1.0.0', ...manifest },
      ...Object.fromEntries(files.map((file) => [`packages/lib/${file}`, ''])),
      ...extra,
    });

  it.each([
    ['main in dist', { main: './dist/index.js' }, ['src/index.ts'], 'src/index.ts'],
    ['main below a kind of output', { main: 'dist/cjs/main.js', module: 'dist/esm/main.js' }, ['src/main.ts'], 'src/main.ts'],
    ['main with the sources folder kept', { main: 'build/src/index.js' }, ['src/index.ts'], 'src/index.ts'],
    ['types only', { types: './lib/types.d.ts' }, ['src/types.ts'], 'src/types.ts'],
    ['a source field', { source: 'source/entry.ts', main: 'dist/x.js' }, ['source/entry.ts'], 'source/entry.ts'],
    ['nothing said, src', {}, ['src/index.tsx'], 'src/index.tsx'],
    ['nothing said, top', {}, ['index.js'], 'index.js'],
    ['exports as a string', { exports: './dist/index.mjs' }, ['src/index.mts'], 'src/index.mts'],
    ['exports with conditions', { exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' } } }, ['src/index.ts'], 'src/index.ts'],
    ['a condition of their own', { exports: { '.': { default: './dist/a.js', '@acme/source': './code/a.ts' } } }, ['code/a.ts', 'a.ts'], 'code/a.ts'],
    ['no dot key', { exports: { import: './out/index.js' } }, ['index.ts'], 'index.ts'],
    ['a declaration beside code', { types: 'index.d.ts' }, ['index.d.ts', 'index.js'], 'index.js'],
  ])('%s', (_, manifest, files, expected) => expect(lead(withPackage(manifest, files), 'lib', importing)).toBe(`packages/lib/${expected}`));

  it.each([
    ['a listed subpath', { exports: { './db': './dist/db/index.js' } }, 'db', 'src/db/index.ts'],
    ['a pattern', { exports: { './features/*': './dist/features/*.js', './*': './dist/*.js' } }, 'features/x', 'src/features/x.ts'],
    ['an unlisted subpath', {}, 'src/db', 'src/db/index.ts'],
    ['an output path', {}, 'dist/db', 'src/db/index.ts'],
    ['a subpath of src', { main: 'dist/index.js' }, 'db', 'src/db/index.ts'],
  ])('%s', (_, manifest, subpath, expected) => {
    const project = withPackage(manifest, ['src/db/index.ts', 'src/features/x.ts', 'src/index.ts']);
    expect(lead(project, `lib/${subpath}`, importing)).toBe(`packages/lib/${expected}`);
  });

  it('maps output back by outDir and rootDir', () => {
    const tsconfig = { 'packages/lib/tsconfig.json': { compilerOptions: { outDir: './compiled', rootDir: './code' } } };
    expect(lead(withPackage({ main: 'compiled/deep/x.js' }, ['code/deep/x.ts'], tsconfig), 'lib', importing)).toBe('packages/lib/code/deep/x.ts');
  });

  it('says so when a local package has no source', () => {
    expect(lead(withPackage({ main: 'dist/index.js' }, ['readme.ts']), 'lib', importing)).toBe('unresolved: packages/lib has no source for lib');
  });

  it('takes the registry for another major version, a catalog entry or an alias', () => {
    for (const range of ['^3.1.0', 'catalog:', 'npm:other@1.0.0']) {
      const project = withPackage({}, ['index.ts'], { 'apps/api/package.json': { name: 'api', dependencies: { lib: range } } });
      expect(lead(project, 'lib', importing)).toBe('npm lib');
    }
  });

  it('follows file and link dependencies without a workspace', () => {
    const project = loadTree({
      'service/package.json': { dependencies: { shared: 'file:../shared', gone: 'link:../../gone' } },
      'service/a.ts': '',
      'shared/package.json': { name: 'other-name' },
      'shared/index.ts': '',
    });
    expect(lead(project, 'shared', 'service/a.ts')).toBe('shared/index.ts');
    expect(lead(project, 'gone', 'service/a.ts')).toBe('npm gone');
  });

  it('follows the folders that module-alias names', () => {
    const project = loadTree({ 'package.json': { _moduleAliases: { '@models': 'dist/models', '@': './src/' } }, 'src/models/user.js': '', 'src/models/index.js': '' });
    expect(['@models', '@models/user', '@/models/user', '@other/x'].map((each) => lead(project, each, 'src/models/user.js'))).toEqual([
      'src/models/index.js',
      'src/models/user.js',
      'src/models/user.js',
      'npm @other/x',
    ]);
  });

  it('follows import maps, conditions, patterns and packages behind them', () => {
    const project = loadTree({
      'package.json': {
        imports: { '#db': { node: './dist/db.js', default: './db-browser.js' }, '#lib/*': './src/lib/*.js', '#pg': 'pg', '#loop': '#loop' },
      },
      'src/db.ts': '',
      'src/lib/deep/x.ts': '',
    });
    expect(lead(project, '#db', 'src/db.ts')).toBe('src/db.ts');
    expect(lead(project, '#lib/deep/x', 'src/db.ts')).toBe('src/lib/deep/x.ts');
    expect(lead(project, '#pg', 'src/db.ts')).toBe('npm pg');
    expect(lead(project, '#loop', 'src/db.ts')).toBe('unresolved: #loop stands for itself');
    expect(lead(project, '#none', 'src/db.ts')).toMatch(/^unresolved: no package.json gives #none/);
  });
});
