import type { Cell, Evidence } from '#linter/review/types.js';
import { holdsHere, saidOf, verdictIdOf, type Alike } from '../alike.js';
import type { LinkTemplates } from '../links.js';
import { numberOf } from '../texts.js';
import { Mark, Place } from './words.js';

const SHOWN = 10;

interface Props {
  readonly alike: Alike;
  readonly links: LinkTemplates;
}

/** The evidence of cells that many entry points have alike, each once. */
export function SharedCells({ alike, links }: Props) {
  if (alike.cells.size === 0) return null;
  return (
    <details class="entry print">
      <summary><b>What many have alike</b> <small>{numberOf(alike.cells.size, 'answer')} that the entry points below refer to</small></summary>
      {[...alike.cells.values()].map(({ anchor, title, cell, entryPoint, count }) => (
        <div class="cell" id={anchor}>
          <h3 class="minor"><Mark state={cell.state} quiet /> {title} <small>of {numberOf(count, 'entry point')}</small></h3>
          <CellItems cell={cell} entryPoint={entryPoint} alike={alike} links={links} />
        </div>
      ))}
    </details>
  );
}

interface ItemsProps extends Props {
  readonly cell: Cell;
  readonly entryPoint: string;
}

/** The evidence of a cell, line by line. */
export function CellItems({ cell: { evidence, note }, entryPoint, alike, links }: ItemsProps) {
  const items = evidence.flatMap((one) => alike.byId.get(one) ?? []);
  const line = (item: Evidence) => {
    const same = alike.verdicts.get(item.id);
    if (same !== undefined) return <li><Mark state={item.state} quiet /> <a href={`#${verdictIdOf(item.id, alike)}`}>{saidOf(item)}</a></li>;
    return <li><Mark state={holdsHere(item, entryPoint) ? 'satisfied' : item.state} quiet /> <a href={`#${item.id}`}>{item.text}</a> <Place site={item.site} links={links} />{holdsHere(item, entryPoint) && ' — here the guard stands'}</li>;
  };
  return (
    <ul>
      {note !== undefined && <li>{note}</li>}
      {items.slice(0, SHOWN).map(line)}
      {items.length > SHOWN && <li><details><summary>and {items.length - SHOWN} more</summary><ul>{items.slice(SHOWN).map(line)}</ul></details></li>}
    </ul>
  );
}
