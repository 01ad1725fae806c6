import type { ReviewedPath, ReviewedSlice } from '#linter/review/types.js';
import { durationText } from '#rules/support/duration-text.js';
import { numberOf, targetOf, timeText } from '../texts.js';

const WIDTH = 1100;
const LABEL = 300;
const ROW = 22;
const TOP = 26;
const MAX_ROWS = 40;
const MAX_REPEATS = 12;
/** Kept free for the last bar's time and where it comes from. */
const RIGHT = 310;
const MAX_ORIGIN = 32;
const MAX_LABEL = 42;

/** Is there anything to see on a time axis: a step that ends, or one that runs past a budget? */
export function hasWaterfall({ slices, budget }: ReviewedPath): boolean {
  return slices.some(({ total }) => total.is === 'bounded') || (slices.length > 0 && budget?.is === 'bounded');
}

function startOf({ startMs, earliestMs }: ReviewedSlice): number {
  return startMs ?? earliestMs ?? 0;
}

/** The slices of a request on one time axis, against its budget; to scale. */
export function Waterfall({ path, title }: { readonly path: ReviewedPath; readonly title: string }) {
  const slices = path.slices.slice(0, MAX_ROWS);
  const end = scaleEnd(path);
  const beyond = path.slices.length - slices.length;
  const height = TOP + (slices.length + (beyond > 0 ? 1 : 0)) * ROW + 24;
  const x = (ms: number) => LABEL + (Math.min(ms, end) / end) * (WIDTH - LABEL - RIGHT);
  return (
    <svg class="waterfall" role="img" aria-label={`${title}: the table above as a waterfall`} viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height}>
      {ticks(end).map((tick) => <g class="tick"><line x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={height - 20} /><text x={x(tick)} y={TOP - 12}>{durationText(tick)}</text></g>)}
      <Budget path={path} x={x} height={height} />
      {beyond > 0 && <text class="value" x={LABEL + 4} y={TOP + slices.length * ROW + 14}>{`${numberOf(beyond, 'more step')}: see the table`}</text>}
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
  const { operation, layer, total, perAttempt, startMs, counts } = slice;
  const on = targetOf(slice);
  const start = startOf(slice);
  const asked = layer === 'pool' ? `wait: ${operation}` : operation;
  const label = on === undefined || asked.length + on.length + 3 > MAX_LABEL ? cutInside(asked, MAX_LABEL) : `${asked} → ${on}`;
  const open = total.is !== 'bounded';
  const until = open ? end : start + (total.ms ?? 0);
  const text = open ? timeText(total) : `${durationText(total.ms ?? 0)}${timesText(slice)}`;
  return (
    <g class={`bar ${counts ? '' : 'beside'} ${total.is} ${startMs === undefined ? 'earliest' : ''}`}>
      <text class="label" x={LABEL - 10} y={y + 14}>{label}</text>
      {open ? <path d={openShape(x(start), x(end), y + 3, ROW - 8)} /> : repeats(slice, start).map(([from, to]) => (
        <rect x={rounded(x(from))} y={y + 3} width={rounded(Math.max(x(to) - x(from) - 1, 1.5))} height={ROW - 8}><title>{slice.perAttempt.from}</title></rect>
      ))}
      <text class="value" x={rounded(x(until) + (open ? 14 : 6))} y={y + 14}>{text}<tspan class="origin" dx="6">{shortened((total.is === 'bounded' && total.ms !== perAttempt.ms && attemptsOf(slice) === 1 ? total.from : perAttempt.from).split(';')[0] ?? '', MAX_ORIGIN)}</tspan></text>
    </g>
  );
}

function attemptsOf({ attempts }: ReviewedSlice): number {
  return attempts.is === 'bounded' ? (attempts.ms ?? 1) : 1;
}

/** `, 3 × 1 s`: attempts that are drawn one by one, or too many to be; ` for 3 attempts` where they share their time. */
function timesText({ attempts, perAttempt, total }: ReviewedSlice): string {
  const [times, each, all] = [attempts.ms ?? 1, perAttempt.ms ?? 0, total.ms ?? 0];
  if (attempts.is !== 'bounded' || times <= 1 || perAttempt.is !== 'bounded') return '';
  return times * each > all ? ` for ${times} attempts` : `, ${times} × ${durationText(each)}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
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
  return `M${rounded(left)} ${y}H${rounded(right)}l8 ${height / 2}l-8 ${height / 2}H${rounded(left)}Z`;
}

function scaleEnd({ slices, budget, worstCase }: ReviewedPath): number {
  const ends = slices.map((slice) => startOf(slice) + (slice.total.is === 'bounded' ? (slice.total.ms ?? 0) : 0));
  const known = Math.max(...ends, budget?.ms ?? 0, worstCase.ms ?? 0);
  const open = slices.some(({ total }) => total.is !== 'bounded');
  return (known === 0 ? 1000 : known) * (open ? 1.25 : 1.02);
}

/** Round times, about five of them. */
function ticks(end: number): readonly number[] {
  const rough = end / 5;
  const minutes = [60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000].find((size) => size >= rough);
  if (rough > 20_000 && minutes !== undefined) return every(minutes, end);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  return every(step, end);
}

function every(step: number, end: number): readonly number[] {
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

/** What is called first and what is called last tell most. */
function cutInside(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.slice(text.lastIndexOf('.'));
  return end.length < length / 2 ? `${text.slice(0, length - end.length - 1)}…${end}` : shortened(text, length);
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
