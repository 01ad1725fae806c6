import type { Harm, Review } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { decisionTexts, numberOf, shareText, summaryText } from '../texts.js';
import { Names, Place, Trace } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

/** What a reader needs in the first minute: the verdict with its reasons, the counts, what would hurt most. */
export function FirstScreen({ review, links }: Props) {
  return (
    <>
      <Verdict review={review} />
      <Counts review={review} />
      <Harms review={review} links={links} />
    </>
  );
}

function Verdict({ review }: Pick<Props, 'review'>) {
  const { decision } = review;
  return (
    <section class={`verdict ${decision.is}`} aria-labelledby="verdict">
      <h2 id="verdict">{decisionTexts[decision.is]}</h2>
      <p class="lead">{summaryText(review)}</p>
      <ul class="conditions" aria-label="Conditions of the policy">
        {decision.conditions.map(({ text, holds, found }) => (
          <li><span class={`mark ${holds ? 'satisfied' : 'violated'}`}><span aria-hidden="true">{holds ? '✓' : '✕'}</span><span class="sr">{holds ? 'holds' : 'does not hold'}</span></span>{text} <small>{found}</small></li>
        ))}
      </ul>
    </section>
  );
}

function Counts({ review }: Pick<Props, 'review'>) {
  const { counts, coverage } = review;
  const items: readonly (readonly [string, string, string])[] = [
    [String(counts.errors), counts.errors === 1 ? 'error' : 'errors', '#violated'],
    [String(counts.warnings), counts.warnings === 1 ? 'warning' : 'warnings', '#violated'],
    [String(counts.unproven), 'unproven', '#unproven'],
    [String(counts.satisfied), 'satisfied', '#satisfied'],
    ...(counts.accepted === 0 ? [] : [[String(counts.accepted), 'accepted', '#accepted'] as const]),
    [String(counts.entryPoints), counts.entryPoints === 1 ? 'entry point' : 'entry points', '#matrix'],
    [shareText(coverage.calls), 'of calls resolved', '#limits'],
  ];
  return (
    <ul class="counts" aria-label="Counts, each with its evidence">
      {items.map(([number, word, target]) => <li><a href={target}><b>{number}</b> <span>{word}</span></a></li>)}
    </ul>
  );
}

function Harms({ review, links }: Props) {
  const { harms, furtherHarms, counts } = review;
  if (harms.length === 0) return null;
  return (
    <section aria-labelledby="hurts">
      <h2 id="hurts">What would hurt most</h2>
      <p class="note">Ordered by blast radius: entry points that suffer × weight of what is held × 2 where the failure is certain.</p>
      <ol class="harms">{harms.map((harm) => <HarmItem harm={harm} total={counts.entryPoints} links={links} />)}</ol>
      {furtherHarms > 0 && <p class="note">{numberOf(furtherHarms, 'further cause')}: <a href="#violated">all findings</a>.</p>}
    </section>
  );
}

function HarmItem({ harm, total, links }: { readonly harm: Harm; readonly total: number; readonly links: LinkTemplates }) {
  const { message, consequence, remedy, trace, site, places, entryPoints, through, holds, fails, radius, evidence } = harm;
  const { product } = radius;
  return (
    <li>
      <h3>{message}</h3>
      <p class="facts">
        <span>{reachText(harm, total)}</span>
        <span>holds {holds}</span>
        <span>{fails}</span>
        <span class="radius">{radius.entryPoints} × {radius.held} × {radius.failure} = {product}</span>
      </p>
      <p>{consequence}</p>
      <p class="repair"><b>Repair</b> {remedy}. <Place site={site} links={links} /></p>
      <details class="print">
        <summary>{trace.length > 0 ? 'The way there' : 'Where'}{places > 1 && `, and ${numberOf(places - 1, 'more place')}`}</summary>
        <Trace trace={trace} links={links} />
        {(through.length > 0 ? through : entryPoints).length > 0 && <p>Reached from <Names names={through.length > 0 ? through : entryPoints} /></p>}
        <p>Evidence: {evidence.slice(0, 12).map((id, index) => <>{index > 0 && ', '}<a href={`#${id}`}>{id}</a></>)}{evidence.length > 12 && ` and ${evidence.length - 12} more`}</p>
      </details>
    </li>
  );
}

function reachText({ entryPoints, through }: Harm, total: number): string {
  if (entryPoints.length === 0) return 'the process';
  const suffer = entryPoints.length === total ? `all ${numberOf(total, 'entry point')}` : `${entryPoints.length} of ${numberOf(total, 'entry point')}`;
  return through.length === 0 || through.length === entryPoints.length ? suffer : `${suffer}, through ${through.length}`;
}
