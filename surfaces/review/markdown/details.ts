import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { Review, ReviewedBound, ReviewedDependency, ReviewedPath } from '#linter/review/types.js';
import { code, heading, list, paragraph, strong, table, text } from '../../markdown.js';
import { countText, numberOf, timeText } from '../texts.js';
import type { Written } from './page.js';

/** What the requests of an entry point wait for, as a table. */
export function pathBlocks({ slices, worstCase, budget, omitted }: ReviewedPath, place: Written): BlockContent[] {
  const rows = slices.map(({ step, layer, operation, on, guards, attempts, total, perAttempt, site }): PhrasingContent[][] => [
    [text(step)], [text(layer)], [code(operation), text(`${on === undefined ? '' : ` → ${on}`} `), place(site)], [text(guards.map(({ name }) => name).join(', '))],
    [text(countText(attempts))], [text(timeText(perAttempt))], [text(timeText(total))], [text(perAttempt.from)],
  ]);
  return [
    paragraph(text(`Worst case ${withOrigin(worstCase)}; budget ${budget === undefined ? 'none' : withOrigin(budget)}.${omitted > 0 ? ` ${numberOf(omitted, 'further step')} not listed.` : ''}`)),
    table([['Step', 'Layer', 'Operation', 'Guards', 'Attempts', 'Each', 'In all', 'From'].map((head) => [text(head)]), ...rows]),
  ];
}

function withOrigin(bound: ReviewedBound): string {
  return `${timeText(bound)} (${bound.from})`;
}

/** A dependency: who calls it, its guards, and the what-if of it hanging. */
export function dependencyBlocks({ name, kind, site, calledBy, breakers, retries, amplification, operations, hang }: ReviewedDependency, place: Written): BlockContent[] {
  const guards = (all: readonly { readonly name: string }[]) => (all.length === 0 ? 'none' : all.map((guard) => guard.name).join(', '));
  return [
    heading(3, name),
    list(false, [
      [paragraph(text(`${kind}, `), place(site))],
      [paragraph(text(`called by ${calledBy.length === 0 ? 'nothing in sight' : calledBy.join(', ')}`))],
      [paragraph(text(`breaker: ${guards(breakers)}; retries: ${guards(retries)}; attempts of one request: ${countText(amplification)}`))],
      ...operations.map((operation) => [paragraph(code(operation.text), text(' '), place(operation.site), text(`: each attempt ends after ${withOrigin(operation.perAttempt)}`))]),
      ...hang.entryPoints.map(({ entryPoint, held, endsFor }) => [paragraph(strong('if it hangs'), text(`: ${entryPoint} is held ${timeText(held)}${endsFor === undefined ? '' : `, ended for the client by ${endsFor}`}`))]),
      ...hang.pools.map((pool) => [paragraph(strong('if it hangs'), text(`: ${pool.name} (${countText(pool.size)} connections)${pool.drainsAt === undefined ? '' : ` is empty from ${pool.drainsAt.toFixed(1)} requests a second on`}; shared by ${pool.sharedBy.join(', ')}`))]),
    ]),
  ];
}

/** The service as a Mermaid graph and the shutdown order as a list. */
export function pictureBlocks({ picture, shutdown }: Review, place: Written): RootContent[] {
  const label = (value: string) => value.replace(/["\\<>&#;`\n]/g, (sign) => `#${sign.codePointAt(0) ?? 32};`);
  const nodes = picture.nodes.map(({ id, text: name, kind }) => `  ${id}${kind === 'entry' ? `(["${label(name)}"])` : `["${label(name)}"]`}`);
  const edges = picture.edges.map(({ from, to, is }) => `  ${from} ${is === 'wrong' ? '-. closed too early .->' : '-->'} ${to}`);
  return [
    heading(2, 'The service'),
    { type: 'code', lang: 'mermaid', value: ['graph LR', ...nodes, ...edges].join('\n') },
    heading(2, 'Shutdown order'),
    list(true, shutdown.steps.map(({ text: name, site, state, neededBy }) => [paragraph(text(`${name} `), place(site), text(` ${state}${neededBy.length === 0 ? '' : `, after ${neededBy.join(', ')}`}`))])),
  ];
}
