import { normalize } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const COMMANDS = ['node_modules/.bin/eslint', 'node_modules/eslint/bin/eslint.js', 'node_modules/.bin/oxlint', 'node_modules/oxlint/bin/oxlint', 'eslint/lib/eslint/worker.js'];

/** Whether this process lints each file once and ends, so that the disk need not be looked at again; an editor's process does not. */
export function isSingleRun(): boolean {
  const told = process.env['SEAMLINT_SINGLE_RUN'];
  if (told !== undefined && told !== '') return told !== 'false' && told !== '0';
  if (process.argv.includes('--lsp')) return false;
  const [, script = ''] = process.argv;
  return process.env['CI'] === 'true' || COMMANDS.some((command) => script.endsWith(normalize(command)) || (!isMainThread && script.includes(normalize('/eslint/lib/'))));
}
