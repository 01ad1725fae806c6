import pc from 'picocolors';
import type { LintOptions } from '#linter/options.js';
import { run, type RunOutcome } from '#linter/run.js';
import { sourceTexts } from '#linter/source-texts.js';
import type { FormatContext } from '../formatters/format.js';
import { formats } from '../formatters/index.js';
import type { CheckArguments } from './command-check.js';
import { exitCodeOf } from './exit-code.js';
import { ownVersion } from './own-version.js';
import { startProgress } from './progress.js';
import { uriPrefixOf } from './repository.js';
import { checkWritable, writeOutput } from './write-output.js';

/** Runs the analysis, writes every format that was asked for, and gives the exit code. */
export async function check(given: CheckArguments): Promise<number> {
  for (const { file } of given.outputs) if (file !== undefined) checkWritable(file);
  const progress = startProgress(process.stderr);
  let outcome: RunOutcome;
  try {
    outcome = await run(optionsOf(given), {
      onProgress: progress.show,
      ...(given.maxMemory === undefined ? {} : { memoryMb: given.maxMemory }),
      ...(given.timeBudget === undefined ? {} : { timeMs: given.timeBudget * 1000 }),
    });
  } finally {
    progress.erase();
  }
  for (const { format, file } of given.outputs) {
    const load = formats[format];
    if (load !== undefined) await writeOutput((await load())(outcome.result, contextOf(outcome, given, file)), file);
  }
  return exitCodeOf(outcome, given);
}

function optionsOf(given: CheckArguments): LintOptions {
  return {
    cwd: process.cwd(),
    paths: given.paths,
    execConfig: given.execConfig,
    rules: given.rules,
    cache: given.cache,
    ...(given.config === undefined ? {} : { configPath: given.config }),
    ...(given.tsconfig === undefined ? {} : { tsconfig: given.tsconfig }),
    ...(given.preset === undefined ? {} : { preset: given.preset }),
  };
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
