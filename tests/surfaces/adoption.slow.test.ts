import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { APP, PACKAGE } from '../support/blocking-service.js';
import { git, seamlint } from '../support/command.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

// The command is started many times.
vi.setConfig({ testTimeout: 600_000 });

const ROUTE = ["app.get('/other', (_request, response) => {", "  response.send(readFileSync('other.html', 'utf8'));", '});', ''].join('\n');
const ONLY = ['--rule', 'no-sync-io-in-handler'];

// What people do with old code, from nothing to a gate that holds.
test('init, baseline, green, a new hazard, red', () => {
  const folder = temporaryFolder({ 'package.json': PACKAGE, 'src/app.ts': APP, '.github/CODEOWNERS': '', 'eslint.config.js': 'export default [\n];\n' });

  const setUp = seamlint(folder, 'init', '--yes');
  expect([setUp.status, setUp.stdout]).toEqual([0, expect.stringContaining('npm install --save-dev seamlint')]);
  for (const path of ['.seamlintrc.json', '.github/workflows/seamlint.yml']) expect(existsSync(join(folder, path)), path).toBe(true);
  expect(readFileSync(join(folder, 'eslint.config.js'), 'utf8')).toContain('seamlint.configs.recommended,');
  expect(seamlint(folder, 'init', '--yes').stdout).not.toMatch(/^(?:Create|Add)/m);

  expect(seamlint(folder).status).toBe(1);
  expect(seamlint(folder, 'baseline').stdout).toContain('seamlint-baseline.jsonl: 1 added');
  const green = seamlint(folder);
  expect([green.status, green.stdout]).toEqual([0, expect.stringMatching(/^No new findings$[\s\S]*1 known, in seamlint-baseline\.jsonl/m)]);
  expect(seamlint(folder, '--no-baseline').status).toBe(1);

  writeFiles(folder, { 'src/app.ts': `// moved\n${APP}app.get('/new', (_request, response) => {\n  response.send(readFileSync('new.html', 'utf8'));\n});\n` });
  const red = seamlint(folder);
  expect(red.status).toBe(1);
  expect(red.stdout).toContain('src/app.ts');
  expect(red.stdout).toMatch(/^ {2}9:17 {2}error/m);
  expect(red.stdout).not.toMatch(/^ {2}6:17/m);
});

test('only findings that touch changes count with --changed-since', () => {
  const folder = temporaryFolder({ 'package.json': PACKAGE, 'src/app.ts': APP, '.gitignore': '.xdg\n' });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'first');
  const clean = seamlint(folder, ...ONLY, '--changed-since', 'HEAD');
  expect(clean.stdout).toContain('No findings in what changed');
  expect(clean.stdout).toContain('0 files changed since HEAD; 1 finding elsewhere not shown');
  expect(clean.status).toBe(0);

  writeFiles(folder, { 'src/app.ts': APP + ROUTE });
  const changed = seamlint(folder, ...ONLY, '--changed-since', 'HEAD', '--format', 'json');
  expect(changed.status).toBe(1);
  expect(JSON.parse(changed.stdout)).toMatchObject({ summary: { errors: 1, unchanged: 1 }, changes: { since: 'HEAD', files: 1 }, findings: [{ line: 8 }] });

  const wrong = seamlint(folder, ...ONLY, '--changed-since', '--help-me');
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('git knows no commit "--help-me"')]);
});

test('a baseline is created, updated, pruned and shown', () => {
  const folder = temporaryFolder({ 'package.json': PACKAGE, 'src/app.ts': APP });
  const read = () => readFileSync(join(folder, 'known.jsonl'), 'utf8').trim().split('\n').slice(1);
  const baseline = (...args: string[]) => seamlint(folder, 'baseline', ...args, '--baseline', 'known.jsonl', ...ONLY);
  expect(baseline('prune').stderr).toContain('There is no baseline');
  expect(baseline('create', '--reason', 'before we looked').stdout).toBe('known.jsonl: 1 added, 0 kept, 0 gone and taken out.\n');
  expect(read().map((line) => JSON.parse(line) as object)).toMatchObject([{ file: 'src/app.ts', rule: 'no-sync-io-in-handler', text: "response.send(readFileSync('page.html', 'utf8'));", reason: 'before we looked' }]);
  expect(baseline('create').stderr).toContain('There is a baseline already');

  writeFiles(folder, { 'src/app.ts': APP.replace('readFileSync(', 'String(').replace("{ readFileSync }", '{ readFileSync }') + ROUTE });
  const swapped = seamlint(folder, ...ONLY, '--baseline', 'known.jsonl');
  expect(swapped.stdout).toContain('0 known, 1 gone (seamlint baseline prune), in known.jsonl');
  expect(swapped.status).toBe(1);
  expect(baseline('show').stdout).toMatch(/gone {4}no-sync-io-in-handler[\s\S]*before we looked[\s\S]*new {5}no-sync-io-in-handler[\s\S]*1 gone, 1 new/);
  expect(baseline('prune').stdout).toBe('known.jsonl: 0 added, 0 kept, 1 gone and taken out.\n1 new finding is not in it: `seamlint baseline update` adds them.\n');
  expect(read()).toEqual([]);
  expect(baseline().stdout).toBe('known.jsonl: 1 added, 0 kept, 0 gone and taken out.\n');
  const green = seamlint(folder, ...ONLY, '--baseline', 'known.jsonl', '--format', 'sarif');
  expect(green.status).toBe(0);
  expect(JSON.parse(green.stdout)).toMatchObject({ runs: [{ results: [{ baselineState: 'unchanged', suppressions: [{ kind: 'external' }] }] }] });
});
