import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFromFork } from '#surfaces/cli/from-fork.js';
import { seamlintHereIn } from '../support/command-here.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const pullRequest = (head: string | undefined) => JSON.stringify({ pull_request: { head: { repo: head === undefined ? null : { full_name: head } }, base: { repo: { full_name: 'acme/shop' } } } });
const onGithub = (event: string, name = 'pull_request') => ({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: join(temporaryFolder({ 'event.json': event }), 'event.json') });
const onGitlab = (source: string) => ({ CI_MERGE_REQUEST_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source });

test.each([
  ['a pull request from a fork', () => onGithub(pullRequest('stranger/shop')), true],
  ['one whose fork was deleted', () => onGithub(pullRequest(undefined)), true],
  ['one with the rights of the repository', () => onGithub(pullRequest('stranger/shop'), 'pull_request_target'), true],
  ['an event that says nothing', () => onGithub('{}'), true],
  ['an event that cannot be read', () => onGithub('{'), true],
  ['a pull request of the repository', () => onGithub(pullRequest('acme/shop')), false],
  ['a push', () => onGithub('{}', 'push'), false],
  ['a merge request from a fork', () => onGitlab('8'), true],
  ['a merge request of the project', () => onGitlab('7'), false],
  ['no CI', () => ({}), false],
])('%s', (_what, environment, fromFork) => {
  expect(isFromFork(environment())).toBe(fromFork);
});

test.each([
  ['check', [], false],
  ['check', ['--exec-config'], true],
  ['check', ['--no-exec-config'], false],
  ['review', ['--format', 'json'], false],
  ['baseline', [], false],
  ['trace', [], false],
])('a configuration that is code, in a pull request from a fork: %s %j', async (command, options, runs) => {
  const canary = join(temporaryFolder({}), 'canary');
  const folder = temporaryFolder({ 'package.json': '{"name":"x"}', 'src/a.ts': '', 'seamlint.config.cjs': `require('fs').writeFileSync(${JSON.stringify(canary)}, ''); module.exports = {};\n` });
  const { stdout } = await seamlintHereIn(onGithub(pullRequest('stranger/shop')), folder, command, ...options);
  expect(existsSync(canary)).toBe(runs);
  if (command === 'check') expect(stdout.includes('was not executed')).toBe(!runs);
});
