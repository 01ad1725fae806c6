import type { ReviewedPath, ReviewedSlice } from '#linter/review/types.js';
import { durationText } from '#rules/support/duration-text.js';
import { timeText } from '../texts.js';

const WIDTH = 900;
const LABEL = 250;
const ROW = 22;
const TOP = 26;
const MAX_ROWS = 40;
const MAX_REPEATS = 12;

/** The slices of a request on one time axis, against its budget; to scale. */
export function Waterfall({ path, title }: { readonly path: ReviewedPath; readonly title: string }) {
  const slices = path.slices.slice(0, MAX_ROWS);
  const end = scaleEnd(path);
  if (slices.length === 0 || end <= 0) return null;
  const height = TOP + slices.length * ROW + 24;
  const x = (ms: number) => LABEL + (Math.min(ms, end) / end) * (WIDTH - LABEL - 60);
  return (
    <svg class="waterfall" role="img" aria-label={`${title}: the table above as a waterfall`} viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height}>
      {ticks(end).map((tick) => <g class="tick"><line x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={height - 20} /><text x={x(tick)} y={TOP - 12}>{durationText(tick)}</text></g>)}
      <Budget path={path} x={x} height={height} />
      {slices.map((slice, index) => <Bar slice={slice} y={TOP + index * ROW} x={x} end={end} />)}
    </svg>
  );
}

interface BarProps {
  readonly slice: ReviewedSlice;
  readonly y: number;
  readonly x: (ms: number) => number;
  readonly end: number;
}

function Bar({ slice, y, x, end }: BarProps) {
  const { operation, on, total, startMs, counts } = slice;
  const start = startMs ?? end;
  const label = shortened(on === undefined ? operation : `${operation} → ${on}`, 38);
  const open = total.is !== 'bounded';
  const until = open ? end : start + (total.ms ?? 0);
  const text = startMs === undefined ? 'after something without a bound' : open ? timeText(total) : durationText(total.ms ?? 0);
  const right = x(until) > WIDTH - 190;
  return (
    <g class={`bar ${counts ? '' : 'beside'} ${total.is}`}>
      <text class="label" x={LABEL - 10} y={y + 14}>{label}</text>
      {startMs !== undefined && (open ? <path d={openShape(x(start), x(end), y + 3, ROW - 8)} /> : repeats(slice, start).map(([from, to]) => (
        <rect x={x(from)} y={y + 3} width={Math.max(x(to) - x(from) - 1, 1.5)} height={ROW - 8} />
      )))}
      <text class="value" x={right || startMs === undefined ? WIDTH - 56 : x(until) + 6} y={y + 14} text-anchor={startMs === undefined ? 'end' : 'start'}>{text}</text>
    </g>
  );
}

/** Attempts are drawn one by one, the waits between them left free. */
function repeats({ attempts, perAttempt, delays, total }: ReviewedSlice, start: number): readonly (readonly [number, number])[] {
  const whole = total.ms ?? 0;
  const count = attempts.ms ?? 1;
  if (attempts.is !== 'bounded' || perAttempt.is !== 'bounded' || count <= 1 || count > MAX_REPEATS) return [[start, start + whole]];
  const gap = delays.is === 'bounded' ? (delays.ms ?? 0) / (count - 1) : 0;
  const each = perAttempt.ms ?? 0;
  return Array.from({ length: count }, (_, index) => [start + index * (each + gap), Math.min(start + index * (each + gap) + each, start + whole)] as const).filter(([from, to]) => to > from);
}

function Budget({ path, x, height }: { readonly path: ReviewedPath; readonly x: BarProps['x']; readonly height: number }) {
  const { budget, marginMs } = path;
  if (budget?.is !== 'bounded' || budget.ms === undefined) return null;
  const at = x(budget.ms);
  const margin = x(Math.max(budget.ms - marginMs, 0));
  return (
    <g class="budget">
      {marginMs > 0 && <rect x={margin} y={TOP - 6} width={at - margin} height={height - TOP - 14} />}
      <line x1={at} x2={at} y1={TOP - 6} y2={height - 14} />
      <text x={at} y={height - 3}>{`budget ${durationText(budget.ms)}`}</text>
    </g>
  );
}

function openShape(left: number, right: number, y: number, height: number): string {
  return `M${left} ${y}H${right}l8 ${height / 2}l-8 ${height / 2}H${left}Z`;
}

function scaleEnd({ slices, budget, worstCase }: ReviewedPath): number {
  const ends = slices.map(({ startMs, total }) => (startMs === undefined || total.is !== 'bounded' ? (startMs ?? 0) : startMs + (total.ms ?? 0)));
  const known = Math.max(...ends, budget?.ms ?? 0, worstCase.ms ?? 0);
  const open = slices.some(({ total }) => total.is !== 'bounded');
  return (known === 0 ? 1000 : known) * (open ? 1.25 : 1.02);
}

/** Round times, about five of them. */
function ticks(end: number): readonly number[] {
  const rough = end / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
