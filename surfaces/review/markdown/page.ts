import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { TraceStep } from '#model/site.js';
import type { Evidence, Harm, Review } from '#linter/review/types.js';
import { code, heading, list, markdownText, paragraph, strong, text } from '../../markdown.js';
import { alikeOf, saidOf, verdictIdOf, type Alike } from '../alike.js';
import { linkOf, type LinkTemplates } from '../links.js';
import { changeText, checkMarks, decisionTexts, errorsFirst, leftOutTexts, numberOf, reachText, shareText, summaryText, visibleReview } from '../texts.js';
import { dependencyBlocks, pictureBlocks } from './details.js';
import { entryPointBlocks, matrixBlocks } from './entry-points.js';
import { namesOnce, type Words, type Written } from './words.js';

/** The review as Markdown: the content of the page, for a wiki or a pull request. */
export function formatReviewMarkdown(given: Review, links: LinkTemplates): string {
  const review = visibleReview(given);
  const place: Written = (site) => {
    const url = linkOf(links.repository, site, links.root);
    const name = code(`${site.file}:${site.line}`);
    return url === undefined ? name : { type: 'link', url, children: [name] };
  };
  const alike = alikeOf(review, review.entryPoints);
  const { byId, isMany } = alike;
  const words: Words = { place, names: namesOnce(isMany, review.entryPoints.map(({ id }) => id)) };
  return markdownText([
    ...verdictOf(review),
    ...review.harms.flatMap((harm, index) => harmOf(harm, { index, total: review.counts.entryPoints, byId, ...words })),
    ...furtherOf(review, place),
    ...changesOf(review, place),
    ...matrixBlocks(review, alike),
    heading(2, 'Dependencies'), ...review.dependencies.flatMap((dependency) => dependencyBlocks(dependency, words)),
    ...pictureBlocks(review, place),
    ...checklistOf(review, place),
    ...entryPointBlocks(review, alike, place),
    ...evidenceOf(review, alike, words),
    ...limitsOf(review),
  ]);
}

function verdictOf(review: Review): RootContent[] {
  const { decision, harms } = review;
  return [
    heading(1, `${review.service}: readiness review`),
    paragraph(text(`${review.madeAt.slice(0, 10)}, seamlint ${review.tool.version}`)),
    heading(2, decisionTexts[decision.is]),
    paragraph(text(summaryText(review))),
    list(false, decision.conditions.map(({ text: condition, holds, found }) => [paragraph(text(`${holds ? '✓' : '✕'} ${condition}: ${found}`))])),
    paragraph(text(`${review.counts.satisfied} satisfied, ${review.counts.unproven} unproven, ${review.counts.accepted} accepted with a reason; ${shareText(review.coverage.calls)} of calls resolved.`)),
    ...(harms.length === 0 ? [] : [heading(2, 'What would hurt most'), paragraph(text('Ranked by blast radius: entry points that suffer × weight of what is held × weight of how it fails.'))]),
  ];
}

interface Told extends Words {
  readonly index: number;
  readonly total: number;
  readonly byId: ReadonlyMap<string, Evidence>;
}

function harmOf(harm: Harm, { index, total, place, byId, names }: Told): RootContent[] {
  const { message, consequence, remedy, entryPoints, through, holds, fails, radius, trace, site, evidence } = harm;
  const places = evidence.flatMap((id) => byId.get(id) ?? []).map((item) => place(item.site));
  const from = through.length > 0 ? through : entryPoints;
  return [
    heading(3, `${index + 1}. ${message}`),
    paragraph(text(`Blast radius ${radius.entryPoints} × ${radius.held} × ${radius.failure} = ${radius.product}: ${radius.entryPoints} ${reachText(harm, total)}; holds ${holds}; ${fails}${harm.places > 1 ? `; ${harm.places} places` : ''}`)),
    paragraph(text(consequence)),
    paragraph(strong('Repair:'), text(` ${remedy}. `), place(site)),
    ...steps(trace, place),
    ...(from.length === 0 ? [] : [paragraph(text(`${through.length > 0 || trace.length > 0 ? 'Reached from' : 'Felt by'} ${names(from, `cause ${index + 1}`)}.`))]),
    ...(places.length < 2 ? [] : [paragraph(text('All places: '), ...listed(places))]),
  ];
}

/** Places one after the other. */
function listed(places: readonly PhrasingContent[]): PhrasingContent[] {
  return places.flatMap((one, index) => (index === 0 ? [one] : [text(', '), one]));
}

function furtherOf({ furtherHarms }: Review, place: Written): RootContent[] {
  if (furtherHarms.length === 0) return [];
  return [
    paragraph(text(`${numberOf(furtherHarms.length, 'further cause')}, ranked the same way:`)),
    list(false, furtherHarms.map(({ radius, message, site, places }) => [paragraph(text(`${radius.entryPoints} × ${radius.held} × ${radius.failure} = ${radius.product}: ${message} `), place(site), text(places > 1 ? ` and ${numberOf(places - 1, 'more place')}` : ''))])),
  ];
}

function steps(trace: readonly TraceStep[], place: Written): BlockContent[] {
  return trace.length === 0 ? [] : [list(true, trace.map((step) => [paragraph(text(`${step.text} `), place(step.site))]))];
}

