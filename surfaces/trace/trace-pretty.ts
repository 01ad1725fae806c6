import pc from 'picocolors';
import type { RequestPath } from '#model/types.js';
import { inert, visible } from '../escape.js';
import { hanging, widthOf } from '../formatters/text-layout.js';
import { hangWords } from './hang-words.js';
import { shutdownPicture, type ShutdownPicture } from './shutdown-picture.js';
import { balanceOf, boundWords, findingsOf, placeOf, rowsOf, shutdownsOf, worstCaseWords, type TraceRow, type TraceView } from './trace-view.js';
import { waterfallOf } from './waterfall.js';

type Colors = ReturnType<typeof pc.createColors>;

const COLUMNS = ['step', 'layer', 'operation', 'guard', 'bound'] as const;
const MOST: Readonly<Record<(typeof COLUMNS)[number], number>> = { step: 16, layer: 10, operation: 30, guard: 18, bound: 26 };

/** A trace for people at a terminal. */
export function tracePretty(view: TraceView): string {
  const colors = pc.createColors(view.color);
  const { hang } = view;
  const words = hang === undefined ? undefined : hangWords(hang);
  const hangs = hang === undefined || words === undefined ? [] : [
    colors.bold(`While ${visible(hang.name)} (${placeOf(hang.site)}) does not answer`), '',
    ...[...words.entryPoints, ...words.pools, ...words.drains].flatMap((line) => hanging('  ', visible(line), view.width)), '',
  ];
  const lines = view.whole ? [...view.paths.flatMap((path) => pathLines(path, view, colors)), ...hangs] : hang === undefined ? listLines(view, colors) : hangs;
  return `${lines.map((line) => inert(line.trimEnd())).join('\n').trimEnd()}\n`;
}

function listLines({ paths }: TraceView, colors: Colors): readonly string[] {
  if (paths.length === 0) return ['No entry points were found.'];
  const longest = Math.min(48, Math.max(...paths.map(({ entryPoint }) => widthOf(visible(entryPoint.name)))));
  const worst = Math.max(...paths.map((path) => worstCaseWords(path).length));
  return [
    ...paths.map((path) => `${padded(path.entryPoint.name, longest)}  ${padded(path.waits || path.unproven.length > 0 ? worstCaseWords(path) : '-', worst)}  ${budgetWords(path).padEnd(14)}  ${colors.dim(placeOf(path.entryPoint.site))}`),
    '', colors.dim('name, worst case (- waits for nothing), budget, where it is registered; `seamlint trace "<name>"` shows one in full'),
  ];
}

function budgetWords({ budget }: RequestPath): string {
  return budget === undefined ? 'no budget' : `budget ${boundWords(budget.bound)}`;
}

function pathLines(path: RequestPath, view: TraceView, colors: Colors): readonly string[] {
  const { entryPoint, unproven } = path;
  const findings = findingsOf(view, path);
  return [
    `${colors.bold(visible(entryPoint.name))}  ${colors.dim(visible(placeOf(entryPoint.site)))}`,
    ...hanging('  worst case  ', worstCaseWords(path), view.width),
    ...hanging('  budget      ', visible(balanceOf(path)), view.width), '',
    ...tableLines(rowsOf(path), colors), '',
    ...(path.slices.length === 0 ? [unproven.length === 0 ? '  It waits for nothing outside the process.' : '  Whether it waits for anything is not known: see what is unproven.'] : waterfallOf(path, view.width).map(visible)), '',
    ...shutdownsOf(view, path).flatMap((shutdown) => shutdownLines(shutdownPicture(shutdown, path), view, colors)),
    ...(unproven.length === 0 ? [] : ['Unproven', ...unproven.flatMap(({ site, because }) => hanging('  ', visible(`${placeOf(site)} ${because}`), view.width)), '']),
    ...(findings.length === 0 ? [] : ['Findings', ...findings.flatMap((line) => hanging('  ', visible(line), view.width)), '']),
  ];
}

/** Down what a request meets, up what closes. */
function shutdownLines({ title, rows, notes }: ShutdownPicture, { width }: TraceView, colors: Colors): readonly string[] {
  const columns = (['path', 'what', 'opened'] as const).map((name) => ({ name, length: Math.min(40, Math.max(...rows.map((row) => widthOf(visible(row[name]))))) }));
  return [
    ...hanging('', visible(title), width),
    ...rows.map((row) => `  ${columns.map(({ name, length }) => padded(row[name], length)).join('  ')}  ${visible(row.closes)}`),
    ...notes.flatMap((note) => hanging('  ', visible(note), width)).map((line) => colors.dim(line)), '',
  ];
}

function tableLines(rows: readonly TraceRow[], colors: Colors): readonly string[] {
  const widths = COLUMNS.map((name) => Math.min(MOST[name], Math.max(name.length, ...rows.map((row) => widthOf(visible(row[name]))))));
  const head = [...COLUMNS.map((name, column) => padded(name, widths[column] ?? 0)), 'evidence'].join('  ');
  return [colors.dim(head), ...rows.map((row) => {
    const line = [...COLUMNS.map((name, column) => padded(row[name], widths[column] ?? 0)), visible(row.evidence)].join('  ');
    return row.beside ? colors.dim(`${line}${row.evidence === '' ? '' : ' (beside the longest way)'}`) : line;
  })];
}

function padded(text: string, length: number): string {
  const plain = visible(text);
  const shown = widthOf(plain) > length ? `${plain.slice(0, Math.max(0, length - 1))}…` : plain;
  return `${shown}${' '.repeat(Math.max(0, length - widthOf(shown)))}`;
}
