import { InvalidArgumentError, Option, type Command } from 'commander';

/** What `seamlint check` was asked, as parsed. */
export interface CheckArguments {
  readonly paths: readonly string[];
  /** Formats in the order given, each with the file it goes to. */
  readonly outputs: readonly { readonly format: string; readonly file?: string }[];
  readonly preset?: 'recommended' | 'strict';
  readonly rules: readonly string[];
  readonly unproven: boolean;
  readonly failOn: 'error' | 'warn' | 'never';
  readonly maxWarnings?: number;
  readonly onIncomplete: 'fail' | 'warn';
  readonly cache: boolean;
  readonly execConfig: boolean;
  readonly config?: string;
  readonly tsconfig?: string;
  readonly maxMemory?: number;
  readonly timeBudget?: number;
  readonly color?: boolean;
  readonly quiet: boolean;
}

type Parsed = Omit<CheckArguments, 'paths' | 'outputs' | 'rules'> & { readonly format: Output[]; readonly rule: string[] };

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
  program
    .command('check', { isDefault: true })
    .description('analyse a service and print what is wrong (the default command)')
    .argument('[paths...]', 'folders or files; the working folder when none is given')
    .addOption(new Option('--format <format>', `${FORMATS.join(', ')}; repeatable`).argParser((format: string) => addFormat(format, outputs)))
    .addOption(new Option('-o, --output <file>', 'where the format named before it goes (default: standard output)').argParser((file: string) => addFile(file, outputs)))
    .addOption(new Option('--preset <preset>', 'which rules run (default: recommended)').choices(['recommended', 'strict']))
    .option('--rule <id>', 'only this rule; repeatable', (id: string, before: string[]) => [...before, id], [] as string[])
    .option('--unproven', 'list places that could not be decided', false)
    .addOption(new Option('--fail-on <severity>', 'what makes the exit code 1').choices(['error', 'warn', 'never']).default('error'))
    .option('--max-warnings <count>', 'more warnings than this make the exit code 1', count)
    .addOption(new Option('--on-incomplete <what>', 'whether skipped files make the exit code 3').choices(['fail', 'warn']).default('warn'))
    .option('--no-cache', 'read every file anew and store nothing')
    .option('--no-exec-config', 'do not run configuration written in JavaScript or TypeScript; for code you do not trust')
    .option('--config <file>', 'this configuration file')
    .option('--tsconfig <file>', 'this tsconfig')
    .option('--max-memory <MB>', 'heap of the analysis (default: 75 % of what is available)', positive)
    .option('--time-budget <seconds>', 'for the whole run (default: 900)', positive)
    .option('--color', 'colours even when not at a terminal')
    .option('--no-color', 'no colours')
    .option('-q, --quiet', 'errors only, and a short summary', false)
    .action(async (paths: string[], { rule, ...options }: Parsed) => {
      const { check } = await import('./check.js');
      done(await check({ ...options, paths, rules: rule, outputs: outputs.length === 0 ? [{ format: usualFormat() }] : outputs }));
    });
}

/** Where nobody asked for a format: annotations in a GitHub workflow, text for people elsewhere. */
export function usualFormat(): string {
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
  if (last === undefined || last.file !== undefined) {
    outputs.push({ format: formatOf(file), file, guessed: true });
  } else last.file = file;
  return outputs;
}

function formatOf(file: string): string {
  if (/\.sarif(?:\.json)?$/.test(file)) return 'sarif';
  return { json: 'json', xml: 'junit', md: 'markdown' }[/\.(\w+)$/.exec(file)?.[1] ?? ''] ?? 'pretty';
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number, 0 or more, is needed.');
  return Number(text);
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('A number above 0 is needed.');
  return number;
}
