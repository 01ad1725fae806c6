import type { Cell, Evidence, Review } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { numberOf } from '../texts.js';
import { Mark, Place } from './words.js';

/** The evidence of a cell that many entry points have alike: it is written once. */
export interface SharedCell {
  readonly anchor: string;
  readonly title: string;
  readonly cell: Cell;
  /** One of them, for whom it is told. */
  readonly entryPoint: string;
  readonly count: number;
}

const LEAST = 3;
const SHOWN = 10;

/** Cells that several entry points have alike, by `sharedKey`. */
export function sharedCells({ entryPoints, concerns }: Review, byId: ReadonlyMap<string, Evidence>): ReadonlyMap<string, SharedCell> {
  const found = new Map<string, { cell: Cell; entryPoint: string; count: number }>();
  for (const { id, cells } of entryPoints) {
    for (const cell of cells) {
      if (cell.evidence.length < 2) continue;
      const key = sharedKey(cell, id, byId);
      const known = found.get(key);
      if (known === undefined) found.set(key, { cell, entryPoint: id, count: 1 });
      else known.count += 1;
    }
  }
  const shared = [...found.entries()].filter(([, { count }]) => count >= LEAST);
  return new Map(shared.map(([key, one], index) => [key, { ...one, anchor: `c${index + 1}`, title: concerns.find(({ id }) => id === one.cell.concern)?.title ?? '' }]));
}

/** The same for cells that say the same. */
export function sharedKey({ concern, state, evidence, note }: Cell, entryPoint: string, byId: ReadonlyMap<string, Evidence>): string {
  const told = evidence.map((id) => `${id}${holdsHere(byId.get(id), entryPoint) ? '+' : ''}`);
  return [concern, state, ...told, note ?? ''].join('|');
}

/** The evidence of such cells, each once. */
export function SharedCells({ shared, byId, links }: { readonly shared: ReadonlyMap<string, SharedCell>; readonly byId: ReadonlyMap<string, Evidence>; readonly links: LinkTemplates }) {
  if (shared.size === 0) return null;
  return (
    <details class="entry print">
      <summary><b>What many have alike</b> <small>{numberOf(shared.size, 'list')} of evidence that the entry points below refer to</small></summary>
      {[...shared.values()].map(({ anchor, title, cell, entryPoint, count }) => (
        <div class="cell" id={anchor}>
          <h3 class="minor"><Mark state={cell.state} quiet /> {title} <small>of {numberOf(count, 'entry point')}</small></h3>
          <CellItems cell={cell} entryPoint={entryPoint} byId={byId} links={links} />
        </div>
      ))}
    </details>
  );
}

interface ItemsProps {
  readonly cell: Cell;
  readonly entryPoint: string;
  readonly byId: ReadonlyMap<string, Evidence>;
  readonly links: LinkTemplates;
}

/** The evidence of a cell, line by line. */
export function CellItems({ cell: { evidence, note }, entryPoint, byId, links }: ItemsProps) {
  const items = evidence.flatMap((one) => byId.get(one) ?? []);
  const line = (item: Evidence) => <li><a href={`#${item.id}`}>{item.text}</a> <Place site={item.site} links={links} />{holdsHere(item, entryPoint) && ' — here the guard stands'}</li>;
  return (
    <ul>
      {note !== undefined && <li>{note}</li>}
      {items.slice(0, SHOWN).map(line)}
      {items.length > SHOWN && <li><details><summary>and {items.length - SHOWN} more</summary><ul>{items.slice(SHOWN).map(line)}</ul></details></li>}
    </ul>
  );
}

// The place is violated on another entry point's way.
function holdsHere(item: Evidence | undefined, entryPoint: string): boolean {
  return item?.state === 'violated' && !item.entryPoints.includes(entryPoint);
}
