import type { Cell, Evidence, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { numberOf } from '../texts.js';
import { areasOf } from './areas.js';
import { Path } from './path.js';
import { CellItems, sharedCells, SharedCells, sharedKey, type SharedCell } from './shared-cells.js';
import { Breakable, Kind, Mark, Place } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

/** With more than these, only their rows are printed, and what somebody has opened. */
const PRINTED = 12;
/** With more than these, their traces are cut to what the worst case consists of. */
const WHOLE_TRACES = 300;

interface Known {
  readonly review: Review;
  readonly links: LinkTemplates;
  readonly byId: ReadonlyMap<string, Evidence>;
  readonly shared: ReadonlyMap<string, SharedCell>;
}

/** Each entry point with the evidence of its row, the trace of its requests and their time. */
export function EntryPoints({ review, links }: Props) {
  const byId = new Map(review.evidence.map((item) => [item.id, item]));
  const known: Known = { review, links, byId, shared: sharedCells(review, byId) };
  const areas = areasOf(review.entryPoints);
  const list = (entryPoints: readonly ReviewedEntryPoint[]) => entryPoints.map((entryPoint) => <EntryPoint entryPoint={entryPoint} known={known} />);
  return (
    <section aria-labelledby="entry-points">
      <h2 id="entry-points">Entry points <small>{review.entryPoints.length.toLocaleString('en')}</small></h2>
      {review.entryPoints.length > PRINTED && <p class="note on-paper">On paper only what stands open is told in full.</p>}
      <SharedCells shared={known.shared} byId={byId} links={links} />
      {areas.length === 1 && list(review.entryPoints)}
      {areas.length > 1 && areas.map(({ title, entryPoints }) => (
        <details class="area">
          <summary><b><Breakable text={title} /></b> <small>{numberOf(entryPoints.length, 'entry point')}</small></summary>
          {list(entryPoints)}
        </details>
      ))}
    </section>
  );
}

function EntryPoint({ entryPoint, known }: { readonly entryPoint: ReviewedEntryPoint; readonly known: Known }) {
  const { id, anchor, kind, site, middleware, cells, path } = entryPoint;
  const { review, links } = known;
  const told = cells.filter(({ state }) => state !== 'not-applicable' && state !== 'not-asked');
  const count = (state: Cell['state']) => cells.filter((cell) => cell.state === state).length;
  const states = (['violated', 'unproven', 'satisfied'] as const).filter((state) => count(state) > 0);
  return (
    <details id={anchor} class={review.entryPoints.length <= PRINTED ? 'entry print' : 'entry'}>
      <summary><b><Breakable text={id} /></b> <Kind kind={kind} /> <span class="marks">{states.map((state) => <span class={`mark ${state}`}>{count(state)} {state}</span>)}</span></summary>
      <p class="note">Registered at <Place site={site} links={links} />{middleware.length > 0 && <>, behind {middleware.map((one, index) => <>{index > 0 && ', '}<code>{one}</code></>)}</>}</p>
      {told.map((cell) => <CellEvidence anchor={anchor} cell={cell} entryPoint={id} known={known} />)}
      {path !== undefined && <Path path={path} name={id} links={links} brief={review.entryPoints.length > WHOLE_TRACES} />}
    </details>
  );
}

interface CellProps {
  readonly anchor: string;
  readonly cell: Cell;
  readonly entryPoint: string;
  readonly known: Known;
}

function CellEvidence({ anchor, cell, entryPoint, known: { review, links, byId, shared } }: CellProps) {
  const { concern, state, evidence, note } = cell;
  const alike = shared.get(sharedKey(cell, entryPoint, byId));
  return (
    <div class="cell" id={`${anchor}-${concern}`}>
      <h3 class="minor"><Mark state={state} quiet /> {review.concerns.find((one) => one.id === concern)?.title}</h3>
      {alike === undefined && <CellItems cell={cell} entryPoint={entryPoint} byId={byId} links={links} />}
      {alike !== undefined && <p>{note ?? byId.get(evidence[0] ?? '')?.text}{note === undefined && evidence.length > 1 && `, and ${evidence.length - 1} more`}: <a href={`#${alike.anchor}`}>as for {numberOf(alike.count - 1, 'other')}</a></p>}
    </div>
  );
}
