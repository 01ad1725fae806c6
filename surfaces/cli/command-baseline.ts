import { InvalidArgumentError, type Command } from 'commander';
import { addRuleOptions, addRunOptions, type RunArguments } from './run-options.js';

/** What `seamlint baseline` was asked, as parsed. */
export interface BaselineArguments extends RunArguments {
  readonly action: 'write' | 'create' | 'update' | 'prune' | 'show';
  readonly baseline?: string;
  /** For the entries that are added. */
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly json?: boolean;
}

const ACTIONS = {
  create: 'write all findings of today; refuses where there is a baseline',
  update: 'add new findings and take out those that are gone',
  prune: 'only take out findings that are gone',
  show: 'list the entries, each with its state',
} as const;

/** Adds `baseline` and what can be done with one; alone it creates or updates. */
export function addBaseline(program: Command, done: (exitCode: number) => void): void {
  const baseline = program
    .command('baseline')
    .summary('pass over the findings of today: create, update, prune, show')
    .description('Keeps a file of findings that are known. `seamlint` passes over them, and fails on every other.\nWithout a command: create where there is no baseline, else update.')
    .addHelpText('after', '\nThe file is seamlint-baseline.jsonl in the root unless --baseline or the\nconfiguration names another; `seamlint` uses it by itself.\n`seamlint baseline update --help` lists the options.');
  const add = (command: Command, action: BaselineArguments['action']) => {
    command.argument('[paths...]', 'folders or files; the working folder when none is given').option('--baseline <file>', 'the baseline file (default: seamlint-baseline.jsonl in the root)');
    if (action !== 'prune' && action !== 'show') addTexts(command);
    if (action === 'show') command.option('--json', 'as JSON');
    addRunOptions(addRuleOptions(command)).action(async (paths: string[], options: Omit<BaselineArguments, 'paths' | 'action'>) => {
      const { changeBaseline } = await import('./baseline.js');
      done(await changeBaseline({ ...options, paths, action }));
    });
  };
  add(baseline.command('write', { isDefault: true, hidden: true }).description('Creates the baseline, or updates it.'), 'write');
  for (const [action, summary] of Object.entries(ACTIONS)) add(baseline.command(action).summary(summary).description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`), action as keyof typeof ACTIONS);
}

function addTexts(command: Command): void {
  command
    .option('--reason <text>', 'why the added findings are passed over')
    .option('--owner <name>', 'who will see to them')
    .option('--expires <date>', 'the last day on which they are passed over, as 2027-01-31', date);
}

function date(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('A date such as 2027-01-31 is needed.');
  return text;
}
