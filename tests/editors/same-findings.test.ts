import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import { expect, test, vi } from 'vitest';
import { lint } from '#linter/lint.js';
import { isOpen } from '#linter/open-findings.js';
import { defaultOptions } from '#linter/options.js';
import type { AskableSession, SessionSettings } from '#linter/session/ask-session.js';
import { openSession } from '#linter/session/session.js';
import { shownFindings } from '#linter/session/shown-findings.js';
import plugin from '#surfaces/eslint/index.js';
import { realAnalysis } from '../support/analysis.js';
import { filesUnder } from '../support/expectations.js';
import { readText } from '../support/read-text.js';
import { findScenarios } from '../support/scenarios.js';

// The command and ESLint side by side over every service of the fixtures. Only the session's threads are left out, for they would be started 600 times.
vi.mock('#linter/session/ask-session.js', () => ({ askSession: sessionHere }));

const { Linter: ESLintLinter } = createRequire(import.meta.url)('eslint') as { Linter: typeof Linter };
const { parser } = createRequire(import.meta.url)('typescript-eslint') as { parser: Linter.Parser };
const LINTED = /\.[cm]?[jt]sx?$/;
const RULES_OF_FIXTURES = { preset: 'strict', cache: false, execConfig: false } as const;

function sessionHere({ options }: SessionSettings): AskableSession {
  const session = openSession(options, realAnalysis);
  const findings = shownFindings(session.result().result as never, () => []);
  return { root: session.root, findingsOf: (path) => ({ is: 'findings', findings: findings.get(path) ?? [], stale: false }), state: () => '', close: () => undefined };
}

test.each(findScenarios().map(({ name, folder }) => [name, folder] as const))('%s', (_name, folder) => {
  const { findings } = lint({ ...defaultOptions(folder), ...RULES_OF_FIXTURES }, { analysis: realAnalysis });
  const byCommand = findings.filter(isOpen).filter(({ verdict }) => LINTED.test(verdict.site.file)).map(({ ruleId, verdict }) => `${ruleId} ${verdict.site.file}:${verdict.site.line}:${verdict.site.column}`);
  const files = filesUnder(folder).filter((file) => LINTED.test(file));
  const byLinter = files.flatMap((file) => messagesOf(folder, file));
  const unparsed = files.filter((file) => byLinter.includes(`cannot be parsed: ${file}`));
  expect(byLinter.filter((said) => !said.startsWith('cannot')).sort()).toEqual(byCommand.filter((said) => !unparsed.some((file) => said.includes(` ${file}:`))).sort());
});

function messagesOf(folder: string, file: string): string[] {
  const config = [
    { files: ['**/*.{js,jsx,cjs,mjs}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } },
    { settings: { seamlint: { cache: false, execConfig: false } }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
    plugin.configs['strict'],
  ] as Linter.Config[];
  const messages = new ESLintLinter({ cwd: folder }).verify(readText(join(folder, file)), config, { filename: join(folder, file), allowInlineConfig: false });
  return messages.map(({ ruleId, line, column, fatal, message }) => (fatal === true ? `cannot be parsed: ${file}` : ruleId === null ? message : `${ruleId.slice('seamlint/'.length)} ${file}:${line}:${column}`));
}
