import type { Dependency, Opened } from '#model/types.js';
import { siteKey } from '#model/site.js';
import type { Site } from '#model/site.js';
import type { EntryPointSummary } from '../types.js';
import type { Evidence, Picture, PictureEdge, PictureNode } from './types.js';

/** More entry points than this are drawn as groups. */
const MAX_ENTRIES = 16;
const MAX_PARTNERS = 24;
/** With more resources than this, those of one name are one node. */
const MAX_RESOURCES = 24;

/** What the picture is drawn from. */
export interface Drawn {
  readonly entryPoints: readonly EntryPointSummary[];
  readonly dependencies: readonly Dependency[];
  readonly opened: readonly Opened[];
  readonly evidence: readonly Evidence[];
}

/** Entry points, resources and partners as one graph: an arrow leads from who needs to what is needed. */
export function pictureOf(drawn: Drawn): Picture {
  const wrong = wrongPairs(drawn);
  const resources = mergedNames(resourceNodes(drawn), new Set([...wrong].flatMap((pair) => pair.split('>'))));
  const nodeOf = new Map(resources.flatMap(({ node, keys }) => keys.map((key) => [key, node.id])));
  const groups = entryGroups(drawn);
  const edges: PictureEdge[] = [];
  for (const { node, uses } of groups) for (const key of uses) push(edges, node.id, nodeOf.get(key));
  // What a server needs is what its entry points need: drawn where nothing of those leads there, and where the order is wrong.
  const reached = new Set(edges.map(({ to }) => to));
  for (const { site, neededBy, mustClose } of drawn.opened) {
    const to = nodeOf.get(siteKey(site));
    for (const user of neededBy) {
      const isWrong = wrong.has(`${siteKey(user)}>${siteKey(site)}`);
      if (isWrong || (mustClose && to !== undefined && !reached.has(to))) push(edges, nodeOf.get(siteKey(user)), to, isWrong ? 'wrong' : 'needs');
    }
  }
  const met = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: [...groups.map(({ node }) => node), ...resources.map(({ node }) => node).filter(({ id }) => met.has(id))], edges };
}

function push(edges: PictureEdge[], from: string | undefined, to: string | undefined, is: PictureEdge['is'] = 'needs'): void {
  if (from === undefined || to === undefined || from === to) return;
  if (!edges.some((edge) => edge.from === from && edge.to === to)) edges.push({ from, to, is });
}

interface ResourceNode {
  readonly node: PictureNode;
  readonly keys: readonly string[];
}

function resourceNodes({ dependencies, opened }: Drawn): readonly ResourceNode[] {
  const nodes: ResourceNode[] = opened.filter(({ is }) => pictureKinds[is] !== undefined).map(({ name, is, site }, index) => ({
    node: { id: `r${index + 1}`, text: name, kind: pictureKinds[is] ?? 'client', site }, keys: [siteKey(site), ...(is === 'server' ? ['server'] : [])],
  }));
  const known = new Set(nodes.flatMap(({ keys }) => keys));
  const partners = dependencies.filter(({ site }) => !known.has(siteKey(site))).toSorted((a, b) => b.entryPoints.length - a.entryPoints.length);
  for (const [index, { name, is, site }] of partners.slice(0, MAX_PARTNERS).entries())
    nodes.push({ node: { id: `p${index + 1}`, text: name, kind: is === 'resource' ? 'client' : 'partner', site }, keys: [siteKey(site)] });
  return nodes;
}

/** Many resources of one name and kind are one node; those whose order of closing is wrong stay what they are. */
function mergedNames(nodes: readonly ResourceNode[], apart: ReadonlySet<string>): readonly ResourceNode[] {
  if (nodes.length <= MAX_RESOURCES) return nodes;
  const groups = new Map<string, ResourceNode[]>();
  for (const one of nodes) {
    const { id, kind, text } = one.node;
    const key = one.keys.some((place) => apart.has(place)) ? id : `${kind}|${text}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const { site: _, ...node } = first.node;
    return [{ node: { ...node, text: `${group.length} × ${node.text}` }, keys: group.flatMap(({ keys }) => keys) }];
  });
}

interface EntryGroup {
  readonly node: PictureNode;
  readonly uses: readonly string[];
}

// Entry points that need the same things are one node.
function entryGroups({ entryPoints, dependencies }: Drawn): readonly EntryGroup[] {
  const usesOf = new Map<string, Set<string>>();
  for (const { site, entryPoints: held } of dependencies) {
    for (const { entryPoint } of held) usesOf.set(entryPoint.id, (usesOf.get(entryPoint.id) ?? new Set()).add(siteKey(site)));
  }
  const groups = new Map<string, { ids: string[]; kind: string; uses: Set<string>; site: Site }>();
  for (const { id, kind, file, line } of entryPoints) {
    const uses = usesOf.get(id) ?? new Set();
    const key = `${kind}|${[...uses].sort().join('|')}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { ids: [id], kind, uses, site: { file, line, column: 1 } });
    else known.ids.push(id);
  }
  const ordered = [...groups.values()].toSorted((a, b) => b.uses.size - a.uses.size || b.ids.length - a.ids.length);
  return mergedRest(ordered).map(({ ids, kind, uses, site, rest }, index) => ({
    node: { id: `g${index + 1}`, kind: 'entry', text: ids.length === 1 ? (ids[0] ?? '') : rest === true ? `${ids.length} further ${KIND_NAMES[kind] ?? kind}s` : uses.size === 0 ? `${ids.length} × ${KIND_NAMES[kind] ?? kind}` : `${ids[0] ?? ''} and ${ids.length - 1} more`, entryPoints: ids, site },
    uses: [...uses],
  }));
}

type Group = { readonly ids: readonly string[]; readonly kind: string; readonly uses: ReadonlySet<string>; readonly site: Site; /** What was left over: some of them need this, some that. */ readonly rest?: true };

function mergedRest(groups: readonly Group[]): readonly Group[] {
  const byKind = new Map<string, Group>();
  for (const group of groups.slice(MAX_ENTRIES)) {
    const known = byKind.get(group.kind);
    byKind.set(group.kind, known === undefined ? group : { ...known, ids: [...known.ids, ...group.ids], uses: new Set([...known.uses, ...group.uses]), rest: true });
  }
  return [...groups.slice(0, MAX_ENTRIES), ...byKind.values()];
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  http: 'HTTP route', middleware: 'middleware', rpc: 'RPC method', graphql: 'resolver', consumer: 'consumer', socket: 'socket listener',
  schedule: 'scheduled job', serverless: 'function', 'error-handler': 'error handler',
};

/** Pairs of user and used (`user>used`, by place) whose order of closing a verdict calls wrong: both creations are among its places. */
export function wrongPairs({ opened, evidence }: Pick<Drawn, 'opened' | 'evidence'>): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const item of evidence) {
    if (item.concern !== 'shutdown' || item.state !== 'violated') continue;
    const named = new Set(item.related.map(({ site }) => siteKey(site)));
    for (const used of opened) {
      if (!named.has(siteKey(used.site))) continue;
      for (const user of used.neededBy) if (named.has(siteKey(user))) pairs.add(`${siteKey(user)}>${siteKey(used.site)}`);
    }
  }
  return pairs;
}

/** How what is opened is drawn; what is not here is no node. */
export const pictureKinds: Readonly<Record<string, PictureNode['kind']>> = {
  server: 'server', worker: 'worker', consumer: 'worker', pool: 'pool', client: 'client', cache: 'client', producer: 'client',
};
