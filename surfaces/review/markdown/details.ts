import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { Review, ReviewedDependency } from '#linter/review/types.js';
import { byKey } from '../../by-key.js';
import { code, heading, list, paragraph, strong, text } from '../../markdown.js';
import { countText, drainText, numberOf, stateMarks, stepTexts, timeText, withOrigin } from '../texts.js';
import type { Words, Written } from './words.js';

/** A guard is named once, with the first of the places where it is used. */
const PLACES = 3;

/** A dependency: who calls it, its guards, and the what-if of it hanging. */
export function dependencyBlocks(dependency: ReviewedDependency, { place, names }: Words): BlockContent[] {
  const { name, kind, site, calledBy, breakers, unguarded, retries, amplification, operations, hang, evidence } = dependency;
  const where = `${name} above`;
  return [
    heading(3, name),
    list(false, [
      [paragraph(text(`${kind}, `), place(site))],
      [paragraph(text(`called by ${calledBy.length === 0 ? 'nothing in sight' : names(calledBy, where)}`))],
      ...(breakers.length === 0 && kind !== 'partner' ? [] : [[paragraph(text('breaker: '), ...listed([...byKey(breakers, (guard) => guard.name)].map(([guard, used]) => [text(`${guard} `), ...used.slice(0, PLACES).flatMap(({ site: at }, index) => [...(index > 0 ? [text(' ')] : []), place(at)]), text(used.length > PLACES ? ` and ${numberOf(used.length - PLACES, 'more place')}` : '')])), text(unguarded === true ? '; some way to it passes none' : ''))]]),
      [paragraph(text('retries: '), ...listed(retries.map(({ name: guard, site: at, attempts }) => [text(`${guard}, ${countText(attempts)} attempts `), place(at)])))],
      [paragraph(text(`attempts of one request: ${countText(amplification)}${amplification.is === 'unknown' ? ` (${amplification.from})` : ''}`))],
      ...(evidence.length === 0 ? [] : [[paragraph(text(`findings: ${evidence.join(', ')}`))]]),
      ...[...byKey(operations, ({ perAttempt, attempts }) => `each attempt ends after ${withOrigin(perAttempt)}; attempts ${countText(attempts)}`).entries()].map(([words, own]) => [
        paragraph(...listed(own.map((operation) => [code(operation.text), text(' '), place(operation.site)])), text(`: ${words}`)),
      ]),
      ...held(hang.entryPoints).map(([words, own]) => [paragraph(strong('if it hangs'), text(`: ${names(own, where)} ${own.length === 1 ? 'is' : 'are'} held ${words}`))]),
      ...hang.pools.map((pool) => [paragraph(strong('if it hangs'), text(`: ${pool.name} `), place(pool.site), text(` (${countText(pool.size)} connections, each held ${timeText(pool.held)})${pool.drainsAt === undefined ? '' : `: ${drainText(pool)}`}${pool.sharedBy.length === 0 ? '' : `; shared by ${names(pool.sharedBy, `the pool of ${where}`)}`}`))]),
    ]),
  ];
}

/** Entry points that are held alike, with how. */
function held(entryPoints: ReviewedDependency['hang']['entryPoints']): readonly (readonly [string, readonly string[]])[] {
  const groups = byKey(entryPoints, (one) => `${one.held.is === 'bounded' ? timeText(one.held) : withOrigin(one.held)}, attempts ${countText(one.attempts)}${one.endsFor === undefined ? '' : `, ended for the client by ${one.endsFor}`}`);
  return [...groups].map(([words, own]) => [words, own.map(({ entryPoint }) => entryPoint)]);
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
    ...(besides.length === 0 ? [] : [list(false, besides.map(({ id, text: fact, state }) => [paragraph(text(`${stateMarks[state].mark} ${fact} (${id})`))]))]),
    list(true, shutdown.steps.map(({ text: name, site, state, neededBy, evidence: own }) => [
      paragraph(text(`${state === 'unknown' ? '' : `${stepTexts[state].mark} `}${name} `), place(site), text(` ${saidOf(own, stepTexts[state].like)}${neededBy.length === 0 ? '' : `${own.length === 0 ? '' : '; '}after ${neededBy.join(', ')}`}`)),
    ])),
  ];

  function saidOf(own: readonly string[], like: string): string {
    return own.flatMap((id) => byId.get(id) ?? []).toSorted((a, b) => Number(b.state === like) - Number(a.state === like))[0]?.text ?? '';
  }
}
