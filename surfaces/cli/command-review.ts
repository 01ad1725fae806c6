import { InvalidArgumentError, Option, type Command } from 'commander';
import { addExecConfig } from './run-options.js';

/** What `seamlint review` was asked, as parsed. */
export interface ReviewArguments {
  readonly paths: readonly string[];
  readonly format?: 'html' | 'markdown' | 'json';
  readonly output?: string;
  readonly against?: string;
  readonly repository?: string;
  readonly editor?: string;
  readonly name?: string;
  readonly preset?: 'recommended' | 'strict';
  readonly failUnready: boolean;
  readonly cache: boolean;
  readonly execConfig?: boolean;
  readonly config?: string;
  readonly tsconfig?: string;
  readonly maxMemory?: number;
  readonly timeBudget?: number;
}

/** Adds `review`: the readiness report. */
export function addReview(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('review')
    .description('write the readiness review: the verdict, what would hurt most, every entry point and dependency with its evidence')
    .argument('[paths...]', 'folders or files; the working folder when none is given')
    .addOption(new Option('--format <format>', 'html, markdown or json (default: what the name of the file says, else html)').choices(['html', 'markdown', 'json']))
    .option('-o, --output <file>', 'where it goes (default: standard output)')
    .option('--against <file>', 'compare with an earlier review written as JSON')
    .option('--repository <template>', 'links to places: https://example.com/shop/blob/main/{path}#L{line}')
    .option('--editor <name>', 'links that open an editor: vscode, cursor, zed, webstorm, idea, or a template')
    .option('--name <name>', 'what the service is called (default: the name in package.json)')
    .addOption(new Option('--preset <preset>', 'which rules run (default: all of them, strict)').choices(['recommended', 'strict']))
    .option('--fail-unready', 'exit with 1 unless the verdict is ready', false)
    .option('--no-cache', 'read every file anew and store nothing');
  addExecConfig(command)
    .option('--config <file>', 'this configuration file')
    .option('--tsconfig <file>', 'this tsconfig')
    .option('--max-memory <MB>', 'heap of the analysis (default: 75 % of what is available)', positive)
    .option('--time-budget <seconds>', 'for the whole run (default: 900)', positive)
    .action(async (paths: string[], options: Omit<ReviewArguments, 'paths'>) => {
      const { review } = await import('./review.js');
      done(await review({ ...options, paths }));
    });
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('A number above 0 is needed.');
  return number;
}
