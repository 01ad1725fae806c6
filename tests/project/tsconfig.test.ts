import { describe, expect, it } from 'vitest';
import { lead, loadTree } from './temporary-tree.js';

const messages = (tree: Parameters<typeof loadTree>[0]) => loadTree({ 'package.json': {}, 'a.ts': '', ...tree }).notes.map((note) => note.message);

describe('tsconfig files', () => {
  it('reads comments, trailing commas and a byte order mark', () => {
    const project = loadTree({ 'tsconfig.json': '\uFEFF{ // c\n "compilerOptions": { /* d */ "paths": { "x": ["./a.ts",], }, }, }', 'a.ts': '' });
    expect(project.notes).toEqual([]);
    expect(lead(project, 'x', 'a.ts')).toBe('a.ts');
  });

  it('inherits through extends: a chain, an array, a package, a sibling, configDir', () => {
    const project = loadTree({
      'package.json': { workspaces: ['packages/*'] },
      'packages/config/package.json': { name: '@acme/config' },
      'packages/config/base.json': { compilerOptions: { paths: { sibling: ['${configDir}/s.ts'] } } },
      'packages/api/package.json': { name: 'api' },
      'packages/api/tsconfig.json': { extends: '@acme/config/base' },
      'packages/api/s.ts': '',
      'node_modules/@tsconfig/node20/tsconfig.json': { compilerOptions: { baseUrl: '../../../packages/api' } },
      'packages/web/tsconfig.json': { extends: ['./one.json', './two'] },
      'packages/web/one.json': { extends: '@tsconfig/node20/tsconfig.json', compilerOptions: { paths: { lost: ['w.ts'] } } },
      'packages/web/two.json': { compilerOptions: { paths: { w: ['../web/w.ts'] } } },
      'packages/web/w.ts': '',
    });
    expect(project.notes).toEqual([]);
    expect(lead(project, 'sibling', 'packages/api/s.ts')).toBe('packages/api/s.ts');
    expect(lead(project, 'w', 'packages/web/w.ts')).toBe('packages/web/w.ts');
    expect(lead(project, 'lost', 'packages/web/w.ts')).toBe('npm lost');
    expect(lead(project, 's', 'packages/web/w.ts')).toBe('packages/api/s.ts');
    expect(project.configurations).toContain('packages/config/base.json');
  });

  it('counts paths from the base URL in force, wherever either was written', () => {
    const project = loadTree({
      'tsconfig.json': { extends: './paths.json', compilerOptions: { baseUrl: 'src' } },
      'paths.json': { compilerOptions: { paths: { '@app/*': ['./*'] } } },
      'src/a.ts': '',
    });
    expect(lead(project, '@app/a', 'src/a.ts')).toBe('src/a.ts');
  });

  it('notes what it cannot follow and goes on', () => {
    expect(messages({ 'tsconfig.json': { extends: '@tsconfig/node20/tsconfig.json' } })).toEqual([
      'tsconfig.json extends @tsconfig/node20/tsconfig.json, which is not installed; its settings are unknown',
    ]);
    expect(messages({ 'tsconfig.json': { extends: './base.json' } })).toEqual(['tsconfig.json extends ./base.json, which does not exist; its settings are unknown']);
    expect(messages({ 'tsconfig.json': { extends: '../../../../etc/tsconfig.json' } })).toEqual([
      'tsconfig.json extends ../../../../etc/tsconfig.json, which lies outside the project; its settings are unknown',
    ]);
    expect(messages({ 'tsconfig.json': { extends: '/etc/hostname' } })[0]).toMatch('lies outside the project');
  });

  it('notes a cycle with the names of its files', () => {
    expect(messages({ 'tsconfig.json': { extends: './b.json' }, 'b.json': { extends: './tsconfig.json' } })).toEqual(['b.json extends itself through tsconfig.json']);
    expect(messages({ 'tsconfig.json': { extends: './tsconfig.json' } })).toEqual(['tsconfig.json extends itself through tsconfig.json']);
  });

  it('is not slowed down by files that extend each other many times over', () => {
    const tree: Record<string, object> = { 'tsconfig.json': { extends: ['./c0.json', './c0.json'] } };
    for (let number = 0; number < 60; number += 1) tree[`c${number}.json`] = { extends: [`./c${number + 1}.json`, `./c${number + 1}.json`] };
    tree['c60.json'] = { compilerOptions: { paths: { x: ['./a.ts'] } } };
    expect(lead(loadTree({ ...tree, 'a.ts': '' }), 'x', 'a.ts')).toBe('a.ts');
    for (let number = 0; number < 300; number += 1) tree[`c${number}.json`] = { extends: `./c${number + 1}.json` };
    expect(messages(tree)).toEqual([expect.stringContaining('more than 100 files')]);
  });

  it('notes invalid JSON with its place', () => {
    const { notes } = loadTree({ 'tsconfig.json': '{\n  "compilerOptions": {\n    "strict": tru\n  }\n}', 'a.ts': '', 'package.json': '{ "name": }' });
    expect(notes).toEqual([
      { path: 'package.json', line: 1, column: 11, message: expect.stringContaining('package.json is not valid JSON') },
      { path: 'tsconfig.json', line: 3, column: 15, message: expect.stringContaining('tsconfig.json is not valid JSON') },
    ]);
  });

  it('bears anything in place of settings', () => {
    for (const content of ['', '[]', 'null', '"x"', '{"extends": 3, "files": {}, "references": [1, null], "compilerOptions": {"paths": [], "baseUrl": 4}}', `${'['.repeat(60_000)}`]) {
      expect(() => loadTree({ 'tsconfig.json': content, 'package.json': content, 'a.ts': '' }).resolve('x', 'a.ts')).not.toThrow();
    }
    const polluted = loadTree({ 'tsconfig.json': '{"__proto__": {"polluted": 1}, "compilerOptions": {"paths": {"__proto__": ["a.ts"]}},}', 'a.ts': '' });
    expect(lead(polluted, 'x', 'a.ts')).toBe('npm x');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
