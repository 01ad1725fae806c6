import type { BlockContent, PhrasingContent } from 'mdast';
import type { ReviewedEntryPoint, ReviewedPath, ReviewedSlice } from '#linter/review/types.js';
import { durationText } from '#rules/support/duration-text.js';
import { byKey } from '../../by-key.js';
import { code, list, paragraph, table, text } from '../../markdown.js';
import { countText, numberOf, targetOf, timeText, withOrigin } from '../texts.js';
import type { Written } from './words.js';

type Gap = ReviewedPath['unproven'][number];

/** What many entry points have alike in what they wait for, each with the name that it is called by. */
export interface Limits {
  /** Whom steps ask, and under which limits. */
  readonly limits: Named<ReviewedSlice>;
  /** What is not known of several. */
  readonly gaps: Named<Gap>;
}

type Named<T> = ReadonlyMap<string, { readonly name: string; readonly first: T }>;

/** Of how many at least something is told once. */
const LEAST = 3;

/** The limits of all steps and the gaps of several, most frequent first. */
export function limitsOf(entryPoints: readonly ReviewedEntryPoint[]): Limits {
  const paths = entryPoints.flatMap(({ path }) => path ?? []);
  return { limits: named('l', byKey(paths.flatMap(({ slices }) => slices), keyOf), 1), gaps: named('g', byKey(paths.flatMap((path) => gapsOf(path, true)), gapKey), LEAST) };
}

function named<T>(letter: string, groups: ReadonlyMap<string, readonly T[]>, least: number): Named<T> {
  const frequent = [...groups].filter(([, group]) => group.length >= least).toSorted(([, a], [, b]) => b.length - a.length);
  return new Map(frequent.flatMap(([key, [first]], index) => (first === undefined ? [] : [[key, { name: `${letter}${index + 1}`, first }] as const])));
}

function keyOf(slice: ReviewedSlice): string {
  const { layer, guards, attempts, perAttempt, total, counts } = slice;
  return JSON.stringify([layer, targetOf(slice) ?? '', guards, attempts.is, attempts.ms, perAttempt, total.is, total.ms, total.is === 'unknown' ? total.from : '', counts]);
}

/** What the names of limits and gaps stand for. */
export function limitBlocks({ limits, gaps }: Limits, place: Written): BlockContent[] {
  const items = [...limits.values()].map(({ name, first: slice }) => {
    const { layer, guards, attempts, perAttempt, total, counts } = slice;
    const target = targetOf(slice);
    const under = guards.length === 0 ? '' : `, under ${guards.map((guard) => guard.name).join(', ')}`;
    return paragraph(
      code(name), text(` ${layer}${target === undefined ? '' : ` → ${target}`}${under}: attempts ${countText(attempts)}, each ${timeText(perAttempt)}, in all ${timeText(total)}${counts ? '' : ', beside'}${total.is === 'unknown' && total.from !== perAttempt.from ? ` (${total.from})` : ''}; ${perAttempt.from} `),
      ...(perAttempt.site === undefined ? [] : [place(perAttempt.site)]),
    );
  });
  const unknown = [...gaps.values()].map(({ name, first: { site, because } }) => paragraph(code(name), text(` ? ${because} `), place(site)));
  return [list(false, [...items, ...unknown].map((item) => [item]))];
}

/** What the requests of an entry point wait for: a table, or in short where the limits are told once. */
export function pathBlocks(path: ReviewedPath, place: Written, limits: Limits | undefined): BlockContent[] {
  const { slices, worstCase, budget, marginMs, omitted } = path;
  const margin = marginMs > 0 ? `; margin ${durationText(marginMs)}` : '';
  return [
    paragraph(text(`Worst case ${withOrigin(worstCase)}; budget ${budget === undefined ? 'none' : withOrigin(budget)}${margin}.${omitted > 0 ? ` ${numberOf(omitted, 'further step')} not listed.` : ''}`)),
    ...(slices.length === 0 ? [] : [limits === undefined ? tableOf(slices, place) : inShort(slices, place, limits)]),
    ...gapBlocks(gapsOf(path, limits !== undefined), place, limits?.gaps ?? new Map()),
  ];
}

function tableOf(slices: readonly ReviewedSlice[], place: Written): BlockContent {
  const rows = slices.map((slice): PhrasingContent[][] => {
    const { step, layer, operation, guards, attempts, total, perAttempt, site, startMs, earliestMs, counts } = slice;
    const target = targetOf(slice);
    return [
      [text(step)], [text(layer)], [code(operation), text(`${target === undefined ? '' : ` → ${target}`} `), place(site)], [text(guards.map(({ name }) => name).join(', '))],
      [text(startMs === undefined ? `${durationText(earliestMs ?? 0)} at the earliest` : durationText(startMs))], [text(countText(attempts))], [text(timeText(perAttempt))], [text(`${timeText(total)}${counts ? '' : ', beside'}`)],
      [text(`${perAttempt.from} `), ...(perAttempt.site === undefined ? [] : [place(perAttempt.site)])],
    ];
  });
  return table([['Step', 'Layer', 'Operation', 'Guards', 'Starts at', 'Attempts', 'Each', 'In all', 'From'].map((head) => [text(head)]), ...rows]);
}

// One line for all that one call waits for.
function inShort(slices: readonly ReviewedSlice[], place: Written, { limits }: Limits): BlockContent {
  const calls: ReviewedSlice[][] = [];
  for (const slice of slices) {
    const last = calls.at(-1);
    const [before] = last ?? [];
    if (before?.step === slice.step && before.operation === slice.operation && before.site.file === slice.site.file && before.site.line === slice.site.line) last?.push(slice);
    else calls.push([slice]);
  }
  return list(true, calls.flatMap((own, index) => {
    const [first] = own;
    if (first === undefined) return [];
    const { step, operation, site, startMs } = first;
    const lead = calls[index - 1]?.[0]?.step === step ? '' : `${step}: `;
    const start = startMs === undefined || startMs === 0 ? '' : `, from ${durationText(startMs)} on`;
    return [[paragraph(text(lead), code(operation), text(' '), place(site), text(` ${own.map((slice) => limits.get(keyOf(slice))?.name ?? '').join(', ')}${start}`))]];
  }));
}

// In short, a step that has no known end says so by its limits.
function gapsOf({ unproven, slices }: ReviewedPath, isShort: boolean): readonly Gap[] {
  const told = new Set(isShort ? slices.filter(({ total }) => total.is !== 'bounded').flatMap(({ operation, site, total }) =>
    [`${operation} never ends by itself`, `how long ${operation} takes is not known: ${total.from}`].map((because) => gapKey({ site, because }))) : []);
  return unproven.filter((gap) => !told.has(gapKey(gap)));
}

function gapKey({ site, because }: Gap): string {
  return `${site.file}:${site.line} ${because}`;
}

function gapBlocks(gaps: readonly Gap[], place: Written, named: Limits['gaps']): BlockContent[] {
  const shared = gaps.flatMap((gap) => named.get(gapKey(gap))?.name ?? []);
  const own = gaps.filter((gap) => !named.has(gapKey(gap)));
  return [
    ...(shared.length === 0 ? [] : [paragraph(text(`Not known: ${[...new Set(shared)].join(', ')}.`))]),
    ...(own.length === 0 ? [] : [list(false, own.map(({ site, because }) => [paragraph(text(`? ${because} `), place(site))]))]),
  ];
}
