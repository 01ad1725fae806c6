import type { Evidence, Harm, Review } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { decisionTexts, numberOf, reachText, shareText, summaryText } from '../texts.js';
import { FindingLinks, Names, Place, Trace, Wide } from './words.js';

/** On paper the further causes end here. */
const PRINTED = 24;

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
      <div>
        <h2 id="verdict">{decisionTexts[decision.is]}</h2>
        <p class="lead">{summaryText(review)}</p>
      </div>
      <ul class="conditions" aria-label="Conditions of the policy">
        {decision.conditions.map(({ text, holds, found }) => (
          <li><span class={`mark ${holds ? 'satisfied' : 'violated'}`}><span aria-hidden="true">{holds ? '✓' : '✕'}</span><span class="sr">{holds ? 'holds' : 'does not hold'}</span></span><span>{text} <small>{found}</small></span></li>
        ))}
      </ul>
    </section>
  );
}

function Counts({ review }: Pick<Props, 'review'>) {
  const { counts, coverage } = review;
  const items: readonly (readonly [string, string, string])[] = [
    [counts.errors.toLocaleString('en'), counts.errors === 1 ? 'error' : 'errors', '#violated'],
    [counts.warnings.toLocaleString('en'), counts.warnings === 1 ? 'warning' : 'warnings', '#violated'],
    [counts.unproven.toLocaleString('en'), 'unproven', '#unproven'],
    [counts.satisfied.toLocaleString('en'), 'satisfied', '#satisfied'],
    ...(counts.accepted === 0 ? [] : [[counts.accepted.toLocaleString('en'), 'accepted', '#accepted'] as const]),
    [counts.entryPoints.toLocaleString('en'), counts.entryPoints === 1 ? 'entry point' : 'entry points', '#matrix'],
    [shareText(coverage.calls), 'of calls resolved', '#limits'],
  ];
  return (
    <ul class="counts" aria-label="Counts, each with its evidence">
      {items.map(([number, word, target]) => <li><a href={target}><b>{number}</b> <span>{word}</span></a></li>)}
    </ul>
  );
}

function Harms({ review, links }: Props) {
  const { harms, counts, evidence } = review;
  if (harms.length === 0) return null;
  const byId = new Map(evidence.map((item) => [item.id, item]));
  return (
    <section aria-labelledby="hurts">
      <h2 id="hurts">What would hurt most</h2>
      <p class="note">Ranked by blast radius: entry points that suffer × weight of what is held × weight of how it fails.</p>
      <ol class="harms">{harms.map((harm) => <HarmItem harm={harm} total={counts.entryPoints} byId={byId} links={links} />)}</ol>
      <Further review={review} links={links} />
    </section>
  );
}

function HarmItem({ harm, total, byId, links }: { readonly harm: Harm; readonly total: number; readonly byId: ReadonlyMap<string, Evidence>; readonly links: LinkTemplates }) {
  const { message, consequence, remedy, trace, site, places, entryPoints, through, evidence } = harm;
  const from = through.length > 0 ? through : entryPoints;
  return (
    <li>
      <div class="harm">
        <h3>{message}</h3>
        <p>{consequence}</p>
        <p class="repair"><b>Repair</b> {remedy}. <Place site={site} links={links} /></p>
        <details class="print">
          <summary>{trace.length > 0 ? 'The way there' : 'Where it is felt'}{places > 1 && `, and ${numberOf(places - 1, 'more place')}`}</summary>
          <Trace trace={trace} links={links} />
          {from.length > 0 && <p>{through.length > 0 || trace.length > 0 ? 'Reached from' : 'Felt by'} <Names names={from} /></p>}
          <p>{places > 1 ? 'All places' : 'The finding'}: <FindingLinks ids={evidence} byId={byId} /></p>
        </details>
      </div>
      <Radius harm={harm} total={total} />
    </li>
  );
}

/** The arithmetic of the order, as a column of its factors. */
function Radius({ harm, total }: { readonly harm: Harm; readonly total: number }) {
  const { radius, holds, fails } = harm;
  return (
    <div class="radius">
      <p><b>{radius.product.toLocaleString('en')}</b> blast radius</p>
      <ul>
        <li><b>{radius.entryPoints.toLocaleString('en')}</b><span>{reachText(harm, total)}</span></li>
        <li><b>× {radius.held}</b><span>holds {holds}</span></li>
        <li><b>× {radius.failure}</b><span>{fails}</span></li>
      </ul>
    </div>
  );
}

function Further({ review: { furtherHarms }, links }: Props) {
  if (furtherHarms.length === 0) return null;
  return (
    <details class="further print">
      <summary>{numberOf(furtherHarms.length, 'further cause')}, ranked the same way</summary>
      <Wide label="Further causes">
        <table>
          <caption class="sr">Further causes by blast radius</caption>
          <thead><tr><th scope="col">Radius</th><th scope="col">Entry points × held × failure</th><th scope="col">Cause</th></tr></thead>
          <tbody>
            {furtherHarms.map(({ radius, message, site, places, evidence }, index) => (
              <tr class={index < PRINTED ? undefined : 'on-screen'}>
                <td class="number">{radius.product.toLocaleString('en')}</td><td class="number">{`${radius.entryPoints} × ${radius.held} × ${radius.failure}`}</td>
                <td><a href={`#${evidence[0] ?? 'violated'}`}>{message}</a>{places > 1 && <small> and {numberOf(places - 1, 'more place')}</small>}<br /><small><Place site={site} links={links} /></small></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {furtherHarms.length > PRINTED && <p class="note on-paper">{numberOf(furtherHarms.length - PRINTED, 'cause')} of smaller radius {furtherHarms.length - PRINTED === 1 ? 'is' : 'are'} not printed here; each is among the findings.</p>}
    </details>
  );
}
