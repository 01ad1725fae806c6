import type { RequestPath, Shutdown, ShutdownPart } from '#model/types.js';
import { boundWords, placeOf, shutdownsOf, type TraceView } from './trace-view.js';

/** A shutdown beside the request path: down the left side what a request meets, up the right side the order in which it closes. */
export interface ShutdownPicture {
  readonly title: string;
  readonly rows: readonly ShutdownRow[];
  /** What ends the process, and what could not be told. */
  readonly notes: readonly string[];
}

/** One thing that is open: path · what · opened at · closes. */
export interface ShutdownRow {
  readonly path: string;
  readonly what: string;
  readonly opened: string;
  readonly closes: string;
}

/** The pictures of a path; processes that end in the same way have one. */
export function shutdownPictures(view: TraceView, path: RequestPath): readonly ShutdownPicture[] {
  const pictures = shutdownsOf(view, path).map((shutdown) => shutdownPicture(shutdown, path));
  return [...new Map(pictures.map((picture) => [JSON.stringify(picture), picture])).values()];
}

/** The picture of what each signal does to the process that runs an entry point; each number is a step. */
export function shutdownPicture(shutdown: Shutdown, path: RequestPath): ShutdownPicture {
  const { signals, handlers, parts, exits, deadlines, grace, unproven } = shutdown;
  const order = orderOnPath(shutdown, path);
  const handled = handlers.length === 0 ? 'nothing handles it: the process ends at once' : `${handlers.map(({ site, text }) => `${text.replace(/^The (SIG\w+) handler$/, 'handled')} at ${placeOf(site)}`).join(', ')}`;
  const limits = deadlines.map(({ site, what, bound, after }) => (after.length === 0 ? `within ${boundWords(bound)} by ${what} (${placeOf(site)})` : `${boundWords(bound)} after ${after.join(', ')} ${after.length === 1 ? 'has' : 'have'} closed, by ${what} (${placeOf(site)})`));
  const kill = grace.is === 'known' ? [`killed after ${boundWords({ is: 'bounded', ms: grace.ms, from: { text: '', site: path.entryPoint.site, isDefault: false } })} (${grace.text}${grace.site === undefined ? '' : `, ${placeOf(grace.site)}`})`] : ['when the platform kills it is not known'];
  return {
    title: `Shutdown on ${signals.join(' and ')}, the path in reverse: ${handled}`,
    rows: parts.map((part) => ({
      path: order.has(part) ? `▼ ${order.get(part)}` : '', what: `${'  '.repeat(Math.max(0, part.depth - 1))}${part.depth > 0 ? '└ ' : ''}${part.name}`, opened: placeOf(part.site), closes: handlers.length === 0 ? 'ends with the process' : closesOf(part),
    })),
    notes: [
      ...exits.map(({ site, after, cuts }) => `exit at ${placeOf(site)}${cuts.length > 0 ? `, while ${cuts.join(', ')} ${cuts.length === 1 ? 'is' : 'are'} still closing` : after.length > 0 ? `, after ${after.join(', ')}` : ''}`),
      ...(handlers.length === 0 ? [] : limits.length > 0 ? limits : ['no deadline: it waits as long as it takes']), ...kill,
      ...unproven.map(({ site, because }) => `${placeOf(site)} ${because}`),
    ],
  };
}

/** The order in which a request meets what is open: what takes it first, then what it waits for. */
function orderOnPath({ parts }: Shutdown, { slices, entryPoint }: RequestPath): ReadonlyMap<ShutdownPart, number> {
  const waited = slices.flatMap(({ on }) => parts.filter(({ site, name }) => on?.site !== undefined && on.name === name && on.site.file === site.file && on.site.line === site.line));
  const accepting = parts.filter(({ is, depth }) => depth === 0 && ACCEPTS.has(is));
  const users = accepting.filter((part) => waited.some(({ neededBy }) => isAmong(part, neededBy)));
  const candidates = users.length > 0 ? users : accepting;
  const taking = candidates.length === 1 ? candidates[0] : candidates.find(({ site }) => site.file === entryPoint.site.file);
  return new Map([...new Set([...(taking === undefined ? [] : [taking]), ...waited])].map((part, position) => [part, position + 1]));
}

const ACCEPTS = new Set<ShutdownPart['is']>(['server', 'consumer', 'worker']);

function isAmong({ site }: ShutdownPart, users: ShutdownPart['neededBy']): boolean {
  return users.some((user) => user.site.file === site.file && user.site.line === site.line && user.site.column === site.column);
}

function closesOf({ closes, left, neededBy }: ShutdownPart): string {
  if (closes === undefined) return left ?? 'not closed';
  const { order, site, after, drains, awaited, stillNeededBy } = closes;
  const waits = after.length > 0 ? `after ${after.join(', ')}` : '';
  const facts = [placeOf(site), drains ? 'work in flight finishes' : '', stillNeededBy === undefined ? waits : `while ${stillNeededBy} still needs it`, awaited ? '' : 'nobody waits for it'];
  const also = neededBy.length > 1 ? `needed by ${neededBy.map(({ text }) => text).join(', ')}` : '';
  return `▲ ${order}  ${[...facts, also].filter((fact) => fact !== '').join(', ')}`;
}
