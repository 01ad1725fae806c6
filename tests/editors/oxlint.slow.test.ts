import { spawnSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { TOP } from '../support/own-files.js';

vi.setConfig({ testTimeout: 600_000 });

// All scenarios as one project, so that one process of each side is enough.
test('oxlint says what the command says of every file of the fixtures', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/same-findings.mjs', '--oxlint', './fixtures/'], { cwd: TOP, encoding: 'utf8' });
  const [, findings = '0'] = /^1 folders, (\d+) findings, 0 folders differ$/m.exec(stdout) ?? expect.fail(`${stdout}${stderr}`);
  expect(Number(findings)).toBeGreaterThan(2000);
  expect(status).toBe(0);
});
