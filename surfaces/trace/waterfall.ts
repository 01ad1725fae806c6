import type { RequestPath, Slice } from '#model/types.js';
import { durationText } from '#rules/support/duration-text.js';
import { visible } from '../escape.js';
import { boundWords } from './trace-view.js';

const LABEL = 26;
const TIME = 10;
const LEAST = 20;

/** The slices of a path drawn to scale, with the budget as a line; what has no end runs out of the picture. */
export function waterfallOf(path: RequestPath, width: number): readonly string[] {
  const columns = Math.max(LEAST, width - LABEL - TIME - 4);
  const ends = path.slices.map(endOf).filter((end) => end !== undefined);
  const limit = path.budget?.bound.is === 'bounded' ? (path.budget.startMs ?? 0) + path.budget.bound.ms : undefined;
  const scale = Math.max(1, ...ends, limit ?? 0);
  const at = (ms: number) => Math.min(columns, Math.round((ms / scale) * columns));
  const mark = limit === undefined ? undefined : Math.min(columns - 1, at(limit));
  const rows = path.slices.filter(({ startMs }) => startMs !== undefined).map((slice) => {
    const start = at(slice.startMs ?? 0);
    const end = endOf(slice);
    const stop = end === undefined ? columns : Math.max(start + 1, at(end));
    const bar = Array.from({ length: columns }, (_, column) => (column >= start && column < stop ? (slice.counts ? '█' : '░') : column === mark ? '│' : ' ')).join('');
    return `${cut(labelOf(slice), LABEL)}  ${bar}${end === undefined ? '▶' : ' '} ${end === undefined ? boundWords(slice.total) : durationText(end - (slice.startMs ?? 0))}`;
  });
  const hidden = path.slices.length - rows.length;
  // Where nothing is known to end, there is no scale.
  const last = ends.length === 0 && limit === undefined ? '' : durationText(scale);
  const ruler = `${' '.repeat(LABEL)}  ${cut('0', columns - last.length)}${last}`.trimEnd();
  const legend = mark === undefined ? [] : [`${' '.repeat(LABEL)}  ${legendAt(mark, `budget ${durationText(limit ?? 0)}`, columns + TIME)}`];
  return [ruler, ...rows, ...legend, ...(hidden === 0 ? [] : [`${hidden} more start behind something without a known end`])];
}

// Left of its line where there is no room to the right.
function legendAt(mark: number, text: string, room: number): string {
  return mark + 2 + text.length <= room ? `${' '.repeat(mark)}│ ${text}` : `${text.padStart(mark - 1)} │`;
}

function endOf({ startMs, total }: Slice): number | undefined {
  return startMs === undefined || total.is !== 'bounded' ? undefined : startMs + total.ms;
}

function labelOf({ operation, layer }: Slice): string {
  return visible(layer === 'pool' ? `wait: ${operation}` : operation);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text.padEnd(length);
}
