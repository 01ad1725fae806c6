import type { Cell, ConcernSummary, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import { stateMarks } from '../texts.js';
import { Breakable, Wide } from './words.js';

/** Rows that stand open; the others are behind a line that says how many there are. */
const OPEN_ROWS = 60;

/** Entry points × concerns. */
export function Matrix({ review }: { readonly review: Review }) {
  const { concerns, entryPoints } = review;
  const rest = entryPoints.slice(OPEN_ROWS);
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Entry points and concerns</h2>
      <p class="note">Rows with the most violations first. Each mark leads to its evidence. A dash says that the question does not arise there, which is not the same as a yes.</p>
      <Legend asked={concerns.every(({ asked, id }) => asked || id === 'load' || id === 'observability')} />
      <p class="filter" hidden><label>Show entry points that contain <input type="search" id="filter" autocomplete="off" /></label> <span id="filter-count" role="status"></span></p>
      <Rows caption="Verdicts by entry point and concern" concerns={concerns} entryPoints={entryPoints.slice(0, OPEN_ROWS)} />
      {rest.length > 0 && (
        <details class="print rest">
          <summary>{rest.length} more entry points</summary>
          <Rows caption="Verdicts of the further entry points" concerns={concerns} entryPoints={rest} />
        </details>
      )}
    </section>
  );
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
              <th scope="row"><a href={`#${anchor}`}><Breakable text={id} /></a>{kind !== 'http' && <small>{kind}</small>}</th>
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
