import type { Cell, ConcernSummary, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import { numberOf, stateMarks } from '../texts.js';
import { areasOf, type Area } from './areas.js';
import { Breakable, Kind, Wide } from './words.js';

/** Areas stand open until this many rows are in sight. */
const OPEN_ROWS = 40;

/** Entry points × concerns. */
export function Matrix({ review }: { readonly review: Review }) {
  const { concerns, entryPoints } = review;
  const areas = areasOf(entryPoints);
  const opened = openedOf(areas);
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Entry points and concerns</h2>
      <p class="note">Rows with the most violations first{areas.length > 1 && ', in their areas'}. Each mark leads to its evidence. A dash says that nothing known raises the question there, which is not the same as a yes.</p>
      <Legend asked={concerns.every(({ asked, id }) => asked || id === 'load' || id === 'observability')} />
      <p class="filter" hidden><label>Show entry points that contain <input type="search" id="filter" autocomplete="off" /></label> <span id="filter-count" role="status"></span></p>
      {areas.length === 1 && <Rows caption="Verdicts by entry point and concern" concerns={concerns} entryPoints={entryPoints} />}
      {areas.length > 1 && areas.map((area) => (
        <details class="area print" open={opened.has(area)}>
          <summary><b><Breakable text={area.title} /></b> <small>{numberOf(area.entryPoints.length, 'entry point')}</small> <Violated area={area} concerns={concerns} /></summary>
          <Rows caption={`Verdicts by concern: ${area.title}`} concerns={concerns} entryPoints={area.entryPoints} />
        </details>
      ))}
    </section>
  );
}

function openedOf(areas: readonly Area[]): ReadonlySet<Area> {
  const opened = new Set<Area>();
  let rows = 0;
  for (const area of areas) {
    rows += area.entryPoints.length;
    if (opened.size > 0 && rows > OPEN_ROWS) break;
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
  readonly entryPoints: readonly ReviewedEntryPoint[];
}

function Rows({ caption, concerns, entryPoints }: RowsProps) {
  return (
    <Wide label={caption}>
      <table class="matrix">
        <caption class="sr">{caption}</caption>
        <thead><tr><th scope="col">Entry point</th>{concerns.map(({ title }) => <th scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {entryPoints.map(({ id, anchor, kind, cells }) => (
            <tr>
              <th scope="row"><a href={`#${anchor}`}><Breakable text={id} /></a><Kind kind={kind} /></th>
              {cells.map((cell) => <MatrixCell anchor={anchor} cell={cell} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function MatrixCell({ anchor, cell: { concern, state } }: { readonly anchor: string; readonly cell: Cell }) {
  const { mark, word } = stateMarks[state];
  if (state === 'not-applicable' || state === 'not-asked') return <td><span class={`mark ${state}`} aria-hidden="true">{mark}</span><span class="sr">{word}</span></td>;
  return <td><a class={`mark ${state}`} href={`#${anchor}-${concern}`} aria-label={word}>{mark}</a></td>;
}
