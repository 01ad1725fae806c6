import type { RootContent } from 'mdast';
import { code, heading, list, markdownText, paragraph, table, text } from '../markdown.js';
import { hangWords } from './hang-words.js';
import { shutdownPictures, type ShutdownPicture } from './shutdown-picture.js';
import { budgetClause, findingsOf, placeOf, rowsOf, unconcerned, worstCaseWords, type TraceView } from './trace-view.js';
import { waterfallOf } from './waterfall.js';

const WIDTH = 80;

/** The same for a page or a comment. */
export function traceMarkdown(view: TraceView): string {
  const { paths, whole, hang } = view;
  const words = hang === undefined ? undefined : hangWords(hang);
  const hanging: RootContent[] = hang === undefined || words === undefined ? [] : [
    heading(2, `While ${hang.name} does not answer`),
    list(false, [...words.entryPoints, ...unconcerned(view), ...words.pools, ...words.drains].map((line) => [paragraph(text(line))])),
  ];
  if (!whole) return markdownText(hang === undefined ? [listOf(view)] : hanging);
  return markdownText([...paths.flatMap((path): RootContent[] => [
    heading(2, path.entryPoint.name),
    paragraph(text(`Registered at ${placeOf(path.entryPoint.site)}. Worst case ${worstCaseWords(path)}; ${budgetClause(path, 'no budget')}.`)),
    table([
      ['step', 'layer', 'operation', 'guard', 'bound', 'evidence'].map((name) => [text(name)]),
      ...rowsOf(path).map(({ step, layer, operation, guard, bound, evidence, beside }) => [[text(step)], [text(layer)], operation === '' ? [] : [code(operation)], [text(guard)], [text(beside ? `(${bound})` : bound)], [text(evidence)]]),
    ]),
    ...(path.slices.length === 0 ? [] : [{ type: 'code' as const, lang: 'text', value: waterfallOf(path, WIDTH).join('\n') }]),
    ...shutdownPictures(view, path).flatMap(shutdownBlocks),
    ...(path.unproven.length === 0 ? [] : [paragraph(text('Unproven:')), list(false, path.unproven.map(({ site, because }) => [paragraph(text(`${placeOf(site)} ${because}`))]))]),
    ...(findingsOf(view, path).length === 0 ? [] : [paragraph(text('Findings:')), list(false, findingsOf(view, path).map((line) => [paragraph(text(line))]))]),
  ]), ...hanging]);
}

function shutdownBlocks({ title, rows, notes }: ShutdownPicture): RootContent[] {
  return [
    paragraph(text(title)),
    table([['path', 'what', 'opened at', 'closes'].map((name) => [text(name)]), ...rows.map(({ path, what, opened, closes }) => [[text(path)], [code(what)], [text(opened)], [text(closes)]])]),
    ...(notes.length === 0 ? [] : [list(false, notes.map((note) => [paragraph(text(note))]))]),
  ];
}

function listOf({ paths }: TraceView): RootContent {
  return table([
    ['entry point', 'worst case', 'budget', 'registered at'].map((name) => [text(name)]),
    ...paths.map((path) => [[code(path.entryPoint.name)], [text(path.waits || path.unproven.length > 0 ? worstCaseWords(path) : 'waits for nothing')], [text(budgetClause(path, 'no budget'))], [text(placeOf(path.entryPoint.site))]]),
  ]);
}
