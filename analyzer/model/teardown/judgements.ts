import { placeValues } from '#program/places.js';
import { functionOf } from '#program/values.js';
import type { Handler, ModelContext } from '../context.js';
import { siteOfCall } from '../context.js';
import { handlersOnly } from './reached-from.js';
import type { Resource } from '../resources.js';
import { siteKey } from '../site.js';
import type { TeardownEvent, UnheardClose } from '../types.js';
import type { Trial } from './judge-process.js';
import type { Closing, Exit, Unwinding } from './moments.js';

/** Exits that come while something is still being closed, here or by another listener. */
export function earlyExits({ process }: Trial, unwinding: Unwinding): TeardownEvent[] {
  // Where nothing is closed, a delay before the exit closes nothing either.
  const bare = unwinding.closings.length === 0 && unwinding.exits.length === 0;
  return [...unwinding.exits, ...(bare ? unwinding.timedExits : [])].flatMap((exit): TeardownEvent[] => {
    const { site, trace } = exit;
    const begun = [...exit.pending].filter((resource) => !unwinding.instant.has(resource));
    const elsewhere = unwinding.closings.filter((closing) => closing.thread !== exit.thread && !closing.instant && !exit.settled.has(closing.resource));
    const first = begun[0] ?? (exit.conditional ? undefined : elsewhere[0]?.resource);
    if (first !== undefined) return [{ is: 'exit-early', site, what: first.name, trace, ...(elsewhere.length > 0 ? {} : closeUnheard(unwinding, exit, begun)) }];
    if (exit.conditional || unwinding.closed.size > 0 || unwinding.gaps.length > 0) return [];
    const unseen = unwinding.handedIn[0];
    if (unseen !== undefined) return [{ is: 'unknown', ...unseen }];
    return [{ is: 'exit-early', site, what: process.starts[0]?.resource.name ?? 'the server', trace }];
  });
}

// The close that the exit would have to wait for, where it is one alone.
function closeUnheard({ closings }: Unwinding, { thread }: Exit, begun: readonly Resource[]): { readonly close?: UnheardClose } {
  const [close, ...others] = closings.filter((closing) => closing.thread === thread && begun.includes(closing.resource));
  return close === undefined || others.length > 0 || begun.length > 1 ? {} : unheard(close);
}

function unheard({ site, unheard: tells }: Closing): { readonly close?: UnheardClose } {
  return tells === undefined ? {} : { close: { site, tells } };
}

const USED_FOR_WORK = new Set<Resource['is']>(['pool', 'client', 'producer', 'cache']);

/** Closes of something that another resource, not closed by then, still uses. */
export function wrongOrders(trial: Trial, unwinding: Unwinding): TeardownEvent[] {
  const closings = closingsByResource(unwinding);
  return unwinding.closings.flatMap((closing): TeardownEvent[] => {
    const { resource, site, trace } = closing;
    if (closing.intakeOnly || !USED_FOR_WORK.has(resource.is) || !trial.process.units.has(resource.unit)) return [];
    const dependents = dependentsOf(trial, resource, closings);
    if (dependents.size === 0 || isRepeated(closing, closings.get(resource) ?? [])) return [];
    const open = [...dependents].flatMap((dependent) => {
      const later = openWhen(trial, closing, dependent, closings.get(dependent) ?? []);
      return later === undefined ? [] : [{ dependent, later }];
    });
    const [first] = open;
    if (first === undefined) return [];
    const { dependent, later } = first;
    const concurrent = closing.pending.has(dependent) || later.pending.has(resource) || later.thread !== closing.thread;
    const begunBefore = open.length === 1 && closing.pending.has(dependent) && later.thread === closing.thread && later.position < closing.position;
    return [{ is: 'wrong-order', site, closed: resource.name, ...(resource.row.gathers === true ? { gathers: true } : {}), dependent: dependent.name, dependentSite: later.site, concurrent, trace, made: [resource.site, dependent.site], ...(begunBefore ? unheard(later) : {}) }];
  });
}

