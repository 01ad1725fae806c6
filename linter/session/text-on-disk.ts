import { readFileSync } from 'node:fs';

/** The text of a file without its byte order mark; undefined where it cannot be read. */
export function textOnDisk(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
