import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TOP } from './own-files.js';

// Node's own: the test runner's import would lead `#linter/…` to the sources, and no thread can be started from those.
const require = createRequire(import.meta.url);

/** A module of the built package, for what starts threads of its own. */
export function built<T>(path: string): T {
  const file = join(TOP, 'dist', path);
  if (!existsSync(file)) throw new Error('this test runs the built package: npm run build');
  return require(file) as T;
}
