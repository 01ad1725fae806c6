import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

// Runs what the rows say of defaults and of waits without end, each in a process of its own whose clock jumps: `node told/told.mjs [filter]`.
// `--list` says what there is, `--one` runs one here.
const TRIES = 3;
const PATIENCE_MS = 90_000;
const FOLDER = new URL('./', import.meta.url);
const [mode = '', which] = process.argv.slice(2);
if (mode === '--one') await import('./clock.mjs');
const OWN = ['clock.mjs', 'endless.mjs', 'mute.mjs', 'tools.mjs', 'told.mjs'];
const files = mode === '--one' ? [which.split('#')[0]] : readdirSync(FOLDER).filter((name) => name.endsWith('.mjs') && !OWN.includes(name)).sort();
const all = (await Promise.all(files.map(async (name) => Object.values(await import(new URL(name, FOLDER))).flat().map((one, index) => ({ ...one, at: `${name}#${index}` }))))).flat();

if (mode === '--one') {
  process.on('uncaughtException', (error) => process.stderr.write(`(stray) ${error?.stack}\n`));
  process.on('unhandledRejection', (error) => process.stderr.write(`(stray) ${error?.stack}\n`));
  process.setMaxListeners(0);
  const exit = process.reallyExit.bind(process);
  const one = all.find(({ at }) => at === which);
  const error = await Promise.resolve().then(() => one.run()).then(() => undefined, (failed) => failed);
  process.stdout.write(`\n${JSON.stringify({ failed: error === undefined ? undefined : String(error?.message ?? error) })}\n`, () => exit(error === undefined ? 0 : 1));
  if (error !== undefined) process.stderr.write(`${error.stack}\n`);
} else if (mode === '--list') {
  process.stdout.write(`${JSON.stringify(all.map(({ covers, defaults, says }) => ({ covers, defaults, says })))}\n`);
} else {
  const only = mode === '--only' ? JSON.parse(which === '-' ? readFileSync(0, 'utf8') : which) : undefined;
  const chosen = [...all.keys()].filter((index) => (only === undefined ? all[index].at.startsWith(mode) || [all[index].defaults ?? all[index].covers].flat().some((claim) => claim.includes(mode)) : only.some((claim) => (all[index].defaults ?? []).includes(claim) || (all[index].covers !== undefined && new RegExp(all[index].covers).test(claim)))));
  const results = new Map();
  const waiting = [...chosen];
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.set(next, await ran(next));
  }));
  process.stdout.write(`${JSON.stringify(chosen.map((index) => results.get(index)))}\n`);
  process.exitCode = [...results.values()].some(({ failed }) => failed !== undefined) ? 1 : 0;
}

async function ran(index) {
  const { covers, defaults, says, of } = all[index];
  let failed;
  for (let turn = 0; turn < TRIES; turn += 1) {
    failed = await once(index);
    if (failed === undefined) break;
    if (process.env.ONCE !== undefined) break;
  }
  process.stderr.write(`${failed === undefined ? 'ran   ' : 'FAILED'} ${defaults?.join(', ') ?? covers}: ${says}${failed === undefined ? '' : `\n       Error: ${failed}`}\n`);
  return { covers, defaults, says, version: versionOf(of ?? defaults?.[0] ?? covers.replace(/^\^\(?([^|:)]+).*/, '$1: ')), ...(failed === undefined ? {} : { failed }) };
}

function once(index) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', '--expose-gc', fileURLToPath(import.meta.url), '--one', all[index].at], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    child.stdout.on('data', (text) => { out += text; });
    child.stderr.on('data', (text) => { said += text; });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // A server that it started may hold them open.
      child.stdout.destroy();
      child.stderr.destroy();
    }, PATIENCE_MS);
    child.on('close', () => {
      clearTimeout(timer);
      try { resolve(JSON.parse(out.trim().split('\n').pop()).failed); } catch { resolve(`it gave no result: ${said.slice(-600)}`); }
      if (process.env.LOUD !== undefined) process.stderr.write(said.slice(0, 3000));
    });
  });
}

function versionOf(claim) {
  const name = claim.split(': ')[0];
  if (name === 'global' || name.startsWith('node:')) return process.version;
  try { return JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version; } catch { return undefined; }
}
