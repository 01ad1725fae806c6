import { siteOfCall } from '../context.js';
import { namesOf } from '../resources.js';
import type { Resource } from '../resources.js';
import { siteKey } from '../site.js';
import type { Shutdown, ShutdownPart } from '../types.js';
import { neverClosed, wrongOrders } from './judgements.js';
import { unwind } from './judge-process.js';
import type { Trial } from './judge-process.js';
import { emptyUnwinding } from './moments.js';
import type { Closing, Unwinding } from './moments.js';
import { threadsIn } from './starters.js';
import { findThreads } from './threads.js';
import type { Thread } from './threads.js';

/** Told besides SIGTERM, where a process does something else then. */
const OTHER_SIGNALS = ['SIGINT'];

/** What each process does on each signal: who needs whom, and the order in which things close. */
export function findShutdowns(trials: readonly Trial[]): readonly Shutdown[] {
  const [first] = trials;
  const others = first === undefined ? [] : OTHER_SIGNALS.map((signal) => ({ signal, all: findThreads(first.context, first.rules, signal) }));
  return trials.flatMap((trial) => {
    const groups: { signals: string[]; threads: readonly Thread[] }[] = [{ signals: ['SIGTERM'], threads: own(trial, trial.threads) }];
    for (const { signal, all } of others) {
      const threads = own(trial, all);
      const same = groups.find((group) => placesOf(group.threads) === placesOf(threads));
      if (same !== undefined) same.signals.push(signal);
      else if (threads.length > 0) groups.push({ signals: [signal], threads });
    }
    const unwound = groups.map(({ signals, threads }) => ({ signals, threads, unwinding: threads.length === 0 ? emptyUnwinding() : unwind({ ...trial, threads }, threads) }));
    return unwound.map((signal) => shutdownOf({ ...trial, threads: signal.threads }, signal, unwound));
  });
}

/** What a signal's handlers do. */
interface Unwound {
  readonly signals: readonly string[];
  readonly threads: readonly Thread[];
  readonly unwinding: Unwinding;
}

function own({ context, process }: Trial, threads: readonly Thread[]): readonly Thread[] {
  return threadsIn(context, process.units, threads);
}

function placesOf(threads: readonly Thread[]): string {
  return threads.map(({ site }) => siteKey(site)).join();
}

function shutdownOf(trial: Trial, { signals, threads, unwinding }: Unwound, all: readonly Unwound[]): Shutdown {
  const { process, drains, alone } = trial;
  const ends = drains?.endsOf(process, unwinding.deadlines, alone);
  return {
    signals, handlers: threads.map(({ site, what }) => ({ site, text: what })), entryPoints: trial.handlers.map(({ entryPoint }) => entryPoint),
    parts: partsOf(trial, unwinding, all),
    exits: unwinding.exits.filter(({ conditional }) => !conditional).map(({ site, settled, pending }) => ({ site, after: namesOf(settled), cuts: namesOf([...pending].filter((one) => !unwinding.instant.has(one))) })),
    deadlines: ends?.deadlines ?? [], grace: ends?.grace ?? { is: 'unknown', because: 'no manifest says how long the platform waits' },
    unproven: unwinding.gaps,
  };
}

