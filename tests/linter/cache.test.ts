import { existsSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacheFolderOf } from '#linter/cache-folder.js';
import { openFactsCache } from '#linter/cache.js';
import { loadConfiguration } from '#linter/config.js';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { toPlain } from '#linter/plain-result.js';
import { openResultCache } from '#linter/result-cache.js';
import { fakeAnalysis } from '../support/fake-analysis.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const OLD = new Date('2024-01-01T00:00:00Z');

function service(files: Record<string, string>): string {
  const folder = temporaryFolder({ 'package.json': '{"name":"x"}', 'node_modules/.keep': '', ...files });
  for (const path of ['package.json', ...Object.keys(files)]) utimesSync(join(folder, path), OLD, OLD);
  return folder;
}

function collectedBy(folder: string, options = {}): string[] {
  const analysis = fakeAnalysis();
  lint({ ...defaultOptions(folder), ...options }, { analysis });
  return analysis.collected;
}

describe('facts', () => {
  test('an unchanged file is not read again', () => {
    const folder = service({ 'src/a.ts': 'bad', 'src/b.ts': 'good' });
    expect(collectedBy(folder)).toEqual(['src/a.ts', 'src/b.ts']);
    expect(collectedBy(folder)).toEqual([]);
    expect(collectedBy(folder, { cache: false })).toEqual(['src/a.ts', 'src/b.ts']);
  });

  test('a file with other content is, one with another time alone is not', () => {
    const folder = service({ 'src/a.ts': 'bad', 'src/b.ts': 'good' });
    collectedBy(folder);
    writeFiles(folder, { 'src/a.ts': 'bad\nbad' });
    utimesSync(join(folder, 'src/b.ts'), new Date('2024-02-02T00:00:00Z'), new Date('2024-02-02T00:00:00Z'));
    expect(collectedBy(folder)).toEqual(['src/a.ts']);
    expect(collectedBy(folder)).toEqual([]);
  });

  test('content of the same size changed at once is seen', () => {
    const folder = temporaryFolder({ 'package.json': '{"name":"x"}', 'node_modules/.keep': '', 'src/a.ts': 'bad1' });
    expect(collectedBy(folder)).toEqual(['src/a.ts']);
    writeFiles(folder, { 'src/a.ts': 'bad2' });
    expect(collectedBy(folder)).toEqual(['src/a.ts']);
  });

  test('lie in node_modules where there are some, for their owner only', () => {
    const folder = service({ 'src/a.ts': 'bad' });
    collectedBy(folder);
    expect(statSync(join(folder, 'node_modules/.cache/seamlint')).mode & 0o777).toBe(0o700);
    expect(cacheFolderOf(temporaryFolder())).toMatch(/seamlint\/[0-9a-f]{24}$/);
  });

  test('are not written through a link that leaves the project', () => {
    const folder = service({ 'src/a.ts': 'bad' });
    const outside = temporaryFolder();
    symlinkSync(outside, join(folder, 'node_modules/.cache'));
    expect(cacheFolderOf(folder).startsWith(folder)).toBe(false);
    expect(existsSync(join(outside, 'seamlint'))).toBe(false);
  });

  test('that are malformed are ignored, whatever the bytes', () => {
    const folder = service({ 'src/a.ts': 'bad' });
    collectedBy(folder);
    const path = join(folder, 'node_modules/.cache/seamlint/facts');
    const sound = readFileSync(path);
    fc.assert(
      fc.property(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), (at, byte, cut) => {
        const broken = Buffer.from(cut ? sound.subarray(0, at) : sound);
        if (!cut) broken[at] = byte;
        writeFileSync(path, broken);
        const analysis = fakeAnalysis();
        const { findings } = lint(defaultOptions(folder), { analysis: { ...analysis, decodeFacts: (text) => checkedFacts(text) } });
        // Flipping a byte inside the stored text may change it; it must not crash us.
        return findings.length <= 1;
      }),
      { numRuns: 60 },
    );
  });

  test('of a file that reading had a remark on are not, so that the remark is made again', () => {
    const folder = service({ 'src/a.ts': 'good' });
    writeFileSync(join(folder, 'src/latin.ts'), Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]));
    utimesSync(join(folder, 'src/latin.ts'), OLD, OLD);
    const notes = () => lint(defaultOptions(folder), { analysis: fakeAnalysis() }).notes;
    const first = notes();
    expect(first).toHaveLength(1);
    expect(notes()).toEqual(first);
  });

  test('of another version are not used', () => {
    const folder = temporaryFolder();
    const file = { path: 'a.ts', absolutePath: '/a.ts', size: 1, modified: 5, role: 'service' as const };
    const cache = openFactsCache(folder, 'one');
    cache.keep(file, 'hash', () => 'facts');
    cache.save(true);
    expect(openFactsCache(folder, 'one').find(file)).toEqual({ hash: 'hash', unchanged: true, encoded: 'facts' });
    expect(openFactsCache(folder, 'two').find(file)).toBeUndefined();
  });
});

describe('whole results', () => {
  function storedOf(folder: string, options = {}) {
    const all = { ...defaultOptions(folder), ...options };
    return openResultCache(all, loadConfiguration(all));
  }

  function store(folder: string): void {
    const cache = storedOf(folder);
    cache.keep(toPlain(lint({ ...defaultOptions(folder), cache: false }, { analysis: fakeAnalysis() })));
  }

  test('are found again when nothing changed', () => {
    const folder = service({ 'src/a.ts': 'bad' });
    store(folder);
    expect(storedOf(folder).find()?.findings).toHaveLength(1);
  });

  test.each([
    ['a changed file', (folder: string) => writeFiles(folder, { 'src/a.ts': 'good!' })],
    ['a new file', (folder: string) => writeFiles(folder, { 'lib/deep/new.ts': '' })],
    ['a lockfile', (folder: string) => writeFiles(folder, { 'package-lock.json': '{}' })],
    ['a manifest of the platform', (folder: string) => writeFiles(folder, { 'deploy/k8s.yaml': 'a: 1' })],
    ['a data model', (folder: string) => writeFiles(folder, { 'prisma/schema.prisma': 'model A { id Int @id }' })],
    ['statements that make tables', (folder: string) => writeFiles(folder, { 'db/V1__keys.sql': 'CREATE TABLE a (id int PRIMARY KEY)' })],
    ['an install', (folder: string) => writeFiles(folder, { 'node_modules/.package-lock.json': '{}' })],
    ['a configuration', (folder: string) => writeFiles(folder, { '.seamlintrc.json': '{"margin":1}' })],
  ])('are not after %s', (_what, change) => {
    const folder = service({ 'src/a.ts': 'bad' });
    store(folder);
    change(folder);
    expect(storedOf(folder).find()).toBeUndefined();
  });

  test('are not for other options', () => {
    const folder = service({ 'src/a.ts': 'bad' });
    store(folder);
    expect(storedOf(folder, { preset: 'strict' }).find()).toBeUndefined();
  });

  test('are not stored when something was cut short', () => {
    const folder = service({ 'src/a.ts': 'explode' });
    store(folder);
    expect(storedOf(folder).find()).toBeUndefined();
  });
});

function checkedFacts(text: string) {
  const facts = JSON.parse(text) as { directives?: unknown; suppressions?: unknown };
  if (!Array.isArray(facts.directives) || !Array.isArray(facts.suppressions)) throw new Error('malformed');
  return { ...(facts as object), path: 'src/a.ts', hash: '', requests: [], errors: [], gaps: [], suppressions: [] } as unknown as ReturnType<ReturnType<typeof fakeAnalysis>['collectFacts']>;
}
