import { resolve } from 'node:path';
import pc from 'picocolors';
import { compareWithBaseline } from '#linter/baseline/compare.js';
import { readBaseline } from '#linter/baseline/entries.js';
import { askedPaths, locateBaseline } from '#linter/baseline/locate.js';
import { changedSince } from '#linter/changed-lines.js';
import { narrowToChanges } from '#linter/narrow-to-changes.js';
import { rootOf } from '#linter/root.js';
import type { RunOutcome } from '#linter/run.js';
import { sourceTexts } from '#linter/source-texts.js';
import type { FormatContext } from '../formatters/format.js';
import { formats } from '../formatters/index.js';
import type { CheckArguments } from './command-check.js';
import { exitCodeOf } from './exit-code.js';
import { ownVersion } from './own-version.js';
import { uriPrefixOf } from './repository.js';
import { lintOptionsOf } from './run-options.js';
import { runWatched } from './run-watched.js';
import { checkWritable, writeOutput } from './write-output.js';

/** Runs the analysis, writes every format that was asked for, and gives the exit code. */
export async function check(given: CheckArguments): Promise<number> {
  for (const { file } of given.outputs) if (file !== undefined) checkWritable(file);
  // Mistakes are told before any work is done.
  if (typeof given.baseline === 'string') readBaseline(resolve(given.baseline));
  const changed = given.changedSince === undefined ? undefined : changedSince(rootOf(lintOptionsOf(given)), given.changedSince);

  const compared = compare(await runWatched(given), given);
  const outcome = changed === undefined ? compared : { ...compared, result: narrowToChanges(compared.result, given.changedSince ?? '', changed) };
  for (const { format, file } of given.outputs) {
    const load = formats[format];
    if (load !== undefined) await writeOutput((await load())(outcome.result, contextOf(outcome, given, file)), file);
  }
  return exitCodeOf(outcome, given);
}

function compare(outcome: RunOutcome, { baseline, paths }: CheckArguments): RunOutcome {
  if (baseline === false) return outcome;
  const path = locateBaseline(baseline, process.cwd(), outcome.result.root, outcome.configuration);
  if (path === undefined) return outcome;
  const today = new Date().toISOString().slice(0, 10);
  return { ...outcome, result: compareWithBaseline(outcome, { path, entries: readBaseline(path) }, askedPaths(paths, process.cwd()), today).result };
}

function contextOf({ result, stopped }: RunOutcome, given: CheckArguments, file: string | undefined): FormatContext {
  const atTerminal = file === undefined && process.stdout.isTTY === true;
  return {
    version: ownVersion(),
    unproven: given.unproven,
    quiet: given.quiet,
    color: file === undefined && (given.color ?? pc.isColorSupported) && (atTerminal || given.color === true || forcedColor()),
    width: atTerminal ? Math.min(Math.max(process.stdout.columns ?? 80, 40), 120) : 80,
    uriPrefix: uriPrefixOf(result.root),
    stopped: stopped !== undefined,
    ...sourceTexts(result.root),
  };
}

function forcedColor(): boolean {
  const force = process.env['FORCE_COLOR'];
  return force !== undefined && force !== '0' && force !== 'false';
}
