// node scripts/bench-eslint.mjs <service folder …> [--edits 20]
//
// What the ESLint plugin costs on a service, in wall-clock time: the first file beside a cold run of the command, each later file,
// beside what typescript-eslint's recommended-type-checked takes for it, and an edit until its answer: of a comment, of code that no request
// reaches, and of code that runs when the service starts, with the share of answers that were of the last finished analysis, how long the fresh
// one took, and what the process held after a tenth, a half and all of the edits.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const TOP = fileURLToPath(new URL('..', import.meta.url));
const { ESLint } = require('eslint');
const { parser, configs } = require('typescript-eslint');
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
  const { root, coverage, findings } = JSON.parse(command.stdout);
  // Places are told from the root, which is above the folder in a workspace.
  const file = findings.map((finding) => relative(folder, join(root, finding.file))).find((path) => !path.startsWith('..')) ?? fail(`nothing is found in ${folder}: there is no file to edit`);
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
  const typed = await typedShare(folder, sourcesOf(folder).filter((one) => one !== file));
  await untilFresh(() => lint(text));
  const remarks = await answersTo(Math.min(edits, 50), (edit) => lint(`${text}\n// a remark, ${edit}\n`));
  const held = [];
  const answers = await answersTo(edits, (edit) => lint(`${text}\nexport const edited${edit} = () => ${edit};\n`), (edit) => {
    if ([Math.ceil(edits / 10), Math.ceil(edits / 2), edits].includes(edit)) held.push(process.memoryUsage().rss);
  });
  const running = await answersTo(Math.min(edits, 50), (edit) => lint(`${text}\nsetInterval(() => fetch('https://partner.example/${edit}'), 1000);\n`));
  const fresh = await untilFresh(() => lint(`${text}\nsetInterval(() => fetch('https://partner.example/last'), 1000);\n`));
  console.log(`${folder}: ${coverage.files} files, ${coverage.lines} lines`);
  console.log(`  command, cold              ${seconds(cold)}`);
  console.log(`  first file                 ${seconds(first.ms)}  (${(first.ms / cold).toFixed(2)} of the command)`);
  console.log(`  the same file again        ${later.toFixed(1)} ms, without seamlint ${without.toFixed(1)} ms`);
  if (typed !== undefined) console.log(`  each later file of a run   ${typed.ours.toFixed(2)} ms, recommended-type-checked ${typed.ms.toFixed(1)} ms  (${((typed.ours / typed.ms) * 100).toFixed(1)} %, medians of ${typed.files} files)`);
  console.log(`  a comment until its answer ${spread(remarks)}`);
  console.log(`  a function until its answer ${spread(answers)}`);
  console.log(`  what runs until its answer ${spread(running)}`);
  console.log(`  the last edit until fresh  ${seconds(fresh)}`);
  console.log(`  held after the edits       ${held.map((bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`).join(', ')}`);
}

async function answersTo(edits, lint, after = () => undefined) {
  const answers = [];
  for (let edit = 1; edit <= edits; edit += 1) {
    const { ms, result } = await lint(edit);
    answers.push({ ms, stale: result.messages.some(isStale) });
    after(edit);
    await new Promise((done) => setTimeout(done, 200));
  }
  return answers;
}

function spread(answers) {
  return `median ${median(answers.map(({ ms }) => ms)).toFixed(0)} ms, slowest ${Math.max(...answers.map(({ ms }) => ms)).toFixed(0)} ms, ${answers.filter(({ stale }) => stale).length} of ${answers.length} of the last analysis`;
}

// Each file is linted for the first time, by linters that are warm: what our rules take, and what linting with the typed rules takes.
async function typedShare(folder, files) {
  if (!existsSync(join(folder, 'tsconfig.json'))) return undefined;
  // As in a run over all files, which looks at the disk once.
  const ours = linterFor(folder, seamlint.configs.strict, false);
  const typed = linterFor(folder, [...configs.recommendedTypeChecked, { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: folder } } }]);
  const taken = [];
  for (const file of files) {
    const code = readFileSync(join(folder, file), 'utf8');
    const [{ stats }] = await ours.lintText(code, { filePath: join(folder, file) });
    const from = performance.now();
    const [{ fatalErrorCount }] = await typed.lintText(code, { filePath: join(folder, file) });
    // A file outside the project is not checked at all.
    if (fatalErrorCount === 0) taken.push({ ms: performance.now() - from, ours: stats.times.passes.flatMap(({ rules }) => Object.values(rules ?? {})).reduce((sum, { total }) => sum + total, 0) });
  }
  // The first ones pay for the start.
  const counted = taken.slice(3);
  return counted.length === 0 ? undefined : { ms: median(counted.map(({ ms }) => ms)), ours: median(counted.map((one) => one.ours)), files: counted.length };
}

// Every so manieth file, so that all parts of the service are there.
function sourcesOf(folder) {
  const all = readdirSync(folder, { recursive: true }).filter((path) => /\.ts$/.test(path) && !/node_modules|\.d\.ts$|test|spec/.test(path)).sort();
  return all.filter((_path, index) => index % Math.ceil(all.length / 20) === 0);
}

async function untilFresh(lint) {
  const from = performance.now();
  for (;;) {
    const { result } = await lint();
    if (!result.messages.some(isStale)) return performance.now() - from;
    await new Promise((done) => setTimeout(done, 100));
  }
}

function isStale({ message }) {
  return message.includes('last finished analysis');
}

function linterFor(cwd, config, live = true) {
  return new ESLint({
    cwd,
    stats: true,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } }, { settings: { seamlint: { live, cache: false, execConfig: false } } }, ...[config].flat()],
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
