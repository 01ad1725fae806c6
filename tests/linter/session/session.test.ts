import { rmSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultOptions } from '#linter/options.js';
import { openSession, type Session } from '#linter/session/session.js';
import { fakeAnalysis } from '../../support/fake-analysis.js';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.js';

const OLD = new Date('2024-01-01T00:00:00Z');

function service(files: Record<string, string>): string {
  const folder = temporaryFolder({ 'package.json': '{"name":"x"}', 'node_modules/.keep': '', ...files });
  for (const path of ['package.json', ...Object.keys(files)]) utimesSync(join(folder, path), OLD, OLD);
  return folder;
}

function opened(files: Record<string, string>, options: { cache?: boolean } = {}) {
  const folder = service(files);
  const analysis = fakeAnalysis();
  const session = openSession({ ...defaultOptions(folder), cache: false, ...options }, analysis);
  session.lookAtDisk();
  return { folder, session, analysis };
}

function violations(session: Session): string[] {
  return session.result().result.findings.flatMap(({ verdict }) => (verdict.verdict === 'violated' ? [`${verdict.site.file}:${verdict.site.line}`] : []));
}

describe('an edit', () => {
  test('is seen at once, and only its file is read', () => {
    const { session, analysis } = opened({ 'src/a.ts': 'bad', 'src/b.ts': 'good' });
    expect(violations(session)).toEqual(['src/a.ts:1']);
    analysis.collected.length = 0;
    session.edit('src/b.ts', 'good\nbad');
    expect(violations(session)).toEqual(['src/a.ts:1', 'src/b.ts:2']);
    expect(analysis.collected).toEqual(['src/b.ts']);
  });

  test('that is taken back leaves what is on disk', () => {
    const { session } = opened({ 'src/a.ts': 'bad' });
    session.edit('src/a.ts', 'good');
    expect(violations(session)).toEqual([]);
    session.edit('src/a.ts', undefined);
    expect(violations(session)).toEqual(['src/a.ts:1']);
  });

  test('that says the same again changes nothing', () => {
    const { session } = opened({ 'src/a.ts': 'bad' });
    expect(session.edit('src/a.ts', 'good')).toBe(true);
    const before = session.result();
    expect(session.edit('src/a.ts', 'good')).toBe(false);
    expect(session.result()).toBe(before);
  });

  test('never gets into the stored facts', () => {
    const { session, folder } = opened({ 'src/a.ts': 'good' }, { cache: true });
    session.edit('src/a.ts', 'bad');
    expect(violations(session)).toEqual(['src/a.ts:1']);
    expect(violations(openSession(defaultOptions(folder), fakeAnalysis()))).toEqual([]);
  });

  test('of a text that is too large leaves the file out', () => {
    const { session } = opened({ 'src/a.ts': 'bad', 'src/b.ts': 'bad' });
    session.edit('src/a.ts', 'bad\n'.repeat(600_000));
    expect(violations(session)).toEqual(['src/b.ts:1']);
    expect(session.result().result.skipped).toEqual([expect.objectContaining({ path: 'src/a.ts', reason: 'too-large' })]);
  });
});

describe('the disk', () => {
  test('is looked at again when asked, and what did not change is not read again', () => {
    const { session, folder, analysis } = opened({ 'src/a.ts': 'bad', 'src/b.ts': 'good' });
    violations(session);
    analysis.collected.length = 0;
    writeFiles(folder, { 'src/b.ts': 'bad again' });
    expect(violations(session)).toEqual(['src/a.ts:1']);
    session.lookAtDisk();
    expect(violations(session)).toEqual(['src/a.ts:1', 'src/b.ts:1']);
    expect(analysis.collected).toEqual(['src/b.ts']);
  });

  test('files that come, go and change their names are followed', () => {
    const { session, folder } = opened({ 'src/a.ts': 'bad', 'src/b.ts': 'good' });
    violations(session);
    writeFiles(folder, { 'src/c.ts': 'bad' });
    session.lookAtDisk();
    expect(violations(session)).toEqual(['src/a.ts:1', 'src/c.ts:1']);
    rmSync(join(folder, 'src/a.ts'));
    renameSync(join(folder, 'src/c.ts'), join(folder, 'src/d.ts'));
    session.lookAtDisk();
    expect(violations(session)).toEqual(['src/d.ts:1']);
  });

  test('is looked at in steps, between which edits are answered', () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, number) => [`src/${number}.ts`, 'good']));
    const { session, folder } = opened({ ...many, 'src/a.ts': 'bad' });
    violations(session);
    writeFiles(folder, { 'src/7.ts': 'bad again' });
    let steps = 0;
    for (const step of session.lookInSteps()) {
      void step;
      steps += 1;
      session.edit('src/a.ts', `${'\n'.repeat(steps)}bad`);
      expect(violations(session)).toEqual([`src/a.ts:${steps + 1}`]);
    }
    expect(steps).toBeGreaterThan(1);
    expect(violations(session)).toEqual(['src/7.ts:1', `src/a.ts:${steps + 1}`]);
  });

  test('a text counts until its file is saved', () => {
    const { session, folder } = opened({ 'src/a.ts': 'bad', 'src/b.ts': 'good' });
    session.edit('src/a.ts', 'good');
    expect(violations(session)).toEqual([]);
    writeFiles(folder, { 'src/b.ts': 'good too' });
    session.lookAtDisk();
    expect(violations(session)).toEqual([]);
    writeFiles(folder, { 'src/a.ts': 'good\nbad' });
    session.lookAtDisk();
    expect(violations(session)).toEqual(['src/a.ts:2']);
  });

  test('a configuration that changes counts', () => {
    const { session, folder } = opened({ 'src/a.ts': 'bad' });
    expect(violations(session)).toEqual(['src/a.ts:1']);
    writeFiles(folder, { '.seamlintrc.json': '{"rules":{"no-bad":"off"}}' });
    session.lookAtDisk();
    expect(violations(session)).toEqual([]);
    writeFiles(folder, { '.seamlintrc.json': '{"rulez":{}}' });
    session.lookAtDisk();
    expect(() => session.result()).toThrow('unknown key "rulez"');
    rmSync(join(folder, '.seamlintrc.json'));
    session.lookAtDisk();
    expect(violations(session)).toEqual(['src/a.ts:1']);
  });
});

describe('what another process stored', () => {
  test('is used without reading a file; the first edit reads the facts', () => {
    const { session, folder, analysis } = opened({ 'src/a.ts': 'bad', 'src/b.ts': 'good' }, { cache: true });
    expect(violations(session)).toEqual(['src/a.ts:1']);
    expect(analysis.collected).toEqual(['src/a.ts', 'src/b.ts']);
    const second = fakeAnalysis();
    const other = openSession(defaultOptions(folder), second);
    expect(violations(other)).toEqual(['src/a.ts:1']);
    expect(second.collected).toEqual([]);
    other.warmUp();
    expect(second.collected).toEqual([]);
    other.edit('src/b.ts', 'bad');
    expect(violations(other)).toEqual(['src/a.ts:1', 'src/b.ts:1']);
    expect(second.collected).toEqual(['src/b.ts']);
  });
});
