import { describe, expect, it } from 'vitest';
import type { SkipError } from '#project/skip-error.js';
import { lead, loadTree, servicePaths, skippedPaths } from './temporary-tree.js';

describe('what is not the service', () => {
  it('leaves out tests, scripts, generated code and compiler output, each with one line', () => {
    const project = loadTree({
      'package.json': { name: 's' },
      'tsconfig.json': { compilerOptions: { outDir: 'compiled' } },
      'src/app.ts': '',
      'src/app.test.ts': '',
      'src/app.e2e-spec.ts': '',
      'src/login-spec.js': '',
      'src/Button.stories.tsx': '',
      'src/__tests__/deep/a.ts': '',
      'src/__mocks__/b.ts': '',
      'src/integration-tests/c.ts': '',
      'src/generated/client.ts': '',
      'src/db/migrations/1.ts': '',
      'src/api.generated.ts': '',
      'src/legacy.js': '',
      'src/legacy.ts': '',
      'cypress/e.ts': '',
      'fixtures/f.ts': '',
      'scripts/release.ts': '',
      'tools/lint.ts': '',
      'dist/app.js': '',
      'build/app.js': '',
      'compiled/app.js': '',
      'coverage/x.js': '',
      '.next/server.js': '',
      'node_modules/pg/index.js': '',
      '.git/hooks/x.js': '',
      '.github/workflows/x.yml': '',
      '.storybook/main.ts': '',
      'public/jquery.min.js': '',
      'vitest.config.ts': '',
      'app.config.js': '',
      '.eslintrc.js': '',
      'gulpfile.js': '',
    });
    expect(servicePaths(project)).toEqual(['src/app.ts', 'src/legacy.ts']);
    expect(skippedPaths(project)).toEqual([
      'script .eslintrc.js',
      'build-output .next',
      'script .storybook',
      'script app.config.js',
      'build-output build',
      'build-output compiled',
      'build-output coverage',
      'test cypress',
      'build-output dist',
      'test fixtures',
      'script gulpfile.js',
      'minified public/jquery.min.js',
      'script scripts',
      'test src/Button.stories.tsx',
      'test src/__mocks__',
      'test src/__tests__',
      'generated src/api.generated.ts',
      'test src/app.e2e-spec.ts',
      'test src/app.test.ts',
      'script src/db/migrations',
      'generated src/generated',
      'test src/integration-tests',
      'build-output src/legacy.js',
      'test src/login-spec.js',
      'script tools',
      'script vitest.config.ts',
    ]);
  });

  it('keeps what only sounds like it', () => {
    const files = [
      'bin/server.ts',
      'src/app.config.ts',
      'src/build/image.ts',
      'src/coverage/insurance.ts',
      'src/gen/ids.ts',
      'src/openapi/spec/user-schema.ts',
      'src/scripts/run.ts',
      'src/services/test-runner/run.ts',
      'src/stories/feed.ts',
      'src/tools/search.ts',
      'src/ui/Testing/panel.tsx',
    ];
    expect(servicePaths(loadTree({ 'package.json': {}, ...Object.fromEntries(files.map((file) => [file, ''])) }))).toEqual(files);
  });

  it('judges `spec` by its content and `migration` by its names', () => {
    const project = loadTree({
      'package.json': {},
      'src/a.ts': '',
      'src/x/spec/a.spec.ts': '',
      'src/x/spec/b.spec.ts': '',
      'src/migration/1587564396149-Notification.ts': '',
    });
    expect(skippedPaths(project)).toEqual(['script src/migration', 'test src/x/spec']);
  });

  it('analyses what was named although it looks like a test', () => {
    const tree = { 'package.json': {}, 'test/app.test.ts': '', 'test/helpers/a.ts': '', 'test/test/b.ts': '' };
    expect(servicePaths(loadTree(tree, { paths: ['test/app.test.ts'] }))).toEqual(['test/app.test.ts']);
    expect(servicePaths(loadTree(tree, { paths: ['test'] }))).toEqual(['test/helpers/a.ts']);
    expect(servicePaths(loadTree(tree, { include: ['test/test/**'] }))).toEqual(['test/test/b.ts']);
  });

  it('ignores by globs from the root or from where the user stands', () => {
    const tree = { 'package.json': {}, 'src/a.ts': '', 'src/old/b.ts': '', 'src/old/c.ts': '', 'src/d.ts': '' };
    const project = loadTree(tree, { ignore: ['src/old/**', '**/d.ts'] });
    expect(servicePaths(project)).toEqual(['src/a.ts']);
    expect(skippedPaths(project)).toEqual(['ignored src/d.ts', 'ignored src/old']);
  });

  it('keeps declarations apart', () => {
    const project = loadTree({ 'a.ts': '', 'types.d.ts': '', 'env.d.mts': '' });
    expect(project.files.map((file) => [file.path, file.role])).toEqual([['a.ts', 'service'], ['env.d.mts', 'declaration'], ['types.d.ts', 'declaration']]);
    expect(lead(project, './types', 'a.ts')).toBe('types.d.ts');
  });

  it('analyses the output folder of a JavaScript package that has nothing else', () => {
    const published = { 'package.json': { main: 'dist/index.js' }, 'dist/index.js': '', 'dist/b.js': '' };
    expect(servicePaths(loadTree(published))).toEqual(['dist/b.js', 'dist/index.js']);
    expect(servicePaths(loadTree({ 'package.json': { main: 'lib/index.js' }, 'lib/index.js': '' }))).toEqual(['lib/index.js']);
    expect(servicePaths(loadTree({ ...published, 'src/index.js': '' }))).toEqual(['src/index.js']);
    expect(servicePaths(loadTree({ ...published, 'index.ts': '' }))).toEqual(['index.ts']);
  });

  it('leaves `lib` out beside `src` when it is what the package publishes', () => {
    const project = loadTree({ 'package.json': { main: 'lib/index.js' }, 'lib/index.js': '', 'src/index.js': '' });
    expect(servicePaths(project)).toEqual(['src/index.js']);
    expect(skippedPaths(project)).toEqual(['build-output lib']);
  });

  it('does not judge a workspace package by the name of its folder', () => {
    const project = loadTree({
      'package.json': { workspaces: ['packages/*', 'tools/*'] },
      'src/a.ts': '',
      'packages/build/package.json': { name: 'build' },
      'packages/build/src/b.ts': '',
      'tools/log/package.json': { name: 'log' },
      'tools/log/c.ts': '',
    });
    expect(servicePaths(project)).toEqual(['packages/build/src/b.ts', 'src/a.ts', 'tools/log/c.ts']);
  });

  it('recognises generated code by its header when it is read, not when it was named', () => {
    const tree = { 'gen/a.ts': '// Code generated by protoc. DO NOT EDIT.\n', 'gen/b.ts': '/** @generated */', 'gen/c.ts': 'const ids = 1; // gen' };
    const project = loadTree(tree);
    const reasons = project.files.map((file) => {
      try {
        return project.read(file) && 'read';
      } catch (error) {
        return (error as SkipError).skipped.reason;
      }
    });
    expect(reasons).toEqual(['generated', 'generated', 'read']);
    const named = loadTree(tree, { paths: ['gen/a.ts'] });
    expect(named.read(named.files[0]!)).toContain('DO NOT EDIT');
  });

  it('hands out a file that was left out when an import leads to it', () => {
    const project = loadTree({ 'package.json': {}, 'src/a.ts': '', 'scripts/b.ts': 'b' });
    expect(lead(project, '../scripts/b', 'src/a.ts')).toBe('scripts/b.ts');
    expect(project.read(project.fileAt!('scripts/b.ts')!)).toBe('b');
    expect(project.fileAt!('scripts/c.ts')).toBeUndefined();
  });
});
