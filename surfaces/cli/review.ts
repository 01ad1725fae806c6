import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadConfiguration } from '#linter/config.js';
import { identitiesOf } from '#linter/identity.js';
import type { LintOptions } from '#linter/options.js';
import { buildReview } from '#linter/review/build-review.js';
import { readEarlierReview, type EarlierReview } from '#linter/review/comparison.js';
import { run, type RunOutcome } from '#linter/run.js';
import { sourceTexts } from '#linter/source-texts.js';
import { UserError } from '#linter/user-error.js';
import { reviewFormats } from '../review/formats.js';
import { checkLinks, type LinkTemplates } from '../review/links.js';
import type { ReviewArguments } from './command-review.js';
import { ownVersion } from './own-version.js';
import { startProgress } from './progress.js';
import { uriPrefixOf } from './repository.js';
import { runsConfig } from './run-options.js';
import { checkWritable, writeOutput } from './write-output.js';

/** Analyses a service and writes its readiness review. Gives the exit code: 0, or 1 where it was asked to fail and the service is not ready. */
export async function review(given: ReviewArguments): Promise<number> {
  // 1. Mistakes in what is asked are told before any work is done.
  const { output, against } = given;
  if (output !== undefined) checkWritable(output);
  const options = optionsOf(given);
  const { review: asked } = loadConfiguration(options);
  const { repository = asked.repository, editor = asked.editor } = given;
  const templates = checkLinks({ root: '', ...(repository === undefined ? {} : { repository }), ...(editor === undefined ? {} : { editor }) });
  const earlier = against === undefined ? undefined : readEarlier(against);

  // 2. The analysis of `check`, with the paths of requests.
  const { result, stopped } = await analyse(options, given);

  // 3. The review, written in one format.
  const document = buildReview(result, {
    service: given.name ?? nameOf(result.root),
    version: ownVersion(),
    madeAt: madeAt().toISOString(),
    stopped: stopped !== undefined,
    policy: asked.policy,
    fingerprints: identitiesOf(result.findings, sourceTexts(result.root).linesOf).map(({ fingerprint }) => fingerprint),
    ...(earlier === undefined ? {} : { earlier }),
  });
  const load = reviewFormats[given.format ?? guessedFormat(output)];
  if (load !== undefined) await writeOutput((await load())(document, linksOf(templates, result.root)), output);
  if (output !== undefined) process.stderr.write(`${document.decision.is === 'ready' ? 'Ready' : document.decision.is === 'undecided' ? 'Undecided' : 'Not ready'}: ${output}\n`);
  if (stopped === 'memory') return 2;
  return given.failUnready && document.decision.is !== 'ready' ? 1 : stopped === 'time' ? 3 : 0;
}

/** Now, or the time that builds which are to give the same bytes again set for everything. */
function madeAt(): Date {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH']);
  return process.env['SOURCE_DATE_EPOCH'] !== undefined && Number.isInteger(seconds) && seconds >= 0 && seconds < 1e11 ? new Date(seconds * 1000) : new Date();
}

async function analyse(options: LintOptions, given: ReviewArguments): Promise<RunOutcome> {
  const progress = startProgress(process.stderr);
  try {
    return await run(options, {
      onProgress: progress.show,
      ...(given.maxMemory === undefined ? {} : { memoryMb: given.maxMemory }),
      ...(given.timeBudget === undefined ? {} : { timeMs: given.timeBudget * 1000 }),
    });
  } finally {
    progress.erase();
  }
}

function optionsOf(given: ReviewArguments): LintOptions {
  const { paths, cache, config, tsconfig, preset } = given;
  return {
    cwd: process.cwd(), paths, execConfig: runsConfig(given), cache, rules: [], timelines: true, presetElse: 'strict',
    ...(config === undefined ? {} : { configPath: config }), ...(tsconfig === undefined ? {} : { tsconfig }), ...(preset === undefined ? {} : { preset }),
  };
}

function guessedFormat(output: string | undefined): string {
  if (output === undefined) return 'html';
  return /\.json$/i.test(output) ? 'json' : /\.(?:md|markdown)$/i.test(output) ? 'markdown' : 'html';
}

function readEarlier(file: string): EarlierReview {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8');
  } catch {
    throw new UserError(`${file} cannot be read.`, 'Name a review that was written with --format json.');
  }
  return readEarlierReview(text, file);
}

// A template of the repository counts from its top, the places from the analysed folder.
function linksOf(templates: LinkTemplates, root: string): LinkTemplates {
  const prefix = uriPrefixOf(root).split('/').map(encodeURIComponent).join('/');
  return { ...templates, root, ...(templates.repository === undefined ? {} : { repository: templates.repository.replace('{path}', `${prefix}{path}`) }) };
}

function nameOf(root: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: unknown };
    if (typeof name === 'string' && name !== '') return name.slice(0, 200);
  } catch {
    return basename(root);
  }
  return basename(root);
}
