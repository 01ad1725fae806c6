import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import type seamlint from '#surfaces/eslint/index.js';
import { built } from './built.js';

const require = createRequire(import.meta.url);

/** The plugin as built: its threads run the built package. */
export const plugin = () => built<{ default: typeof seamlint }>('surfaces/eslint/index.js').default;

/** The ESLint of that major version. */
export function eslintOf(version: 9 | 10): typeof ESLint {
  return (require(version === 9 ? 'eslint9' : 'eslint') as { ESLint: typeof ESLint }).ESLint;
}

/** How TypeScript is parsed, and JavaScript likewise where the parser does both. */
export type Parsing = 'typescript-eslint' | 'typescript-eslint, typed' | 'espree';

/** A linter of a folder with every rule of ours and nothing else. */
export function linterOf(folder: string, { version = 10, parsing = 'typescript-eslint', settings = {} }: { version?: 9 | 10; parsing?: Parsing; settings?: object } = {}): ESLint {
  const { parser } = require('typescript-eslint') as { parser: Linter.Parser };
  const parserOptions = parsing === 'typescript-eslint, typed' ? { projectService: true, tsconfigRootDir: folder } : {};
  return new (eslintOf(version))({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      ...(parsing === 'espree' ? [] : [{ files: ['**/*.ts'], languageOptions: { parser, parserOptions } }]),
      { settings: { seamlint: { cache: false, wait: 60_000, ...settings } } },
      plugin().configs['strict'] as Linter.Config,
    ],
  });
}

/** What a linter says, as `rule file:line`, sorted; anything else that it says too. */
export function saidBy(results: readonly ESLint.LintResult[], folder: string): string[] {
  return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, message }) =>
    ruleId?.startsWith('seamlint/') === true && !message.startsWith('seamlint has') ? `${ruleId.slice('seamlint/'.length)} ${filePath.slice(join(folder, '/').length)}:${line}` : message)).sort();
}
