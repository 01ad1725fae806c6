// node scripts/bench-answers.mjs <service folder> [--edits 300] [--seed 1]
//
// Makes random edits as an editor does, one at a time and each taken back, and tells how long the file waits for its findings, how many answers
// are of the last finished analysis, and how long it takes until they are exact. `lint` is that wait and what ESLint itself takes for the file.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomEdits } from './random-edits.mjs';

const require = createRequire(import.meta.url);
const TOP = fileURLToPath(new URL('..', import.meta.url));
const { askSession } = await import(join(TOP, 'dist/linter/session/ask-session.js'));
const { ESLint } = require('eslint');
const { parser } = require('typescript-eslint');

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('--')) {
  console.error('bench-answers: give the folder of a service');
  process.exit(2);
}
const session = askSession({ options: { cwd: resolve(folder), paths: ['.'], execConfig: false, preset: 'strict', rules: [], cache: false }, wantsConfigDecision: false, live: true, waitMs: 100 });
const plain = new ESLint({ cwd: session.root, overrideConfigFile: true, overrideConfig: [{ files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } }] });
const { files, next } = randomEdits(session.root, numberAfter('--seed', 1));
const started = performance.now();
session.findingsOf(files[0], next().before);
console.log(`${folder}: the first file after ${seconds(performance.now() - started)}`);
// From the second analysis on, all files are watched.
await untilExact(files[0], 'setInterval(() => fetch(process.env.ADDED), 1000);\n');

const made = new Map();
for (let edit = 0, count = numberAfter('--edits', 300); edit < count; edit += 1) {
  const { kind, file, text, before } = next();
  const own = await ownTime(file, text);
  const from = performance.now();
  const { stale } = session.findingsOf(file, text);
  const answer = performance.now() - from;
  const exact = stale ? answer + (await untilExact(file, text)) : answer;
  made.set(kind, [...(made.get(kind) ?? []), { kind, file, stale, answer, lint: answer + own, exact }]);
  await untilExact(file, before);
}
for (const [kind, all] of [...made].sort(([a], [b]) => (a < b ? -1 : 1))) print(kind, all);
const all = [...made.values()].flat();
print('all', all);
for (const { kind, file, answer, stale } of all.toSorted((a, b) => b.answer - a.answer).slice(0, 5)) console.log(`  slow: ${answer.toFixed(0)} ms, ${kind} in ${file}${stale ? ', of the last analysis' : ''}`);
process.exit(0);

/** Asks again and again, as somebody who types, until the answer is exact. */
async function untilExact(file, text) {
  const from = performance.now();
  while (session.findingsOf(file, text).stale) await new Promise((done) => setTimeout(done, 100));
  return performance.now() - from;
}

async function ownTime(file, text) {
  const from = performance.now();
  await plain.lintText(text, { filePath: join(session.root, file) });
  return performance.now() - from;
}

function print(kind, all) {
  const fresh = all.filter(({ stale }) => !stale);
  console.log(`  ${kind.padEnd(20)} ${String(all.length).padStart(4)}, ${((100 * fresh.length) / all.length).toFixed(0).padStart(3)} % exact at once; answer ${spread(all, 'answer')}; lint ${spread(all, 'lint')}; exact ${spread(all, 'exact')}`);
}

function spread(all, key) {
  const sorted = all.map((one) => one[key]).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)} ms`;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

function numberAfter(flag, otherwise) {
  const at = flags.indexOf(flag);
  return at < 0 ? otherwise : Number(flags[at + 1]);
}
