import { Command, CommanderError } from 'commander';
import { addBaseline } from './command-baseline.js';
import { addCheck } from './command-check.js';
import { addTrace } from './command-trace.js';
import { addReview } from './command-review.js';
import { reportFailure } from './failure.js';
import { ownVersion } from './own-version.js';

const AFTER_HELP = `
Without a command, check runs; \`seamlint check --help\` lists its options.

Exit codes: 0  nothing at or above --fail-on
            1  findings
            2  wrong usage or configuration, or an internal error
            3  something was skipped (with --on-incomplete fail), or the time
               budget was used up`;

/** Runs the command line and sets the exit code; nothing else does. */
export async function main(argv: readonly string[]): Promise<void> {
  ignoreBrokenPipes();
  try {
    process.exitCode = await runCommand(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = reportFailure(error);
  }
}

async function runCommand(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const done = (code: number) => {
    exitCode = code;
  };
  const program = new Command('seamlint')
    .description('Decides whether a service is ready for production: whether its timeouts, pools, breakers, retries, keys and shutdown fit together.')
    .version(ownVersion(), '-v, --version')
    .exitOverride()
    .showHelpAfterError('(seamlint --help lists commands and options)')
    .addHelpText('after', AFTER_HELP);
  addCheck(program, done);
  addBaseline(program, done);
  addTrace(program, done);
  addReview(program, done);
  program
    .command('rules')
    .description('list the rules')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }) => done(await (await import('./command-rules.js')).listRules(options)));
  program
    .command('explain <rule>')
    .description('what a rule asks and why, with examples')
    .option('--json', 'as JSON')
    .action(async (rule: string, options: { json?: true }) => done(await (await import('./command-explain.js')).explainRule(rule, options)));
  program
    .command('init [path]')
    .summary('set seamlint up in a project: configuration, ESLint, CI')
    .description('Looks at a project, shows the configuration, the ESLint entry and the CI step that fit it, and writes them if you say yes.\nWhat is there is never overwritten.')
    .option('-y, --yes', 'write without asking')
    .option('--dry-run', 'only show')
    .action(async (path: string | undefined, options: { yes?: true; dryRun?: true }) => done(await (await import('./init.js')).init({ ...options, paths: path === undefined ? [] : [path] })));
  for (const command of program.commands.flatMap((one) => [one, ...one.commands])) command.exitOverride().showHelpAfterError('(seamlint --help lists commands and options)');
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) command.configureHelp({ ...command.configureHelp(), minWidthToWrap: 30 });
  await program.parseAsync([...argv], { from: 'user' });
  return exitCode;
}

// `seamlint | head` ends the reader first: that is no error of ours.
function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
