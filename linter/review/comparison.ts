import { UserError } from '../user-error.js';
import type { Comparison, Evidence, Review } from './types.js';

/** What of an earlier review a comparison needs. */
export type EarlierReview = Pick<Review, 'madeAt' | 'tool' | 'decision' | 'evidence'>;

/** Reads a review written as JSON by an earlier run. Throws `UserError` where it is none. */
export function readEarlierReview(text: string, file: string): EarlierReview {
  const problem = new UserError(`${file} is no review that this version can compare with.`, 'Make one with `seamlint review --format json -o previous.json`.');
  let read: Partial<Review>;
  try {
    read = JSON.parse(text) as Partial<Review>;
  } catch {
    throw problem;
  }
  const isReview = read !== null && typeof read === 'object' && read.schemaVersion === 1 && typeof read.madeAt === 'string' && typeof read.tool?.version === 'string' && isDecision(read.decision?.is) && Array.isArray(read.evidence)
    && read.evidence.every((item: Partial<Evidence> | null) => typeof item?.fingerprint === 'string' && typeof item.state === 'string' && (item.severity === 'error' || item.severity === 'warn') && typeof item.text === 'string' && typeof item.rule === 'string' && typeof item.site?.file === 'string' && typeof item.site.line === 'number');
  if (!isReview) throw problem;
  return read as EarlierReview;
}

/** What was violated then and is not now, and the other way round. */
export function compare(earlier: EarlierReview, evidence: readonly Evidence[]): Comparison {
  const before = new Map(earlier.evidence.filter(isViolated).map((item) => [item.fingerprint, item]));
  const now = new Map(evidence.filter(isViolated).map((item) => [item.fingerprint, item]));
  return {
    previous: { madeAt: earlier.madeAt, version: earlier.tool.version, decision: earlier.decision.is },
    fixed: [...before.values()].filter(({ fingerprint }) => !now.has(fingerprint)).map(({ rule, severity, text, site }) => ({ rule, severity, text, file: site.file, line: site.line })),
    added: [...now.values()].filter(({ fingerprint }) => !before.has(fingerprint)).map(({ id }) => id),
    unchanged: [...now.keys()].filter((fingerprint) => before.has(fingerprint)).length,
  };
}

function isViolated({ state }: Evidence): boolean {
  return state === 'violated';
}

function isDecision(value: unknown): value is Review['decision']['is'] {
  return value === 'ready' || value === 'not-ready' || value === 'undecided';
}
