import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compareWithBaseline, type Comparison } from '#linter/baseline/compare.js';
import { baselineText, readBaseline, type BaselineEntry } from '#linter/baseline/entries.js';
import { askedPaths, locateBaseline, USUAL_NAME } from '#linter/baseline/locate.js';
import { isLoss } from '#linter/completeness.js';
import { UserError } from '#linter/user-error.js';
import { inert, jsonText, visible } from '../escape.js';
import { counted, hanging } from '../formatters/text-layout.js';
import type { BaselineArguments } from './command-baseline.js';
import { runWatched } from './run-watched.js';
import { checkWritable, writeOutput } from './write-output.js';

/** Creates, updates, prunes or shows the baseline of a service, and says what it did. */
export async function changeBaseline(given: BaselineArguments): Promise<number> {
  const outcome = await runWatched(given);
  const cwd = process.cwd();
  const path = locateBaseline(given.baseline, cwd, outcome.result.root, outcome.configuration) ?? join(outcome.result.root, USUAL_NAME);
  const name = relative(cwd, path) || path;
  const exists = existsSync(path);
  if (given.action === 'create' && exists) throw new UserError(`There is a baseline already: ${name}.`, '`seamlint baseline update` adds to it and prunes it.');
  const writes = given.action !== 'show';
  if (writes && outcome.stopped !== undefined) throw new UserError('The analysis was stopped before its end; the baseline was not touched.', 'Raise --time-budget or --max-memory.');
  if (writes) checkWritable(path);

  const entries = exists || !(given.action === 'write' || given.action === 'create') ? readBaseline(path) : [];
  const comparison = compareWithBaseline(outcome, { path, entries }, askedPaths(given.paths, cwd), new Date().toISOString().slice(0, 10));
  if (given.action === 'show') await writeOutput(given.json === true ? jsonText(rowsOf(comparison)) : shown(comparison, name), undefined);
  else {
    const added = given.action === 'prune' ? [] : comparison.fresh.map((entry) => ({ ...entry, ...textsOf(given) }));
    await writeOutput(baselineText([...kept(comparison), ...added]), path);
    await writeOutput(summaryOf(comparison, added.length, name, outcome.result.skipped.filter(isLoss).length), undefined);
  }
  return 0;
}

// What is gone goes; an entry whose file was renamed moves with it; what was not looked at stays.
function kept({ states, current }: Comparison): BaselineEntry[] {
  return [...current, ...states.flatMap(({ entry, state }) => (state === 'unseen' ? [entry] : []))];
}

function textsOf({ reason, owner, expires }: BaselineArguments): Partial<BaselineEntry> {
  return { ...(reason === undefined ? {} : { reason }), ...(owner === undefined ? {} : { owner }), ...(expires === undefined ? {} : { expires }) };
}

function summaryOf(comparison: Comparison, added: number, name: string, lost: number): string {
  const count = (wanted: string) => comparison.states.filter(({ state }) => state === wanted).length;
  const unseen = count('unseen');
  const parts = [
    `${added} added`,
    `${count('known') + count('expired')} kept`,
    `${count('gone')} gone and taken out`,
    ...(unseen > 0 ? [`${unseen} not looked at and kept`] : []),
  ];
  const left = added === 0 && comparison.fresh.length > 0 ? `${counted(comparison.fresh.length, 'new finding is', 'new findings are')} not in it: \`seamlint baseline update\` adds them.` : '';
  const expired = count('expired') > 0 ? `${counted(count('expired'), 'entry is', 'entries are')} past the date; their findings count.` : '';
  const skipped = lost > 0 ? `${counted(lost, 'file')} could not be analysed: what is in there is not in the baseline.` : '';
  return `${[`${name}: ${parts.join(', ')}.`, left, expired, skipped].filter((line) => line !== '').map((line) => inert(visible(line))).join('\n')}\n`;
}

function rowsOf({ states, fresh }: Comparison) {
  return [...states.map(({ entry, state }) => ({ state, ...entry })), ...fresh.map((entry) => ({ state: 'new', ...entry }))];
}

function shown(comparison: Comparison, name: string): string {
  const rows = rowsOf(comparison);
  const counts = new Map<string, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  const files = [...new Set(rows.map(({ file }) => file))].sort();
  const lines = files.flatMap((file) => [visible(file), ...rows.filter((row) => row.file === file).flatMap(rowText), '']);
  return `${[...lines, `${name}: ${[...counts].map(([state, count]) => `${count} ${state}`).join(', ') || 'empty'}`].map((line) => inert(visible(line))).join('\n')}\n`;
}

function rowText({ state, rule, text, reason, owner, expires }: ReturnType<typeof rowsOf>[number]): string[] {
  const remarks = [reason, owner === undefined ? undefined : `owner: ${owner}`, expires === undefined ? undefined : `until ${expires}`].filter((part) => part !== undefined);
  return [...hanging(`  ${state.padEnd(8)}`, rule, 80), ...hanging('          ', visible(text), 80), ...(remarks.length === 0 ? [] : hanging('          ', visible(remarks.join('; ')), 80))];
}