/** Who uses a resource, by itself or through what is only a view of it, which nobody has to close: a query builder over a pool. */
function dependentsOf({ dependents, process: { units } }: Trial, resource: Resource, closings: ReadonlyMap<Resource, readonly Closing[]>): ReadonlySet<Resource> {
  const found = new Set(dependents.get(resource));
  for (const dependent of found) {
    if (USED_FOR_WORK.has(dependent.is) && !dependent.mustClose && !closings.has(dependent)) for (const user of dependents.get(dependent) ?? []) found.add(user);
  }
  // What another process makes of the same code runs there.
  return new Set([...found].filter(({ unit }) => units.has(unit)));
}

function closingsByResource({ closings }: Unwinding): ReadonlyMap<Resource, readonly Closing[]> {
  const found = new Map<Resource, Closing[]>();
  for (const closing of closings) {
    const known = found.get(closing.resource);
    if (known === undefined) found.set(closing.resource, [closing]);
    else known.push(closing);
  }
  return found;
}

// The same resource closed twice, once in its turn: the later one does nothing. What another run of the program closes is no earlier one.
function isRepeated(closing: Closing, ofResource: readonly Closing[]): boolean {
  return ofResource.some((other) => other !== closing && !other.intakeOnly && other.thread === closing.thread && other.position < closing.position && !isExclusive(other, closing));
}

/** The later close of a dependent; undefined when it is closed by then, never, or nobody can tell. */
function openWhen(trial: Trial, closing: Closing, dependent: Resource, closes: readonly Closing[]): Closing | undefined {
  if (closing.settled.has(dependent) || dependent === closing.resource) return undefined;
  if (trial.dependents.get(dependent)?.has(closing.resource) === true) return undefined;
  return closes.find((other) => ![...other.unordered].some((loop) => closing.unordered.has(loop)) && !isExclusive(other, closing));
}

// Arms of one alternative: only one of the two closes happens.
function isExclusive(a: Closing, b: Closing): boolean {
  return [...a.arms].some(([branch, arm]) => b.arms.has(branch) && b.arms.get(branch) !== arm);
}

/** Closes whose promise nobody waits for, although something goes on. */
export function notAwaited(trial: Trial, unwinding: Unwinding, orders: readonly TeardownEvent[]): TeardownEvent[] {
  const told = new Set(orders.map(({ site }) => siteKey(site)));
  return [...unwinding.floating].flatMap((closing): TeardownEvent[] => {
    const { resource, site, trace, thread, position } = closing;
    if (told.has(siteKey(site)) || !trial.process.units.has(resource.unit)) return [];
    // Its being open is already told at the close of what it uses, or at the exit.
    const blamed = unwinding.closings.some((other) => told.has(siteKey(other.site)) && other.pending.has(resource)) || unwinding.exits.some((exit) => exit.pending.has(resource));
    const last = (unwinding.steps.get(thread) ?? 0) <= position && (closing.settled.size === 0 || !standsInAsync(closing));
    return blamed || last ? [] : [{ is: 'not-awaited', site, closed: resource.name, server: resource.is === 'server', trace }];
  });
}

function standsInAsync({ step }: Closing): boolean {
  return step !== undefined && functionOf(step.call.frame).async === true;
}

/** What was opened and is closed by nobody. */
export function neverClosed(trial: Trial, unwinding: Unwinding): TeardownEvent[] {
  const { process, resources, context } = trial;
  return resources.flatMap((resource): TeardownEvent[] => {
    if (!resource.mustClose || !process.units.has(resource.unit) || unwinding.closed.has(resource)) return [];
    if (!isOpened(trial, resource) || handlersOnly(context, resource) || isAlternativeOfClosed(resource, unwinding) || isCutWithAnother(resource, unwinding)) return [];
    const server = resource.is === 'server';
    const site = server && resource.opened[0] !== undefined ? siteOfCall(resource.opened[0]) : resource.site;
    if (unwinding.gaps.length > 0) return [{ is: 'unknown', site, because: (unwinding.gaps[0] as Unwinding['gaps'][number]).because }];
    if (hangsOnUnknown(context, resource)) return [{ is: 'unknown', site, because: `what ${resource.name} hangs on is not in sight` }];
    const close = trial.closes.of(resource);
    // A close that no shutdown in sight gets to: a registry or a framework may run it.
    if (close !== undefined) return [{ is: 'unknown', site, because: `${resource.name} is closed at ${close.file}:${close.line}, and whether the shutdown gets there is not in sight` }];
    const below = server ? closedOutOfSight(trial, resource, unwinding) : undefined;
    if (below !== undefined) return [{ is: 'unknown', site, because: below }];
    return [{ is: 'never-closed', site, what: resource.name, server, ...(server ? enteredBy(context, resource) : openIn(trial, resource)) }];
  });
}

