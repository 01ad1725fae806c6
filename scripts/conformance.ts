import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraries } from '#catalog/index.js';
import type { Library } from '#catalog/schema.js';
import { TypingsCheck } from '../tests/conformance/check-typings.js';
import { claimsOf } from '../tests/conformance/claims.js';
import { defaultsOf } from '../tests/conformance/defaults.js';
import { folderFor, install, isNamedByRuns, lock, packagesOf, pinForRuns } from '../tests/conformance/packages.js';
import { pinsOf, unpinnedOf } from '../tests/conformance/pins.js';
import { checkedOf, countsOf, defaultsIn, digestOf, isCovered, isShown, WRONG, type LibraryChecked, type Run, type Table } from '../tests/conformance/table.js';

// Checks the rows on the real packages, which are installed without their scripts.
//   npm run conformance                 runs what can run, and asks the defaults and typings of libraries whose rows changed since checked.json; part of continuous integration
//   npm run conformance -- --install    only installs the packages of the runs
//   npm run conformance -- --all        installs every package of the catalog, asks all typings and writes checked.json
//   npm run conformance -- <names>      runs and asks the typings for these packages alone, at the versions of their rows, and writes their part of checked.json;
//                                       only what these packages need is installed
const FOLDER = fileURLToPath(new URL('../tests/conformance/', import.meta.url));
const RUNS = join(FOLDER, 'run');
const TABLE = join(FOLDER, 'checked.json');
const CACHE = fileURLToPath(new URL('../node_modules/.cache/conformance/', import.meta.url));
const isAll = process.argv.includes('--all');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

if (process.argv.includes('--install')) {
  install(RUNS);
  process.exit();
}

const chosenByName = libraries.filter((library) => names.includes(library.package));
const unpinned = unpinnedOf(libraries);
for (const name of unpinned) say(`its file does not say which version is checked: checkedOn: ['${name}@1.2.3'] in the rows of ${name}`);
if (names.length > 0 && lock(FOLDER)) say('the lock file follows what the rows are checked on');
for (const what of pinForRuns(RUNS, FOLDER, chosenByName)) say(`pinned for the runs: ${what}`);

const earlier: Table = isAll ? {} : readTable();
const stale = names.length > 0 ? names : isAll ? libraries.map((library) => library.package) : changedSince();
const runs = runAll();
const failed = runs.filter(({ failed: why }) => why !== undefined);
const claims = libraries.flatMap((library) => claimsOf(library));
const defaults = libraries.flatMap((library) => defaultsOf(library));
const idle = runs.filter(({ covers, defaults: shown = [] }) => (covers !== undefined && !claims.some((claim) => isCovered(claim, covers))) || shown.some((id) => !defaults.some((claim) => claim.id === id)));
for (const { says, covers, defaults: shown } of idle) say(`covers no claim of the rows any more: ${says} (${covers ?? shown?.join(', ') ?? ''})`);

const asked = isAll ? askAll() : askSome(stale);
// Without runs the table would forget them.
if ((isAll || names.length > 0) && !process.argv.includes('--no-runs')) write(asked);
const wrong = Object.entries(asked).flatMap(([name, { documented }]) => (documented[WRONG] ?? []).map((claim) => `${name}: ${claim}`));
for (const claim of wrong) say(`${WRONG}: ${claim}`);

const table = readTable();
const { run: runDefaults, reasons, unexplained, both } = defaultsIn(names.length > 0 ? chosenByName : libraries, table);
const unshown = runs.length === 0 || names.length > 0 ? [] : libraries.filter((library) => stale.includes(library.package)).flatMap((library) => defaultsOf(library).filter((claim) => !isKnown(library, claim.id))).filter((claim) => claim.unrun === undefined && !runs.some((one) => one.failed === undefined && isShown(claim, one))).map(({ id }) => id);
for (const id of new Set([...unexplained, ...unshown])) say(`neither run nor said why not: ${id}`);
for (const id of both) say(`run, although its row says that it cannot: ${id}`);
const { run, typed, named, documented } = countsOf(table);
process.stdout.write(`${runs.length - failed.length} of ${runs.length} runs as the rows say. ${Object.keys(asked).length} packages asked, ${wrong.length} claims wrong. All claims: ${run} run, ${typed} typed, ${named} named in the package's files, ${documented} documented only.\n`);
process.stdout.write(`Defaults and waits without end: ${runDefaults} run, ${Object.values(reasons).flat().length} cannot run here, ${unexplained.length} unexplained.\n`);
for (const [why, ids] of Object.entries(reasons)) process.stdout.write(`  ${why}: ${ids.join(', ')}\n`);
process.exitCode = [failed, idle, wrong, unexplained, unshown, both, unpinned].every((list) => list.length === 0) ? 0 : 1;

