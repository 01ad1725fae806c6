import type { ConcernSummary, Evidence, Review } from '#linter/review/types.js';
import { saidOf, verdictIdOf, type Alike } from '../alike.js';
import type { LinkTemplates } from '../links.js';
import { errorsFirst, numberOf } from '../texts.js';
import { Mark, Names, Place, Trace } from './words.js';

interface Props {
  readonly review: Review;
  readonly alike: Alike;
  readonly links: LinkTemplates;
}

/** With more than these, only their lines, or how many there are, are printed. */
const PRINTED = 60;
/** With more findings than these, only the first of them are printed in full. */
const FINDINGS_PRINTED = 24;
const IN_FULL = 12;

/** Every verdict once, so that everything else can point to it: violations in full, the others as lines. */
export function AllEvidence({ review, alike, links }: Props) {
  const of = (state: Evidence['state']) => review.evidence.filter((item) => item.state === state);
  const violated = of('violated');
  const accepted = of('accepted');
  const printed = new Set((violated.length <= FINDINGS_PRINTED ? violated : violated.toSorted(errorsFirst).slice(0, IN_FULL)).map(({ id }) => id));
  return (
    <>
      <section aria-labelledby="violated">
        <h2 id="violated">Findings</h2>
        {printed.size < violated.length && <p class="note on-paper">On paper {printed.size} of {numberOf(violated.length, 'finding')} are told in full, those of severity error first, and the others by one line; the file has the way to each.</p>}
        {violated.length === 0 && <p>None of the rules that were asked found a violation.</p>}
        {review.concerns.map((concern) => <Findings concern={concern} items={violated.filter((item) => item.concern === concern.id)} links={links} added={new Set(review.comparison?.added)} printed={printed} />)}
      </section>
      {accepted.length > 0 && (
        <section aria-labelledby="accepted">
          <h2 id="accepted">Accepted with a reason</h2>
          <ul class="lines">{accepted.map((item) => <Line item={item} links={links} />)}</ul>
        </section>
      )}
      <Lines id="unproven" title="Could not be decided" items={of('unproven')} review={review} alike={alike} links={links} />
      <Lines id="satisfied" title="Satisfied, with the guard" items={of('satisfied')} review={review} alike={alike} links={links} />
    </>
  );
}

interface FindingsProps {
  readonly concern: ConcernSummary;
  readonly items: readonly Evidence[];
  readonly links: LinkTemplates;
  readonly added: ReadonlySet<string>;
  readonly printed: ReadonlySet<string>;
}

function Findings({ concern, items, links, added, printed }: FindingsProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{concern.title} <small>{numberOf(items.length, 'finding')}</small></h3>
      <div class="findings">{items.map((item) => <Finding item={item} links={links} isNew={added.has(item.id)} printed={printed.has(item.id)} />)}</div>
    </>
  );
}

function Finding({ item, links, isNew, printed }: { readonly item: Evidence; readonly links: LinkTemplates; readonly isNew: boolean; readonly printed: boolean }) {
  const { id, rule, severity, text, remedy, trace, related, entryPoints, site } = item;
  return (
    <details id={id} class={`finding ${printed ? 'print' : ''}`}>
      <summary><span class={`severity ${severity}`}>{severity}</span>{isNew && <span class="new">new</span>} <span>{text}</span> <code class="place">{`${site.file}:${site.line}`}</code></summary>
      <p class="repair"><b>Repair</b> {remedy}. <Place site={site} links={links} /></p>
      <Trace trace={trace} links={links} />
      <Related steps={related} links={links} />
      {entryPoints.length > 0 && <p>On {numberOf(entryPoints.length, 'entry point')}: <Names names={entryPoints} /></p>}
      <p class="note"><code>{rule}</code> · {id}</p>
    </details>
  );
}

/** More related places than these are folded. */
const RELATED = 6;

function Related({ steps, links }: { readonly steps: Evidence['related']; readonly links: LinkTemplates }) {
  if (steps.length === 0) return null;
  const list = (some: Evidence['related']) => <ul class="related" aria-label="Related places">{some.map((step) => <li>{step.text} <Place site={step.site} links={links} /></li>)}</ul>;
  if (steps.length <= RELATED + 1) return list(steps);
  return <>{list(steps.slice(0, RELATED))}<details><summary>{numberOf(steps.length - RELATED, 'more related place')}</summary>{list(steps.slice(RELATED))}</details></>;
}

function Lines({ id, title, items, review, alike, links }: Props & { readonly id: string; readonly title: string; readonly items: readonly Evidence[] }) {
  if (items.length === 0) return <section aria-labelledby={id}><h2 id={id}>{title}</h2><p>Nothing.</p></section>;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title} <small>{items.length.toLocaleString('en')}</small></h2>
      {review.concerns.map(({ id: concern, title: name }) => {
        const own = items.filter((item) => item.concern === concern);
        if (own.length === 0) return null;
        return <details class={items.length <= PRINTED ? 'group print' : 'group'}><summary>{name} <small>{own.length}</small></summary><ul class="lines">{own.filter(isFirst).map((item) => <Line item={item} links={links} same={alike.verdicts.get(item.id)} />)}</ul></details>;
      })}
    </section>
  );

  function isFirst(item: Evidence): boolean {
    return verdictIdOf(item.id, alike) === item.id;
  }
}

function Line({ item, links, same }: { readonly item: Evidence; readonly links: LinkTemplates; readonly same?: readonly Evidence[] | undefined }) {
  if (same !== undefined) return <li id={item.id}><Mark state={item.state} quiet /> {numberOf(same.length, 'entry point')}, each at its own place: {saidOf(item)} <Names names={same.flatMap(({ entryPoints }) => entryPoints)} /></li>;
  return <li id={item.id}><Mark state={item.state} quiet /> {item.text} <Place site={item.site} links={links} />{item.reason !== undefined && <> — <q>{item.reason}</q></>}{item.remedy !== undefined && <small> {item.remedy}.</small>}</li>;
}
