import type { Finding } from '#linter/types.js';
import type { Bound, Dependency, RequestPath, Shutdown, Slice } from '#model/types.js';
import type { Site } from '#model/site.js';
import { durationText } from '#rules/support/duration-text.js';

/** What a trace shows. */
export interface TraceView {
  readonly paths: readonly RequestPath[];
  /** In full; else only listed. */
  readonly whole: boolean;
  readonly hang: Dependency | undefined;
  readonly shutdowns: readonly Shutdown[];
  readonly findings: readonly Finding[];
  readonly width: number;
  readonly color: boolean;
}

/** One row of the table: step · layer · operation · guard · bound · evidence. */
export interface TraceRow {
  readonly step: string;
  readonly layer: string;
  readonly operation: string;
  readonly guard: string;
  readonly bound: string;
  readonly evidence: string;
  /** It does not make the worst case. */
  readonly beside: boolean;
}

/** The rows of a path, from accept to answer. */
export function rowsOf(path: RequestPath): readonly TraceRow[] {
  const { entryPoint, budget, slices, omitted } = path;
  const own = { guard: budget?.guard.name ?? '', bound: budget === undefined ? '' : boundWords(budget.bound), evidence: placeOf(entryPoint.site) };
  return [
    { step: 'accept', layer: entryPoint.kind, operation: entryPoint.name, ...own, beside: false },
    ...distinct(slices),
    ...(omitted === 0 ? [] : [{ step: '…', layer: '', operation: `${omitted} more`, guard: '', bound: '', evidence: '', beside: true }]),
    { step: 'answer', layer: '', operation: 'worst case', guard: '', bound: worstCaseWords(path), evidence: '', beside: false },
  ];
}

// Alternatives that lead to the same operation are shown once; what runs at once is shown as often as it runs.
function distinct(slices: readonly Slice[]): readonly TraceRow[] {
  const rows = slices.map(rowOf);
  const texts = rows.map(({ step, layer, operation, guard, bound, evidence }, position) => {
    const beside = (slices[position]?.branching ?? []).flatMap(({ is, arm }) => (is === 'parallel' ? [arm] : []));
    return [step, layer, operation, guard, bound, evidence, ...beside].join('|');
  });
  return rows.filter((row, position) => !row.beside || texts.indexOf(texts[position] ?? '') === position);
}

function rowOf(slice: Slice): TraceRow {
  const { step, middleware, after, layer, operation, on, guards, total, perAttempt, site, counts } = slice;
  const whom = on === undefined || on.name === '' ? '' : ` → ${on.name}`;
  // What is ended from outside has its time from there.
  const isEnded = total.is === 'bounded' && (perAttempt.is !== 'bounded' || total.ms < perAttempt.ms);
  const origin = isEnded ? total.from : perAttempt.is === 'unknown' ? undefined : perAttempt.from;
  const from = origin === undefined || (origin.site.file === site.file && origin.site.line === site.line) || origin.text === '' ? '' : `, ${origin.text} at ${placeOf(origin.site)}`;
  return {
    step: middleware ? `${step} (middleware)` : after === true ? `${step} (after)` : step, layer, operation: `${operation}${whom}`, guard: guards.map(({ name }) => name).join(', '),
    bound: `${boundWords(total)}${timesOf(slice)}`, evidence: `${placeOf(site)}${from}`, beside: !counts,
  };
}

function timesOf({ attempts, perAttempt, delays, total }: Slice): string {
  if (attempts.is !== 'bounded' || attempts.ms <= 1 || perAttempt.is !== 'bounded' || total.is !== 'bounded') return '';
  const between = delays.is === 'bounded' ? delays.ms : 0;
  // A guard around all of them may leave less.
  const instead = attempts.ms * perAttempt.ms + between > total.ms ? 'instead of ' : '';
  return ` (${instead}${attempts.ms} × ${durationText(perAttempt.ms)}${between > 0 ? ` + ${durationText(between)}` : ''})`;
}

/** A bound in a few words. */
export function boundWords(bound: Bound): string {
  return bound.is === 'bounded' ? durationText(bound.ms) : bound.is === 'unbounded' ? 'no end' : 'unknown';
}

/** The worst case in words: what nobody can tell the time of may take longer than is known. */
export function worstCaseWords({ worstCase, unproven }: RequestPath): string {
  if (worstCase.is !== 'bounded' || unproven.length === 0) return boundWords(worstCase);
  return worstCase.ms === 0 ? 'unknown' : `at least ${durationText(worstCase.ms)}`;
}

/** `file:line`. */
export function placeOf({ file, line }: Site): string {
  return `${file}:${line}`;
}

/** A budget in words. */
export interface BudgetWords {
  /** Its time, and what gives up then. */
  readonly limit: string;
  /** What is left of it, or how far it is overrun; undefined where that cannot be told. */
  readonly left: string | undefined;
}

/** The budget of a path in words; undefined where it has none. */
export function budgetOf({ budget, unproven }: RequestPath): BudgetWords | undefined {
  if (budget === undefined) return undefined;
  const { bound, covers, guard } = budget;
  const limit = `${boundWords(bound)} by ${guard.name} (${placeOf(guard.site)})`;
  if (bound.is !== 'bounded' || covers.is !== 'bounded') return { limit, left: undefined };
  const left = bound.ms - covers.ms;
  const known = unproven.length === 0 ? '' : ', as far as it is known';
  return { limit, left: left > 0 ? `${durationText(left)} left${known}` : left === 0 ? 'nothing left' : `overrun by ${durationText(-left)}` };
}

/** The same in one clause, after what stands for none. */
export function budgetClause(path: RequestPath, none: string): string {
  const words = budgetOf(path);
  if (words === undefined) return `${none}: nobody gives up on it`;
  return words.left === undefined ? words.limit : `${words.limit}; ${words.left}`;
}

/** What the rules say of an entry point. */
export function findingsOf({ findings }: TraceView, { entryPoint: { id } }: RequestPath): readonly string[] {
  return findings.flatMap(({ ruleId, verdict, suppressed }) =>
    verdict.verdict === 'violated' && suppressed === undefined && verdict.entryPoints?.includes(id) === true ? [`${placeOf(verdict.site)} ${verdict.message} (${ruleId})`] : []);
}

/** What each signal does to the process that runs an entry point. */
export function shutdownsOf({ shutdowns }: TraceView, { entryPoint: { id } }: RequestPath): readonly Shutdown[] {
  return shutdowns.filter(({ entryPoints }) => entryPoints.some((one) => one.id === id));
}

/** The entry points that were asked for and do not wait for what hangs. */
export function unconcerned({ paths, whole, hang }: TraceView): readonly string[] {
  if (!whole || hang === undefined) return [];
  return paths.filter(({ entryPoint: { id } }) => !hang.entryPoints.some(({ entryPoint }) => entryPoint.id === id)).map(({ entryPoint: { name } }) => `${name} does not wait for it`);
}
