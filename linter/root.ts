import { findScope } from '#project/find-scope.js';
import type { LintOptions } from './options.js';

/** The root that the given paths belong to: everything is reported relative to it. Throws `UserError` where they are wrong. */
export function rootOf({ cwd, paths, tsconfig }: Pick<LintOptions, 'cwd' | 'paths' | 'tsconfig'>): string {
  return findScope(paths, tsconfig === undefined ? { cwd } : { cwd, tsconfig }).root;
}
