// node scripts/bench-server.mjs <service folder> [--edits 1000]
//
// Drives the language server of VS Code's ESLint extension (`vscode-eslint-language-server`) as an editor does: opens up to three files with findings
// of a copy of the service, makes edits that are typed, each kept a while, asks for the findings after every one, and tells what the server's
// process holds and how long the answers take.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const TOP = fileURLToPath(new URL('..', import.meta.url));
const [service, flag, count] = process.argv.slice(2);
if (service === undefined || (flag !== undefined && flag !== '--edits')) {
  console.error('bench-server: give the folder of a service');
  process.exit(2);
}
const edits = Number(count ?? 1000);

const folder = join(mkdtempSync(join(tmpdir(), 'seamlint-server-')), 'service');
cpSync(resolve(service), folder, { recursive: true, filter: (path) => !/[\\/](?:node_modules|\.git)$|eslint\.config\.[cm]?[jt]s$/.test(path) });
mkdirSync(join(folder, 'node_modules'), { recursive: true });
for (const [name, target] of [['seamlint', TOP], ['eslint', join(TOP, 'node_modules/eslint')], ['typescript-eslint', join(TOP, 'node_modules/typescript-eslint')]]) symlinkSync(target, join(folder, 'node_modules', name), 'junction');
writeFileSync(join(folder, 'eslint.config.mjs'), `
  import seamlint from 'seamlint/eslint';
  import tseslint from 'typescript-eslint';
  export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, seamlint.configs.strict];
`);

const { findings, coverage } = JSON.parse(spawnSync(process.execPath, [join(TOP, 'dist/bin/seamlint.js'), 'check', '.', '--no-exec-config', '--preset', 'strict', '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 }).stdout);
const files = [...new Set(findings.map(({ file }) => file))].filter((file) => file.endsWith('.ts')).slice(0, 3);
const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

/** Edits by their number, of the text as it was: most change nothing that matters, some do. */
const KINDS = [
  (text, number) => `// remark ${number}\n${text}`,
  (text, number) => `${text}\nexport function added${number}(count: number): number {\n  return count * ${number};\n}\n`,
  (text, number) => text.replace(/\b\d+\b/, (digits) => String(Number(digits) + number)),
  (text, number) => text.replace(/^(\s+)(return|await) /m, `$1console.log(${number});\n$1$2 `),
  (text) => text,
];

const server = openServer();
await server.request('initialize', { processId: process.pid, rootUri: uriOf(''), workspaceFolders: [{ uri: uriOf(''), name: 'service' }], capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { diagnostic: {} } } });
server.send({ method: 'initialized', params: {} });
let version = 0;
for (const file of files) server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uriOf(file), languageId: 'typescript', version: ++version, text: texts.get(file) } } });
for (const file of files) await server.request('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } });
console.log(`${service}: ${coverage.files} files, ${coverage.lines} lines; ${held()} MB once ${files.length} files are open`);

const times = [];
for (let number = 1; number <= edits; number += 1) {
  const file = files[number % files.length];
  const text = KINDS[number % KINDS.length](texts.get(file), number);
  const from = performance.now();
  server.send({ method: 'textDocument/didChange', params: { textDocument: { uri: uriOf(file), version: ++version }, contentChanges: [{ text }] } });
  await server.request('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } });
  times.push(performance.now() - from);
  if (number % (edits / 10) === 0) console.log(`  after ${String(number).padStart(5)} edits ${held()} MB; median ${median(times.splice(0)).toFixed(0)} ms`);
}
await server.request('shutdown');
server.send({ method: 'exit' });
rmSync(join(folder, '..'), { recursive: true, force: true });

function held() {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024);
}

function uriOf(file) {
  return pathToFileURL(join(folder, file)).href;
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function openServer() {
  const child = spawn(process.execPath, [require.resolve('vscode-langservers-extracted/bin/vscode-eslint-language-server'), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, CI: '' } });
  const waiting = new Map();
  let lastId = 0;
  let rest = Buffer.alloc(0);
  const settings = {
    validate: 'on', packageManager: 'npm', useESLintClass: true, experimental: {}, run: 'onType', quiet: false, format: false, onIgnoredFiles: 'off', options: {}, nodePath: null, rulesCustomizations: [],
    problems: { shortenToSingleLine: false }, codeActionOnSave: { mode: 'all' }, workingDirectory: { mode: 'auto' }, workspaceFolder: { uri: uriOf(''), name: 'service' },
    codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  };
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const hear = ({ id, method, params, result, error }) => {
    if (method === undefined) waiting.get(id)?.(error === undefined ? result : console.error(error.message));
    else if (id !== undefined) send({ id, result: method === 'workspace/configuration' ? params.items.map(() => settings) : null });
  };
  child.stdout.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const end = head + 4 + Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(head, 0)).toString())?.[1] ?? NaN);
      if (!(rest.length >= end)) return;
      const body = rest.subarray(head + 4, end).toString('utf8');
      rest = rest.subarray(end);
      hear(JSON.parse(body));
    }
  });
  const request = (method, params) => new Promise((done) => {
    waiting.set(++lastId, done);
    send({ id: lastId, method, ...(params === undefined ? {} : { params }) });
  });
  return { pid: child.pid, send, request };
}
