import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProject } from '#project/load-project.js';
import { SkipError } from '#project/skip-error.js';
import type { Project, Skipped } from '#project/types.js';
import { lead, loadTree, servicePaths, skippedPaths, writeTree } from './temporary-tree.js';

function reading(project: Project, path: string): string | Skipped['reason'] {
  try {
    return project.read(project.files.find((file) => file.path === path)!);
  } catch (error) {
    if (error instanceof SkipError) return error.skipped.reason;
    throw error;
  }
}

describe('links and odd entries', () => {
  it('survives loops, keeps real paths, reports what leads out or nowhere', () => {
    const outside = writeTree({ 'secret.ts': 'secret', 'folder/x.ts': '' });
    const project = loadTree({
      'src/a.ts': '',
      'src/loop': { link: '.' },
      'src/up': { link: '..' },
      'src/alias.ts': { link: 'a.ts' },
      'src/self': { link: 'self' },
      'src/shared': { link: '../packages/shared' },
      'src/broken.ts': { link: 'gone.ts' },
      'src/out.ts': { link: join(outside, 'secret.ts') },
      'src/out': { link: join(outside, 'folder') },
      'packages/shared/b.ts': '',
    });
    expect(servicePaths(project)).toEqual(['packages/shared/b.ts', 'src/a.ts']);
    expect(skippedPaths(project)).toEqual(['unreadable src/broken.ts', 'outside-root src/out', 'outside-root src/out.ts']);
    expect(lead(project, './shared/b', 'src/a.ts')).toBe('packages/shared/b.ts');
    expect(lead(project, './loop/loop/a', 'src/a.ts')).toBe('src/a.ts');
    expect(lead(project, './out/x', 'src/a.ts')).toMatch(/^unresolved/);
    expect(project.readData('src/out.ts')).toBeUndefined();
  });

  it('reaches the real folder when it is given through a link', () => {
    const root = writeTree({ 'real/package.json': {}, 'real/a.ts': '', way: { link: 'real' } });
    expect(loadProject(['way'], { cwd: root }).root).toBe(join(root, 'real'));
  });

  it.skipIf(process.platform === 'win32')('never opens pipes, also when a file became one', () => {
    const root = writeTree({ 'a.ts': 'a', 'link.ts': { link: 'pipe.ts' } });
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    const project = loadProject(['.'], { cwd: root });
    expect(skippedPaths(project)).toEqual(['not-a-file link.ts', 'not-a-file pipe.ts']);
    rmSync(join(root, 'a.ts'));
    execFileSync('mkfifo', [join(root, 'a.ts')]);
    expect(reading(project, 'a.ts')).toBe('not-a-file');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('reports what it may not read', () => {
    const root = writeTree({ 'a.ts': '', 'closed/b.ts': '', 'c.ts': '' });
    chmodSync(join(root, 'closed'), 0);
    chmodSync(join(root, 'c.ts'), 0);
    const project = loadProject(['.'], { cwd: root });
    expect(skippedPaths(project)).toEqual(['unreadable closed']);
    expect(reading(project, 'c.ts')).toBe('unreadable');
    chmodSync(join(root, 'closed'), 0o700);
  });

  it('takes any name, and keeps names apart that differ in case', () => {
    const names = ['A.ts', 'a.ts', 'a b.ts', '-rf.ts', '%2e.ts', '[id].ts', 'new\nline.ts', 'quote\'".ts', 'ünï.ts', '💥.ts', '$(x).ts', 'x..y.ts', '__proto__.ts'];
    const project = loadTree(Object.fromEntries(names.map((name) => [`src/${name}`, name])));
    const listed = project.files.map((file) => file.path);
    expect(listed).toEqual([...listed].sort((a, b) => (a < b ? -1 : 1)));
    expect([...listed].sort()).toEqual(names.map((name) => `src/${name}`).sort());
    for (const name of names) {
      expect(reading(project, `src/${name}`)).toBe(name);
      expect(lead(project, `./${name.slice(0, -3)}`, 'src/A.ts')).toBe(`src/${name}`);
    }
  });

  it('stops at a number of entries and says so', () => {
    const tree = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`d${number}/a.ts`, '']));
    const project = loadTree(tree, { maxEntries: 40 });
    expect(project.files.length).toBeLessThan(30);
    expect(project.skipped).toEqual([expect.objectContaining({ reason: 'limit', detail: expect.stringContaining('40') })]);
  });
});

