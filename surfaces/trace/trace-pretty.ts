import pc from 'picocolors';
import type { RequestPath } from '#model/types.js';
import { inert, visible } from '../escape.js';
import { hanging, widthOf } from '../formatters/text-layout.js';
import { hangWords } from './hang-words.js';
import { shutdownPictures, type ShutdownPicture } from './shutdown-picture.js';
import { budgetClause, boundWords, findingsOf, placeOf, rowsOf, unconcerned, worstCaseWords, type TraceRow, type TraceView } from './trace-view.js';
import { waterfallOf } from './waterfall.js';

type Colors = ReturnType<typeof pc.createColors>;

type Column = (typeof COLUMNS)[number];

const COLUMNS = ['step', 'layer', 'operation', 'guard', 'bound', 'evidence'] as const;
const NARROW = ['step', 'layer', 'operation', 'bound'] as const;

/** A trace for people at a terminal. */
export function tracePretty(view: TraceView): string {
  const colors = pc.createColors(view.color);
  const { hang } = view;
  const words = hang === undefined ? undefined : hangWords(hang);
  const hangs = hang === undefined || words === undefined ? [] : [
    ...hanging('', `While ${visible(hang.name)} (${placeOf(hang.site)}) does not answer`, view.width).map((line) => colors.bold(line)), '',
    ...[...words.entryPoints, ...unconcerned(view), ...words.pools, ...words.drains].flatMap((line) => hanging('  ', visible(line), view.width)), '',
  ];
  const lines = view.whole ? [...view.paths.flatMap((path) => pathLines(path, view, colors)), ...hangs] : hang === undefined ? listLines(view, colors) : hangs;
  return `${lines.map((line) => inert(line.trimEnd())).join('\n').trimEnd()}\n`;
}

function listLines({ paths, width }: TraceView, colors: Colors): readonly string[] {
  if (paths.length === 0) return ['No entry points were found.'];
  const longest = Math.min(40, Math.max(...paths.map(({ entryPoint }) => widthOf(visible(entryPoint.name)))));
  const worst = Math.max(...paths.map((path) => worstCaseWords(path).length));
  return [
    ...paths.flatMap((path) => {
      const row = `${padded(path.entryPoint.name, longest)}  ${padded(path.waits || path.unproven.length > 0 ? worstCaseWords(path) : '-', worst)}  ${budgetWords(path).padEnd(14)}`;
      const place = visible(placeOf(path.entryPoint.site));
      return widthOf(row) + 2 + widthOf(place) <= width ? [`${row}  ${colors.dim(place)}`] : [row, ...hanging('  ', place, width).map((line) => colors.dim(line))];
    }),
    '', ...hanging('', 'name, worst case (- waits for nothing), budget, where it is registered; `seamlint trace "<name>"` shows one in full', width).map((line) => colors.dim(line)),
  ];
}

function budgetWords({ budget }: RequestPath): string {
  return budget === undefined ? 'no budget' : `budget ${boundWords(budget.bound)}`;
}

function pathLines(path: RequestPath, view: TraceView, colors: Colors): readonly string[] {
  const { entryPoint, unproven } = path;
  const findings = findingsOf(view, path);
  return [
    ...headLines(visible(entryPoint.name), visible(placeOf(entryPoint.site)), view, colors),
    ...hanging('  worst case  ', worstCaseWords(path), view.width),
    ...hanging('  budget      ', visible(budgetClause(path, 'none')), view.width), '',
    ...tableLines(rowsOf(path), view, colors), '',
    ...(path.slices.length === 0 ? [unproven.length === 0 ? '  It waits for nothing outside the process.' : '  Whether it waits for anything is not known: see what is unproven.'] : waterfallOf(path, view.width).map(visible)), '',
    ...shutdownPictures(view, path).flatMap((picture) => shutdownLines(picture, view, colors)),
    ...(unproven.length === 0 ? [] : ['Unproven', ...unproven.flatMap(({ site, because }) => hanging('  ', visible(`${placeOf(site)} ${because}`), view.width)), '']),
    ...(findings.length === 0 ? [] : ['Findings', ...findings.flatMap((line) => hanging('  ', visible(line), view.width)), '']),
  ];
}

