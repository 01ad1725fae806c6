import type { TraceStep } from '#model/site.js';
import type { Budget, RequestPath, Slice } from '#model/types.js';
import { reachedBy } from './reached-by.js';
import { satisfied, unproven, violated, type Verdict } from '../types.js';
import { boundText } from './bound-text.js';
import { durationText } from './duration-text.js';
import { oneVerdictAPlace } from './one-verdict-a-place.js';
import { racedBudget, withoutCut } from './whole-timeout.js';

/** Whether the steps of each request together end before its budget does, less the margin; asked where more than one step waits. */
export function sumVerdicts(paths: readonly RequestPath[], marginMs: number): Iterable<Verdict> {
  return oneVerdictAPlace(paths.flatMap((path) => verdictsOf(path, marginMs).map((verdict) => reachedBy(verdict, [path.entryPoint]))));
}

function verdictsOf(path: RequestPath, marginMs: number): Verdict[] {
  const raced = path.budget === undefined ? racedBudget(path) : undefined;
  const budget = path.budget ?? raced;
  const slices = raced?.bound.is === 'bounded' ? withoutCut(path.slices, raced.bound.ms) : path.slices;
  if (budget === undefined || budget.endsWork === true || budget.bound.is !== 'bounded' || !path.waits) return [];
  const { covers, bound } = budget;
  const { site, name } = path.entryPoint;
  if (covers.is !== 'bounded') return isOwn(path) ? [] : [unproven(site, `how long ${name} takes in all is not known: ${path.unproven[0]?.because ?? 'a step of it has no limit'}`)];
  const counted = slices.filter(({ counts, total, startMs }) => counts && total.is === 'bounded' && total.ms > 0 && (startMs ?? 0) >= (budget.startMs ?? 0));
  if (covers.ms >= bound.ms - marginMs) return counted.some((slice) => isTooLarge(slice, bound.ms)) ? [] : [violation(path, { ...budget, bound, covers }, counted, marginMs)];
  if (path.unproven.length > 0) return [unproven(site, `${name} ends after ${durationText(covers.ms)} as far as it is known; ${path.unproven[0]?.because ?? ''}`)];
  return [satisfied(site, `${name} ends after ${durationText(covers.ms)}, before ${budget.guard.name} at ${boundText(bound)}`, counted.map(stepOf))];
}

// Something without a bound belongs to another rule.
function isOwn({ slices }: RequestPath): boolean {
  return slices.some(({ total }) => total.is === 'unbounded');
}

// One that does not fit by itself is nesting; its own attempts and those around it together are the sum's matter.
function isTooLarge({ perAttempt, total }: Slice, budgetMs: number): boolean {
  return [perAttempt, total].every((bound) => bound.is !== 'bounded' || bound.ms >= budgetMs);
}

type Bounded = Budget & { readonly bound: { readonly is: 'bounded'; readonly ms: number }; readonly covers: { readonly is: 'bounded'; readonly ms: number } };

function violation({ entryPoint, slices }: RequestPath, { bound, covers, guard }: Bounded, counted: readonly Slice[], marginMs: number): Verdict {
  const { name, site } = entryPoint;
  const when = covers.ms === bound.ms ? 'as long as' : covers.ms > bound.ms ? 'longer than' : `less than the margin of ${durationText(marginMs)} below`;
  const over = covers.ms - (bound.ms - marginMs) + 1;
  const largest = counted.reduce<Slice | undefined>((a, b) => (a !== undefined && msOf(a) >= msOf(b) ? a : b), undefined);
  const which = largest === undefined ? '' : `; the largest is ${largest.operation} with ${durationText(msOf(largest))}`;
  return violated(site, {
    message: `${name} can take ${durationText(covers.ms)} in all, ${when} ${guard.name}, which ends after ${durationText(bound.ms)}: ${counted.length === 1 ? 'one step waits, each attempt' : `${counted.length} steps wait, each of them`} within it`,
    remedy: `Take at least ${over} ms off these steps${which}, or raise the budget above ${covers.ms + marginMs} ms`,
    trace: largest?.trace ?? slices[0]?.trace ?? [],
    related: [{ site: guard.site, text: `${guard.name} ends after ${durationText(bound.ms)}` }, ...counted.map(stepOf)],
    entryPoints: [entryPoint.id],
    budgetMs: bound.ms,
    worstCaseMs: covers.ms,
  });
}

function msOf({ total }: Slice): number {
  return total.is === 'bounded' ? total.ms : 0;
}

function stepOf(slice: Slice): TraceStep {
  const { operation, on, attempts, perAttempt, delays, site } = slice;
  const whom = on === undefined || operation.includes(on.name) ? '' : ` (${on.name})`;
  const times = attempts.is === 'bounded' && attempts.ms > 1 && perAttempt.is === 'bounded' ? `: ${attempts.ms} × ${durationText(perAttempt.ms)}${delays.is === 'bounded' && delays.ms > 0 ? ` and ${durationText(delays.ms)} of delays` : ''}` : '';
  return { site, text: `${operation}${whom} takes up to ${durationText(msOf(slice))}${times}` };
}
