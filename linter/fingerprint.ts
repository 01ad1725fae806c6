import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
let known: string | undefined;

/** Identifies this build of seamlint, its rules and its catalog: what another build stored is not used. */
export function toolFingerprint(): string {
  return (known ??= `${toolVersion()}-${codeFingerprint()}`);
}

/** The package's version. */
export function toolVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** The folder that holds our package.json, whether we run from sources or from `dist`. */
export function packageFolder(): string {
  let folder = dirname(here);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

// The version alone does not change while seamlint itself is being worked on.
function codeFingerprint(): string {
  const hash = createHash('sha256');
  for (const layer of ['analyzer', 'catalog', 'rules', 'linter'])
    for (const file of filesUnder(join(dirname(here), layer))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\0`);
    }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : /\.[jt]s$/.test(entry.name) ? [join(folder, entry.name)] : []))
    .sort();
}
