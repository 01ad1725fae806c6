// node scripts/bench-eslint.mjs <service folder …> [--edits 20]
//
// What the ESLint plugin costs on a service, in wall-clock time: the first file beside a cold run of the command, each later file,
// and an edit until its answer, with the share of answers that were of the last finished analysis and how long the fresh one took.
import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const TOP = fileURLToPath(new URL('..', import.meta.url));
const { ESLint } = require('eslint');
const { parser } = require('typescript-eslint');
const { default: seamlint } = await import(join(TOP, 'dist/surfaces/eslint/index.js'));

const given = process.argv.slice(2);
const at = given.indexOf('--edits');
const edits = at < 0 ? 20 : Number(given[at + 1]);
const folders = given.filter((argument, index) => !argument.startsWith('--') && (at < 0 || index !== at + 1)).map((folder) => realpathSync(resolve(folder)));
if (folders.length === 0) {
  console.error('bench-eslint: give the folder of a service');
  process.exit(2);
}
for (const folder of folders) await measure(folder);
process.exit(0);

async function measure(folder) {
  const started = performance.now();
  const command = spawnSync(process.execPath, [join(TOP, 'dist/bin/seamlint.js'), 'check', '.', '--no-cache', '--no-exec-config', '--preset', 'strict', '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  const cold = performance.now() - started;
  const { coverage, findings } = JSON.parse(command.stdout);
  const file = findings[0]?.file ?? fail(`nothing is found in ${folder}: there is no file to edit`);
  const linter = linterFor(folder, seamlint.configs.strict);
  const plain = linterFor(folder, {});
  const text = readFileSync(join(folder, file), 'utf8');
  const lint = async (code, by = linter) => {
    const from = performance.now();
    const [result] = await by.lintText(code, { filePath: join(folder, file) });
    return { ms: performance.now() - from, result };
  };
  await lint(text, plain);
  const first = await lint(text);
  const later = median(await times(10, async () => (await lint(text)).ms));
  const without = median(await times(10, async () => (await lint(text, plain)).ms));
  const answers = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const { ms, result } = await lint(`${text}\nexport const edited${edit} = () => ${edit};\n`);
    answers.push({ ms, stale: result.messages.some(({ message }) => message.includes('last finished analysis')) });
    await new Promise((done) => setTimeout(done, 200));
  }
  const fresh = await untilFresh(() => lint(`${text}\nexport const last = () => 0;\n`));
  console.log(`${folder}: ${coverage.files} files, ${coverage.lines} lines`);
  console.log(`  command, cold              ${seconds(cold)}`);
  console.log(`  first file                 ${seconds(first.ms)}  (${(first.ms / cold).toFixed(2)} of the command)`);
  console.log(`  the same file again        ${later.toFixed(1)} ms, without seamlint ${without.toFixed(1)} ms`);
  console.log(`  an edit until its answer   median ${median(answers.map(({ ms }) => ms)).toFixed(0)} ms, slowest ${Math.max(...answers.map(({ ms }) => ms)).toFixed(0)} ms, ${answers.filter(({ stale }) => stale).length} of ${edits} of the last analysis`);
  console.log(`  the last edit until fresh  ${seconds(fresh)}`);
}

async function untilFresh(lint) {
  const from = performance.now();
  for (;;) {
    const { result } = await lint();
    if (!result.messages.some(({ message }) => message.includes('last finished analysis'))) return performance.now() - from;
    await new Promise((done) => setTimeout(done, 100));
  }
}

function linterFor(cwd, config) {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } }, { settings: { seamlint: { live: true, cache: false, execConfig: false } } }, config],
  });
}

async function times(count, work) {
  const all = [];
  for (let done = 0; done < count; done += 1) all.push(await work());
  return all;
}

function median(all) {
  return [...all].sort((a, b) => a - b)[all.length >> 1];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

function fail(message) {
  console.error(`bench-eslint: ${message}`);
  process.exit(2);
}
