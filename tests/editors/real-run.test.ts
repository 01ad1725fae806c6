import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { realAnalysis } from '../support/analysis.js';
import { linterOf, saidBy } from '../support/eslint.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { BUDGET, POOL, READ, SERVICE } from '../support/three-file-service.js';

const ALL = ['src/**/*.{ts,js}'];
// How long the disk is not looked at again.
const NEXT_LOOK_MS = 1100;

function byCommand(folder: string): string[] {
  const { findings } = lint({ ...defaultOptions(folder), cache: false, preset: 'strict' }, { analysis: realAnalysis });
  return findings.flatMap(({ ruleId, verdict }) => (verdict.verdict === 'violated' ? [`${ruleId} ${verdict.site.file}:${verdict.site.line}`] : [])).sort();
}

describe.each([9, 10] as const)('ESLint %i', (version) => {
  test.each(['typescript-eslint', 'typescript-eslint, typed'] as const)('with %s says what the command says', async (parsing) => {
    const folder = temporaryFolder(SERVICE);
    const said = saidBy(await linterOf(folder, { version, parsing }).lintFiles(ALL), folder);
    expect(said).toEqual(byCommand(folder));
    expect(said).toEqual([READ, POOL, BUDGET].toSorted());
  });

  test('with its own parser says what the command says of JavaScript', async () => {
    const script = (text: string) => text.replaceAll(/: Promise<unknown>/g, '');
    const folder = temporaryFolder({ 'package.json': SERVICE['package.json'], 'src/app.js': SERVICE['src/app.ts'], 'src/store.js': script(SERVICE['src/store.ts']), 'src/page.js': SERVICE['src/page.js'] });
    const said = saidBy(await linterOf(folder, { version, parsing: 'espree' }).lintFiles(ALL), folder);
    expect(said).toEqual(byCommand(folder));
    expect(said).toEqual([READ, POOL, BUDGET].map((place) => place.replace('.ts', '.js')).toSorted());
  });
});

test.skipIf(process.platform === 'win32')('in a single run, a link beside files that are known is the file that it leads to', async () => {
  const folder = temporaryFolder(SERVICE);
  symlinkSync('store.ts', join(folder, 'src/link.ts'));
  const linter = linterOf(folder, { settings: { live: false } });
  expect(saidBy(await linter.lintFiles(['src/app.ts']), folder)).toEqual([BUDGET]);
  expect(saidBy(await linter.lintText(SERVICE['src/store.ts'], { filePath: join(folder, 'src/link.ts') }), folder)).toEqual([POOL.replace('store', 'link')]);
  expect(saidBy(await linter.lintFiles(['src/store.ts']), folder)).toEqual([POOL]);
});

/** A service that is being edited. */
function edited(files: Readonly<Record<string, string>> = {}, settings: object = {}) {
  const folder = temporaryFolder({ ...SERVICE, ...files });
  const linter: ESLint = linterOf(folder, { settings: { live: true, ...settings } });
  const of = async (path: string, text?: string) => saidBy(text === undefined ? await linter.lintFiles([path]) : await linter.lintText(text, { filePath: join(folder, path) }), folder);
  return { folder, of };
}

describe('while files change', () => {
  test('the unsaved text of the open file counts, for itself and for others', async () => {
    const { of } = edited();
    expect(await of('src/store.ts', `// one\n// two\n${SERVICE['src/store.ts']}`)).toEqual([POOL.replace(':2', ':4')]);
    expect(await of('src/page.js')).toEqual([READ]);
    expect(await of('src/app.ts', SERVICE['src/app.ts'].replace('page()', "'page'"))).toEqual([BUDGET]);
    expect(await of('src/page.js')).toEqual([]);
    expect(await of('src/app.ts')).toEqual([BUDGET]);
    expect(await of('src/page.js')).toEqual([READ]);
  });

  test('an edit that is saved in another file counts', async () => {
    const { folder, of } = edited();
    expect(await of('src/store.ts')).toEqual([POOL]);
    await pause(NEXT_LOOK_MS);
    writeFiles(folder, { 'src/app.ts': SERVICE['src/app.ts'].replace('await orders()', '[]') });
    expect(await of('src/store.ts')).toEqual([]);
  });

  test('files that are added, removed and renamed count', async () => {
    const { folder, of } = edited({ 'src/page.js': 'export const page = () => 0;\n' });
    expect(await of('src/page.js')).toEqual([]);
    await pause(NEXT_LOOK_MS);
    writeFiles(folder, { 'src/more.js': "import { app } from './app.js';\nimport { blocking } from './blocking.js';\napp.get('/more', (_request, response) => response.send(blocking()));\n", 'src/blocking.js': SERVICE['src/page.js'].replace('page =', 'blocking =') });
    expect(await of('src/blocking.js')).toEqual(['no-sync-io-in-handler src/blocking.js:2']);
    await pause(NEXT_LOOK_MS);
    renameSync(join(folder, 'src/blocking.js'), join(folder, 'src/other.js'));
    writeFiles(folder, { 'src/more.js': "import { app } from './app.js';\nimport { blocking } from './other.js';\napp.get('/more', (_request, response) => response.send(blocking()));\n" });
    expect(await of('src/other.js')).toEqual(['no-sync-io-in-handler src/other.js:2']);
    await pause(NEXT_LOOK_MS);
    rmSync(join(folder, 'src/more.js'));
    expect(await of('src/other.js')).toEqual([]);
  });

  test('what the baseline knows is not shown, as by the command, unless that is wanted', async () => {
    const entry = lint({ ...defaultOptions(temporaryFolder(SERVICE)), cache: false, preset: 'strict' }, { analysis: realAnalysis });
    const { compareWithBaseline } = await import('#linter/baseline/compare.js');
    const { baselineText } = await import('#linter/baseline/entries.js');
    const { fresh } = compareWithBaseline({ result: entry }, { path: join(entry.root, 'seamlint-baseline.jsonl'), entries: [] }, [entry.root], '2026-01-01');
    const { folder, of } = edited({ 'seamlint-baseline.jsonl': baselineText(fresh.filter(({ file }) => file === 'src/page.js')) });
    expect([await of('src/page.js'), await of('src/store.ts')]).toEqual([[], [POOL]]);
    // One more of the same kind is new.
    expect(await of('src/page.js', `${SERVICE['src/page.js'].replace('() =>', '() => more() +')}const more = () => readFileSync('more.html', 'utf8');\n`)).toEqual([READ.replace(':2', ':3')].concat(READ).toSorted());
    expect(saidBy(await linterOf(folder, { settings: { baseline: false } }).lintFiles(['src/page.js']), folder)).toEqual([READ]);
  });
});
