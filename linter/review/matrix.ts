import type { Rule } from '#rules/types.js';
import type { LintResult } from '../types.js';
import { concernOf, concerns } from './concerns.js';
import { provisionCell } from './provisions.js';
import type { Cell, CellState, ConcernId, ConcernSummary, Evidence, ReviewedEntryPoint } from './types.js';

/** A row before the path of its requests is known. */
export type Row = Omit<ReviewedEntryPoint, 'path'>;

/** Worst first: what decides a cell. */
const ORDER: readonly Evidence['state'][] = ['violated', 'unproven', 'accepted', 'satisfied'];

/** Entry points × concerns: each cell with the evidence behind it, rows with the most violations first. */
export function matrixOf({ entryPoints, findings, rules }: LintResult, evidence: readonly Evidence[], provided: readonly Evidence[]): readonly Row[] {
  const asked = new Set<ConcernId>([...rules.map((rule) => concernOf(rule.concern).id), ...evidence.map(({ concern }) => concern)]);
  const byEntryPoint = evidenceByEntryPoint(evidence, findings);
  const rows = entryPoints.map((entryPoint, index): Row => {
    const { id, name, kind, file, line, middleware } = entryPoint;
    const own = byEntryPoint.get(id) ?? [];
    return {
      id, anchor: `e${index + 1}`, name, kind, site: { file, line, column: 1 }, middleware,
      cells: concerns.map((concern) => (concern.of.length === 0 ? provisionCell(concern.id, entryPoint, provided) : cellOf(concern.id, asked, own.filter(({ item }) => item.concern === concern.id)))),
    };
  });
  return rows.toSorted((a, b) => weightOf(b) - weightOf(a));
}

interface Answer {
  readonly item: Evidence;
  readonly state: Evidence['state'];
}

function evidenceByEntryPoint(evidence: readonly Evidence[], findings: LintResult['findings']): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map<string, Answer[]>();
  const add = (id: string, answer: Answer) => {
    const known = found.get(id);
    if (known === undefined) found.set(id, [answer]);
    else known.push(answer);
  };
  evidence.forEach((item, index) => {
    for (const id of new Set(item.entryPoints)) add(id, { item, state: item.state });
    const verdict = findings[index]?.verdict;
    // The place is violated on another entry point's way; on this one's the guard stands.
    for (const id of verdict?.verdict === 'violated' ? (verdict.holdsFor ?? []) : []) add(id, { item, state: 'satisfied' });
  });
  return found;
}

function cellOf(concern: ConcernId, asked: ReadonlySet<ConcernId>, answers: readonly Answer[]): Cell {
  const sorted = answers.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const nothing: CellState = asked.has(concern) ? 'not-applicable' : 'not-asked';
  return { concern, state: sorted[0]?.state ?? nothing, evidence: sorted.map(({ item }) => item.id) };
}

function weightOf({ cells }: Row): number {
  const count = (state: CellState) => cells.filter((cell) => cell.state === state).length;
  return count('violated') * 100 + count('unproven') * 10 + count('accepted');
}

/** The columns with what was found in each, wherever it stands. */
export function concernSummaries(rules: readonly Rule[], judged: readonly Evidence[], provided: readonly Evidence[]): readonly ConcernSummary[] {
  return concerns.map(({ id, title, question, notApplicable }) => {
    const own = [...judged, ...provided].filter(({ concern }) => concern === id);
    const count = (state: Evidence['state']) => own.filter((item) => item.state === state).length;
    const names = rules.filter((rule) => concernOf(rule.concern).id === id).map((rule) => rule.id);
    return {
      id, title, question, notApplicable, rules: names, asked: names.length > 0 || own.length > 0,
      counts: { satisfied: count('satisfied'), violated: count('violated'), unproven: count('unproven'), accepted: count('accepted') },
    };
  });
}
