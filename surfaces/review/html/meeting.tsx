import type { ChecklistItem, Review } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { changeText, checkMarks, errorsFirst, leftOutTexts as LEFT_OUT, numberOf, shareText } from '../texts.js';
import { Place } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

const CLASSES: Readonly<Record<ChecklistItem['state'], string>> = { proved: 'satisfied', disproved: 'violated', open: 'unproven', absent: 'unproven', ask: 'not-applicable', 'not-applicable': 'not-applicable' };

/** The agenda of a readiness meeting. */
export function Checklist({ review: { checklist }, links }: Props) {
  const groups = [...new Set(checklist.map(({ group }) => group))];
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">Checklist for the readiness meeting</h2>
      <p class="note">What the code proves is filled in, with its places. What it cannot prove is a question for people: {numberOf(checklist.filter(({ state }) => state === 'ask' || state === 'absent' || state === 'open').length, 'line')} of {checklist.length}.</p>
      <ul class="legend" aria-label="Legend of the checklist">{[...new Set(checklist.map(({ state }) => state))].map((state) => <li><span class={`mark ${CLASSES[state]}`} aria-hidden="true">{checkMarks[state].mark}</span> {checkMarks[state].word}</li>)}</ul>
      {groups.map((group) => (
        <>
          <h3>{group}</h3>
          <ul class="checklist">
            {checklist.filter((item) => item.group === group).map(({ text, state, found, places, further }) => (
              <li>
                <span class={`mark ${CLASSES[state]}`}><span aria-hidden="true">{checkMarks[state].mark}</span><span class="sr">{checkMarks[state].word}</span></span>
                <span>{text}</span>
                <small>{found}{places.length > 0 && <span class="places">{places.map((site) => <> <Place site={site} links={links} /></>)}{further !== undefined && ` and ${further} more`}</span>}</small>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

/** What changed since the review that was given. */
export function Changes({ review: { comparison, evidence, decision }, links }: Props) {
  if (comparison === undefined) return null;
  const { previous, fixed, added, unchanged } = comparison;
  const news = evidence.filter(({ id }) => added.includes(id)).toSorted(errorsFirst);
  const day = previous.madeAt.slice(0, 10);
  const counts = [[added.length, 'new'], [fixed.length, 'gone'], [unchanged, 'as before']] as const;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Since {day}</h2>
      <p>{changeText(previous.decision, decision.is)}{added.length + fixed.length === 0 && ' The findings are the same as then.'}</p>
      <ul class="counts plain" aria-label="Findings then and now">{counts.map(([count, word]) => <li><span><b>{count.toLocaleString('en')}</b> {word}</span></li>)}</ul>
      <p class="note">Compared with the review of {day} by seamlint {previous.version}; findings are told apart by what they say and the code around them, not by their line.</p>
      {news.length > 0 && <><h3>New</h3><ul class="lines">{news.map(({ id, text, severity, site }) => <li><span class="mark violated" aria-hidden="true">+</span> <span class={`severity ${severity}`}>{severity}</span> <a href={`#${id}`}>{text}</a> <Place site={site} links={links} /></li>)}</ul></>}
      {fixed.length > 0 && <><h3>Gone</h3><p class="note">Places as they were then.</p><ul class="lines">{fixed.toSorted(errorsFirst).map(({ text, severity, file, line }) => <li><span class="mark satisfied" aria-hidden="true">−</span> <span class={`severity ${severity}`}>{severity}</span> {text} <code class="place">{`${file}:${line}`}</code></li>)}</ul></>}
    </section>
  );
}

/** What was not seen, so that nobody takes silence for a proof. */
export function Limits({ review }: Pick<Props, 'review'>) {
  const { coverage, skipped, notes, incidents, rules, notAsked } = review;
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">What this review rests on</h2>
      <p>
        {numberOf(coverage.files, 'file')}, {numberOf(coverage.lines, 'line')}. Of {numberOf(coverage.calls.total, 'call')} {shareText(coverage.calls)} lead somewhere that is known;
        of {numberOf(coverage.timeouts.total, 'time limit')} {coverage.timeouts.total === 0 ? 'there is nothing to resolve' : `${shareText(coverage.timeouts)} have a known value`}.
      </p>
      <p>Rules that were asked: {rules.map(({ id }, index) => <>{index > 0 && ', '}<code>{id}</code></>)}.</p>
      {notAsked.length > 0 && <p>Not asked, for the preset or the configuration leaves them out: {notAsked.map((id, index) => <>{index > 0 && ', '}<code>{id}</code></>)}. What they are about is not answered by this review.</p>}
      {incidents.length > 0 && <><h3>What was not looked at</h3><p class="note">What depends on it is unproven, never satisfied.</p><ul class="lines">{incidents.map(({ where, message }) => <li><b>{where}</b>: {message}.</li>)}</ul></>}
      {notes.length > 0 && <details><summary>{numberOf(notes.length, 'note')}</summary><ul class="lines">{notes.map(({ path, line, message }) => <li>{path !== undefined && <code class="place">{line === undefined ? path : `${path}:${line}`}</code>} {message}</li>)}</ul></details>}
      {reasons.map((reason) => {
        const own = skipped.filter((one) => one.reason === reason);
        return <details><summary>{LEFT_OUT[reason] ?? reason} <small>{numberOf(own.length, 'place')} left out</small></summary><ul class="lines">{own.map(({ path, detail }) => <li><code class="place">{path}</code> {detail}</li>)}</ul></details>;
      })}
    </section>
  );
}
