import type { Cell, CellState, ConcernSummary, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import { entryRowsOf, isTold, matrixRowsOf, sharedCellOf, type Alike, type AlikeRow } from '../alike.js';
import { numberOf, stateMarks } from '../texts.js';
import type { Area } from './areas.js';
import { Breakable, Kind, Wide } from './words.js';

/** Areas stand open until this many rows are in sight. */
const OPEN_ROWS = 40;

/** Entry points × concerns. */
export function Matrix({ review, areas, alike }: { readonly review: Review; readonly areas: readonly Area[]; readonly alike: Alike }) {
  const { concerns } = review;
  const drawn = areas.map((area) => ({ area, rows: matrixRowsOf(area.entryPoints, alike) }));
  const opened = openedOf(drawn);
  const anchors = new Map(areas.flatMap((area) => entryRowsOf(area.entryPoints, alike).flatMap((row) => row.entryPoints.map(({ id }) => [id, row.anchor] as const))));
  const anchorOf = ({ id, anchor }: ReviewedEntryPoint) => anchors.get(id) ?? anchor;
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Entry points and concerns</h2>
      <p class="note">Rows with the most violations first{areas.length > 1 && ', in their areas'}{alike.isMany && '; entry points of an area with the same answers share a row'}. Each mark leads to its evidence. A dash says that nothing known raises the question there, which is not the same as a yes.</p>
      <Legend asked={concerns.every(({ asked, id }) => asked || id === 'load' || id === 'observability')} />
      <p class="filter" hidden><label>Show entry points that contain <input type="search" id="filter" autocomplete="off" /></label> <span id="filter-count" role="status"></span></p>
      {drawn.length === 1 && drawn.map(({ rows }) => <Rows caption="Verdicts by entry point and concern" concerns={concerns} rows={rows} alike={alike} anchorOf={anchorOf} />)}
      {drawn.length > 1 && drawn.map(({ area, rows }) => (
        <details class="area print" open={opened.has(area)}>
          <summary><b><Breakable text={area.title} /></b> <small>{numberOf(area.entryPoints.length, 'entry point')}</small> <Violated area={area} concerns={concerns} /></summary>
          <Rows caption={`Verdicts by concern: ${area.title}`} concerns={concerns} rows={rows} alike={alike} anchorOf={anchorOf} />
        </details>
      ))}
    </section>
  );
}

interface Drawn {
  readonly area: Area;
  readonly rows: readonly AlikeRow[];
}

function openedOf(drawn: readonly Drawn[]): ReadonlySet<Area> {
  const opened = new Set<Area>();
  let count = 0;
  for (const { area, rows } of drawn) {
    count += rows.length;
    if (opened.size > 0 && count > OPEN_ROWS) break;
    opened.add(area);
  }
  return opened;
}

/** How many of an area's entry points are violated, concern by concern. */
function Violated({ area: { entryPoints }, concerns }: { readonly area: Area; readonly concerns: readonly ConcernSummary[] }) {
  const counts = concerns.map(({ id, title }) => ({ title, count: entryPoints.filter(({ cells }) => cells.some(({ concern, state }) => concern === id && state === 'violated')).length })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return <small class="tally"><span class="mark violated" aria-hidden="true">{stateMarks.violated.mark}</span><span class="sr">violated:</span> {counts.map(({ title, count }) => `${title} ${count}`).join(' · ')}</small>;
}

function Legend({ asked }: { readonly asked: boolean }) {
  const states = (['violated', 'unproven', 'accepted', 'satisfied', 'not-applicable', 'not-asked'] as const).filter((state) => state !== 'not-asked' || !asked);
  return <ul class="legend" aria-label="Legend">{states.map((state) => <li><span class={`mark ${state}`} aria-hidden="true">{stateMarks[state].mark}</span> {stateMarks[state].word}</li>)}</ul>;
}

interface RowsProps {
  readonly caption: string;
  readonly concerns: readonly ConcernSummary[];
  readonly rows: readonly AlikeRow[];
  readonly alike: Alike;
  readonly anchorOf: (entryPoint: ReviewedEntryPoint) => string;
}

function Rows({ caption, concerns, rows, alike, anchorOf }: RowsProps) {
  return (
    <Wide label={caption} fits>
      <table class="matrix">
        <caption class="sr">{caption}</caption>
        <thead><tr><th scope="col">Entry point</th>{concerns.map(({ id, title }) => <th scope="col">{title}<Count of={rows} concern={id} /></th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row row={row} alike={alike} anchorOf={anchorOf} />)}</tbody>
      </table>
    </Wide>
  );
}

/** In how many rows a concern is violated, else unproven. */
function Count({ of, concern }: { readonly of: readonly AlikeRow[]; readonly concern: ConcernSummary['id'] }) {
  const entryPoints = of.flatMap((row) => row.entryPoints);
  const count = (state: CellState) => entryPoints.filter(({ cells }) => cells.some((cell) => cell.concern === concern && cell.state === state)).length;
  const state = (['violated', 'unproven'] as const).find((one) => count(one) > 0);
  if (state === undefined) return null;
  return <small class={`mark ${state}`}><span class="sr">, </span>{count(state)} <span aria-hidden="true">{stateMarks[state].mark}</span><span class="sr">{stateMarks[state].word}</span></small>;
}

function Row({ row: { anchor, entryPoints }, alike, anchorOf }: { readonly row: AlikeRow } & Pick<RowsProps, 'alike' | 'anchorOf'>) {
  const [first] = entryPoints;
  if (first === undefined) return null;
  const { id, kind, cells } = first;
  return (
    <tr>
      <th scope="row"><Linked entryPoints={entryPoints} anchorOf={anchorOf} />{!alike.isMany && <Kind kind={kind} />}</th>
      {cells.map((cell) => <MatrixCell href={`#${sharedCellOf(cell, id, alike)?.anchor ?? `${anchor}-${cell.concern}`}`} cell={cell} />)}
    </tr>
  );
}

/** More entry points of one row than these are folded. */
const NAMED = 3;

function Linked({ entryPoints, anchorOf }: { readonly entryPoints: AlikeRow['entryPoints'] } & Pick<RowsProps, 'anchorOf'>) {
  const named = (some: AlikeRow['entryPoints']) => some.map((one, index) => <>{index > 0 && ', '}<a href={`#${anchorOf(one)}`}><Breakable text={one.id} /></a></>);
  if (entryPoints.length <= NAMED + 1) return <>{named(entryPoints)}</>;
  return <>{named(entryPoints.slice(0, NAMED))}<details><summary>and {entryPoints.length - NAMED} more</summary>{named(entryPoints.slice(NAMED))}</details></>;
}

const CLASSES: Readonly<Record<CellState, string>> = { violated: 'v', unproven: 'u', accepted: 'a', satisfied: 's', 'not-applicable': 'n', 'not-asked': 'n' };

function MatrixCell({ href, cell }: { readonly href: string; readonly cell: Cell }) {
  const { mark, word } = stateMarks[cell.state];
  return isTold(cell) ? <td><a class={CLASSES[cell.state]} href={href} aria-label={word}>{mark}</a></td> : <td class="n" aria-label={word}>{mark}</td>;
}
