import { Option, type Command } from 'commander';
import { addRunOptions, type RunArguments } from './run-options.js';

const EXAMPLES = `
Examples:
  seamlint trace
      the entry points, with worst case and budget
  seamlint trace "POST /payments"
      one of them in full
  seamlint trace "POST /payments" --hang pay.example.com
      while the partner does not answer
  seamlint trace --hang "pg Pool"
      all entry points that need the pool`;

/** What `seamlint trace` was asked, as parsed. */
export interface TraceArguments extends RunArguments {
  readonly entryPoint?: string;
  readonly hang?: string;
  readonly format: 'pretty' | 'json' | 'markdown';
  readonly output?: string;
  readonly color?: boolean;
}

/** Adds `trace`. */
export function addTrace(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('trace')
    .summary('what a request waits for, step by step, against its budget')
    .description('Shows what a request waits for from accept to answer, step by step, and its budget as a waterfall.\nWithout an entry point: lists them.')
    .argument('[entry-point]', 'its name, as in "POST /payments"')
    .argument('[paths...]', 'folders or files; the working folder when none is given')
    .option('--hang <dependency>', 'what happens when this partner, pool or client stops answering')
    .addOption(new Option('--format <format>', 'how it is shown').choices(['pretty', 'json', 'markdown']).default('pretty'))
    .option('-o, --output <file>', 'where it goes (default: standard output)')
    .option('--color', 'colours even when not at a terminal')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES);
  addRunOptions(command).action(async (entryPoint: string | undefined, paths: string[], options: Omit<TraceArguments, 'entryPoint' | 'paths' | 'rule'>) => {
    const { trace } = await import('./trace.js');
    done(await trace({ ...options, paths, rule: [], ...(entryPoint === undefined ? {} : { entryPoint }) }));
  });
}
