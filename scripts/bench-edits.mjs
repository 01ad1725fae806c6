// node --stack-size=50000 scripts/bench-edits.mjs <service folder> [--edits 1000] [--seed 1]
//
// Makes random edits, of the kinds that people make, to random lines of a service, one at a time and each taken back, and tells by kind how many
// are answered without a new analysis and how long that takes. All files count as watched, as they are from the second analysis on.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOP = fileURLToPath(new URL('..', import.meta.url));
const { openSession } = await import(join(TOP, 'dist/linter/session/session.js'));

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('--')) {
  console.error('bench-edits: give the folder of a service');
  process.exit(2);
}
const random = randomFrom(numberAfter('--seed', 1));
const edits = numberAfter('--edits', 1000);

const indentOf = (line) => /^\s*/.exec(line)[0];
const insert = (text) => (lines, at) => void lines.splice(at, 0, indentOf(lines[at]) + text);
const replace = (pattern, by, unless) => (lines, at) => {
  const found = nearest(lines, at, (line) => pattern.test(line) && !/^\s*(?:\/\/|\*)/.test(line) && unless?.test(line) !== true);
  if (found < 0) return false;
  lines[found] = lines[found].replace(pattern, by);
  return true;
};
const STATEMENT = /^\s+(?:const|return|await|if|let|throw|this\.)\b.*[;{]$/;

/** Edits of a list of lines; `false` where the file has no place for one. Those `within` go before a statement of a function. */
const KINDS = {
  'a comment': { edit: insert('// a remark') },
  'a blank line': { edit: (lines, at) => void lines.splice(at, 0, '') },
  'another indentation': { edit: (lines, at) => void (lines[at] = `  ${lines[at]}`) },
  'a new function': { edit: (lines) => void lines.push('export function added(count: number): number {', '  return count * 2;', '}') },
  'a new import': { edit: (lines) => void lines.unshift("import { added } from 'added';") },
  'a new constant': { within: true, edit: insert('const added = 3;') },
  'a line for the log': { within: true, edit: insert("console.log('here');") },
  'an early return': { within: true, edit: insert('if (tried) return;') },
  'a call': { within: true, edit: insert('const result = compute(input.amount);') },
  'a statement less': { within: true, edit: (lines, at) => (lines[at].endsWith(';') ? void lines.splice(at, 1) : false) },
  'another number': { edit: replace(/\b\d+\b/, (digits) => String(Number(digits) + 1)) },
  'another text': { edit: replace(/(['"`])([^'"`]*)\1/, '$1$2x$1', /import|require|export .* from/) },
  'another type': { edit: replace(/: string\b/, ': Text') },
  'another condition': { edit: replace(/\bif \(/, 'if (flag && ') },
  'another name': { edit: renameLocal },
};

const session = openSession({ cwd: resolve(folder), paths: ['.'], execConfig: false, preset: 'strict', rules: [], cache: false });
const files = readdirSync(session.root, { recursive: true }).filter((path) => /(?<!\.d)\.tsx?$/.test(path) && !/node_modules|__tests__|\.(?:test|spec|e2e)\.|(?:^|\/)tests?\//.test(path)).sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(session.root, file), 'utf8').replace(/^\uFEFF/, '').split('\n')]));
for (const file of files) session.edit(file, undefined);
const { coverage } = session.result().result;
const tallies = new Map();
let analyses = 0;
for (let made = 0; made < edits; ) made += oneEdit() ? 1 : 0;
print();

function oneEdit() {
  const kind = Object.keys(KINDS)[Math.floor(random() * Object.keys(KINDS).length)];
  const { file, line } = randomLine();
  const lines = [...texts.get(file)];
  const at = KINDS[kind].within === true ? nearest(lines, line, (one, index) => STATEMENT.test(one) && /[;{}]\s*$/.test(lines[index - 1] ?? '')) : line;
  if (at < 0 || KINDS[kind].edit(lines, at) === false) return false;
  const from = performance.now();
  session.edit(file, lines.join('\n'));
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
  return true;
}

/** Of all lines of the service, each as often as every other. */
function randomLine() {
  let at = Math.floor(random() * [...texts.values()].reduce((sum, { length }) => sum + length, 0));
  for (const [file, { length }] of texts) {
    if (at < length) return { file, line: at };
    at -= length;
  }
  return randomLine();
}

function renameLocal(lines, at) {
  const found = nearest(lines, at, (line) => /^\s+(?:const|let) \w+/.test(line));
  if (found < 0) return false;
  const [, name] = /(?:const|let) (\w+)/.exec(lines[found]);
  for (let line = found; line < lines.length && (line === found || !/^\S/.test(lines[line])); line += 1) lines[line] = lines[line].replace(new RegExp(`(?<![.\\w'"])${name}\\b(?!\\s*:)`, 'g'), `${name}New`);
  return true;
}

function nearest(lines, at, fits) {
  for (let distance = 0; distance < lines.length; distance += 1)
    for (const index of [at + distance, at - distance]) if (lines[index] !== undefined && fits(lines[index], index)) return index;
  return -1;
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

function randomFrom(seed) {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function numberAfter(flag, otherwise) {
  const at = flags.indexOf(flag);
  return at < 0 ? otherwise : Number(flags[at + 1]);
}
