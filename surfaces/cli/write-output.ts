import { randomBytes } from 'node:crypto';
import { lstatSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '#linter/user-error.js';

/** Refuses a target before the analysis starts rather than after. */
export function checkWritable(file: string): void {
  const path = resolve(file);
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) throw new UserError(`The folder of ${file} does not exist.`, 'Create it, or name another file with --output.');
  const target = lstatSync(path, { throwIfNoEntry: false });
  // A link planted in the analysed project would let a report overwrite what it points to. Devices such as /dev/stdout are the user's own choice.
  if (target?.isSymbolicLink() === true && !path.startsWith('/dev/')) throw new UserError(`${file} is a symbolic link.`, 'Name the file itself with --output.');
  if (target?.isDirectory() === true) throw new UserError(`${file} is a folder.`, 'Name a file with --output.');
}

/** Writes a report whole or not at all; to standard output where no file is named. */
export async function writeOutput(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) return toStandardOutput(text);
  const path = resolve(file);
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) return writeFileSync(path, text);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`, 'Name another file with --output.');
  }
}

// The reader may go away (`| head`): that ends writing, nothing else.
function toStandardOutput(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.once('error', () => done());
    process.stdout.write(text, () => done());
  });
}