function partsOf(trial: Trial, unwinding: Unwinding, all: readonly Unwound[]): readonly ShutdownPart[] {
  const closings = firstClosings(unwinding);
  const orders = ordersOf(closings);
  const wrong = new Map(wrongOrders(trial, unwinding).flatMap((event) => (event.is === 'wrong-order' ? [[siteKey(event.site), event.dependent] as const] : [])));
  const left = new Map(neverClosed(trial, unwinding).map((event) => [siteKey(event.site), event]));
  const leftOf = (resource: Resource) => left.get(siteKey(resource.site)) ?? (resource.opened[0] === undefined ? undefined : left.get(siteKey(siteOfCall(resource.opened[0]))));
  const starts = new Set(trial.process.starts.map(({ resource }) => resource));
  const shown = trial.resources.filter((resource) => trial.process.units.has(resource.unit) && resource.is !== 'app' && resource.is !== 'router' && (closings.has(resource) || starts.has(resource) || leftOf(resource) !== undefined || isClosedByItsMaker(resource)));
  return inOrderOfNeed(trial, shown).map(({ resource, depth, users }): ShutdownPart => {
    const closing = closings.get(resource);
    const event = closing === undefined ? leftOf(resource) : undefined;
    return {
      name: resource.name, is: resource.is, site: resource.site, depth, neededBy: users.map(({ name, site }) => ({ site, text: name })),
      closes: closing === undefined ? undefined : {
        order: orders.get(resource) ?? 1, site: closing.site, after: namesOf([...closing.settled].filter((one) => closings.has(one))), drains: closing.waits && resource.is === 'server',
        awaited: !unwinding.floating.has(closing), stillNeededBy: wrong.get(siteKey(closing.site)),
      },
      left: closing !== undefined ? undefined : event?.is === 'never-closed' ? 'never closed' : event?.is === 'unknown' ? (closedOnlyOn(resource, unwinding, all) ?? event.because) : isClosedByItsMaker(resource) ? 'what made it closes it' : undefined,
    };
  });
}

// Its close stands in the handler of another signal.
function closedOnlyOn(resource: Resource, unwinding: Unwinding, all: readonly Unwound[]): string | undefined {
  const other = unwinding.gaps.length > 0 ? undefined : all.find((one) => one.unwinding !== unwinding && one.unwinding.closed.has(resource));
  return other === undefined ? undefined : `not closed: only the ${other.signals.join(' and ')} handler does it`;
}

// A pool that a plugin or a module makes and closes.
function isClosedByItsMaker({ is, mustClose }: Resource): boolean {
  return is === 'pool' && !mustClose;
}

/** The first close of each, in the order in which they begin. */
function firstClosings({ closings }: Unwinding): ReadonlyMap<Resource, Closing> {
  const first = new Map<Resource, Closing>();
  for (const closing of [...closings].sort((a, b) => a.position - b.position)) if (!first.has(closing.resource)) first.set(closing.resource, closing);
  return first;
}

/** What begins when nothing else is closed is the first; what begins at once has one number. */
function ordersOf(closings: ReadonlyMap<Resource, Closing>): ReadonlyMap<Resource, number> {
  const orders = new Map<Resource, number>();
  const orderOf = (resource: Resource): number => {
    const known = orders.get(resource);
    if (known !== undefined) return known;
    orders.set(resource, 1);
    const before = [...(closings.get(resource)?.settled ?? [])].filter((other) => other !== resource && closings.has(other));
    const order = before.reduce((most, other) => Math.max(most, orderOf(other) + 1), 1);
    orders.set(resource, order);
    return order;
  };
  for (const resource of closings.keys()) orderOf(resource);
  return orders;
}

interface Needed {
  readonly resource: Resource;
  readonly depth: number;
  readonly users: readonly Resource[];
}

/** What nobody needs first, what it needs below it. */
function inOrderOfNeed({ dependents }: Trial, shown: readonly Resource[]): readonly Needed[] {
  const usersOf = (resource: Resource) => [...(dependents.get(resource) ?? [])].filter((user) => user !== resource && shown.includes(user));
  const placed = new Map<Resource, Needed>();
  const place = (resource: Resource, depth: number): void => {
    if (placed.has(resource)) return;
    placed.set(resource, { resource, depth, users: usersOf(resource) });
    for (const below of shown) if (usersOf(below).includes(resource)) place(below, depth + 1);
  };
  for (const resource of shown) if (usersOf(resource).length === 0) place(resource, 0);
  for (const resource of shown) place(resource, 0);
  return [...placed.values()];
}
