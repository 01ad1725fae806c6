import type { CallStep } from '#program/steps.js';
import type { Resource } from '../resources.js';
import type { Site, TraceStep } from '../site.js';
import type { Bound } from '../types.js';

/** What is known at one moment of a teardown. */
export interface Moment {
  /** Closed, and the code at this moment runs after that. */
  readonly settled: Set<Resource>;
  /** Being closed; nobody here has waited for it. */
  readonly pending: Set<Resource>;
  /** Of the pending: someone keeps the promise and may wait for it. */
  readonly kept: Set<Resource>;
  /** Of the kept: only what hangs on the promise waits for it. */
  readonly letGo: Set<Resource>;
  /** Nothing follows in this function; nothing follows in this process. */
  returned: boolean;
  exited: boolean;
}

/** A resource's close as met in a teardown, with what was known then. */
export interface Closing {
  readonly resource: Resource;
  readonly site: Site;
  readonly step: CallStep | undefined;
  readonly thread: number;
  readonly settled: ReadonlySet<Resource>;
  readonly pending: ReadonlySet<Resource>;
  readonly kept: ReadonlySet<Resource>;
  /** It is over as soon as it is called. */
  readonly instant: boolean;
  /** How it tells its end, where nothing listens yet: by a promise, or to a callback that is not given. */
  readonly unheard: 'promise' | 'callback' | undefined;
  /** It gives up by itself some time. */
  readonly isLimited: boolean;
  /** It lets work in flight finish. */
  readonly waits: boolean;
  /** It only takes in nothing more. */
  readonly intakeOnly: boolean;
  /** How many steps the teardown had taken: what comes later follows it. */
  readonly position: number;
  /** What surrounds it and has an order that nobody can tell: loops over unknown lists, callbacks of unknown libraries. */
  readonly unordered: ReadonlySet<object>;
  /** Which arm of each alternative around it it stands in. */
  readonly arms: ReadonlyMap<object, number>;
  readonly trace: readonly TraceStep[];
}

/** A call that ends the process. */
export interface Exit {
  readonly site: Site;
  readonly thread: number;
  readonly settled: ReadonlySet<Resource>;
  readonly pending: ReadonlySet<Resource>;
  readonly conditional: boolean;
  readonly trace: readonly TraceStep[];
}

/** What the handlers of one process do when the signal comes. */
export interface Unwinding {
  readonly closings: Closing[];
  readonly exits: Exit[];
  /** Exits that only time leads to: a deadline where something is closed meanwhile. */
  readonly timedExits: Exit[];
  /** With the call that sets each, where there is one. */
  readonly deadlines: { readonly site: Site; readonly what: string; readonly step: CallStep | undefined; /** Where the call is not its own. */ readonly bound?: Bound; /** What has been waited for when it begins: it bounds none of these. */ readonly after: readonly Resource[] }[];
  /** Limits of closes whose value is not known: they may be a deadline. */
  readonly openLimits: { readonly site: Site; readonly because: string }[];
  readonly gaps: { readonly site: Site; readonly because: string }[];
  /** Calls of functions that are not in sight, which were handed in to be run: they may close anything. */
  readonly handedIn: { readonly site: Site; readonly because: string }[];
  /** Closes that give a promise nobody waits for. */
  readonly floating: Set<Closing>;
  /** Closed in whatever way, forced and failed ways included. */
  readonly closed: Set<Resource>;
  /** Those whose close is over as soon as it is called. */
  readonly instant: Set<Resource>;
  /** Servers whose close ends the connections that are left after some time. */
  readonly cut: Set<Resource>;
  /** Those whose close calls back something that is not in sight. */
  readonly unseen: Set<Resource>;
  /** Activations that were looked at for calls of which nothing is known. */
  readonly read: Set<object>;
  /** Steps taken so far by each thread. */
  readonly steps: Map<number, number>;
}

export function emptyUnwinding(): Unwinding {
  return { closings: [], exits: [], timedExits: [], deadlines: [], openLimits: [], gaps: [], handedIn: [], floating: new Set(), closed: new Set(), instant: new Set(), cut: new Set(), unseen: new Set(), read: new Set(), steps: new Map() };
}

export function startOfTeardown(): Moment {
  return { settled: new Set(), pending: new Set(), kept: new Set(), letGo: new Set(), returned: false, exited: false };
}

/** The same moment, to go on from in another way. */
export function fork(moment: Moment): Moment {
  return { settled: new Set(moment.settled), pending: new Set(moment.pending), kept: new Set(moment.kept), letGo: new Set(moment.letGo), returned: moment.returned, exited: moment.exited };
}

/** From now on these are closed. */
export function settle(moment: Moment, resources: Iterable<Resource>): void {
  for (const resource of resources) {
    moment.settled.add(resource);
    moment.pending.delete(resource);
    moment.kept.delete(resource);
    moment.letGo.delete(resource);
  }
}

/** From now on these are being closed. */
export function begin(moment: Moment, resources: Iterable<Resource>, kept: boolean | 'let-go'): void {
  for (const resource of resources) {
    if (moment.settled.has(resource)) continue;
    moment.pending.add(resource);
    if (kept !== false) moment.kept.add(resource);
    if (kept === 'let-go') moment.letGo.add(resource);
  }
}

/** What one moment has that an earlier one had not. */
export function since(earlier: Moment, later: Moment): { readonly settled: readonly Resource[]; readonly pending: readonly Resource[] } {
  return {
    settled: [...later.settled].filter((resource) => !earlier.settled.has(resource)),
    pending: [...later.pending].filter((resource) => !earlier.pending.has(resource) && !earlier.settled.has(resource)),
  };
}

/** Goes on after alternatives: what any of them has closed counts as closed, since a guard around a close asks whether there is something to close. */
export function join(moment: Moment, arms: readonly Moment[]): void {
  const going = arms.filter((arm) => !arm.returned && !arm.exited);
  for (const arm of going.length > 0 ? going : arms) {
    for (const resource of arm.pending) if (!moment.settled.has(resource)) moment.pending.add(resource);
    for (const resource of arm.kept) moment.kept.add(resource);
    for (const resource of arm.letGo) moment.letGo.add(resource);
    settle(moment, arm.settled);
  }
  if (arms.length > 0 && going.length === 0) {
    moment.exited = arms.every((arm) => arm.exited);
    moment.returned = true;
  }
}
