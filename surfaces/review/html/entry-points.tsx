import type { Cell, CellState, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import { entryRowsOf, isTold, sharedCellOf, type Alike, type AlikeRow } from '../alike.js';
import type { LinkTemplates } from '../links.js';
import { numberOf, stateMarks, timeText } from '../texts.js';
import type { Area } from './areas.js';
import { Path } from './path.js';
import { CellItems, SharedCells } from './shared-cells.js';
import { Breakable, Kind, Mark, Place } from './words.js';

interface Props {
  readonly review: Review;
  readonly areas: readonly Area[];
  readonly alike: Alike;
  readonly links: LinkTemplates;
}

/** With more than these, only their rows are printed, and what somebody has opened. */
const PRINTED = 12;

/** Each entry point with the evidence of its row, the trace of its requests and their time. */
export function EntryPoints(known: Props) {
  const { review, areas, alike, links } = known;
  const total = review.entryPoints.length;
  const list = (entryPoints: readonly ReviewedEntryPoint[]) => entryRowsOf(entryPoints, alike).map((row) => (row.entryPoints.length === 1 ? row.entryPoints.map((entryPoint) => <EntryPoint entryPoint={entryPoint} known={known} />) : <Several row={row} known={known} />));
  return (
    <section aria-labelledby="entry-points">
      <h2 id="entry-points">Entry points <small>{total.toLocaleString('en')}</small></h2>
      {total > PRINTED && <p class="note on-paper">On paper only what stands open is told in full.</p>}
      <SharedCells alike={alike} links={links} />
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

interface EntryProps {
  readonly entryPoint: ReviewedEntryPoint;
  readonly known: Props;
}

function EntryPoint({ entryPoint, known }: EntryProps) {
  const { id, anchor, kind, site, middleware, cells } = entryPoint;
  const { review, alike, links } = known;
  const own = cells.filter((cell) => isTold(cell) && !isAlike(cell, entryPoint, known));
  return (
    <details id={anchor} class={review.entryPoints.length <= PRINTED ? 'entry print' : 'entry'}>
      <summary><b><Breakable text={id} /></b> {!alike.isMany && <Kind kind={kind} />} <Counted cells={cells} alike={alike} /></summary>
      <p class="note">Registered at <Place site={site} links={links} />{middleware.length > 0 && <>, behind <Middleware names={middleware} /></>}</p>
      {own.map((cell) => <CellEvidence cell={cell} entryPoint={entryPoint} known={known} />)}
      <LikeMany entryPoint={entryPoint} known={known} />
      <Waits entryPoint={entryPoint} known={known} />
    </details>
  );
}

/** Entry points of which all is alike: their names and places, and what is to say of each. */
function Several({ row: { anchor, entryPoints }, known }: { readonly row: AlikeRow; readonly known: Props }) {
  const [first, ...others] = entryPoints;
  if (first === undefined) return null;
  return (
    <details id={anchor} class="entry">
      <summary><b><Breakable text={first.id} /> and {others.length} more</b> <Counted cells={first.cells} alike={known.alike} /></summary>
      <ul class="several">{entryPoints.map(({ id, site }) => <li><Breakable text={id} /> <Place site={site} links={known.links} /></li>)}</ul>
      {first.middleware.length > 0 && <p class="note">Each stands behind <Middleware names={first.middleware} /></p>}
      <LikeMany entryPoint={first} known={known} />
      <Waits entryPoint={first} known={known} />
    </details>
  );
}

/** What its requests wait for, or who waits for the same. */
function Waits({ entryPoint: { id, anchor, path }, known: { alike, links } }: EntryProps) {
  if (path === undefined) return alike.isMany ? <p class="note">Nothing to wait for.</p> : null;
  const same = alike.traces.get(anchor);
  if (same === undefined || same.anchor === anchor) return <Path path={path} name={id} links={links} />;
  return <p>Worst case <b>{timeText(path.worstCase)}</b>; what a request waits for is <a href={`#${same.anchor}`}>the same as for {same.id}</a>.</p>;
}

// Where there are many, the matrix tells the rest.
function Counted({ cells, alike }: { readonly cells: readonly Cell[]; readonly alike: Alike }) {
  const count = (state: CellState) => cells.filter((cell) => cell.state === state).length;
  const states = (alike.isMany ? ['violated'] as const : ['violated', 'unproven', 'satisfied'] as const).filter((state) => count(state) > 0);
  return states.length === 0 ? null : <span class="marks">{states.map((state) => <span class={`mark ${state}`}>{count(state)} {state}</span>)}</span>;
}

function Middleware({ names }: { readonly names: readonly string[] }) {
  return <>{names.map((one, index) => <>{index > 0 && ', '}<code>{one}</code></>)}</>;
}

// Of few entry points all is told with each; of many what they have alike is told once.
function isAlike(cell: Cell, { id }: ReviewedEntryPoint, { alike }: Props): boolean {
  return alike.isMany && sharedCellOf(cell, id, alike) !== undefined;
}

/** The cells that are told once for many, by state. */
function LikeMany({ entryPoint, known }: EntryProps) {
  const cells = entryPoint.cells.filter((cell) => isTold(cell) && isAlike(cell, entryPoint, known));
  if (cells.length === 0) return null;
  const states = [...new Set(cells.map(({ state }) => state))];
  const link = (cell: Cell, index: number) => {
    const shared = sharedCellOf(cell, entryPoint.id, known.alike);
    return <>{index > 0 && ', '}<a href={`#${shared?.anchor}`}>{shared?.title}</a></>;
  };
  return <p class="note">Like many: {states.map((state, index) => <>{index > 0 && '; '}{stateMarks[state].word} {cells.filter((cell) => cell.state === state).map(link)}</>)}.</p>;
}

interface CellProps extends EntryProps {
  readonly cell: Cell;
}

function CellEvidence({ cell, entryPoint: { id, anchor }, known: { review, links, alike } }: CellProps) {
  const { concern, state, evidence, note } = cell;
  const shared = sharedCellOf(cell, id, alike);
  return (
    <div class="cell" id={`${anchor}-${concern}`}>
      <h3 class="minor"><Mark state={state} quiet /> {review.concerns.find((one) => one.id === concern)?.title}</h3>
      {shared === undefined && <CellItems cell={cell} entryPoint={id} alike={alike} links={links} />}
      {shared !== undefined && <p>{note ?? alike.byId.get(evidence[0] ?? '')?.text}{note === undefined && evidence.length > 1 && `, and ${evidence.length - 1} more`}: <a href={`#${shared.anchor}`}>as for {numberOf(shared.count - 1, 'other')}</a></p>}
    </div>
  );
}
