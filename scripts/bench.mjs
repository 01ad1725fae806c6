// npm run bench -- [service folder …] [--runs 3] [--tsc7 <its tsc>]
//
// Compares whole processes, in ratios: `seamlint check` cold and warm with `tsc --noEmit` on installed services, in pairs within one run,
// and shows how a cold check grows from 10,000 to 300,000 lines of generated services. Times are CPU seconds (user + system).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'dist/bin/seamlint.js');
const TSC6 = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const CURVE = [10_000, 30_000, 100_000, 300_000];

const options = readArguments(process.argv.slice(2));
if (!existsSync(BIN)) fail('run `npm run build` first');
console.log('CPU seconds of whole processes, median of', options.runs, 'runs; memory is the peak of the process');
for (const service of options.services) compare(resolve(service));
if (options.services.length === 0) console.log('No service folder given: only the curve is measured.');
curve();

function readArguments(all) {
  const services = [];
  const found = { services, runs: 3, tsc7: undefined };
  for (let position = 0; position < all.length; position += 1) {
    if (all[position] === '--runs') found.runs = Number(all[(position += 1)]);
    else if (all[position] === '--tsc7') found.tsc7 = all[(position += 1)];
    else services.push(all[position]);
  }
  if (!Number.isInteger(found.runs) || found.runs < 1) fail('--runs wants a number of at least 1');
  for (const service of services) if (!existsSync(service)) fail(`${service} does not exist`);
  return found;
}

/** One service: the compilers and ours in turn, so that a slow moment of the machine meets all of them. */
function compare(service) {
  const cache = mkdtempSync(join(tmpdir(), 'seamlint-bench-'));
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const commands = {
    'tsc 6': { command: [process.execPath, TSC6, '--noEmit', '-p', service], cwd: service },
    ...(options.tsc7 === undefined ? {} : { 'tsc 7': { command: [options.tsc7, '--noEmit', '-p', service], cwd: service } }),
    cold: { command: [process.execPath, BIN, 'check', service, '--no-cache', '--format', 'json'], cwd: service },
    warm: { command: [process.execPath, BIN, 'check', service, '--format', 'json'], cwd: service, env },
  };
  measure(commands.warm);
  const measured = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run < options.runs; run += 1) for (const [name, command] of Object.entries(commands)) measured[name].push(measure(command));
  rmSync(cache, { recursive: true, force: true });
  const base = median(measured['tsc 6'], 'cpu');
  const cold = median(measured.cold, 'cpu');
  console.log(`\n${service}`);
  for (const name of Object.keys(commands)) {
    const cpu = median(measured[name], 'cpu');
    const memory = median(measured[name], 'memory');
    const ratios = [`${(cpu / base).toFixed(2)} × tsc 6`, `memory ${(memory / median(measured['tsc 6'], 'memory')).toFixed(2)} ×`, ...(name === 'warm' ? [`${(cpu / cold).toFixed(2)} × cold`] : [])];
    console.log(`  ${name.padEnd(6)} ${cpu.toFixed(2).padStart(7)} s  ${(memory / 1024).toFixed(0).padStart(5)} MB  ${ratios.join(', ')}`);
  }
}

/** Generated services of growing size: copies of the sample, each a service of its own in one workspace. */
function curve() {
  const sample = join(ROOT, 'fixtures/services/payments');
  const lines = linesIn(sample);
  console.log('\nGrowth of a cold check');
  let first;
  for (const size of CURVE) {
    const folder = mkdtempSync(join(tmpdir(), 'seamlint-curve-'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'curve', private: true, workspaces: ['services/*'] }));
    for (let copy = 0; copy * lines < size; copy += 1) {
      const target = join(folder, 'services', `payments-${copy}`);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(sample, target, { recursive: true });
      const manifest = join(target, 'package.json');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"name":\s*"[^"]*"/, `"name": "payments-${copy}"`));
    }
    const runs = Array.from({ length: options.runs }, () => measure({ command: [process.execPath, BIN, 'check', folder, '--no-cache', '--format', 'json'], cwd: folder }));
    const cpu = median(runs, 'cpu');
    first ??= cpu / size;
    console.log(`  ${String(size).padStart(7)} lines ${cpu.toFixed(2).padStart(7)} s  ${(median(runs, 'memory') / 1024).toFixed(0).padStart(5)} MB  ${(cpu / size / first).toFixed(2)} × the first per line`);
    rmSync(folder, { recursive: true, force: true });
  }
}

function linesIn(folder) {
  let lines = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name)) lines += readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8').split('\n').length;
  }
  return lines;
}

/** CPU seconds and peak memory in kB of one command, read by GNU time. */
function measure({ command, cwd, env = process.env }) {
  const result = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (result.error !== undefined) fail('GNU time is needed: install the package `time`');
  const last = result.stderr.trimEnd().split('\n').at(-1) ?? '';
  const [user, system, memory] = last.split(' ').map(Number);
  if (memory === undefined || Number.isNaN(memory)) fail(`${command.join(' ')} gave no times:\n${result.stderr}`);
  return { cpu: user + system, memory };
}

function median(runs, key) {
  const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(2);
}
