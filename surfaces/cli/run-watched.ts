import { run, type RunOutcome } from '#linter/run.js';
import { startProgress } from './progress.js';
import { lintOptionsOf, type RunArguments } from './run-options.js';

/** Runs the analysis that a command was asked for, with its progress shown where a person watches. */
export async function runWatched(given: RunArguments): Promise<RunOutcome> {
  const progress = startProgress(process.stderr);
  try {
    return await run(lintOptionsOf(given), {
      onProgress: progress.show,
      ...(given.maxMemory === undefined ? {} : { memoryMb: given.maxMemory }),
      ...(given.timeBudget === undefined ? {} : { timeMs: given.timeBudget * 1000 }),
    });
  } finally {
    progress.erase();
  }
}
