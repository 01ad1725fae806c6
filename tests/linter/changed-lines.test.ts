import { describe, expect, test, vi } from 'vitest';
import { changedSince, readDiff } from '#linter/changed-lines.js';
import { lastLineOf } from '#linter/narrow-to-changes.js';
import { git } from '../support/command.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

/** A repository with one commit on `main`. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'first');
  return folder;
}

const LINES = 'one\ntwo\nthree\nfour\n';

test('lines that came, went and changed, committed or not, and new files', () => {
  const folder = repository({ 'a.ts': LINES, 'b.ts': LINES, 'c.ts': LINES, 'd.ts': LINES });
  git(folder, 'checkout', '--quiet', '-b', 'work');
  writeFiles(folder, { 'a.ts': 'one\nTWO\nthree\nfour\nfive\n' });
  git(folder, 'commit', '--quiet', '--all', '--message', 'second');
  writeFiles(folder, { 'b.ts': 'one\nfour\n', 'new.ts': 'x\n', 'staged.ts': 'x\ny\n' });
  git(folder, 'add', 'staged.ts');
  git(folder, 'mv', 'c.ts', 'moved.ts');
  expect([...changedSince(folder, 'main')]).toEqual([
    ['a.ts', [[2, 2], [5, 5]]],
    ['b.ts', [[1, 2]]],
    ['staged.ts', [[1, 2]]],
    ['new.ts', 'all'],
  ]);
});

test('what others did to the branch since counts for nothing', () => {
  const folder = repository({ 'a.ts': LINES, 'b.ts': LINES });
  git(folder, 'checkout', '--quiet', '-b', 'work');
  git(folder, 'checkout', '--quiet', 'main');
  writeFiles(folder, { 'a.ts': 'x\n' });
  git(folder, 'commit', '--quiet', '--all', '--message', 'theirs');
  git(folder, 'checkout', '--quiet', 'work');
  expect(changedSince(folder, 'main').size).toBe(0);
});

test('paths are those of the service, not of the repository', () => {
  const folder = repository({ 'services/x/a.ts': LINES, 'other.ts': LINES });
  writeFiles(folder, { 'services/x/a.ts': `${LINES}five\n`, 'services/x/new.ts': '', 'other.ts': '' });
  expect([...changedSince(`${folder}/services/x`, 'HEAD').keys()]).toEqual(['a.ts', 'new.ts']);
});

test('names are read as they are', () => {
  const names = ['ü ber.ts', 'tab\there.ts', 'line\nbreak.ts', 'quote".ts', 'back\\slash.ts', '-dash.ts'];
  const folder = repository(Object.fromEntries(names.map((name) => [name, LINES])));
  writeFiles(folder, Object.fromEntries(names.map((name) => [name, `${LINES}five\n`])));
  expect([...changedSince(folder, 'HEAD').keys()].sort()).toEqual(names.toSorted());
});

test('lines that look like a diff are no diff', () => {
  const folder = repository({ 'a.ts': LINES });
  writeFiles(folder, { 'a.ts': `${LINES}++ b/victim.ts\n@@ -1 +1,99 @@\n-- a/x\ndiff --git a/x b/x\n` });
  expect([...changedSince(folder, 'HEAD')]).toEqual([['a.ts', [[5, 8]]]]);
  expect(readDiff('').size).toBe(0);
});

test('the variables of a hook do not lead astray', () => {
  const folder = repository({ 'services/x/a.ts': LINES });
  writeFiles(folder, { 'services/x/a.ts': `${LINES}five\n` });
  vi.stubEnv('GIT_DIR', '.git');
  vi.stubEnv('GIT_INDEX_FILE', '.git/index.lock');
  vi.stubEnv('GIT_EXTERNAL_DIFF', 'false');
  expect([...changedSince(`${folder}/services/x`, 'HEAD').keys()]).toEqual(['a.ts']);
  vi.unstubAllEnvs();
});

describe('errors say what to do', () => {
  test.each(['nowhere', '--output=x', 'main;touch x', '$(touch x)', ''])('no commit %j', (ref) => {
    expect(() => changedSince(repository({ 'a.ts': LINES }), ref)).toThrow('git knows no commit');
  });

  test('no repository', () => {
    expect(() => changedSince(temporaryFolder({ 'a.ts': LINES }), 'main')).toThrow('needs a git repository');
  });
});

test('a call ends where its brackets close', () => {
  const lines = ["export const pool = new Pool({ // (", "  host: ')',", '  url: `}', '}`,', '});', 'next();'];
  expect(lastLineOf(lines, { file: 'a.ts', line: 1, column: 21 })).toBe(5);
  expect(lastLineOf(lines, { file: 'a.ts', line: 6, column: 1 })).toBe(6);
  expect(lastLineOf(['open(', 'x'], { file: 'a.ts', line: 1, column: 1 })).toBe(1);
});