function runAll(): readonly Run[] {
  if (process.argv.includes('--no-runs') || (names.length > 0 && !chosenByName.some((library) => isNamedByRuns(RUNS, library)))) return [];
  install(RUNS);
  // For some libraries, only what says something of them.
  const own = chosenByName.flatMap((library) => claimsOf(library));
  const listed = names.length === 0 ? [] : (JSON.parse(execFileSync(process.execPath, ['run.mjs', '--list'], { cwd: RUNS, encoding: 'utf8' }).trim().split('\n').pop() ?? '[]') as readonly Run[]);
  const chosen = listed.filter(({ covers }) => own.some((claim) => isCovered(claim, covers))).map(({ says }) => says);
  // A default is the same until its row says something else: each has a process of its own, which takes long.
  const chosenDefaults = libraries.filter((library) => stale.includes(library.package)).flatMap((library) => [...(names.length > 0 ? claimsOf(library) : []), ...defaultsOf(library).filter((claim) => !isKnown(library, claim.id))].map(({ id }) => id));
  return [...runScript(names.length === 0 ? ['run.mjs'] : ['run.mjs', '--only', JSON.stringify(chosen)]), ...(isAll ? runScript(['told/told.mjs']) : runScript(['told/told.mjs', '--only', '-'], JSON.stringify([...new Set(chosenDefaults)])))];
}

// Shown before, by a row that said the same.
function isKnown(library: Library, id: string): boolean {
  return earlier[library.package]?.defaults?.includes(id.slice(library.package.length + 2)) === true;
}

function runScript(command: readonly string[], input = ''): readonly Run[] {
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: RUNS, encoding: 'utf8', maxBuffer: 1e8, input });
  process.stderr.write(stderr.split('\n').filter((line) => /^(ran|FAILED|\s{7}\w*Error)/.test(line)).map((line) => `${line}\n`).join(''));
  const last = stdout.trim().split('\n').pop();
  if (last === undefined || !last.startsWith('[')) throw new Error(`the runs gave no result: ${stderr.slice(-2000)}`);
  return JSON.parse(last) as Run[];
}

function askAll(): Table {
  install(FOLDER);
  generatePrisma(FOLDER);
  return ask(new TypingsCheck(FOLDER, libraries), libraries);
}

// The table has the answers to rows that say what they said when they were asked; what else they say now is asked anew.
function changedSince(): readonly string[] {
  const table = readTable();
  const pins = pinsOf(libraries);
  const isAsked = (library: Library) => table[library.package]?.asked === digestOf(library) && [undefined, pins[packagesOf(library)[0] ?? '']].includes(table[library.package]?.version);
  const changed = libraries.filter((library) => !isAsked(library));
  for (const library of changed) say(`its rows changed since they were asked, or it is new: npm run conformance -- '${library.package}'`);
  return changed.filter(({ generated }) => generated === undefined).map((library) => library.package);
}

function askSome(chosenNames: readonly string[]): Table {
  const chosen = chosenNames.map((name) => libraries.find((library) => library.package === name) ?? fail(`There is no row file of ${name}`));
  const checks = new Map<string, TypingsCheck>();
  return Object.assign({}, ...chosen.map((library) => {
    const folder = folderFor(FOLDER, CACHE, library);
    if (library.generated !== undefined) generatePrisma(folder);
    const check = checks.get(folder) ?? new TypingsCheck(folder, libraries);
    checks.set(folder, check);
    return ask(check, [library]);
  })) as Table;
}

function ask(check: TypingsCheck, chosen: readonly Library[]): Table {
  const passed = runs.filter(({ failed: why }) => why === undefined);
  return Object.fromEntries(chosen.map((library) => [library.package, checkedOf(library, check.versionOf(library.package), check.check(library), passed, (id) => isKnown(library, id))] as const));
}

// Prisma's client is what it generates; this needs no engine, so none is fetched. Prisma 6 generates beside the client that it finds, so it gets a folder of its own.
function generatePrisma(folder: string): void {
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_QUERY_ENGINE_LIBRARY: process.execPath, CHECKPOINT_DISABLE: '1' };
  if (folder !== FOLDER) copyFileSync(join(FOLDER, 'schema.prisma'), join(folder, 'schema.prisma'));
  execFileSync(process.execPath, [join(folder, 'node_modules/prisma/build/index.js'), 'generate', '--schema', 'schema.prisma'], { cwd: folder, stdio: 'ignore', env });
  const client = join(folder, 'node_modules/@prisma/client-at-6');
  const own = join(folder, 'node_modules/.cache/prisma-at-6');
  mkdirSync(join(own, 'node_modules/@prisma'), { recursive: true });
  rmSync(join(own, 'node_modules/@prisma/client'), { force: true });
  symlinkSync(client, join(own, 'node_modules/@prisma/client'));
  const schema = readFileSync(join(folder, 'schema.prisma'), 'utf8').replace('"prisma-client-js"', `"prisma-client-js"\n  output = "${join(client, 'node_modules/.prisma/client')}"`).replace('"postgresql"', '"postgresql"\n  url = "postgresql://localhost/a"');
  writeFileSync(join(own, 'schema.prisma'), schema);
  execFileSync(process.execPath, [join(folder, 'node_modules/prisma-at-6/build/index.js'), 'generate', '--no-engine', '--schema', join(own, 'schema.prisma')], { cwd: own, stdio: 'ignore', env });
}

// What earlier runs confirmed stays where the rows were asked alone.
function write(parts: Table): void {
  const before = isAll ? {} : readTable();
  const known = new Set(libraries.map((library) => library.package));
  const merged: Record<string, LibraryChecked> = Object.fromEntries(Object.entries({ ...before, ...parts }).filter(([name]) => known.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(TABLE, `${JSON.stringify(merged, null, 1)}\n`);
}

function readTable(): Table {
  return JSON.parse(readFileSync(TABLE, 'utf8')) as Table;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function fail(message: string): never {
  throw new Error(message);
}