describe('reading', () => {
  it('skips with the reason', () => {
    const project = loadTree(
      {
        'large.ts': 'x'.repeat(5_001),
        'minified.ts': `a\n${'x'.repeat(1_001)}`,
        'binary.ts': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2]),
        'deep.ts': '('.repeat(101),
        'text.ts': `'${'('.repeat(60)}' // ${'['.repeat(60)}\n/* ${'{'.repeat(60)} */ "\\"${'('.repeat(60)}"`,
        'fine.ts': '('.repeat(100),
      },
      { maxFileSize: 5_000, maxLineLength: 1_000, maxDepth: 100 },
    );
    expect(skippedPaths(project)).toEqual(['too-large large.ts']);
    expect(project.files.map((file) => reading(project, file.path).slice(0, 8))).toEqual(['binary', 'too-deep', '((((((((', 'minified', "'((((((("]);
  });

  it('notices a file that grew or went away since it was listed', () => {
    const root = writeTree({ 'a.ts': 'a', 'b.ts': 'b' });
    const project = loadProject(['.'], { cwd: root, maxFileSize: 10 });
    appendFileSync(join(root, 'a.ts'), 'x'.repeat(20));
    rmSync(join(root, 'b.ts'));
    expect([reading(project, 'a.ts'), reading(project, 'b.ts')]).toEqual(['too-large', 'unreadable']);
  });

  it('decodes UTF-8, UTF-16 and byte order marks', () => {
    const project = loadTree({
      'bom.ts': '\uFEFFconst a = "ü";',
      'little.ts': Buffer.from('\uFEFFconst a = "ü";', 'utf16le'),
      'big.ts': Buffer.from('\uFEFFconst a = "ü";', 'utf16le').swap16(),
      'latin.ts': Buffer.from('const a = "\xfc";', 'latin1'),
      'nul.ts': 'const keyOf = (a: string, b: string): string => `${a}\0${b}`; export const other = "something longer than the key itself";',
    });
    expect([reading(project, 'bom.ts'), reading(project, 'little.ts'), reading(project, 'big.ts')]).toEqual(Array(3).fill('const a = "ü";'));
    expect(reading(project, 'latin.ts')).toBe('const a = "\uFFFD";');
    reading(project, 'latin.ts');
    expect(project.notes).toEqual([{ path: 'latin.ts', message: 'latin.ts is not valid UTF-8' }]);
    expect(reading(project, 'nul.ts')).toContain('\0');
  });

  it('reads data inside the root only', () => {
    const project = loadTree({ 'a.ts': '', 'config/x.yaml': 'a: 1', 'large.json': `"${'x'.repeat(200)}"`, 'folder/y.txt': '' }, { maxFileSize: 100 });
    expect(project.readData('config/x.yaml')).toBe('a: 1');
    for (const path of ['gone.json', 'large.json', '../x', '/etc/hostname', 'config/../../x', 'folder', '', 'a\0b']) expect(project.readData(path)).toBeUndefined();
  });
});

describe('promises', () => {
  it('lists files with size and time, in an order that the disk does not decide', () => {
    const forwards = writeTree({ 'src/b.ts': 'bb', 'src/a.ts': 'a', 'src/Z.ts': '', 'src-x/c.ts': '' });
    const backwards = writeTree({ 'src-x/c.ts': '', 'src/Z.ts': '', 'src/a.ts': 'a', 'src/b.ts': 'bb' });
    const [one, two] = [forwards, backwards].map((root) => loadProject(['.'], { cwd: root }).files.map(({ path, size }) => ({ path, size })));
    expect(one).toEqual(two);
    expect(one).toEqual([{ path: 'src-x/c.ts', size: 0 }, { path: 'src/Z.ts', size: 0 }, { path: 'src/a.ts', size: 1 }, { path: 'src/b.ts', size: 2 }]);
    expect(loadProject(['.'], { cwd: forwards }).files[0]!.modified).toBeGreaterThan(1e12);
  });

  it('leaves no trace in the folder and does not execute configuration', () => {
    const root = writeTree({ 'a.ts': '', 'tsconfig.json': { compilerOptions: { plugins: [{ name: './canary.js' }] } } });
    writeFileSync(join(root, 'canary.js'), 'require("fs").writeFileSync(__dirname + "/was-run", "")');
    mkdirSync(join(root, 'linked'));
    symlinkSync('/', join(root, 'linked', 'everything'));
    const project = loadProject(['.'], { cwd: root });
    expect(project.readData('was-run')).toBeUndefined();
    expect(skippedPaths(project)).toEqual(['outside-root linked/everything']);
  });
});
