import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { Review, ReviewedBound, ReviewedDependency, ReviewedPath } from '#linter/review/types.js';
import { code, heading, list, paragraph, strong, table, text } from '../../markdown.js';
import { durationText } from '#rules/support/duration-text.js';
import { countText, numberOf, stateMarks, stepTexts, targetOf, timeText } from '../texts.js';
import type { Written } from './page.js';

/** What the requests of an entry point wait for, as a table. */
export function pathBlocks({ slices, worstCase, budget, marginMs, omitted, unproven }: ReviewedPath, place: Written): BlockContent[] {
  const rows = slices.map(({ step, layer, operation, on, guards, attempts, total, perAttempt, site, startMs, counts }): PhrasingContent[][] => [
    [text(step)], [text(layer)], [code(operation), text(`${targetOf({ operation, ...(on === undefined ? {} : { on }) }) === undefined ? '' : ` → ${on}`} `), place(site)], [text(guards.map(({ name }) => name).join(', '))],
    [text(startMs === undefined ? 'unknown' : durationText(startMs))], [text(countText(attempts))], [text(timeText(perAttempt))], [text(`${timeText(total)}${counts ? '' : ', beside'}`)],
    [text(`${perAttempt.from} `), ...(perAttempt.site === undefined ? [] : [place(perAttempt.site)])],
  ]);
  const margin = marginMs > 0 ? `; margin ${durationText(marginMs)}` : '';
  return [
    paragraph(text(`Worst case ${withOrigin(worstCase)}; budget ${budget === undefined ? 'none' : withOrigin(budget)}${margin}.${omitted > 0 ? ` ${numberOf(omitted, 'further step')} not listed.` : ''}`)),
    ...(slices.length === 0 ? [] : [table([['Step', 'Layer', 'Operation', 'Guards', 'Starts at', 'Attempts', 'Each', 'In all', 'From'].map((head) => [text(head)]), ...rows])]),
    ...(unproven.length === 0 ? [] : [list(false, unproven.map(({ site, because }) => [paragraph(text(`? ${because} `), place(site))]))]),
  ];
}

function withOrigin(bound: ReviewedBound): string {
  return `${timeText(bound)} (${bound.from})`;
}

/** A dependency: who calls it, its guards, and the what-if of it hanging. */
export function dependencyBlocks({ name, kind, site, calledBy, breakers, retries, amplification, operations, hang, evidence }: ReviewedDependency, place: Written): BlockContent[] {
  return [
    heading(3, name),
    list(false, [
      [paragraph(text(`${kind}, `), place(site))],
      [paragraph(text(`called by ${calledBy.length === 0 ? 'nothing in sight' : calledBy.join(', ')}`))],
      [paragraph(text('breaker: '), ...listed(breakers.map(({ name: guard, site: at }) => [text(`${guard} `), place(at)])))],
      [paragraph(text('retries: '), ...listed(retries.map(({ name: guard, site: at, attempts }) => [text(`${guard}, ${countText(attempts)} attempts `), place(at)])))],
      [paragraph(text(`attempts of one request: ${countText(amplification)}${amplification.is === 'unknown' ? ` (${amplification.from})` : ''}`))],
      ...(evidence.length === 0 ? [] : [[paragraph(text(`findings: ${evidence.join(', ')}`))]]),
      ...operations.map((operation) => [paragraph(code(operation.text), text(' '), place(operation.site), text(`: each attempt ends after ${withOrigin(operation.perAttempt)}; attempts ${countText(operation.attempts)}`))]),
      ...hang.entryPoints.map(({ entryPoint, held, attempts, endsFor }) => [paragraph(strong('if it hangs'), text(`: ${entryPoint} is held ${withOrigin(held)}, attempts ${countText(attempts)}${endsFor === undefined ? '' : `, ended for the client by ${endsFor}`}`))]),
      ...hang.pools.map((pool) => [paragraph(strong('if it hangs'), text(`: ${pool.name} `), place(pool.site), text(` (${countText(pool.size)} connections, each held ${timeText(pool.held)})${pool.drainsAt === undefined ? '' : ` is empty from ${pool.drainsAt.toFixed(1)} requests a second on`}${pool.sharedBy.length === 0 ? '' : `; shared by ${pool.sharedBy.join(', ')}`}`))]),
    ]),
  ];
}

function listed(items: readonly PhrasingContent[][]): PhrasingContent[] {
  return items.length === 0 ? [text('none')] : items.flatMap((item, index) => (index === 0 ? item : [text(', '), ...item]));
}

/** The service as a Mermaid graph and the shutdown order as a list. */
export function pictureBlocks({ picture, shutdown, evidence }: Review, place: Written): RootContent[] {
  const label = (value: string) => value.replace(/["\\<>&#;`\n]/g, (sign) => `#${sign.codePointAt(0) ?? 32};`);
  const nodes = picture.nodes.map(({ id, text: name, kind }) => `  ${id}${kind === 'entry' ? `(["${label(name)}"])` : `["${label(name)}"]`}`);
  const edges = picture.edges.map(({ from, to, is }) => `  ${from} ${is === 'wrong' ? '-. closed too early .->' : '-->'} ${to}`);
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const told = new Set(shutdown.steps.flatMap((step) => step.evidence));
  const besides = shutdown.evidence.filter((id) => !told.has(id)).flatMap((id) => byId.get(id) ?? []);
  return [
    heading(2, 'The service'),
    { type: 'code', lang: 'mermaid', value: ['graph LR', ...nodes, ...edges].join('\n') },
    heading(2, 'Shutdown order'),
    list(true, shutdown.steps.map(({ text: name, site, state, neededBy, evidence: [first] }) => [
      paragraph(text(`${stepTexts[state].mark} ${name} `), place(site), text(` ${byId.get(first ?? '')?.text ?? stepTexts[state].word}${neededBy.length === 0 ? '' : `; after ${neededBy.join(', ')}`}`)),
    ])),
    ...(besides.length === 0 ? [] : [list(false, besides.map(({ id, text: fact, state }) => [paragraph(text(`${stateMarks[state].mark} ${fact} (${id})`))]))]),
  ];
}
