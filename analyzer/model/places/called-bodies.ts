import type { Handler } from '../context.js';
import { siteKey } from '../site.js';
import type { AcceptedBody, EntryPoint, RunningProcess } from '../types.js';

const CALLED: Readonly<Partial<Record<EntryPoint['kind'], string>>> = { graphql: 'the GraphQL resolvers', rpc: 'the RPC methods' };

/** What is needed to tell who reads the bodies of calls that come through a route of another's. */
export interface Serving {
  readonly handlers: readonly Handler[];
  readonly processes: readonly RunningProcess[];
  /** In bytes. */
  readonly ceiling: number;
}

/** Resolvers and methods get their bodies from the server in front: the only one of their process, else nobody knows which. */
export function withCalled(found: readonly AcceptedBody[], { handlers, processes, ceiling }: Serving): readonly AcceptedBody[] {
  const known = new Set(found.flatMap(({ inFrontOf, reachedBy }) => [...inFrontOf, ...reachedBy.map(({ entryPoint }) => entryPoint.id)]));
  const called = handlers.filter(({ entryPoint: { kind, id } }) => CALLED[kind] !== undefined && !known.has(id));
  const servers = found.filter(({ reads }) => reads === 'server');
  const behind = new Map<AcceptedBody, string[]>();
  const open: Handler[] = [];
  for (const handler of called) {
    const { id } = handler.entryPoint;
    const own = processes.filter(({ entryPoints }) => entryPoints.includes(id));
    const [only, ...others] = servers.filter(({ site }) => own.some(({ files }) => files.includes(site.file)));
    if (only === undefined || others.length > 0) open.push(handler);
    else behind.set(only, [...(behind.get(only) ?? []), id]);
  }
  return [...found.map((body) => (behind.has(body) ? { ...body, inFrontOf: [...body.inFrontOf, ...(behind.get(body) ?? [])] } : body)), ...unknownOf(open, ceiling)];
}

// One for all that is registered on one thing.
function unknownOf(handlers: readonly Handler[], ceiling: number): readonly AcceptedBody[] {
  const groups = new Map<string, Handler[]>();
  for (const handler of handlers) {
    const key = `${handler.entryPoint.kind} ${siteKey(handler.within?.[0] ?? handler.entryPoint.site)}`;
    groups.set(key, [...(groups.get(key) ?? []), handler]);
  }
  return [...groups.values()].flatMap((group): readonly AcceptedBody[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [{
      site: first.within?.[0] ?? first.entryPoint.site, name: `the server in front of ${CALLED[first.entryPoint.kind] ?? ''}`, reads: 'server', ceiling, option: '', reachedBy: [],
      limit: first.platformBody ?? { is: 'unknown', because: 'which one it is was not found' }, inFrontOf: group.map(({ entryPoint }) => entryPoint.id),
    }];
  });
}
