import { InvalidArgumentError, Option, type Command } from 'commander';
import { addRuleOptions, addRunOptions, type RunArguments } from './run-options.js';

/** What `seamlint check` was asked, as parsed. */
export interface CheckArguments extends RunArguments {
  /** Formats in the order given, each with the file it goes to. */
  readonly outputs: readonly { readonly format: string; readonly file?: string }[];
  readonly unproven: boolean;
  readonly failOn: 'error' | 'warn' | 'never';
  readonly maxWarnings?: number;
  readonly onIncomplete: 'fail' | 'warn';
  /** False: none, whatever the configuration says. */
  readonly baseline?: string | false;
  readonly changedSince?: string;
  readonly color?: boolean;
  readonly quiet: boolean;
}

type Parsed = Omit<CheckArguments, 'paths' | 'outputs' | 'unproven' | 'quiet'> & { readonly unproven?: true; readonly quiet?: true };

interface Output {
  format: string;
  file?: string;
  /** The format was guessed from the file's name; one that follows says it. */
  guessed?: boolean;
}

const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'];

/** Adds `check`, which is also what runs when no command is named. */
export function addCheck(program: Command, done: (exitCode: number) => void): void {
  const outputs: Output[] = [];
  const command = program
    .command('check', { isDefault: true })
    .summary('analyse a service and print what is wrong (the default command)')
    .description('Analyses a service and prints what is wrong with it.')
    .argument('[paths...]', 'folders or files; the working folder when none is given');
  command.optionsGroup('What is printed:');
  command
    .addOption(new Option('-f, --format <format>', `${FORMATS.join(', ')}; repeatable, also as format:file (default: github in GitHub Actions, pretty elsewhere)`).argParser((format: string) => addFormat(format, outputs)))
    .addOption(new Option('-o, --output <file>', 'where the format named before it goes (default: standard output)').argParser((file: string) => addFile(file, outputs)))
    .option('--unproven', 'list places that could not be decided')
    .option('-q, --quiet', 'errors only, and a short summary')
    .option('--color', 'colours even when not at a terminal')
    .option('--no-color', 'no colours');
  command.optionsGroup('What counts:');
  addRuleOptions(command)
    .option('--changed-since <ref>', 'only findings that touch lines changed since this commit or branch; everything is analysed')
    .option('--baseline <file>', 'findings in this baseline do not count (default: seamlint-baseline.jsonl, where there is one)')
    .option('--no-baseline', 'all findings count')
    .addOption(new Option('--fail-on <severity>', 'what makes the exit code 1').choices(['error', 'warn', 'never']).default('error'))
    .option('--max-warnings <count>', 'more warnings than this make the exit code 1', wholeNumber)
    .addOption(new Option('--on-incomplete <what>', 'whether skipped files make the exit code 3').choices(['fail', 'warn']).default('warn'));
  command.optionsGroup('The analysis:');
  addRunOptions(command).action(async (paths: string[], options: Parsed) => {
    const { check } = await import('./check.js');
    done(await check({ ...options, unproven: options.unproven === true, quiet: options.quiet === true, paths, outputs: outputs.length === 0 ? [{ format: usualFormat() }] : outputs }));
  });
}

// Where nobody asked for a format: annotations in a GitHub workflow, text for people elsewhere.
function usualFormat(): string {
  return process.env['GITHUB_ACTIONS'] === 'true' && process.stdout.isTTY !== true ? 'github' : 'pretty';
}

function addFormat(given: string, outputs: Output[]): Output[] {
  // `sarif:out.sarif` is the same as `--format sarif --output out.sarif`.
  const [, format = given, file] = /^([a-z]+):(.+)$/s.exec(given) ?? [];
  if (!FORMATS.includes(format)) throw new InvalidArgumentError(`Allowed: ${FORMATS.join(', ')}.`);
  const last = outputs.at(-1);
  if (last?.guessed === true && file === undefined) {
    last.format = format;
    last.guessed = false;
  } else outputs.push(file === undefined ? { format } : { format, file });
  return outputs;
}

// `--output` belongs to the format before it, or else to the one after it; without one, the file's name decides.
function addFile(file: string, outputs: Output[]): Output[] {
  const last = outputs.at(-1);
  if (last === undefined || last.file !== undefined) outputs.push({ format: formatOf(file), file, guessed: true });
  else last.file = file;
  return outputs;
}

function formatOf(file: string): string {
  if (/\.sarif(?:\.json)?$/.test(file)) return 'sarif';
  return { json: 'json', xml: 'junit', md: 'markdown' }[/\.(\w+)$/.exec(file)?.[1] ?? ''] ?? 'pretty';
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number, 0 or more, is needed.');
  return Number(text);
}
