import { Graph, layout } from '@dagrejs/dagre';
import type { Picture, PictureNode } from '#linter/review/types.js';

const HEIGHT = 34;
const CHARACTER = 7.4;
const MAX_TEXT = 34;
const PADDING = 14;

/** A layered drawing of a graph, its arrows from left to right; wrong ones are thick and dashed and say so. */
export function Drawing({ picture: { nodes, edges }, title, wrong }: { readonly picture: Picture; readonly title: string; readonly wrong: string }) {
  const graph = laidOut(nodes, edges);
  const { width = 0, height = 0 } = graph.graph();
  return (
    <svg class="graph" role="img" aria-label={`${title}; the list below says the same`} viewBox={`0 0 ${width + 24} ${height + 24}`} width={width + 24} height={height + 24}>
      <g transform="translate(12 12)">
        {edges.map((edge) => <Arrow points={graph.edge(edge.from, edge.to).points} kind={edge.is} wrong={wrong} />)}
        {nodes.map((node) => <Box node={node} at={graph.node(node.id)} />)}
      </g>
    </svg>
  );
}

function laidOut(nodes: Picture['nodes'], edges: Picture['edges']) {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 70, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { width: widthOf(node), height: HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  layout(graph);
  return graph;
}

function widthOf({ text }: PictureNode): number {
  return Math.min(text.length, MAX_TEXT) * CHARACTER + PADDING * 2;
}

interface Box {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
}

function Box({ node, at: { x = 0, y = 0, width = 0 } }: { readonly node: PictureNode; readonly at: Box }) {
  const text = node.text.length > MAX_TEXT ? `${node.text.slice(0, MAX_TEXT - 1)}…` : node.text;
  return (
    <g class={`node is-${node.kind}`}>
      <title>{node.text}</title>
      <rect x={x - width / 2} y={y - HEIGHT / 2} width={width} height={HEIGHT} rx={node.kind === 'entry' ? HEIGHT / 2 : 4} />
      <text x={x} y={y + 4.5}>{text}</text>
    </g>
  );
}

interface ArrowProps {
  readonly points: readonly { readonly x: number; readonly y: number }[] | undefined;
  readonly kind: 'needs' | 'wrong';
  readonly wrong: string;
}

function Arrow({ points = [], kind, wrong }: ArrowProps) {
  const last = points.at(-1);
  const before = points.at(-2);
  const middle = points[Math.floor(points.length / 2)];
  if (last === undefined || before === undefined || middle === undefined) return null;
  const angle = Math.atan2(last.y - before.y, last.x - before.x);
  const corner = (turn: number) => `${(last.x - 8 * Math.cos(angle + turn)).toFixed(1)} ${(last.y - 8 * Math.sin(angle + turn)).toFixed(1)}`;
  return (
    <g class={`arrow ${kind}`}>
      <path class="line" d={smooth(points)} />
      <path class="head" d={`M${last.x.toFixed(1)} ${last.y.toFixed(1)}L${corner(0.4)}L${corner(-0.4)}Z`} />
      {kind === 'wrong' && <text x={middle.x} y={middle.y - 6}>{wrong}</text>}
    </g>
  );
}

function smooth(points: readonly { readonly x: number; readonly y: number }[]): string {
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const curves = rest.map((point, index) => {
    const previous = points[index] ?? point;
    const half = (previous.x + point.x) / 2;
    return `C${half.toFixed(1)} ${previous.y.toFixed(1)} ${half.toFixed(1)} ${point.y.toFixed(1)} ${at(point)}`;
  });
  return `M${at(first)}${curves.join('')}`;
}
