import { placeValues } from '#program/places.js';
import type { Body, CallStep } from '#program/steps.js';
import type { Handler, ModelContext } from '../context.js';
import { innerBodies } from '../entry-points/start-order.js';
import { everyCall } from '../every-call.js';
import type { Resource } from '../resources.js';
import type { Reach } from '../types.js';
import type { CloseRules } from './close-rules.js';

/** Who needs whom: the resources that use each resource, through their creation or through the handlers that they run. */
export function findDependents(context: ModelContext, resources: readonly Resource[], rules: CloseRules, reachOf: (resource: Resource) => readonly Reach[]): ReadonlyMap<Resource, ReadonlySet<Resource>> {
  const dependents = new Map<Resource, Set<Resource>>(resources.map((resource) => [resource, new Set()]));
  const uses = (user: Resource, used: Resource) => {
    if (user !== used) dependents.get(used)?.add(user);
  };
  // 1. What a resource is built on.
  for (const resource of resources) for (const used of resource.uses) uses(resource, used);
  // 2. What its handlers reach.
  const links = new Links(context, resources, rules);
  const reached = new Map<Body, ReadonlySet<Resource>>();
  for (const handler of context.handlers) {
    const used = new Set<Resource>();
    for (const { body } of handler.bodies) for (const resource of usedBy(body, rules, reached)) used.add(resource);
    for (const resource of resources) if (reachOf(resource).some((reach) => reach.entryPoint === handler.entryPoint)) used.add(resource);
    for (const user of links.runnersOf(handler)) for (const resource of used) uses(user, resource);
  }
  return dependents;
}

/** Every resource on which a body calls something, through everything it runs. */
function usedBy(body: Body, rules: CloseRules, known: Map<Body, ReadonlySet<Resource>>): ReadonlySet<Resource> {
  const before = known.get(body);
  if (before !== undefined) return before;
  const found = new Set<Resource>();
  known.set(body, found);
  for (const step of body.steps) {
    if (step.is === 'call' && step.callee.from !== undefined) {
      const named = rules.resourcesOf(step.callee);
      // A value of which only the type is known may be any of them.
      for (const resource of named.length > 4 ? [] : named) if (isUsable(resource)) found.add(resource);
    }
    for (const inner of innerBodies(step)) for (const resource of usedBy(inner, rules, known)) found.add(resource);
  }
  return found;
}

function isUsable({ is }: Resource): boolean {
  return is !== 'app' && is !== 'router' && is !== 'server' && is !== 'policy' && is !== 'breaker';
}

/** Which resource runs a handler: the worker or consumer it was given to, the servers of its application. */
class Links {
  readonly #resources: readonly Resource[];
  readonly #rules: CloseRules;
  readonly #servers: readonly Resource[];
  readonly #parents = new Map<Resource, Set<Resource>>();

  constructor(context: ModelContext, resources: readonly Resource[], rules: CloseRules) {
    this.#resources = resources;
    this.#rules = rules;
    this.#servers = resources.filter(({ is, mustClose }) => is === 'server' && mustClose);
    for (const step of everyCall(context)) this.#readMount(context, step);
  }

  runnersOf({ registration, entryPoint }: Handler): readonly Resource[] {
    if (registration !== undefined) {
      const created = this.#resources.find((resource) => resource.call?.expression === registration.call.expression);
      if (created !== undefined) return [created];
      const holders = registration.callee.from === undefined ? [] : this.#rules.resourcesOf(registration.callee.from);
      const active = holders.filter((holder) => holder.is === 'consumer' || holder.is === 'worker' || holder.is === 'scheduler' || holder.is === 'timer' || holder.is === 'server');
      if (active.length > 0) return active;
      const served = this.#serversOf(holders);
      if (served.length > 0) return served;
    }
    return entryPoint.kind === 'consumer' || entryPoint.kind === 'schedule' || entryPoint.kind === 'serverless' ? [] : this.#servers;
  }

  #serversOf(holders: readonly Resource[]): readonly Resource[] {
    const above = new Set<Resource>(holders);
    for (const holder of above) for (const parent of this.#parents.get(holder) ?? []) above.add(parent);
    return this.#servers.filter((server) =>
      [...above].some((holder) => server === holder || server.uses.includes(holder) || (server.callee.from !== undefined && this.#rules.resourcesOf(server.callee.from).includes(holder))));
  }

  #readMount(context: ModelContext, { call, callee }: CallStep): void {
    const { engine } = context.program;
    for (const row of engine.libraries.rows(callee.module, callee.path)?.entryPoints ?? []) {
      if (row.mount === undefined || callee.from === undefined) continue;
      const parents = this.#rules.resourcesOf(callee.from);
      for (const child of placeValues(engine, call, callee, row.mount.childAt).values) {
        if (child.is !== 'library') continue;
        for (const resource of this.#rules.resourcesOf(child)) {
          const known = this.#parents.get(resource) ?? new Set();
          for (const parent of parents) if (parent !== resource) known.add(parent);
          this.#parents.set(resource, known);
        }
      }
    }
  }
}