// What comes in by a server is what is registered on it, or on the application that it was given.
function enteredBy({ handlers }: ModelContext, { site, uses }: Resource): Pick<TeardownEvent, 'entryPoints'> {
  const made = new Set([site, ...uses.map((used) => used.site)].map(siteKey));
  const found = handlers.filter(({ within = [] }) => within.some((place) => made.has(siteKey(place))));
  return found.length === 0 ? {} : { entryPoints: found.map(({ entryPoint }) => entryPoint) };
}

// A run of the program in which nothing uses it may not open it at all.
function openIn({ modes, used }: Trial, resource: Resource): Pick<TeardownEvent, 'entryPoints'> {
  const own = modes.filter((mode) => mode.some((handler) => used.get(handler)?.includes(resource) === true || takesFrom(handler, resource)));
  return modes.length < 2 || own.length === 0 ? {} : { entryPoints: [...new Set(own.flat())].map(({ entryPoint }) => entryPoint) };
}

// `subscription.on('message', handler)`: what arrives there enters by it.
function takesFrom({ registration }: Handler, { call }: Resource): boolean {
  for (let holder = registration?.callee.from; holder !== undefined; holder = holder.from) if (holder.call !== undefined && holder.call.expression === call?.expression) return true;
  return false;
}

// `app` made in one of two ways: the call that opens it is one, and so is its close.
function isAlternativeOfClosed(resource: Resource, { closed }: Unwinding): boolean {
  const opening = new Set(resource.opened.map(({ expression }) => expression));
  return [...closed].some((other) => other.opened.some(({ expression }) => opening.has(expression)));
}

// A server that hangs on another one ends with it where that one cuts its connections.
function isCutWithAnother(resource: Resource, { cut }: Unwinding): boolean {
  return [...serversBelow(resource)].some((used) => cut.has(used));
}

// The same where no shutdown in sight gets to the close of that one.
function closedOutOfSight({ closes }: Trial, resource: Resource, { closed }: Unwinding): string | undefined {
  for (const used of serversBelow(resource)) {
    const close = closed.has(used) ? undefined : closes.of(used);
    if (close !== undefined) return `${resource.name} hangs on the ${used.name}, which is closed at ${close.file}:${close.line}, and whether the shutdown gets there is not in sight`;
  }
  return undefined;
}

function serversBelow({ is, uses }: Resource): ReadonlySet<Resource> {
  const below = new Set(is === 'server' ? uses : []);
  for (const used of below) for (const further of used.uses) below.add(further);
  return below;
}

// A server without a call that makes it listen: it was given one that does.
function hangsOnUnknown({ program }: ModelContext, { is, row, uses, call, callee }: Resource): boolean {
  if (is !== 'server' || row.opens !== undefined || uses.length > 0 || call === undefined) return false;
  return (row.uses ?? []).some((place) => placeValues(program.engine, call, callee, place).values.some((value) => value.is === 'unknown'));
}

function isOpened({ dependents, resources, process }: Trial, resource: Resource): boolean {
  // What connects only when it is told to is open only in the processes that tell it.
  const isTimed = resource.is === 'timer' || resource.is === 'scheduler';
  if (resource.row.opens !== undefined && !isTimed && !resource.opened.some(({ frame }) => process.units.has(frame.unit))) return false;
  // Closing a client or pool that was given this one closes it too.
  const wrapped = [...(dependents.get(resource) ?? [])].some((user) => user.row.closesNothing !== true && user.uses.includes(resource) && (user.is === 'pool' || user.is === 'client') && process.units.has(user.unit));
  if (wrapped) return false;
  if (!isTimed) return true;
  return resources.some((used) => used.mustClose && dependents.get(used)?.has(resource) === true);
}
