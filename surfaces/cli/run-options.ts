import { InvalidArgumentError, Option, type Command } from 'commander';
import type { LintOptions } from '#linter/options.js';
import { isFromFork } from './from-fork.js';

/** What every command that analyses can be told. */
export interface RunArguments {
  readonly paths: readonly string[];
  readonly preset?: 'recommended' | 'strict';
  readonly rule: readonly string[];
  readonly config?: string;
  /** Nobody said it: what is right for where it runs. */
  readonly execConfig?: boolean;
  readonly tsconfig?: string;
  readonly cache: boolean;
  readonly maxMemory?: number;
  readonly timeBudget?: number;
  /** With the request paths. */
  readonly timelines?: boolean;
}

/** Adds which rules run. */
export function addRuleOptions(command: Command): Command {
  return command
    .addOption(new Option('--preset <preset>', 'which rules run (default: recommended)').choices(['recommended', 'strict']))
    .addOption(new Option('--rule <id>', 'only this rule; repeatable').argParser((id: string, before: string[]) => [...before, id]).default([], "the preset's"));
}

/** Adds how the analysis is set up and what it may take. */
export function addRunOptions(command: Command): Command {
  return addExecConfig(command.option('--config <file>', 'this configuration file'))
    .option('--tsconfig <file>', 'this tsconfig')
    .option('--no-cache', 'read every file anew and store nothing')
    .option('--max-memory <MB>', 'heap of the analysis (default: 75 % of what is available)', positive)
    .option('--time-budget <seconds>', 'for the whole run (default: 900)', positive);
}

/** Adds whether configuration that is code may run. */
export function addExecConfig(command: Command): Command {
  return command
    .option('--exec-config', 'run configuration written in JavaScript or TypeScript (default, but for a pull request from a fork)')
    .option('--no-exec-config', 'do not run it; for code you do not trust');
}

/** Whether configuration that is code may run: as was said, else not where it comes from a fork. */
export function runsConfig({ execConfig }: Pick<RunArguments, 'execConfig'>): boolean {
  return execConfig ?? !isFromFork();
}

/** The options of the run that a command was given. */
export function lintOptionsOf(given: RunArguments): LintOptions {
  return {
    cwd: process.cwd(),
    paths: given.paths,
    execConfig: runsConfig(given),
    rules: given.rule,
    cache: given.cache,
    ...(given.timelines === true ? { timelines: true } : {}),
    ...(given.config === undefined ? {} : { configPath: given.config }),
    ...(given.tsconfig === undefined ? {} : { tsconfig: given.tsconfig }),
    ...(given.preset === undefined ? {} : { preset: given.preset }),
  };
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('A number above 0 is needed.');
  return number;
}
