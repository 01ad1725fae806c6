import { siteKey } from '../site.js';
import { Measure } from './measure.js';
import { EMPTY, innerSpans, isEmpty } from './spans.js';
import type { Span } from './spans.js';
import { longest } from './time.js';

const measure = new Measure();
const WAITS = new WeakMap<Span, ReadonlySet<string>>();
const TIMES = new WeakMap<Span, number>();
/** More waits than these are not counted. */
const MANY = 1_000_000;
/** Further arms are not compared with each other. */
const MAX_COMPARED = 24;

/** One of several spans; those that only repeat a part of another one are left out. */
export function choiceOf(spans: readonly (Span | undefined)[]): Span {
  const all = [...new Set(spans.flatMap((span) => (span === undefined || isEmpty(span) ? [] : span.is === 'choice' ? span.arms : [span])))];
  const arms = all.length > MAX_COMPARED ? all : all.filter((arm, position) => !all.some((other, index) => other !== arm && covers(other, arm) && (!covers(arm, other) || isFuller(other, arm, index < position))));
  const [only] = arms;
  if (only === undefined) return EMPTY;
  return arms.length === 1 ? only : { is: 'choice', arms };
}

// It takes as long at least, and waits for everything that the other one waits for.
function covers(span: Span, other: Span): boolean {
  const [mine, theirs] = [measure.of(span), measure.of(other)];
  if (longest(mine, theirs) !== mine) return false;
  const waits = waitsIn(span);
  for (const wait of waitsIn(other)) if (!waits.has(wait)) return false;
  return true;
}

// Of two that take as long, as far as that can be told: the one that waits more often.
function isFuller(span: Span, other: Span, comesFirst: boolean): boolean {
  const [mine, theirs] = [timesIn(span), timesIn(other)];
  return mine === theirs ? comesFirst : mine > theirs;
}

function timesIn(span: Span): number {
  let known = TIMES.get(span);
  if (known !== undefined) return known;
  known = span.is === 'wait' || span.is === 'unproven' ? 1 : 0;
  for (const inner of innerSpans(span)) known = Math.min(MANY, known + timesIn(inner));
  TIMES.set(span, known);
  return known;
}

function waitsIn(span: Span): ReadonlySet<string> {
  let known = WAITS.get(span);
  if (known !== undefined) return known;
  const found = new Set<string>();
  if (span.is === 'wait') found.add(`${siteKey(span.wait.site)}:${span.wait.layer}`);
  if (span.is === 'unproven') found.add(siteKey(span.site));
  // Behind a breaker it is another way.
  const behind = span.is === 'limited' && span.guard.is === 'breaker' ? `${siteKey(span.guard.site)} ` : '';
  for (const inner of innerSpans(span)) for (const wait of waitsIn(inner)) found.add(`${behind}${wait}`);
  WAITS.set(span, (known = found));
  return known;
}
