import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraries } from '#catalog/index.js';
import { TypingsCheck } from '../tests/conformance/check-typings.js';
import { claimsOf } from '../tests/conformance/claims.js';
import { countsOf, tableOf, type Run, type Table } from '../tests/conformance/table.js';

// Checks the rows on the real packages. `npm run conformance` runs what can run; with `-- --all` it also asks the typings of every package of the
// catalog and writes the table of what is run, typed and only documented. Packages are installed without their scripts.
const FOLDER = fileURLToPath(new URL('../tests/conformance/', import.meta.url));
const TABLE = join(FOLDER, 'checked.json');
const all = process.argv.includes('--all');

const runs = runAll();
const failed = runs.filter(({ failed: why }) => why !== undefined);
const known = libraries.flatMap((library) => claimsOf(library).map(({ id }) => id));
const idle = runs.filter(({ covers }) => !known.some((id) => new RegExp(covers).test(id)));
for (const { says, covers } of idle) process.stderr.write(`covers no claim of the rows any more: ${says} (${covers})\n`);

if (all) writeFileSync(TABLE, `${JSON.stringify(checkedAll(), null, 1)}\n`);
const { run, typed, documented } = countsOf(JSON.parse(readFileSync(TABLE, 'utf8')) as Table);
process.stdout.write(`${runs.length - failed.length} of ${runs.length} runs as the rows say. Claims: ${run} run, ${typed} typed, ${documented} documented only.\n`);
process.exitCode = failed.length + idle.length === 0 ? 0 : 1;

function runAll(): readonly Run[] {
  const folder = join(FOLDER, 'run');
  install(folder);
  const { stdout, stderr } = spawnSync(process.execPath, ['run.mjs'], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  process.stderr.write(stderr.split('\n').filter((line) => /^(ran|FAILED|\s{7}Error)/.test(line)).map((line) => `${line}\n`).join(''));
  const last = stdout.trim().split('\n').pop();
  if (last === undefined || !last.startsWith('[')) throw new Error(`the runs gave no result: ${stderr.slice(-2000)}`);
  return JSON.parse(last) as Run[];
}

function checkedAll(): Table {
  install(FOLDER);
  const check = new TypingsCheck(FOLDER);
  return tableOf(libraries.map((library) => ({ library, version: check.versionOf(library.package), checked: check.check(library) })), runs.filter(({ failed: why }) => why === undefined));
}

function install(folder: string): void {
  if (existsSync(join(folder, 'node_modules')) && process.argv.includes('--installed')) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--prefer-offline', '--silent'], { cwd: folder, stdio: 'inherit' });
}