function changesOf({ comparison, evidence, decision }: Review, place: Written): RootContent[] {
  if (comparison === undefined) return [];
  const { previous, fixed, added, unchanged } = comparison;
  const news = evidence.filter(({ id }) => added.includes(id)).toSorted(errorsFirst);
  const day = previous.madeAt.slice(0, 10);
  return [
    heading(2, `Since ${day}`),
    paragraph(text(`${changeText(previous.decision, decision.is)} ${added.length} new, ${fixed.length} gone, ${unchanged} as before. Compared with the review of ${day} by seamlint ${previous.version}.`)),
    ...(news.length === 0 ? [] : [heading(3, 'New'), list(false, news.map((item) => [paragraph(strong(item.severity), text(` ${item.text} `), place(item.site), text(` (${item.id})`))]))]),
    ...(fixed.length === 0 ? [] : [heading(3, 'Gone'), list(false, fixed.toSorted(errorsFirst).map((item) => [paragraph(strong(item.severity), text(` ${item.text} `), code(`${item.file}:${item.line}`))]))]),
  ];
}

function checklistOf({ checklist }: Review, place: Written): RootContent[] {
  const groups = [...new Set(checklist.map(({ group }) => group))];
  return [
    heading(2, 'Checklist for the readiness meeting'),
    ...groups.flatMap((group) => [
      heading(3, group),
      list(false, checklist.filter((item) => item.group === group).map(({ text: asked, state, found, places, further }) => [
        paragraph(text(`${checkMarks[state].mark} ${asked} — ${found}${places.length === 0 ? '' : ': '}`), ...listed(places.map(place)), text(further === undefined ? '' : ` and ${further} more`)),
      ])),
    ]),
  ];
}

function evidenceOf({ evidence, concerns }: Review, alike: Alike, words: Words): RootContent[] {
  const titles: readonly (readonly [Evidence['state'], string])[] = [['violated', 'Findings'], ['accepted', 'Accepted with a reason'], ['unproven', 'Could not be decided'], ['satisfied', 'Satisfied, with the guard']];
  return titles.flatMap(([state, title]) => {
    const own = evidence.filter((item) => item.state === state);
    const blocks = concerns.flatMap((concern) => {
      const items = own.filter((item) => item.concern === concern.id);
      return items.length === 0 ? [] : [heading(3, concern.title), list(false, items.filter(({ id }) => verdictIdOf(id, alike) === id).map((item) => severalOf(item, alike) ?? lineOf(item, words)))];
    });
    return [heading(2, title), ...(blocks.length === 0 ? [paragraph(text('Nothing.'))] : blocks)];
  });
}

function severalOf(item: Evidence, { verdicts }: Alike): BlockContent[] | undefined {
  const same = verdicts.get(item.id);
  return same && [paragraph(code(item.id), text(` ${numberOf(same.length, 'entry point')}, each at its own place: ${saidOf(item)} (${item.rule}): ${same.flatMap(({ entryPoints }) => entryPoints).join(', ')}`))];
}

function lineOf({ id, rule, text: fact, site, remedy, trace, related, entryPoints, reason, severity, state }: Evidence, { place, names }: Words): BlockContent[] {
  const lead = state === 'violated' ? [strong(severity), text(' ')] : [];
  const rest = `${remedy === undefined ? '' : ` — ${remedy}`}${reason === undefined ? '' : ` — “${reason}”`} (${rule})`;
  const reached = state === 'violated' && entryPoints.length > 0 ? [paragraph(text(`On ${names(entryPoints, `finding ${id}`)}.`))] : [];
  return [
    paragraph(code(id), text(' '), ...lead, text(`${fact} `), place(site), text(rest)),
    ...steps(trace, place),
    ...(related.length === 0 || state !== 'violated' ? [] : [list(false, related.map((step) => [paragraph(text(`${step.text} `), place(step.site))]))]),
    ...reached,
  ];
}

function limitsOf({ coverage, skipped, notes, incidents, rules, notAsked }: Review): RootContent[] {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return [
    heading(2, 'What this review rests on'),
    paragraph(text(`${numberOf(coverage.files, 'file')}, ${numberOf(coverage.lines, 'line')}; ${shareText(coverage.calls)} of ${coverage.calls.total} calls and ${shareText(coverage.timeouts)} of ${coverage.timeouts.total} time limits resolved.`)),
    paragraph(text(`Rules that were asked: ${rules.map(({ id }) => id).join(', ')}.`)),
    ...(notAsked.length === 0 ? [] : [paragraph(text(`Not asked, for the preset or the configuration leaves them out: ${notAsked.join(', ')}. What they are about is not answered by this review.`))]),
    list(false, [
      ...incidents.map(({ where, message }) => [paragraph(strong('Not looked at:'), text(` ${where}: ${message}.`))]),
      ...notes.map(({ path, line, message }) => [paragraph(text(`${path === undefined ? '' : `${path}${line === undefined ? '' : `:${line}`} `}${message}`))]),
    ]),
    ...reasons.flatMap((reason) => {
      const own = skipped.filter((one) => one.reason === reason);
      return [paragraph(text(`${leftOutTexts[reason] ?? reason} (${numberOf(own.length, 'place')} left out)`)), list(false, own.map(({ path, detail }) => [paragraph(code(path), text(` ${detail}`))]))];
    }),
  ];
}
