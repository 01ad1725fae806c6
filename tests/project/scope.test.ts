import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProject } from '#project/load-project.js';
import { UserError } from '#project/user-error.js';
import { lead, loadTree, servicePaths, writeTree } from './temporary-tree.js';

const MONOREPO = {
  'package.json': { name: 'root', private: true, workspaces: ['packages/*', 'apps/*', '!packages/left-out'] },
  'ops.ts': '',
  'apps/api/package.json': { name: '@acme/api', dependencies: { '@acme/db': '*', express: '^5.0.0' } },
  'apps/api/src/index.ts': '',
  'apps/other/package.json': { name: 'other' },
  'apps/other/src/index.ts': '',
  'packages/db/package.json': { name: '@acme/db', main: 'dist/index.js', dependencies: { '@acme/log': 'workspace:*' } },
  'packages/db/src/index.ts': '',
  'packages/log/package.json': { name: '@acme/log' },
  'packages/log/index.ts': '',
  'packages/left-out/package.json': { name: '@acme/left-out' },
  'packages/left-out/src/index.ts': '',
};

describe('the root and the scope', () => {
  it('is the given folder when no workspace is around', () => {
    const root = writeTree({ 'service/package.json': { name: 's' }, 'service/src/a.ts': '', 'elsewhere/b.ts': '' });
    const project = loadProject(['service'], { cwd: root });
    expect(project.root).toBe(join(root, 'service'));
    expect(servicePaths(project)).toEqual(['src/a.ts']);
    expect(project.scope).toEqual(['']);
  });

  it('is the nearest package for a folder or a file inside one', () => {
    const root = writeTree({ 'package.json': { name: 's' }, 'src/a.ts': '', 'src/b.ts': '', 'other/c.ts': '' });
    expect(loadProject(['src'], { cwd: root })).toMatchObject({ root, scope: ['src'] });
    expect(servicePaths(loadProject(['src'], { cwd: root }))).toEqual(['src/a.ts', 'src/b.ts']);
    expect(servicePaths(loadProject(['src/b.ts', 'other/c.ts'], { cwd: root }))).toEqual(['other/c.ts', 'src/b.ts']);
  });

  it('is the folder itself where there is no package at all', () => {
    const root = writeTree({ 'plain/a.js': '' });
    expect(loadProject(['plain'], { cwd: root }).root).toBe(join(root, 'plain'));
  });

  it('is the common root of several folders', () => {
    const root = writeTree({ 'backend/package.json': {}, 'backend/a.ts': '', 'shared/b.ts': '', 'worker/c.ts': '' });
    const project = loadProject(['backend', 'shared'], { cwd: root });
    expect(project.root).toBe(root);
    expect(servicePaths(project)).toEqual(['backend/a.ts', 'shared/b.ts']);
    expect(lead(project, '../shared/b', 'backend/a.ts')).toBe('shared/b.ts');
  });

  it('is the workspace root, with the packages that the scope depends on and no others', () => {
    const root = writeTree(MONOREPO);
    for (const path of ['apps/api', 'apps/api/src', 'apps/api/src/index.ts']) {
      const project = loadProject([path], { cwd: root });
      expect(project.root).toBe(root);
      expect(servicePaths(project)).toEqual(['apps/api/src/index.ts', 'packages/db/src/index.ts', 'packages/log/index.ts']);
      expect(project.manifests.map((manifest) => manifest.directory)).toEqual(['', 'apps/api', 'packages/db', 'packages/log']);
    }
  });

  it('holds every package when the workspace root is given', () => {
    const project = loadTree(MONOREPO);
    expect(servicePaths(project)).toEqual([
      'apps/api/src/index.ts',
      'apps/other/src/index.ts',
      'ops.ts',
      'packages/db/src/index.ts',
      'packages/left-out/src/index.ts',
      'packages/log/index.ts',
    ]);
  });

  it.each([
    ['pnpm', { 'pnpm-workspace.yaml': 'packages:\n  # apps\n  - "apps/*" # here\n  - packages/**\n\ncatalog:\n  a: 1.0.0\n' }],
    ['pnpm, flow style', { 'pnpm-workspace.yaml': 'packages: ["apps/*", \'packages/*\']\n' }],
    ['pnpm, negated', { 'pnpm-workspace.yaml': "packages:\n- apps/*\n- packages/*\n- '!apps/other'\n" }],
    ['yarn object', { 'package.json': { workspaces: { packages: ['apps/*', 'packages/*'] } } }],
    ['lerna', { 'lerna.json': { packages: ['apps/*', 'packages/*'] } }],
  ])('knows the workspaces of %s', (_, declaration) => {
    const root = writeTree({ ...MONOREPO, 'package.json': { name: 'root' }, ...declaration });
    const project = loadProject(['apps/api'], { cwd: root });
    expect(project.root).toBe(root);
    expect(lead(project, '@acme/db', 'apps/api/src/index.ts')).toBe('packages/db/src/index.ts');
  });

  it('finds a workspace that starts below the given folder', () => {
    const nested = Object.fromEntries(Object.entries(MONOREPO).map(([path, content]) => [`lambdas/${path}`, content]));
    expect(lead(loadTree(nested), '@acme/db', 'lambdas/apps/api/src/index.ts')).toBe('lambdas/packages/db/src/index.ts');
  });

  it('takes a tsconfig for its folder, and follows references and outside includes inside the root', () => {
    const tree = {
      'package.json': { workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a' },
      'packages/a/tsconfig.json': { include: ['src', '../shared/**/*.ts', '/etc/**/*'], references: [{ path: '../b' }, { path: '../c/tsconfig.json' }] },
      'packages/a/src/a.ts': '',
      'packages/b/src/b.ts': '',
      'packages/c/tsconfig.json': {},
      'packages/c/c.ts': '',
      'packages/d/d.ts': '',
      'packages/shared/s.ts': '',
    };
    const project = loadTree(tree, { paths: ['packages/a/tsconfig.json'] });
    expect(servicePaths(project)).toEqual(['packages/a/src/a.ts', 'packages/b/src/b.ts', 'packages/c/c.ts', 'packages/shared/s.ts']);
    expect(project.notes).toEqual([{ path: 'packages/a/tsconfig.json', message: expect.stringContaining('/etc/**/*') }]);
    expect(project.configurations).toEqual(['packages/a/tsconfig.json', 'packages/c/tsconfig.json']);
  });

  it('rejects what cannot be meant, with a hint', () => {
    const root = writeTree({ 'a.ts': '', 'empty/readme.md': '' });
    const load = (paths: string[], tsconfig?: string) => () => loadProject(paths, { cwd: root, ...(tsconfig === undefined ? {} : { tsconfig }) });
    for (const attempt of [load(['missing']), load(['empty']), load(['.'], 'missing.json'), load(['missing/tsconfig.json'])]) {
      expect(attempt).toThrow(UserError);
      expect(attempt).toThrow(expect.objectContaining({ exitCode: 2, hint: expect.stringMatching(/\.$/) }));
    }
  });

  it('analyses the current folder when nothing is given', () => {
    expect(servicePaths(loadTree({ 'a.ts': '' }, { paths: [] }))).toEqual(['a.ts']);
  });
});