function headLines(name: string, place: string, { width }: TraceView, colors: Colors): readonly string[] {
  if (widthOf(name) + 2 + widthOf(place) <= width) return [`${colors.bold(name)}  ${colors.dim(place)}`];
  return [...hanging('', name, width).map((line) => colors.bold(line)), ...hanging('  ', place, width).map((line) => colors.dim(line))];
}

/** Down what a request meets, up what closes. */
function shutdownLines({ title, rows, notes }: ShutdownPicture, { width }: TraceView, colors: Colors): readonly string[] {
  const columns = (['path', 'what', 'opened'] as const).map((name) => ({ name, length: Math.min(34, Math.max(...rows.map((row) => widthOf(visible(row[name]))))) }));
  return [
    ...hanging('', visible(title), width),
    ...rows.flatMap((row) => {
      const open = `  ${columns.map(({ name, length }) => padded(name === 'opened' ? ending(row[name], length) : row[name], length)).join('  ')}`;
      const closes = visible(row.closes);
      return widthOf(open) + 2 + widthOf(closes) <= width ? [`${open}  ${closes}`] : [open, ...hanging('       ', closes, width)];
    }),
    ...notes.flatMap((note) => hanging('  ', visible(note), width)).map((line) => colors.dim(line)), '',
  ];
}

/** One line a row where that fits, else the guards and the evidence below it. */
function tableLines(rows: readonly TraceRow[], { width }: TraceView, colors: Colors): readonly string[] {
  const lengthOf = (column: Column) => Math.max(column.length, ...rows.map((row) => widthOf(visible(row[column]))));
  const dimmed = ({ beside }: TraceRow, lines: readonly string[]) => (beside ? lines.map((line) => colors.dim(line)) : lines);
  const whole = COLUMNS.map(lengthOf);
  const cells = (row: Record<Column, string>, columns: readonly Column[], lengths: readonly number[]) => columns.map((column, at) => padded(row[column], lengths[at] ?? 0)).join('  ').trimEnd();
  const names = Object.fromEntries(COLUMNS.map((column) => [column, column])) as Record<Column, string>;
  if (whole.reduce((a, b) => a + b + 2, -2) <= width) return [colors.dim(cells(names, COLUMNS, whole)), ...rows.flatMap((row) => dimmed(row, [`${cells(row, COLUMNS, whole)}${besideWords(row)}`]))];
  const [step, layer, bound] = [Math.min(18, lengthOf('step')), lengthOf('layer'), Math.min(28, lengthOf('bound'))];
  const lengths = [step, layer, Math.max(16, Math.min(lengthOf('operation'), width - step - layer - bound - 6)), bound];
  const indent = ' '.repeat(step + 2);
  return [colors.dim(cells(names, NARROW, lengths)), colors.dim(`${indent}guard, evidence`), ...rows.flatMap((row) => {
    const rest = [row.guard, row.evidence, besideWords(row).trim()].filter((part) => part !== '').map(visible).join('; ');
    return dimmed(row, [cells(row, NARROW, lengths), ...(rest === '' ? [] : hanging(indent, rest, width).map((line) => colors.dim(line)))]);
  })];
}

function besideWords({ beside, evidence }: TraceRow): string {
  return beside && evidence !== '' ? ' (beside the longest way)' : '';
}

/** The end of a place that is too long: its file and line. */
function ending(text: string, length: number): string {
  const plain = visible(text);
  return widthOf(plain) > length ? `…${plain.slice(1 - length)}` : plain;
}

function padded(text: string, length: number): string {
  const plain = visible(text);
  const shown = widthOf(plain) > length ? `${plain.slice(0, Math.max(0, length - 1))}…` : plain;
  return `${shown}${' '.repeat(Math.max(0, length - widthOf(shown)))}`;
}
