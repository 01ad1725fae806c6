import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Unit } from '#program/values.js';
import type { Handler, ModelContext } from '../context.js';
import { operationRow } from '../operations.js';
import { PoolFinder } from '../places/pool-finder.js';
import type { Resource } from '../resources.js';
import { siteKey } from '../site.js';
import type { EntryPoint, Reach } from '../types.js';
import { walkedOf } from '../walked.js';
import type { CloseRules } from './close-rules.js';
import { packageOf } from './process-groups.js';
import type { Process } from './processes.js';
import { tellingCalls } from './telling-calls.js';

/** What dependencies are read from. */
export interface Surroundings {
  readonly context: ModelContext;
  readonly resources: readonly Resource[];
  readonly rules: CloseRules;
  readonly processes: readonly Process[];
}

/** Who needs whom: the resources that use each resource, through their creation or through the handlers that they run. */
export function findDependents(surroundings: Surroundings, used: UsedByHandlers, reachOf: (resource: Resource) => readonly Reach[]): ReadonlyMap<Resource, ReadonlySet<Resource>> {
  const { context, resources, processes } = surroundings;
  const dependents = new Map<Resource, Set<Resource>>(resources.map((resource) => [resource, new Set()]));
  const uses = (user: Resource, used: Resource) => {
    if (user !== used && !isElsewhere(used, user, processes)) dependents.get(used)?.add(user);
  };
  // 1. What a resource is built on.
  for (const resource of resources) for (const used of resource.uses) uses(resource, used);
  // 2. What its handlers reach.
  const links = new Links(surroundings);
  const reached = new Map<EntryPoint, Set<Resource>>();
  for (const resource of resources) for (const { entryPoint } of reachOf(resource)) reached.set(entryPoint, (reached.get(entryPoint) ?? new Set()).add(resource));
  for (const handler of context.handlers) for (const one of [handler, ...(handler.again ?? [])]) {
    const all = new Set([...(used.get(one) ?? []), ...(one === handler ? (reached.get(handler.entryPoint) ?? []) : [])]);
    if (all.size === 0) continue;
    for (const user of links.runnersOf(one)) for (const resource of all) uses(user, resource);
  }
  return dependents;
}

// What a script makes for itself, a file without exports outside of the process, nobody there can have: only its type is the same.
function isElsewhere({ unit }: Resource, user: Resource, processes: readonly Process[]): boolean {
  if (unit.facts.exports.length > 0) return false;
  const own = processes.filter(({ units }) => units.has(user.unit));
  return own.length > 0 && own.every(({ units }) => !units.has(unit));
}

export type UsedByHandlers = ReadonlyMap<Handler, readonly Resource[]>;

/** Every resource on which a handler calls something, through everything it runs. */
export function usedByHandlers({ context, rules, resources }: Pick<Surroundings, 'context' | 'rules' | 'resources'>): UsedByHandlers {
  const walked = walkedOf(context);
  const pools = new PoolFinder(context, resources);
  const holders = new Map<Resource, Set<number>>();
  for (const calls of walked.calls.values()) {
    for (const { step, holder } of calls) {
      if (step.callee.from === undefined) continue;
      const own = rules.resourcesOf(step.callee);
      // A model takes its connections from the pool that it is tied to.
      const named = own.length > 0 || operationRow(context, step)?.acquires === undefined ? own : pools.behind(step).map(({ pool }) => pool);
      // A value of which only the type is known may be any of them.
      if (named.length > 4) continue;
      for (const resource of named) if (isUsable(resource)) holders.set(resource, (holders.get(resource) ?? new Set()).add(holder));
    }
  }
  const used = new Map<Handler, Resource[]>();
  for (const [resource, numbers] of holders) {
    const above = walked.above(numbers);
    for (const handler of context.handlers.flatMap((first) => [first, ...(first.again ?? [])])) {
      if (!handler.bodies.some(({ body }) => walked.meets(above, [body]))) continue;
      const known = used.get(handler);
      if (known === undefined) used.set(handler, [resource]);
      else known.push(resource);
    }
  }
  return used;
}

