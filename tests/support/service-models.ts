import type { Site, TraceStep } from '#model/site.js';
import type { Bound, Budget, EntryPoint, Reach, RequestPath, ServiceModel, Slice } from '#model/types.js';
import type { Rule, Verdict } from '#rules/types.js';

/** A service in which nothing happens, with some parts put in. */
export function serviceModel(parts: Partial<ServiceModel> = {}): ServiceModel {
  return {
    entryPoints: [],
    unheard: [],
    blockingCalls: [],
    pools: [],
    outboundCalls: [],
    waits: [],
    retries: [],
    breakers: [],
    nestings: [],
    writes: [],
    bodies: [],
    heldCalls: [],
    drains: [],
    keepAlives: [],
    acquisitions: [],
    teardown: [],
    processes: [],
    paths: [],
    dependencies: [],
    marginMs: 0,
    shutdowns: [],
    opened: [],
    provisions: [],
    admissions: [],
    coverage: { files: 0, lines: 0, entryPoints: 0, calls: { total: 0, resolved: 0 }, timeouts: { total: 0, resolved: 0 } },
    incidents: [],
    ...parts,
  };
}

/** The verdicts of a rule on such a service. */
export function verdictsOf(rule: Rule, parts: Partial<ServiceModel>): readonly Verdict[] {
  return [...rule.judge(serviceModel(parts))];
}

/** A place: `at('src/db.ts:5')`. */
export function at(place: string, column = 1): Site {
  const [file = '', line = '1'] = place.split(':');
  return { file, line: Number(line), column };
}

/** An entry point; its name's first word is the verb. */
export function entryPoint(name: string): EntryPoint {
  const method = name.split(' ')[0] ?? '';
  return { id: name, name, kind: 'http', framework: 'express', site: at('src/server.ts:10'), middleware: [], answers: true, repeats: method === 'POST' ? 'client' : 'never', method };
}

/** A way from an entry point to a place, with so many steps in its trace. */
export function reach(name: string, steps = 2): Reach {
  return { entryPoint: entryPoint(name), trace: traceOf(name, steps) };
}

/** A trace of so many steps. */
export function traceOf(name: string, steps: number): readonly TraceStep[] {
  return Array.from({ length: steps }, (_, index) => ({ site: at(`src/step-${index}.ts:1`), text: `${name}, step ${index}` }));
}

/** A bound written as `timeout` at a place. */
export function bounded(ms: number, place = 'src/limits.ts:1', text = 'timeout'): Extract<Bound, { is: 'bounded' }> {
  return { is: 'bounded', ms, from: { text, site: at(place), isDefault: false } };
}

/** A bound that a library has where nothing is set. */
export function defaultOf(library: string, ms: number, place = 'src/client.ts:1'): Extract<Bound, { is: 'bounded' }> {
  return { is: 'bounded', ms, from: { text: `${library}'s default`, site: at(place), isDefault: true } };
}

/** No bound at all, by a library's default. */
export function unbounded(library: string): Bound {
  return { is: 'unbounded', from: { text: `${library}'s default`, site: at('src/client.ts:1'), isDefault: true } };
}

/** A bound that could not be found out. */
export function unknown(because: string): Bound {
  return { is: 'unknown', because };
}

/** A deadline, and how long what it covers takes. */
export function budget(name: string, bound: Bound, covers: Bound = bounded(0)): Budget {
  return { guard: { is: 'budget', name, site: at('src/limits.ts:1'), bound }, bound, startMs: 0, covers };
}

/** One operation that counts, with its time. */
export function slice(operation: string, ms: number, more: Partial<Slice> = {}): Slice {
  return {
    step: 'handler', middleware: false, layer: 'outbound', operation, site: at('src/calls.ts:1'), on: undefined, guards: [], attempts: bounded(1), perAttempt: bounded(ms), delays: bounded(0),
    total: bounded(ms), startMs: 0, earliestMs: 0, counts: true, branching: [], trace: [], ...more,
  };
}

interface PathParts {
  readonly site: string;
  readonly answers: boolean;
  readonly waits: boolean;
  readonly within: RequestPath['within'];
  readonly budget: Budget;
  readonly slices: readonly Slice[];
}

/** What an entry point waits for: by default something, without a budget. */
export function requestPath(name: string, { site = 'src/server.ts:10', answers = true, waits = true, within = [], budget: own, slices = [] }: Partial<PathParts> = {}): RequestPath {
  return {
    entryPoint: { ...entryPoint(name), site: at(site), answers }, waits, budget: own, budgets: own === undefined ? [] : [own],
    worstCase: own?.covers ?? bounded(0), slices, omitted: 0, unproven: [], within,
  };
}
