// node --stack-size=50000 scripts/bench-edits.mjs <service folder> [--edits 1000] [--seed 1]
//
// Makes random edits, of the kinds that people make, to random lines of a service, one at a time and each taken back, and tells by kind how many
// are answered without a new analysis and how long that takes. All files count as watched, as they are from the second analysis on.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomEdits } from './random-edits.mjs';

const TOP = fileURLToPath(new URL('..', import.meta.url));
const { openSession } = await import(join(TOP, 'dist/linter/session/session.js'));

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('--')) {
  console.error('bench-edits: give the folder of a service');
  process.exit(2);
}
const edits = numberAfter('--edits', 1000);

const session = openSession({ cwd: resolve(folder), paths: ['.'], execConfig: false, preset: 'strict', rules: [], cache: false });
const { files, next } = randomEdits(session.root, numberAfter('--seed', 1));
for (const file of files) session.edit(file, undefined);
const { coverage } = session.result().result;
const tallies = new Map();
let analyses = 0;
for (let made = 0; made < edits; made += 1) oneEdit();
print();

function oneEdit() {
  const { kind, file, text } = next();
  const from = performance.now();
  session.edit(file, text);
  const isAtHand = session.isAtHand();
  const tally = tallies.get(kind) ?? { made: 0, times: [] };
  tallies.set(kind, tally);
  tally.made += 1;
  if (isAtHand) tally.times.push(performance.now() - from);
  session.edit(file, undefined);
  // What is not taken back stays, and nothing after it would be at hand.
  if (!session.isAtHand()) {
    session.result();
    analyses += 1;
  }
}

function print() {
  console.log(`${folder}: ${coverage.files} files, ${coverage.lines} lines`);
  const all = { made: 0, times: [] };
  for (const [kind, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(row(kind, tally));
    all.made += tally.made;
    all.times.push(...tally.times);
  }
  console.log(row('all', all));
  console.log(`  ${analyses} new analyses were needed to take an edit back`);
}

function row(kind, { made, times }) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
  const taken = times.length === 0 ? '' : `; median ${at(0.5)}, 95 % within ${at(0.95)}, slowest ${at(1)}`;
  return `  ${kind.padEnd(20)} ${`${((100 * times.length) / made).toFixed(0)} %`.padStart(5)} of ${String(made).padStart(4)} at once${taken}`;
}

function numberAfter(flag, otherwise) {
  const at = flags.indexOf(flag);
  return at < 0 ? otherwise : Number(flags[at + 1]);
}