function isUsable({ is }: Resource): boolean {
  return is !== 'app' && is !== 'router' && is !== 'server' && is !== 'policy' && is !== 'breaker';
}

/** Which resource runs a handler: the worker or consumer it was given to, the servers of its application. */
class Links {
  readonly #surroundings: Surroundings;
  readonly #created: ReadonlyMap<object, Resource>;
  readonly #servers: readonly Resource[];
  readonly #madeAt = new Map<string, Resource[]>();
  readonly #parents = new Map<Resource, Set<Resource>>();

  constructor(surroundings: Surroundings) {
    const { context, resources } = surroundings;
    this.#surroundings = surroundings;
    this.#created = new Map(resources.flatMap((resource) => (resource.call === undefined ? [] : [[resource.call.expression, resource] as const])));
    this.#servers = resources.filter(({ is, mustClose }) => is === 'server' && mustClose);
    for (const resource of resources) this.#madeAt.set(siteKey(resource.site), [...(this.#madeAt.get(siteKey(resource.site)) ?? []), resource]);
    for (const step of tellingCalls(context).mounting) this.#readMount(context, step);
  }

  runnersOf({ registration, entryPoint, bodies, within = [] }: Handler): readonly Resource[] {
    if (registration !== undefined) {
      const created = this.#created.get(registration.call.expression);
      if (created !== undefined) return [created];
      const holders = registration.callee.from === undefined ? [] : this.#surroundings.rules.resourcesOf(registration.callee.from);
      const active = holders.filter((holder) => holder.is === 'consumer' || holder.is === 'worker' || holder.is === 'scheduler' || holder.is === 'timer' || holder.is === 'server');
      if (active.length > 0) return active;
      const served = this.#serversOf(holders);
      if (served.length > 0) return served;
    }
    if (entryPoint.kind === 'consumer' || entryPoint.kind === 'schedule' || entryPoint.kind === 'serverless') return [];
    // What it is registered on may be a description, tRPC's procedures, that a server was given.
    const around = this.#serversOf(within.flatMap((site) => this.#madeAt.get(siteKey(site)) ?? []));
    if (around.length > 0) return around;
    const unit = registration?.call.frame.unit ?? bodies.at(-1)?.frame.unit;
    return unit === undefined ? this.#servers : this.#serversBeside(unit);
  }

  // Requests that come to a file come to a server of its process; a file that nothing imports is loaded by its package.
  #serversBeside(unit: Unit): readonly Resource[] {
    const { context, processes } = this.#surroundings;
    const own = processes.filter(({ units }) => units.has(unit));
    if (own.length > 0) return this.#servers.filter((server) => own.some(({ units }) => units.has(server.unit)));
    const home = packageOf(context, unit);
    return this.#servers.filter((server) => packageOf(context, server.unit) === home);
  }

  #serversOf(holders: readonly Resource[]): readonly Resource[] {
    const above = new Set<Resource>(holders);
    for (const holder of above) for (const parent of this.#parents.get(holder) ?? []) above.add(parent);
    const { rules } = this.#surroundings;
    return this.#servers.filter((server) =>
      [...above].some((holder) => server === holder || server.uses.includes(holder) || (server.callee.from !== undefined && rules.resourcesOf(server.callee.from).includes(holder))));
  }

  #readMount(context: ModelContext, { call, callee }: CallStep): void {
    const { engine } = context.program;
    const { rules } = this.#surroundings;
    for (const row of engine.libraries.rows(callee.module, callee.path)?.entryPoints ?? []) {
      if (row.mount === undefined || callee.from === undefined) continue;
      const parents = rules.resourcesOf(callee.from);
      for (const child of placeValues(engine, call, callee, row.mount.childAt).values) {
        if (child.is !== 'library') continue;
        for (const resource of rules.resourcesOf(child)) {
          const known = this.#parents.get(resource) ?? new Set();
          for (const parent of parents) if (parent !== resource) known.add(parent);
          this.#parents.set(resource, known);
        }
      }
    }
  }
}
