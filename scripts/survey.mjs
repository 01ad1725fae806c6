// npm run survey -- <folder of services> [--table <file>]
//
// Runs a cold `seamlint check` on every folder below the one given and prints a Markdown table: what was found, how long it took, how much was
// resolved. `docs/real-services.md` was written from it. Nothing of the services is executed.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../dist/bin/seamlint.js', import.meta.url));
const [folder, flag, table] = process.argv.slice(2);
if (folder === undefined || (flag !== undefined && flag !== '--table')) {
  console.error('survey: npm run survey -- <folder of services> [--table <file>]');
  process.exit(2);
}

const RULES = JSON.parse(spawnSync(process.execPath, [BIN, 'rules', '--json'], { encoding: 'utf8' }).stdout).map((rule) => rule.id);
const rows = [
  `| service | files | lines | seconds | entry points | calls resolved | ${RULES.map((rule) => `\`${rule}\``).join(' | ')} |`,
  `|---|---:|---:|---:|---:|---:|${RULES.map(() => '---:').join('|')}|`,
];
for (const entry of readdirSync(resolve(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
  if (!entry.isDirectory()) continue;
  rows.push(row(entry.name));
  process.stderr.write(`${rows.at(-1)}\n`);
}
const text = `${rows.join('\n')}\n`;
if (table === undefined) console.log(text);
else writeFileSync(table, text);

function row(name) {
  const started = performance.now();
  const run = spawnSync(process.execPath, [BIN, 'check', join(folder, name), '--preset', 'strict', '--no-cache', '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  let report;
  try {
    report = JSON.parse(run.stdout);
  } catch {
    return `| ${name} | failed: ${(run.stderr.split('\n')[0] ?? '').replaceAll('|', '\\|')} |`;
  }
  const { files, lines, entryPoints, calls } = report.coverage;
  const found = RULES.map((rule) => report.findings.filter((finding) => finding.rule === rule && finding.verdict === 'violated').length);
  const resolved = calls.total === 0 ? '–' : `${((100 * calls.resolved) / calls.total).toFixed(1)} %`;
  return `| ${name} | ${files} | ${lines} | ${seconds} | ${entryPoints} | ${resolved} | ${found.join(' | ')} |`;
}
