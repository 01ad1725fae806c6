import { readFileSync } from 'node:fs';

/** The text of a file, as an editor holds it. */
export const readText = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
