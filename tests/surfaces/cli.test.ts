import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { APP, PACKAGE } from '../support/blocking-service.js';
import { COMMAND, seamlint, seamlintIn } from '../support/command.js';
import { seamlintHere, seamlintHereIn } from '../support/command-here.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

// Some runs are processes of their own.
vi.setConfig({ testTimeout: 300_000 });

const CLEAN = {
  'package.json': PACKAGE,
  'src/lib.ts': 'export const one = 1;\n',
};
const BLOCKING = {
  ...CLEAN,
  'src/app.ts': APP,
};
const ONLY = ['--rule', 'no-sync-io-in-handler'];

describe('exit codes', () => {
  test('0 without findings', async () => {
    const { status, stdout } = seamlint(temporaryFolder(CLEAN));
    expect(stdout).toContain('No findings');
    expect(status).toBe(0);
  });

  test('1 with findings, 0 when they do not matter', async () => {
    const folder = temporaryFolder(BLOCKING);
    const { status, stdout } = seamlint(folder, 'check', ...ONLY);
    expect(stdout).toContain('src/app.ts');
    expect(stdout).toContain('5:17');
    expect(status).toBe(1);
    expect((await seamlintHere(folder, '--fail-on', 'never', ...ONLY)).status).toBe(0);
    expect((await seamlintHere(folder, '--rule', 'require-breaker')).status).toBe(0);
  });

  test('a warning fails only with --fail-on warn', async () => {
    const folder = temporaryFolder({ ...BLOCKING, '.seamlintrc.json': '{"rules":{"no-sync-io-in-handler":"warn"}}' });
    expect((await seamlintHere(folder, ...ONLY)).status).toBe(0);
    expect((await seamlintHere(folder, ...ONLY, '--fail-on', 'warn')).status).toBe(1);
  });

  test('more warnings than --max-warnings fail', async () => {
    const folder = temporaryFolder({ ...BLOCKING, '.seamlintrc.json': '{"rules":{"no-sync-io-in-handler":"warn"}}' });
    expect((await seamlintHere(folder, ...ONLY, '--max-warnings', '1')).status).toBe(0);
    expect((await seamlintHere(folder, ...ONLY, '--max-warnings', '0')).status).toBe(1);
    expect((await seamlintHere(folder, ...ONLY, '--max-warnings', 'none')).status).toBe(2);
  });

  test.each([
    ['an unknown option', ['--nope'], 'unknown option'],
    ['an unknown format', ['--format', 'xml'], 'Allowed: pretty, json, sarif'],
    ['an unknown rule', ['--rule', 'no-sync-io'], 'Did you mean "no-sync-io-in-handler"?'],
    ['a folder that is not there', ['check', 'nowhere'], 'nowhere does not exist'],
    ['a configuration that is not there', ['--config', 'no.json'], 'There is no configuration file'],
    ['an output folder that is not there', ['--output', 'no/where.json'], 'does not exist'],
    ['an unknown rule to explain', ['explain', 'require-breakr'], 'Did you mean "require-breaker"?'],
  ])('2 for %s', async (_what, args, message) => {
    const { status, stderr } = await seamlintHere(temporaryFolder(CLEAN), ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test('2 for a wrong configuration', async () => {
    const { status, stderr } = await seamlintHere(temporaryFolder({ ...CLEAN, '.seamlintrc.json': '{"ignore":[]}' }));
    expect(stderr).toContain('unknown key "ignore". Did you mean "ignores"?');
    expect(status).toBe(2);
  });

  test('several mistakes in a configuration stand on lines of their own, and one that does not parse says where', async () => {
    const { stderr } = await seamlintHere(temporaryFolder({ ...CLEAN, '.seamlintrc.json': '{"ignore":[],"preset":"stric"}' }));
    expect(stderr.split('\n')).toEqual([expect.stringMatching(/\.seamlintrc\.json is not a valid configuration:$/), expect.stringMatching(/^ {2}"preset": "stric" is not allowed; .* Did you mean "strict"\?$/), '  unknown key "ignore". Did you mean "ignores"?', expect.stringMatching(/^ {2}Correct it/), '']);
    expect((await seamlintHere(temporaryFolder({ ...CLEAN, '.seamlintrc.yaml': 'rules: {' }))).stderr).toMatch(/\.seamlintrc\.yaml cannot be read: unexpected end .*\(2:1\)/);
  });

  test('2 when memory runs out, with what is known', () => {
    const { status, stdout } = seamlint(temporaryFolder(BLOCKING), '--max-memory', '12', '--no-cache');
    expect(stdout).toContain('ran out of memory');
    expect(status).toBe(2);
  });

  test('3 when the time budget is used up', () => {
    const { status, stdout } = seamlint(temporaryFolder(BLOCKING), '--time-budget', '0.001', '--no-cache');
    expect(stdout).toContain('the time budget was used up');
    expect(status).toBe(3);
  });

  test('3 for a skipped file, only with --on-incomplete fail', async () => {
    const folder = temporaryFolder({ ...CLEAN, 'src/binary.ts': '\u0000\u0001\u0000' });
    const { status, stdout } = seamlint(folder, '--on-incomplete', 'fail');
    expect(stdout).toContain('src/binary.ts');
    expect(status).toBe(3);
    expect((await seamlintHere(folder)).status).toBe(0);
  });
});

describe('output', () => {
  test('what a parser coloured for the log of continuous integration is told without', () => {
    const { status, stderr } = seamlintIn({ CI: 'true', NO_COLOR: '' }, temporaryFolder({ ...CLEAN, '.seamlintrc.json': '{\n"preset": "strict",,}' }));
    expect(stderr).toMatch(/cannot be read: \w[^\u001b|]* \(line 2\)$/m);
    expect(status).toBe(2);
  });

  test('several formats in one run, each where it was asked for', async () => {
    const folder = temporaryFolder(BLOCKING);
    const { stdout } = await seamlintHere(folder, '--format', 'sarif', '--output', 'x.sarif', '--format', 'json', '-o', 'x.json', '--format', 'pretty', ...ONLY);
    expect(stdout).toContain('1 error in 1 file');
    const sarif = JSON.parse(readFileSync(join(folder, 'x.sarif'), 'utf8')) as { runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
    expect(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('src/app.ts');
    expect((JSON.parse(readFileSync(join(folder, 'x.json'), 'utf8')) as { findings: { line: number }[] }).findings[0]?.line).toBe(5);
  });

  test('a file may be named before its format, and its name may say the format', async () => {
    const folder = temporaryFolder(CLEAN);
    expect((await seamlintHere(folder, '--output', 'x.txt', '--format', 'json')).stdout).toBe('');
    expect(readFileSync(join(folder, 'x.txt'), 'utf8')).toContain('"schemaVersion": 1');
    expect((await seamlintHere(folder, '--output', 'y.sarif')).stdout).toBe('');
    expect(readFileSync(join(folder, 'y.sarif'), 'utf8')).toContain('"version": "2.1.0"');
  });

  test('a format may name its file', async () => {
    const folder = temporaryFolder(BLOCKING);
    expect((await seamlintHere(folder, '--format', 'gitlab:quality.json', '--format', 'junit:x.xml', '--format', 'markdown', ...ONLY)).stdout).toContain('## seamlint: 1 error');
    expect(JSON.parse(readFileSync(join(folder, 'quality.json'), 'utf8'))).toMatchObject([{ check_name: 'no-sync-io-in-handler', severity: 'major', location: { path: 'src/app.ts', lines: { begin: 5 } } }]);
    expect(readFileSync(join(folder, 'x.xml'), 'utf8')).toContain('<failure');
  });

  test('annotates in a GitHub workflow, unless a format is given', async () => {
    const folder = temporaryFolder(BLOCKING);
    const actions = { GITHUB_ACTIONS: 'true' };
    expect((await seamlintHereIn(actions, folder, ...ONLY)).stdout).toContain('::error file=src/app.ts,line=5,col=17,title=seamlint%3A no-sync-io-in-handler::');
    expect((await seamlintHereIn(actions, folder, '--format', 'pretty', ...ONLY)).stdout).not.toContain('::error');
  });

  test('a link is not written through', async () => {
    const folder = temporaryFolder({ ...CLEAN, 'precious.txt': 'kept' });
    symlinkSync(join(folder, 'precious.txt'), join(folder, 'report.json'));
    expect((await seamlintHere(folder, '--format', 'json', '--output', 'report.json')).status).toBe(2);
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('kept');
  });

  test('URIs are relative to the repository', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '' });
    writeFiles(join(folder, 'services/x'), BLOCKING);
    expect((await seamlintHere(folder, 'check', 'services/x', '--format', 'sarif', ...ONLY)).stdout).toContain('"services/x/src/app.ts"');
  });

  test('is the same from the cache, and after nothing but time went by', async () => {
    const folder = temporaryFolder(BLOCKING);
    mkdirSync(join(folder, 'node_modules'));
    const cold = await seamlintHere(folder, '--format', 'json', '--no-cache', ...ONLY);
    const first = await seamlintHere(folder, '--format', 'json', ...ONLY);
    const second = await seamlintHere(folder, '--format', 'json', ...ONLY);
    expect(first.stdout).toBe(cold.stdout);
    expect(second).toEqual(first);
  });

  test('hostile names do not reach the terminal', async () => {
    const name = 'src/x\u001b[2J\n::error file=y::z.ts';
    const { stdout } = await seamlintHere(temporaryFolder({ ...CLEAN, [name]: BLOCKING['src/app.ts'] }), ...ONLY);
    expect(stdout).toContain('\\u{1b}');
    expect(stdout).not.toMatch(/\u001b|^\s*::/m);
  });

  test('a reader that goes away is no error', async () => {
    const folder = temporaryFolder(BLOCKING);
    const child = spawn(process.execPath, [COMMAND, '--format', 'json', '--fail-on', 'never'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    const status = await new Promise((done) => child.on('close', done));
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('other commands', () => {
  test('rules lists every rule with its question', async () => {
    const { status, stdout } = seamlint(temporaryFolder(), 'rules');
    for (const id of ['nested-timeouts', 'no-sync-io-in-handler', 'require-acquire-timeout', 'require-breaker', 'require-idempotency-key', 'shutdown-order']) expect(stdout).toContain(id);
    expect(status).toBe(0);
  });

  test('explain prints a page', async () => {
    const { stdout } = await seamlintHere(temporaryFolder(), 'explain', 'require-breaker');
    expect(stdout).toContain('# require-breaker');
    expect(stdout).not.toContain('<!--');
  });

  test.each([[], ['check'], ['baseline'], ['baseline', 'update'], ['trace'], ['review'], ['rules'], ['explain'], ['init']])('help fits 80 columns: %s', (...names) => {
    const { stdout } = spawnSync(process.execPath, [COMMAND, ...names, '--help'], { encoding: 'utf8', env: { ...process.env, COLUMNS: '80' } });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('help and version load nothing of the analysis', () => {
    const { stderr, stdout } = spawnSync(process.execPath, [COMMAND, '--help'], { encoding: 'utf8', env: { ...process.env, NODE_DEBUG: 'esm,module' } });
    expect(stdout).toContain('Usage: seamlint');
    expect(stderr).not.toMatch(/ts-morph|cosmiconfig|dist\/analyzer/);
  });
});

test('a review asks every rule, unless a preset is named', async () => {
  const folder = temporaryFolder(CLEAN);
  const asked = async (...more: string[]) => (JSON.parse((await seamlintHere(folder, 'review', '--format', 'json', ...more)).stdout) as { notAsked: string[] }).notAsked;
  expect(await asked()).toEqual([]);
  expect(await asked('--preset', 'recommended')).toContain('require-body-limit');
});
