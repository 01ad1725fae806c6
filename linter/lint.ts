import type { ServiceModel } from '#model/types.js';
import type { Watcher } from '#program/questions.js';
import type { Project } from '#project/types.js';
import type { Rule } from '#rules/types.js';
import { loadAnalysis, type Analysis } from './analysis.js';
import { cacheFolderOf } from './cache-folder.js';
import { openFactsCache } from './cache.js';
import { collectFiles, type CollectedFiles } from './collect-files.js';
import { loadConfiguration, type Configuration } from './config.js';
import { toolFingerprint } from './fingerprint.js';
import { compareFindings, judge, type Judgement } from './judge.js';
import type { LintOptions, Progress } from './options.js';
import { repairWriter } from './repairs/repairs-of.js';
import { budgetsNowhere } from './budgets-nowhere.js';
import { shippedRows } from './shipped-rows.js';
import { selectRules } from './select-rules.js';
import { sourceTexts } from './source-texts.js';
import { unheardNotes } from './unheard-notes.js';
import { describedNowhere } from './described-nowhere.js';
import { overridesNowhere } from './overrides-nowhere.js';
import { applySuppressions } from './suppressions.js';
import { plainPaths } from './plain-paths.js';
import type { Finding, LintResult } from './types.js';

/** How a run is watched and what it works with; everything has a default. */
export interface LintSurroundings {
  readonly analysis?: Analysis;
  /** Read once by whoever starts the run, when it is needed there too. */
  readonly configuration?: Configuration;
  onProgress?(progress: Progress): void;
  /** What is newly known, in case the run is stopped from outside: findings are those of one rule more. */
  onPartial?(known: Partial<LintResult>): void;
}

export type Watch = Required<Pick<LintSurroundings, 'analysis' | 'onProgress' | 'onPartial'>>;

/** What has been read, and what is asked of it. */
export interface Material {
  readonly project: Project;
  readonly collected: CollectedFiles;
  readonly configuration: Configuration;
  readonly rules: readonly Rule[];
  readonly options: LintOptions;
  /** Is told what is read of the facts. */
  readonly watcher?: Watcher;
}

/** Analyses the service under a root and judges it: the same result for every surface. */
export function lint(options: LintOptions, surroundings: LintSurroundings = {}): LintResult {
  const started = performance.now();
  const watch: Watch = {
    analysis: surroundings.analysis ?? loadAnalysis(),
    onProgress: surroundings.onProgress ?? (() => undefined),
    onPartial: surroundings.onPartial ?? (() => undefined),
  };

  // 1. Configuration: what is to be judged, and what we must be told about the service.
  const configuration = surroundings.configuration ?? loadConfiguration(options);
  const rules = selectRules(watch.analysis.rules, options, configuration);

  // 2. Project: which files there are and where their imports lead.
  const project = openProject(options, configuration, watch);
  watch.onPartial({ root: project.root, rules, skipped: project.skipped, notes: [...configuration.notes, ...project.notes] });

  // 3. Facts of every service file, read anew only where the content changed.
  const collected = collectFacts(project, options, watch);

  const result = conclude({ project, collected, configuration, rules, options }, watch, started);
  return { ...result, findings: withRepairs(result) };
}

// Here, where the parser is loaded and can be stopped from outside.
function withRepairs({ root, findings }: LintResult): readonly Finding[] {
  const texts = sourceTexts(root);
  const write = repairWriter((file) => texts.textOf(file)?.replace(/^\uFEFF/, ''));
  return findings.map((finding) => {
    const repairs = write(finding.verdict);
    return repairs.length === 0 ? finding : { ...finding, repairs };
  });
}

/** From facts to the result: steps 4 to 7. `started` is when the run began, as `performance.now()`. */
export function conclude({ project, collected, configuration, rules, options, watcher }: Material, watch: Watch, started: number): LintResult {
  const skipped = [...project.skipped, ...collected.skipped];
  watch.onPartial({ skipped });

  // 4. Program and model: the facts joined with what we know of libraries, then what a person would draw of the service.
  const shipped = shippedRows(project);
  const told = { ...configuration, catalog: [...configuration.catalog, ...shipped.libraries] };
  const model = buildModel({ project, collected, configuration: told, watcher }, watch);
  const entryPoints = watch.analysis.summarise(model);
  watch.onPartial({ entryPoints, coverage: model.coverage });

  // 5. Rules: a crashing one is an incident, the others still speak.
  const judgements = judgeAll(rules, model, { configuration, asked: options.rules }, watch);

  // 6. Suppressions: comments that silence a place, with their reasons.
  const known = { all: watch.analysis.rules.map((rule) => rule.id), ran: rules.map((rule) => rule.id) };
  const suppressed = applySuppressions(judgements.flatMap(({ findings }) => findings), collected.files, known);

  // 7. Result, in an order that no run changes.
  return {
    root: project.root,
    rules,
    findings: suppressed.findings.toSorted(compareFindings),
    entryPoints,
    ...(options.timelines === true ? plainPaths(model) : {}),
    coverage: model.coverage,
    skipped,
    notes: [...configuration.notes, ...project.notes, ...collected.notes, ...shipped.notes, ...unheardNotes(model), ...describedNowhere(configuration.catalog, collected.files, project.manifests), ...overridesNowhere(configuration, collected.files), ...budgetsNowhere(configuration, entryPoints), ...suppressed.notes],
    incidents: [...model.incidents, ...judgements.flatMap(({ incident }) => incident ?? [])],
    configurations: [...project.configurations, ...shipped.files],
    durationMs: performance.now() - started,
  };
}

function openProject(options: LintOptions, configuration: Configuration, { analysis, onProgress }: Watch): Project {
  onProgress({ phase: 'project', done: 0, total: 1 });
  return analysis.loadProject(options, configuration);
}

function collectFacts(project: Project, options: LintOptions, { analysis, onProgress }: Watch): CollectedFiles {
  const folder = options.cacheDirectory ?? (options.cache ? cacheFolderOf(project.root) : undefined);
  const cache = openFactsCache(folder, factsKeyOf(analysis));
  return collectFiles({ project, analysis, cache, leaveOut: options.leaveOut ?? {}, onProgress });
}

function buildModel({ project, collected, configuration, watcher }: Pick<Material, 'project' | 'collected' | 'configuration'> & { readonly watcher: Watcher | undefined }, { analysis, onProgress }: Watch): ServiceModel {
  onProgress({ phase: 'program', done: 0, total: 1 });
  const finish = analysis.link(project, collected.files, configuration, watcher);
  onProgress({ phase: 'model', done: 0, total: 1 });
  return finish();
}

function judgeAll(rules: readonly Rule[], model: ServiceModel, { configuration, asked }: { readonly configuration: Configuration; readonly asked: readonly string[] }, { onProgress, onPartial }: Watch): Judgement[] {
  const judgements: Judgement[] = [];
  for (const [done, rule] of rules.entries()) {
    onProgress({ phase: 'rules', done, total: rules.length });
    judgements.push(judge(rule, model, configuration, asked));
    onPartial({ findings: judgements.at(-1)?.findings ?? [] });
  }
  return judgements;
}

/** What stored facts are marked with: another build of ours does not use them. */
export function factsKeyOf(analysis: Analysis): string {
  return `${toolFingerprint()}/${analysis.factsVersion}`;
}
