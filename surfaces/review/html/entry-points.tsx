import type { Cell, Evidence, Review, ReviewedEntryPoint, ReviewedPath } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { countText, numberOf, timeText } from '../texts.js';
import { Waterfall } from './waterfall.js';
import { Breakable, Mark, Place, Time, Wide } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

/** With more than these, only their rows are printed, and what somebody has opened. */
const PRINTED = 12;

/** Each entry point with the evidence of its row, the trace of its requests and their time. */
export function EntryPoints({ review, links }: Props) {
  const byId = new Map(review.evidence.map((item) => [item.id, item]));
  const few = review.entryPoints.length <= PRINTED;
  return (
    <section aria-labelledby="entry-points">
      <h2 id="entry-points">Entry points <small>{review.entryPoints.length.toLocaleString('en')}</small></h2>
      {review.entryPoints.map((entryPoint) => <EntryPoint entryPoint={entryPoint} review={review} byId={byId} links={links} printed={few} />)}
    </section>
  );
}

interface EntryProps extends Props {
  readonly entryPoint: ReviewedEntryPoint;
  readonly byId: ReadonlyMap<string, Evidence>;
  readonly printed: boolean;
}

function EntryPoint({ entryPoint, review, byId, links, printed }: EntryProps) {
  const { id, anchor, kind, site, middleware, cells, path } = entryPoint;
  const told = cells.filter(({ state }) => state !== 'not-applicable' && state !== 'not-asked');
  const count = (state: Cell['state']) => cells.filter((cell) => cell.state === state).length;
  const states = (['violated', 'unproven', 'satisfied'] as const).filter((state) => count(state) > 0);
  return (
    <details id={anchor} class={`entry ${printed ? 'print' : ''}`}>
      <summary><b><Breakable text={id} /></b> {kind !== 'http' && <small>{kind}</small>} <span class="marks">{states.map((state) => <span class={`mark ${state}`}>{count(state)} {state}</span>)}</span></summary>
      <p class="note">Registered at <Place site={site} links={links} />{middleware.length > 0 && <>, behind {middleware.map((one, index) => <>{index > 0 && ', '}<code>{one}</code></>)}</>}</p>
      {told.map((cell) => <CellEvidence anchor={anchor} cell={cell} title={review.concerns.find((one) => one.id === cell.concern)?.title ?? ''} entryPoint={id} byId={byId} links={links} />)}
      {path !== undefined && <Path path={path} name={id} links={links} />}
    </details>
  );
}

interface CellProps {
  readonly anchor: string;
  readonly cell: Cell;
  readonly title: string;
  readonly entryPoint: string;
  readonly byId: ReadonlyMap<string, Evidence>;
  readonly links: LinkTemplates;
}

const SHOWN = 8;

function CellEvidence({ anchor, cell: { concern, state, evidence, note }, title, entryPoint, byId, links }: CellProps) {
  const items = evidence.flatMap((one) => byId.get(one) ?? []);
  return (
    <div class="cell" id={`${anchor}-${concern}`}>
      <h3 class="minor"><Mark state={state} quiet /> {title}</h3>
      <ul>
        {note !== undefined && <li>{note}</li>}
        {items.slice(0, SHOWN).map((item) => <li><a href={`#${item.id}`}>{item.text}</a> <Place site={item.site} links={links} />{item.state === 'violated' && !item.entryPoints.includes(entryPoint) ? ' — here the guard stands' : ''}</li>)}
        {items.length > SHOWN && <li class="note">and {items.length - SHOWN} more</li>}
      </ul>
    </div>
  );
}

function Path({ path, name, links }: { readonly path: ReviewedPath; readonly name: string; readonly links: LinkTemplates }) {
  const { slices, omitted, budget, worstCase, unproven, marginMs } = path;
  return (
    <>
      <h3 class="minor">What a request waits for</h3>
      <p>
        Worst case <Time bound={worstCase} links={links} />; budget {budget === undefined ? <b>none</b> : <Time bound={budget} links={links} />}
        {marginMs > 0 && `; margin ${timeText({ is: 'bounded', ms: marginMs, from: '' })}`}
      </p>
      <Wide label={`Trace of ${name}`}>
        <table class="slices">
          <caption class="sr">{`What a request of ${name} waits for, in order`}</caption>
          <thead><tr>{['Step', 'Layer', 'Operation', 'Guards', 'Attempts', 'Each', 'In all', 'From'].map((head) => <th scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {slices.map(({ step, layer, operation, on, guards, attempts, perAttempt, total, site, counts }) => (
              <tr class={counts ? '' : 'beside'}>
                <td>{step}</td><td>{layer}</td>
                <td><code>{operation}</code>{on !== undefined && <small> → {on}</small>} <Place site={site} links={links} /></td>
                <td>{guards.length === 0 ? '–' : guards.map((guard, index) => <>{index > 0 && ', '}{guard.name}</>)}</td>
                <td class="number">{countText(attempts)}</td><td class="number">{timeText(perAttempt)}</td><td class={`number ${total.is}`}>{timeText(total)}</td>
                <td>{perAttempt.from}{perAttempt.site !== undefined && <> <Place site={perAttempt.site} links={links} /></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {omitted > 0 && <p class="note">{numberOf(omitted, 'further step')} not listed.</p>}
      <Wide label={`Waterfall of ${name}`}><Waterfall path={path} title={name} /></Wide>
      {unproven.length > 0 && <ul class="lines">{unproven.map(({ site, because }) => <li><Mark state="unproven" quiet /> {because} <Place site={site} links={links} /></li>)}</ul>}
    </>
  );
}
