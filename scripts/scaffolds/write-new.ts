import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files that are not there yet below a folder; says which. What is there is never written over. */
export function writeNew(folder: string, files: ReadonlyMap<string, string>): readonly string[] {
  const there = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  if (there.length > 0) throw new Error(`${there.join(', ')}: there already`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return [...files.keys()];
}
