// Random edits, of the kinds that people make, to random lines of a service: what the benchmarks of edits make.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** The sources of a service, and one random edit after the other: its kind, its file, the text with it and without. */
export function randomEdits(root, seed) {
  const random = randomFrom(seed);
  const files = readdirSync(root, { recursive: true }).filter((path) => /(?<!\.d)\.tsx?$/.test(path) && !/node_modules|__tests__|\.(?:test|spec|e2e)\.|(?:^|\/)tests?\//.test(path)).sort();
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '').split('\n')]));

  function next() {
    const kind = Object.keys(KINDS)[Math.floor(random() * Object.keys(KINDS).length)];
    const { file, line } = randomLine(texts, random);
    const lines = [...texts.get(file)];
    const at = KINDS[kind].within === true ? nearest(lines, line, (one, index) => STATEMENT.test(one) && /[;{}]\s*$/.test(lines[index - 1] ?? '')) : line;
    if (at < 0 || KINDS[kind].edit(lines, at) === false) return next();
    return { kind, file, text: lines.join('\n'), before: texts.get(file).join('\n') };
  }

  return { files, next };
}

/** Of all lines of the service, each as often as every other. */
function randomLine(texts, random) {
  let at = Math.floor(random() * [...texts.values()].reduce((sum, { length }) => sum + length, 0));
  for (const [file, { length }] of texts) {
    if (at < length) return { file, line: at };
    at -= length;
  }
  return randomLine(texts, random);
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

function randomFrom(seed) {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
