import { rules as everyRule } from '#rules/registry.js';
import { compare, type EarlierReview } from './comparison.js';
import type { LintResult } from '../types.js';
import { checklistOf } from './checklist.js';
import { concernOf } from './concerns.js';
import { countsOf, decide, type ReviewPolicy } from './decision.js';
import { dependenciesOf } from './dependencies.js';
import { evidenceOf } from './evidence.js';
import { harmsOf } from './harms.js';
import { concernSummaries, matrixOf, type Row } from './matrix.js';
import { reviewedPath } from './paths.js';
import { pictureOf } from './picture.js';
import { shutdownOf } from './shutdown.js';
import type { Review, ReviewedEntryPoint } from './types.js';
import { provisionEvidence } from './provisions.js';

/** What a review needs beside the result. */
export interface ReviewContext {
  readonly service: string;
  readonly version: string;
  readonly madeAt: string;
  /** The analysis was ended from outside. */
  readonly stopped: boolean;
  readonly policy: ReviewPolicy;
  /** One for each finding, in order. */
  readonly fingerprints: readonly string[];
  readonly earlier?: EarlierReview;
}

/** The readiness review of a run. */
export function buildReview(result: LintResult, context: ReviewContext): Review {
  const { rules, dependencies = [], opened = [], coverage } = result;
  const evidence = evidenceOf(result, context.fingerprints);
  const counts = countsOf(result, evidence);
  const provided = provisionEvidence(result);
  const summaries = concernSummaries(rules, evidence, provided);
  const { files, lines, calls, timeouts } = coverage;
  const rows = matrixOf(result, evidence, provided);
  return {
    schemaVersion: 1,
    tool: { name: 'seamlint', version: context.version },
    service: context.service,
    madeAt: context.madeAt,
    decision: decide(result, counts, context.policy, context.stopped),
    counts,
    ...harmsOf(result, evidence),
    concerns: summaries,
    entryPoints: withPaths(rows, result),
    evidence: [...evidence, ...provided],
    dependencies: dependenciesOf(result, evidence),
    picture: pictureOf({ entryPoints: result.entryPoints, dependencies, opened, evidence }),
    shutdown: shutdownOf(opened, evidence),
    checklist: checklistOf(result, summaries, evidence),
    ...(context.earlier === undefined ? {} : { comparison: compare(context.earlier, evidence) }),
    coverage: { files, lines, calls, timeouts },
    rules: rules.map(({ id, concern, question, consequence }) => ({ id, concern: concernOf(concern).id, question, consequence })),
    notAsked: everyRule.filter(({ id }) => !rules.some((rule) => rule.id === id)).map(({ id }) => id),
    skipped: result.skipped,
    notes: result.notes.map(({ path, line, message }) => ({ ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }), message })),
    incidents: result.incidents.map(({ where, message }) => ({ where, message })),
  };
}

function withPaths(rows: readonly Row[], { paths = [], marginMs = 0 }: LintResult): readonly ReviewedEntryPoint[] {
  const byId = new Map(paths.map((path) => [path.entryPoint.id, path]));
  return rows.map((row) => {
    const found = byId.get(row.id);
    const path = found === undefined ? undefined : reviewedPath(found, marginMs);
    return path === undefined ? row : { ...row, path };
  });
}
