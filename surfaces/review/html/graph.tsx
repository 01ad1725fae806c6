import { Graph, layout } from '@dagrejs/dagre';
import type { Picture, PictureNode } from '#linter/review/types.js';

const HEIGHT = 34;
const CHARACTER = 7;
const CAPITAL = 9;
const MAX_TEXT = 44;
const PADDING = 12;

interface DrawingProps {
  readonly picture: Picture;
  readonly title: string;
  readonly wrong: string;
  /** What was found out about boxes, by id: the mark in front of the name, and the colour it has elsewhere. */
  readonly marks?: ReadonlyMap<string, { readonly mark: string; readonly like: string }>;
}

/** A layered drawing of a graph, its arrows from left to right; wrong ones are thick and dashed and say so. */
export function Drawing({ picture: { nodes, edges }, title, wrong, marks = new Map() }: DrawingProps) {
  const boxes = boxesOf(nodes).map((box): DrawnBox => {
    const { mark, like } = marks.get(box.node.id) ?? {};
    return mark === undefined ? box : { ...box, text: `${mark} ${box.text}`, like };
  });
  const { at, points, width, height } = laidOut(boxes, edges);
  return (
    <svg class="graph" role="img" aria-label={`${title}; the list below says the same`} viewBox={`0 0 ${Math.ceil(width + 24)} ${Math.ceil(height + 36)}`} width={Math.ceil(width + 24)} height={Math.ceil(height + 36)}>
      <g transform="translate(12 18)">
        {edges.toSorted((a, b) => Number(a.is === 'wrong') - Number(b.is === 'wrong')).map((edge) => <Arrow points={between(at(edge.from), at(edge.to), points(edge))} kind={edge.is} wrong={wrong} />)}
        {boxes.map((box) => <Box box={box} at={at(box.node.id)} />)}
      </g>
    </svg>
  );
}

const START = 'start';

interface DrawnBox {
  readonly node: PictureNode;
  readonly text: string;
  /** Where it is made, where another one has the same name. */
  readonly place: string | undefined;
  readonly like?: string | undefined;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed extends Point {
  readonly width: number;
  readonly height: number;
  /** Where the widest box of its column ends. */
  readonly columnEnd: number;
}

interface Layout {
  readonly at: (id: string) => Placed;
  /** Where an arrow passes between the columns. */
  readonly points: (edge: Picture['edges'][number]) => readonly Point[];
  readonly width: number;
  readonly height: number;
}

function boxesOf(nodes: Picture['nodes']): readonly DrawnBox[] {
  const plain = (text: string) => text.replace(/^\d+\. /, '');
  const counts = new Map<string, number>();
  for (const { text } of nodes) counts.set(plain(text), (counts.get(plain(text)) ?? 0) + 1);
  return nodes.map((node) => {
    const { text, site, kind } = node;
    const place = site === undefined || kind === 'entry' || counts.get(plain(text)) === 1 ? undefined : shortened(`${site.file.slice(site.file.lastIndexOf('/') + 1)}:${site.line}`);
    return { node, text: shortened(text), place };
  });
}

function laidOut(boxes: readonly DrawnBox[], edges: Picture['edges']): Layout {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 4, ranksep: 120, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) graph.setNode(box.node.id, { width: widthOf(box), height: box.place === undefined ? HEIGHT : HEIGHT + 12 });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  // What nothing leads to stands in the first column, however short the way to what it needs is.
  const reached = new Set(edges.map(({ to }) => to));
  graph.setNode(START, { width: 0, height: 0 });
  for (const { node } of boxes) if (!reached.has(node.id)) graph.setEdge(START, node.id, { weight: 20 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const found = boxes.map(({ node }) => [node.id, graph.node(node.id) as Omit<Placed, 'columnEnd'>] as const);
  const turned = isUpsideDown(found.map(([, place]) => place));
  const nodes = found.map(([id, place]) => [id, turned ? { ...place, y: height - place.y } : place] as const);
  const left = Math.min(...nodes.map(([, { x, width: wide }]) => x - wide / 2));
  const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x - left });
  const passed = ({ x, y }: Point): Point => moved({ x, y: turned ? height - y : y });
  const placed = inColumns(nodes.map(([id, node]) => [id, moved(node)]));
  return { at: (id) => placed.get(id) as Placed, points: ({ from, to }) => (graph.edge(from, to).points ?? []).map(passed), width: width - left, height };
}

/** In most columns, does what comes first stand last? */
function isUpsideDown(places: readonly Point[]): boolean {
  let turned = 0;
  places.forEach((upper, index) => {
    for (const lower of places.slice(index + 1)) if (Math.round(upper.x) === Math.round(lower.x)) turned += Math.sign(upper.y - lower.y);
  });
  return turned > 0;
}

