import { existsSync, mkdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pictureOf, type ProjectPicture } from '#linter/project-picture.js';
import { UserError } from '#linter/user-error.js';
import { inert, visible } from '../escape.js';
import { hanging } from '../formatters/text-layout.js';
import { INSTALL, planInit, RUNS, type Step } from './init-plan.js';
import { checkWritable, writeOutput } from './write-output.js';

/** What `seamlint init` was asked. */
export interface InitArguments {
  readonly paths: readonly string[];
  readonly yes?: true;
  readonly dryRun?: true;
}

/** Looks at a project, shows what setting seamlint up would write, and writes it when that is wanted. */
export async function init({ paths, yes, dryRun }: InitArguments): Promise<number> {
  const picture = pictureOf(process.cwd(), paths);
  const steps = planInit(picture);
  await print([...shownPicture(picture), ...steps.flatMap(shownStep)]);
  const writing = steps.filter((step) => step.is === 'create' || step.is === 'add');
  if (dryRun === true) return done(['Nothing was written (--dry-run).']);
  if (writing.length > 0) {
    if (yes !== true && !(await isWanted())) return done(['Nothing was written.']);
    for (const { path } of writing) if (existsSync(dirname(path))) checkWritable(path);
    for (const step of writing) await write(step);
  }
  return done(nextSteps(picture));
}

async function write(step: Extract<Step, { is: 'create' | 'add' }>): Promise<void> {
  if (step.is === 'create' && existsSync(step.path)) throw new UserError(`${step.path} has appeared meanwhile.`, 'Run `seamlint init` again.');
  mkdirSync(dirname(step.path), { recursive: true });
  await writeOutput(step.text, step.path);
}

async function isWanted(): Promise<boolean> {
  if (process.stdin.isTTY !== true) throw new UserError('init asks before it writes, and nobody is there to answer.', '--yes writes what is shown above, --dry-run only shows it.');
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await questions.question('Write this? [y/N] ')).trim());
  } finally {
    questions.close();
  }
}

function shownPicture({ root, frameworks, libraries, packageManager, typescript, eslintConfig, ci }: ProjectPicture): string[] {
  const row = (name: string, text: string) => hanging(`  ${name.padEnd(12)}`, visible(text), 80);
  const some = (names: readonly string[]) => (names.length === 0 ? 'none that seamlint knows' : names.join(', '));
  return [
    'What is here:',
    ...row('Root', root),
    ...row('Language', typescript ? 'TypeScript' : 'JavaScript'),
    ...row('Packages', packageManager),
    ...row('Frameworks', some(frameworks)),
    ...row('Libraries', some(libraries)),
    ...row('ESLint', eslintConfig === undefined ? 'no flat configuration' : shownPath(eslintConfig)),
    ...row('CI', ci.length === 0 ? 'none that is known; docs/ci.md has more' : ci.join(', ')),
    '',
  ];
}

function shownStep(step: Step): string[] {
  switch (step.is) {
    case 'create':
      return [`Create ${shownPath(step.path)} (${step.why}):`, '', ...step.text.trimEnd().split('\n').map((line) => `    ${visible(line)}`), ''];
    case 'add':
      return [`Add to ${shownPath(step.path)} (${step.why}):`, '', ...step.added.map((line) => `  + ${visible(line)}`), ''];
    case 'kept':
      return [`Keep ${shownPath(step.path)}: ${step.why}.`, ''];
    case 'by-hand':
      return [`By hand: ${step.why}:`, '', ...step.lines.map((line) => `    ${line}`), ''];
  }
}

function nextSteps({ isInstalled, packageManager }: ProjectPicture): string[] {
  const { run } = RUNS[packageManager];
  const [check, baseline] = [run, `${run} baseline`].map((command) => command.padEnd(run.length + ' baseline   '.length));
  return [
    'Next:',
    ...(isInstalled ? [] : [`  ${INSTALL[packageManager]}`]),
    `  ${check}shows what is wrong today`,
    `  ${baseline}passes over it, so that only new findings fail`,
  ];
}

function shownPath(path: string): string {
  return visible(relative(process.cwd(), path) || path);
}

async function done(lines: readonly string[]): Promise<number> {
  await print(lines);
  return 0;
}

async function print(lines: readonly string[]): Promise<void> {
  await writeOutput(`${lines.map((line) => inert(line.trimEnd())).join('\n')}\n`, undefined);
}
