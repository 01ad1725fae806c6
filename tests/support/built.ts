import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TOP } from './own-files.js';

/** A module of the built package, for what starts threads of its own. */
export async function built<T>(path: string): Promise<T> {
  const file = join(TOP, 'dist', path);
  if (!existsSync(file)) throw new Error('this test runs the built package: npm run build');
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as T;
}