/** Boxes of the first column end at its right side, so that their arrows begin together; those of the others begin at its left. */
function inColumns(boxes: readonly (readonly [string, Omit<Placed, 'columnEnd'>])[]): ReadonlyMap<string, Placed> {
  const columns = new Map<number, { left: number; right: number }>();
  for (const [, { x, width }] of boxes) {
    const { left, right } = columns.get(Math.round(x)) ?? { left: x, right: x };
    columns.set(Math.round(x), { left: Math.min(left, x - width / 2), right: Math.max(right, x + width / 2) });
  }
  const first = Math.min(...columns.keys());
  return new Map(boxes.map(([id, { x, y, width, height }]) => {
    const { left, right } = columns.get(Math.round(x)) ?? { left: x, right: x };
    return [id, { x: Math.round(x) === first ? right - width / 2 : left + width / 2, y, width, height, columnEnd: right }];
  }));
}

function widthOf({ text, place }: DrawnBox): number {
  return Math.max(lengthOf(text), lengthOf(place ?? '') * 0.9) + PADDING * 2;
}

function lengthOf(text: string): number {
  return text.length * CHARACTER + (text.match(/[A-Z_@]/g)?.length ?? 0) * (CAPITAL - CHARACTER);
}

/** Cut where it is too long; how many more there are stays. */
function shortened(text: string): string {
  const [more = ''] = / and [\d,]+ more$/.exec(text) ?? [];
  const name = text.slice(0, text.length - more.length);
  const room = MAX_TEXT - more.length;
  return name.length > room ? `${name.slice(0, room - 1)}…${more}` : text;
}

function Box({ box: { node, text, place, like }, at: { x, y, width, height } }: { readonly box: DrawnBox; readonly at: Placed }) {
  return (
    <g class={`node is-${node.kind}${like === undefined ? '' : ` is-${like}`}`}>
      <title>{node.entryPoints === undefined ? node.text : node.entryPoints.slice(0, 30).join('\n')}</title>
      <rect x={rounded(x - width / 2)} y={rounded(y - height / 2)} width={rounded(width)} height={height} rx={node.kind === 'entry' ? HEIGHT / 2 : 4} />
      <text x={rounded(x)} y={rounded(y + (place === undefined ? 4.5 : -2))}>{text}</text>
      {place !== undefined && <text class="place" x={rounded(x)} y={rounded(y + 13)}>{place}</text>}
    </g>
  );
}

// From the right side of one, past its column, to the left side of the other; an arrow that crosses columns passes where the layout left it room.
function between(from: Placed, to: Placed, points: readonly Point[]): readonly Point[] {
  const start = { x: from.x + from.width / 2, y: from.y };
  const leaves = { x: from.columnEnd, y: from.y };
  const end = { x: to.x - to.width / 2, y: to.y };
  if (end.x < start.x) return points;
  const inner = points.slice(1, -1).filter(({ x }) => x > leaves.x && x < end.x);
  return [start, ...(leaves.x > start.x ? [leaves] : []), ...(inner.length > 1 ? inner : []), end];
}

interface ArrowProps {
  readonly points: readonly Point[];
  readonly kind: 'needs' | 'wrong';
  readonly wrong: string;
}

function Arrow({ points, kind, wrong }: ArrowProps) {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return null;
  // A curve that arrives from the left ends level.
  const angle = last.x > before.x ? 0 : Math.atan2(last.y - before.y, last.x - before.x);
  const corner = (turn: number) => `${rounded(last.x - 8 * Math.cos(angle + turn))} ${rounded(last.y - 8 * Math.sin(angle + turn))}`;
  const middle = { x: ((points[0] as Point).x + last.x) / 2, y: Math.min((points[0] as Point).y, last.y) };
  return (
    <g class={`arrow ${kind}`}>
      <path class="line" d={smooth(points)} />
      <path class="head" d={`M${rounded(last.x)} ${rounded(last.y)}L${corner(0.4)}L${corner(-0.4)}Z`} />
      {kind === 'wrong' && <text x={rounded(middle.x)} y={rounded(middle.y - 8)}>{wrong}</text>}
    </g>
  );
}

function smooth(points: readonly Point[]): string {
  const at = ({ x, y }: Point) => `${rounded(x)} ${rounded(y)}`;
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const curves = rest.map((point, index) => {
    const previous = points[index] ?? point;
    const half = (previous.x + point.x) / 2;
    return `C${rounded(half)} ${rounded(previous.y)} ${rounded(half)} ${rounded(point.y)} ${at(point)}`;
  });
  return `M${at(first)}${curves.join('')}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
