import type { BlockContent, RootContent } from 'mdast';
import type { Cell, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import { code, heading, list, paragraph, strong, table, text } from '../../markdown.js';
import { entryRowsOf, isTold, matrixRowsOf, saidOf, sharedCellOf, type Alike } from '../alike.js';
import { numberOf, stateMarks } from '../texts.js';
import { limitBlocks, limitsOf, pathBlocks, type Limits } from './waits.js';
import type { Written } from './words.js';

/** Entry points × concerns; entry points with the same answers share a row where there are many. */
export function matrixBlocks({ concerns, entryPoints }: Review, alike: Alike): RootContent[] {
  const rows = matrixRowsOf(entryPoints, alike).map((row) => [
    row.entryPoints.flatMap(({ id }, index) => (index === 0 ? [code(id)] : [text(', '), code(id)])),
    ...(row.entryPoints[0]?.cells ?? []).map(({ state }) => [text(stateMarks[state].mark)]),
  ]);
  const legend = Object.values(stateMarks).map(({ mark, word }) => `${mark} ${word}`).join(', ');
  return [heading(2, 'Entry points and concerns'), paragraph(text(legend)), table([[[text('Entry point')], ...concerns.map(({ title }) => [text(title)])], ...rows])];
}

/** Each entry point with its answers and what its requests wait for; what many have alike is written once. */
export function entryPointBlocks(review: Review, alike: Alike, place: Written): RootContent[] {
  const shared = alike.isMany ? [...alike.cells.values()] : [];
  const limits = alike.isMany ? limitsOf(review.entryPoints) : undefined;
  return [
    heading(2, 'Entry points'),
    ...(shared.length === 0 ? [] : [
      heading(3, 'What many have alike'),
      list(false, shared.map(({ anchor, title, cell, count }) => [paragraph(code(anchor), text(' '), strong(`${title}: ${stateMarks[cell.state].word}`), text(` (${numberOf(count, 'entry point')}) ${answerText(cell, alike)}`))])),
    ]),
    ...(limits === undefined || limits.limits.size + limits.gaps.size === 0 ? [] : [heading(3, 'Limits of what they wait for'), paragraph(text('Steps below name the limits that they are under (l), and what is not known of several entry points (g).')), ...limitBlocks(limits, place)]),
    ...entryRowsOf(review.entryPoints, alike).flatMap(({ entryPoints: [first, ...others] }) => (first === undefined ? [] : rowBlocks([first, ...others], { review, alike, place, limits }))),
  ];
}

interface Known {
  readonly review: Review;
  readonly alike: Alike;
  readonly place: Written;
  /** Told once, where there are many entry points. */
  readonly limits: Limits | undefined;
}

function rowBlocks([first, ...others]: readonly [ReviewedEntryPoint, ...ReviewedEntryPoint[]], known: Known): RootContent[] {
  const { review, alike, place } = known;
  const { id, kind, site, middleware, cells } = first;
  const behind = middleware.length === 0 ? '' : `, behind ${middleware.join(', ')}`;
  const told = cells.filter(isTold);
  const own = told.filter((cell) => !isOnce(cell, first, alike));
  const once = told.filter((cell) => isOnce(cell, first, alike));
  return [
    ...(others.length === 0
      ? [heading(3, id), paragraph(text(`${kind}, registered at `), place(site), text(behind))]
      : [heading(3, `${id} and ${others.length} more`), list(false, [first, ...others].map((one) => [paragraph(code(one.id), text(' '), place(one.site))])), paragraph(text(`${kind}${behind}`))]),
    ...(own.length === 0 ? [] : [list(false, own.map((cell) => [cellLine(cell, review, alike)]))]),
    ...(once.length === 0 ? [] : [paragraph(text(`Like many: ${once.map((cell) => { const alikeCell = sharedCellOf(cell, id, alike); return `${alikeCell?.title ?? ''} ${stateMarks[cell.state].word} (${alikeCell?.anchor ?? ''})`; }).join(', ')}.`))]),
    ...waits(first, known),
  ];
}

function isOnce(cell: Cell, { id }: ReviewedEntryPoint, alike: Alike): boolean {
  return alike.isMany && sharedCellOf(cell, id, alike) !== undefined;
}

function cellLine(cell: Cell, { concerns }: Review, alike: Alike): BlockContent {
  const title = concerns.find(({ id }) => id === cell.concern)?.title ?? cell.concern;
  return paragraph(strong(`${title}: ${stateMarks[cell.state].word}`), text(` ${answerText(cell, alike)}`));
}

function answerText({ evidence, note }: Cell, { byId, verdicts }: Alike): string {
  const first = byId.get(evidence[0] ?? '');
  const said = first === undefined ? '' : verdicts.has(first.id) ? saidOf(first) : first.text;
  return `${note ?? said}${evidence.length === 0 ? '' : ` (${evidence.join(', ')})`}`;
}

function waits({ path, anchor }: ReviewedEntryPoint, { alike: { traces }, place, limits }: Known): BlockContent[] {
  if (path === undefined) return [];
  const same = traces.get(anchor);
  return same === undefined || same.anchor === anchor ? pathBlocks(path, place, limits) : [paragraph(text(`What a request waits for is the same as for ${same.id}.`))];
}
