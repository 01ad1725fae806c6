import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { WrittenRepair } from '#linter/repairs/repairs-of.js';
import type { Finding } from '#linter/types.js';
import { parseFile } from '#facts/parse.js';
import { realAnalysis } from '../support/analysis.js';
import { readText } from '../support/read-text.js';
import { findScenarios } from '../support/scenarios.js';
import { temporaryFolder } from '../support/temporary-folder.js';

vi.setConfig({ testTimeout: 300_000 });

// With how many offers there are at least in its scenarios.
const REPAIRING = [['require-outbound-timeout', 25], ['require-acquire-timeout', 10], ['require-idempotency-key', 3], ['no-sync-io-in-handler', 5], ['shutdown-order', 2]] as const;

test.each(REPAIRING)('what %s offers heals: the changed text has the finding no more', (ruleId, least) => {
  const offers = findScenarios().filter(({ name }) => name.startsWith(`${ruleId}/`)).flatMap(({ name, folder }) => offersIn(folder, ruleId).map((offer) => ({ name, folder, ...offer })));
  const sick = offers.filter(({ folder, finding, repair }) => !heals(folder, finding, repair)).map(({ name, finding, repair }) => `${name} ${finding.verdict.site.file}:${finding.verdict.site.line} ${repair.title}`);
  expect(sick).toEqual([]);
  expect(offers.length).toBeGreaterThanOrEqual(least);
});

function findingsIn(folder: string, ruleId: string): readonly Finding[] {
  return lint({ ...defaultOptions(folder), cache: false, execConfig: false, rules: [ruleId] }, { analysis: realAnalysis }).findings.filter(({ verdict }) => verdict.verdict === 'violated');
}

function offersIn(folder: string, ruleId: string): { finding: Finding; repair: WrittenRepair }[] {
  return findingsIn(folder, ruleId).flatMap((finding) => (finding.repairs ?? []).map((repair) => ({ finding, repair })));
}

function heals(folder: string, { ruleId, verdict }: Finding, { file, edits }: WrittenRepair): boolean {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const before = readText(join(folder, file));
  const after = edits.toReversed().reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), before);
  writeFileSync(join(copy, file), after);
  const { line, column } = verdict.site;
  const still = findingsIn(copy, ruleId).filter(({ verdict: { site } }) => site.file === verdict.site.file && site.line === line && site.column === column);
  return still.length === 0 && isCode(file, after);
}

function isCode(file: string, text: string): boolean {
  const parsed = parseFile(file, text) as { parseDiagnostics?: readonly unknown[] } | undefined;
  return parsed?.parseDiagnostics?.length === 0;
}
