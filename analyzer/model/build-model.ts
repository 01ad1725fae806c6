import type { Program } from '#program/link-program.js';
import { Walker } from '#program/walker.js';
import type { ModelContext } from './context.js';
import { NO_DECLARATIONS, withImposedBudgets } from './declarations.js';
import type { Declarations } from './declarations.js';
import { withDeclaredBudgets } from './declared-budgets.js';
import { withDeliveries } from './declared-deliveries.js';
import { findEntryPoints } from './entry-points/find-entry-points.js';
import { withIdentities } from './entry-points/identities.js';
import { GuardFinder, GuardStacks } from './guards.js';
import { limitsReached, pathsCut } from './limits-reached.js';
import { measureCoverage } from './measure-coverage.js';
import { Holdings } from './holding/holdings.js';
import { PathFinder } from './paths.js';
import { AcceptedBodies } from './places/accepted-bodies.js';
import { Admissions } from './places/admissions.js';
import { BlockingCalls } from './places/blocking-calls.js';
import { Breakers } from './places/breakers.js';
import { Nestings } from './places/nestings.js';
import { OutboundCalls } from './places/outbound-calls.js';
import { PoolFinder } from './places/pool-finder.js';
import { Pools } from './places/pools.js';
import { RetriesMet } from './places/retries-met.js';
import { Waits } from './places/waits.js';
import { Writes } from './places/writes.js';
import { findProvisions } from './provisions.js';
import { findResources } from './resources.js';
import type { Resource } from './resources.js';
import { Drains } from './teardown/drains.js';
import { findTeardown } from './teardown/find-teardown.js';
import type { Teardown } from './teardown/find-teardown.js';
import { withServingBudgets } from './serving-budgets.js';
import { Timeline } from './timeline/timeline.js';
import { Waits as OperationWaits } from './timeline/waits.js';
import type { RunningProcess, ServiceModel } from './types.js';

/** Reads the service out of a linked program: what enters, what each request can reach and under which guards, what is opened and how it closes. */
export function buildModel(program: Program, declared: Declarations = NO_DECLARATIONS): ServiceModel {
  const walker = new Walker(program.engine);
  // 1. What starts, and what enters.
  const { start, handlers: found, platforms, unheard } = findEntryPoints(program, walker, declared.entryPoints);
  const told = withDeliveries(program, withImposedBudgets(withDeclaredBudgets(program, withIdentities(found), platforms), declared));
  const handlers = withServingBudgets({ program, walker, start, handlers: told });
  const context: ModelContext = { program, walker, start, handlers };
  // 2. What is opened.
  const resources = findResources(context);
  // 3. Every request's path, with the guards around each step.
  const guards = new GuardFinder(context);
  const paths = new PathFinder(context, guards, new GuardStacks());
  const blocking = new BlockingCalls(context);
  const outbound = new OutboundCalls(context);
  const pools = new Pools(context, resources);
  const nestings = new Nestings(context, pools);
  const writes = new Writes(context);
  const asked = [outbound, pools, nestings, writes];
  paths.followAll(handlers, (visit) => {
    blocking.visit(visit);
    if (visit.once !== undefined) return;
    for (const part of asked) part.visit(visit);
  });
  const waits = new Waits(context, pools);
  const met = metLater(context, { paths, guards, waits, declared, processes: () => ends.teardown.processes });
  // 4. How it ends; and the same paths in time, computed as far as somebody asks.
  const ends = endsOf(context, resources, declared);
  const timeline = new Timeline(context, { guards, rest: paths.rest, shutdowns: () => ends.teardown.shutdowns, waits: new OperationWaits(context, { pools, resources, ends: waits }) });
  const held = heldLater(context, resources);
  return {
    entryPoints: handlers.map(({ entryPoint }) => entryPoint), unheard,
    blockingCalls: blocking.list(), outboundCalls: outbound.list(), pools: pools.list(), nestings: nestings.list(), writes: writes.list(),
    teardown: ends.teardown.teardown, opened: ends.teardown.opened, processes: ends.teardown.processes, drains: ends.drains.drains, keepAlives: ends.drains.keepAlives,
    get shutdowns() { return ends.teardown.shutdowns; },
    get waits() { return met().waits.list(); },
    get retries() { return met().retries.list(); },
    get breakers() { return met().breakers.list(); },
    get bodies() { return met().bodies.list(); },
    get admissions() { return met().admissions.list(); },
    get heldCalls() { return held().calls(); },
    get acquisitions() { return held().acquisitions(); },
    get paths() { return timeline.paths; },
    get dependencies() { return timeline.dependencies; },
    marginMs: declared.marginMs, provisions: findProvisions(context),
    coverage: measureCoverage(context, nestings.list(), pools.list()),
    incidents: [...limitsReached(program.engine.limits.hits), ...pathsCut(paths.cut)],
  };
}

interface Met {
  readonly waits: Waits;
  readonly retries: RetriesMet;
  readonly breakers: Breakers;
  readonly bodies: AcceptedBodies;
  readonly admissions: Admissions;
}

/** What those share that meet the same paths. */
interface Shared {
  readonly paths: PathFinder;
  readonly guards: GuardFinder;
  readonly waits: Waits;
  readonly declared: Declarations;
  readonly processes: () => readonly RunningProcess[];
}

/** What fewer rules ask about, met on the same paths once somebody does. */
function metLater(context: ModelContext, { paths, guards, waits, declared, processes }: Shared): () => Met {
  let met: Met | undefined;
  return () => {
    if (met !== undefined) return met;
    met = { waits, retries: new RetriesMet(context, guards), breakers: new Breakers(context, waits), bodies: new AcceptedBodies(context, declared, processes), admissions: new Admissions(context) };
    const asked = Object.values(met) as Met[keyof Met][];
    paths.followAll(context.handlers, (visit) => {
      if (visit.once === undefined) for (const part of asked) part.visit(visit);
    });
    return met;
  };
}

/** What is held while something else takes its time, and whether it is given back: followed when somebody asks. */
function heldLater(context: ModelContext, resources: readonly Resource[]): () => Holdings {
  let holdings: Holdings | undefined;
  return () => (holdings ??= new Holdings(context, new PoolFinder(context, resources)));
}

/** How the program ends, and how long it may take. */
function endsOf(context: ModelContext, resources: readonly Resource[], declared: Declarations): { readonly teardown: Teardown; readonly drains: Drains } {
  const drains = new Drains(context, declared);
  return { teardown: findTeardown(context, resources, () => [], drains), drains };
}
