import type { Site, TraceStep } from '#model/site.js';
import { satisfied, unproven, type Satisfied, type Unproven, type Verdict, type Violated } from '../types.js';

const SHOWN = 3;

/** Merges what was said of one place: violated if one is, else unproven if one is; the shortest trace is kept. */
export function* oneVerdictAPlace(verdicts: Iterable<Verdict>): Iterable<Verdict> {
  for (const here of byPlace(verdicts)) yield merged(here);
}

/** Things gathered by their place, places in the order of their first. */
export function byPlace<T extends { readonly site: Site }>(things: Iterable<T>): Iterable<readonly T[]> {
  const places = new Map<string, T[]>();
  for (const thing of things) {
    const { file, line, column } = thing.site;
    const key = `${line}:${column}:${file}`;
    const here = places.get(key);
    if (here === undefined) places.set(key, [thing]);
    else here.push(thing);
  }
  return places.values();
}

function merged(here: readonly Verdict[]): Verdict {
  const [first] = here;
  if (first !== undefined && here.length === 1) return first;
  const bad = here.filter((verdict): verdict is Violated => verdict.verdict === 'violated');
  const good = here.filter((verdict): verdict is Satisfied => verdict.verdict === 'satisfied');
  if (bad.length > 0) return mergedViolation(bad, good);
  const open = here.filter((verdict): verdict is Unproven => verdict.verdict === 'unproven');
  const { site } = here[0] as Verdict;
  if (open.length > 0) return { ...unproven(site, joined(open.map(({ because }) => because))), ...namesIn(open) };
  return { ...satisfied(site, joined(good.map(({ evidence }) => evidence)), distinctSteps(good.flatMap(({ related }) => related ?? []))), ...namesIn(good) };
}

function namesIn(verdicts: readonly Verdict[]): Pick<Verdict, 'entryPoints'> {
  const entryPoints = [...new Set(verdicts.flatMap((verdict) => verdict.entryPoints ?? []))];
  return entryPoints.length === 0 ? {} : { entryPoints };
}

function mergedViolation(bad: readonly Violated[], good: readonly Satisfied[]): Violated {
  const kept = bad.reduce((best, other) => (other.trace.length < best.trace.length ? other : best));
  const { severity: keptSeverity, ...rest } = kept;
  const rank = bad.find(({ severity }) => severity !== 'warn');
  const severity = rank === undefined ? keptSeverity : rank.severity;
  const { entryPoints = [] } = namesIn([kept, ...bad]);
  const holdsFor = [...new Set([...bad, ...good].flatMap((verdict) => ('holdsFor' in verdict ? verdict.holdsFor : verdict.verdict === 'satisfied' ? verdict.entryPoints : []) ?? []))].filter((name) => !entryPoints.includes(name));
  const related = distinctSteps([kept, ...bad].flatMap((verdict) => verdict.related ?? []));
  return {
    ...rest,
    ...(severity === undefined ? {} : { severity }),
    ...(entryPoints.length === 0 ? {} : { entryPoints }),
    ...(holdsFor.length === 0 ? {} : { holdsFor }),
    ...(related.length === 0 ? {} : { related }),
  };
}

function distinctSteps(steps: readonly TraceStep[]): readonly TraceStep[] {
  return [...new Map(steps.map((step) => [`${step.site.line}:${step.site.column}:${step.site.file}:${step.text}`, step])).values()];
}

function joined(texts: readonly string[]): string {
  const distinct = [...new Set(texts)];
  const rest = distinct.length - SHOWN;
  return distinct.slice(0, SHOWN).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
