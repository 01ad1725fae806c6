// node scripts/same-findings.mjs [--eslint9] [--oxlint] <folder …>
//
// Compares what the command and the ESLint plugin say of the same folder: rule, file and line of every finding.
// `fixtures` stands for every scenario. Files that ESLint cannot parse are counted, for no rule runs on them; so are findings of the command in
// other packages of a workspace, whose files the linter is not given.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const TOP = fileURLToPath(new URL('..', import.meta.url));
const PLUGIN = join(TOP, 'dist/surfaces/eslint/index.js');
const LINTED = ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'];

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
const folders = given.flatMap((folder) => (folder === 'fixtures' ? scenarios() : [realpathSync(resolve(folder))]));
const { ESLint } = require(flags.has('--eslint9') ? 'eslint9' : 'eslint');
const { run } = await import(join(TOP, 'dist/linter/run.js'));
const { default: seamlint } = await import(PLUGIN);
const { parser } = require('typescript-eslint');

let different = 0;
let findings = 0;
for (const folder of folders) {
  const { root, said: command } = await byCommand(folder);
  const linter = flags.has('--oxlint') ? byOxlint(folder, root) : await byEslint(folder, root);
  const way = relative(root, folder).split(sep).join('/');
  const here = command.filter((finding) => way === '' || finding.includes(` ${way}/`));
  const wanted = here.filter((finding) => !linter.unparsed.some((file) => finding.includes(` ${file}:`)));
  const missing = wanted.filter((finding) => !linter.found.has(finding));
  const added = [...linter.found].filter((finding) => !wanted.includes(finding));
  findings += wanted.length;
  if (missing.length + added.length > 0) different += 1;
  for (const finding of missing) console.log(`${folder}: only the command says ${finding}`);
  for (const finding of added) console.log(`${folder}: only the linter says ${finding}`);
  if (folders.length < 10) console.log(`${folder}: ${wanted.length} findings, ${command.length - here.length} in other packages, ${linter.unparsed.length} files not parsed by the linter, ${linter.seconds.toFixed(1)} s`);
}
console.log(`${folders.length} folders, ${findings} findings, ${different} folders differ`);
process.exit(different === 0 ? 0 : 1);

async function byCommand(folder) {
  const { result } = await run({ cwd: folder, paths: ['.'], execConfig: false, preset: 'strict', rules: [], cache: false });
  const shown = result.findings.filter(({ verdict, suppressed }) => verdict.verdict === 'violated' && suppressed === undefined && /\.[cm]?[jt]sx?$/.test(verdict.site.file));
  return { root: result.root, said: [...new Set(shown.map(({ ruleId, verdict }) => `${ruleId} ${verdict.site.file}:${verdict.site.line}`))] };
}

// Paths start at the root, which may be above the folder: that of a workspace.
async function byEslint(folder, root) {
  const started = performance.now();
  const linter = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    allowInlineConfig: false,
    overrideConfig: [
      { files: LINTED, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { files: ['**/*.{ts,cts,mts,tsx}'], languageOptions: { parser } },
      { settings: { seamlint: { live: false, cache: false, execConfig: false } } },
      seamlint.configs.strict,
    ],
  });
  const found = new Set();
  const unparsed = [];
  for (const { filePath, messages } of await linter.lintFiles(LINTED))
    for (const { ruleId, fatal, line, message } of messages) {
      const file = relative(root, filePath).split(sep).join('/');
      if (fatal) unparsed.push(file);
      else if (message.startsWith('seamlint has no findings')) console.log(`${folder}: ${message}`);
      else if (ruleId?.startsWith('seamlint/')) found.add(`${ruleId.slice('seamlint/'.length)} ${file}:${line}`);
    }
  return { found, unparsed, seconds: (performance.now() - started) / 1000 };
}

function byOxlint(folder, root) {
  const started = performance.now();
  const place = mkdtempSync(join(tmpdir(), 'seamlint-oxlint-'));
  const rules = Object.fromEntries(Object.keys(seamlint.rules).map((id) => [`seamlint/${id}`, 'error']));
  writeFileSync(join(place, 'oxlintrc.json'), JSON.stringify({ jsPlugins: [PLUGIN], categories: { correctness: 'off' }, rules, settings: { seamlint: { live: false, cache: false, execConfig: false } } }));
  const bin = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [bin, '-c', join(place, 'oxlintrc.json'), '--no-ignore', '--format', 'json', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  rmSync(place, { recursive: true, force: true });
  const found = new Set();
  const unparsed = [];
  try {
    for (const { code, filename, labels } of JSON.parse(stdout).diagnostics) {
      const rule = /^seamlint\((.*)\)$/.exec(code ?? '')?.[1];
      const file = relative(root, resolve(folder, filename)).split(sep).join('/');
      if (rule === undefined) unparsed.push(file);
      else found.add(`${rule} ${file}:${labels[0].span.line}`);
    }
  } catch {
    console.log(`${folder}: oxlint failed: ${stderr || stdout.slice(0, 500)}`);
  }
  return { found, unparsed, seconds: (performance.now() - started) / 1000 };
}

function scenarios() {
  const fixtures = join(TOP, 'fixtures');
  return readdirSync(fixtures).flatMap((group) => readdirSync(join(fixtures, group)).map((name) => join(fixtures, group, name)));
}
