import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { pictureOf } from '#linter/project-picture.js';
import { planInit } from '#surfaces/cli/init-plan.js';
import { APP, PACKAGE } from '../support/blocking-service.js';
import { git } from '../support/command.js';
import { seamlintHere } from '../support/command-here.js';
import { blocks, ofKind } from '../support/page-blocks.js';
import { temporaryFolder } from '../support/temporary-folder.js';

vi.setConfig({ testTimeout: 60_000 });

interface Step {
  readonly run?: string;
  readonly with?: { readonly sarif_file?: string };
}

/** A service in a repository whose main branch is known, as a checkout in CI has it. */
function checkedOut(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ 'package.json': PACKAGE, 'src/app.ts': APP, ...files });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'first');
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  return folder;
}

/** Runs a line as the shell would; lines of other programs are not run. */
async function runLine(folder: string, line: string): Promise<void> {
  const words = line.replace('${{ github.base_ref }}', 'main').trim().split(/\s+/);
  const at = words.indexOf('seamlint');
  if (at < 0) return;
  const { status, stderr } = await seamlintHere(folder, ...words.slice(at + 1));
  expect([0, 1], `${line}: ${stderr}`).toContain(status);
}

async function checkWorkflow(folder: string, text: string): Promise<void> {
  const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  for (const { run } of steps) if (run !== undefined) await runLine(folder, run);
  for (const step of steps) {
    const wanted = step.with?.sarif_file ?? /^cat (\S+) >> /.exec(step.run ?? '')?.[1];
    if (wanted !== undefined) expect(readFileSync(join(folder, wanted), 'utf8')).toContain('no-sync-io-in-handler');
  }
}

async function checkPipeline(folder: string, text: string): Promise<void> {
  const { seamlint } = parse(text) as { seamlint: { script: string[]; artifacts: { reports: { codequality: string } } } };
  for (const line of seamlint.script) await runLine(folder, line);
  const report = JSON.parse(readFileSync(join(folder, seamlint.artifacts.reports.codequality), 'utf8')) as { check_name: string; fingerprint: string }[];
  expect(report.map(({ check_name }) => check_name)).toContain('no-sync-io-in-handler');
}

describe('in pages', () => {
  test.each(ofKind('workflow'))('workflow %i, of %s, runs and leaves the files it names', (_index, _path, { body }) => checkWorkflow(checkedOut(), body));

  test.each(ofKind('gitlab'))('pipeline %i, of %s, runs and leaves the report it names', (_index, _path, { body }) => checkPipeline(checkedOut(), body));

  test('hooks and single commands of the page on CI are accepted', async () => {
    const folder = checkedOut();
    const lines = blocks.filter(({ path, kind }) => path === 'docs/ci.md' && !['workflow', 'gitlab'].includes(kind)).flatMap(({ body }) =>
      [...body.matchAll(/(?:npx |')(seamlint [^'\n]*)/g)].map(([, line = '']) => line));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) await runLine(folder, line);
    expect(existsSync(join(folder, 'seamlint.xml'))).toBe(true);
  });
});

test('what init writes runs and leaves the files it names', async () => {
  const folder = checkedOut({ '.github/x': '', '.gitlab-ci.yml': '' });
  const written = planInit(pictureOf(folder, [])).flatMap((step) => (step.is === 'create' || step.is === 'add' ? [step] : []));
  const textOf = (name: string) => written.find(({ path }) => path.endsWith(name))?.text ?? '';
  await checkWorkflow(folder, textOf('seamlint.yml'));
  await checkPipeline(folder, textOf('.gitlab-ci.yml'));
});
