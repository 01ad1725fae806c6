import type { SeenName } from '#facts/edits/types.js';
import type { Site, TraceStep } from './site.js';

export type { SeenName };

/** How long something can take or wait, or how many there can be; always with where that comes from. */
export type Bound =
  | { readonly is: 'bounded'; readonly ms: number; readonly from: Origin }
  | { readonly is: 'unbounded'; readonly from: Origin }
  | { readonly is: 'unknown'; readonly because: string; /** Where it is set, if it is. */ readonly site?: Site };

/** Where a number comes from. */
export interface Origin {
  /** In words: `connectionTimeoutMillis`, `pg's default`. */
  readonly text: string;
  /** Where it is written; for a library's default, the creation or the call. */
  readonly site: Site;
  readonly isDefault: boolean;
  /** What to know about it: 'a trickling body outlives it'. */
  readonly note?: string;
  /** It is what is left of a time that began before: whatever began with it ends no earlier. */
  readonly left?: true;
}

/** Where outside work enters. */
export interface EntryPoint {
  /** What tells it from all others: its name, and its file where others have the same name. */
  readonly id: string;
  /** `POST /payments`, `consume orders`, `cron 0 * * * *`. */
  readonly name: string;
  readonly kind: 'http' | 'middleware' | 'rpc' | 'graphql' | 'consumer' | 'socket' | 'schedule' | 'serverless' | 'error-handler';
  readonly framework: string;
  /** The registration. */
  readonly site: Site;
  /** Names of the functions that run before the handler, in order; empty strings for anonymous ones are left out. */
  readonly middleware: readonly string[];
  readonly answers: boolean;
  readonly repeats: 'client' | 'redelivery' | 'schedule' | 'never' | 'invoker';
  /** HTTP verb, where there is one. */
  readonly method?: string;
}

/** One way a request gets to a place. */
export interface Reach {
  readonly entryPoint: EntryPoint;
  readonly trace: readonly TraceStep[];
}

/** A guard that something runs under. */
export interface Guard {
  readonly is: 'breaker' | 'timeout' | 'retry' | 'bulkhead' | 'fallback' | 'budget';
  /** In words: `the opossum breaker`, `p-timeout`. */
  readonly name: string;
  readonly site: Site;
  /** Its time limit, where it has one. */
  readonly bound?: Bound;
  /** For retries: how many times the function can run in all. */
  readonly attempts?: Bound;
  /** For retries: all delays between the attempts together, at their largest. */
  readonly delays?: Bound;
  /** For retries: the driver's own, which nobody asked for. */
  readonly builtIn?: true;
  /** For retries: how they wait between the attempts. */
  readonly backoff?: Backoff;
  /** For breakers: how many calls in a row have to fail before it opens. */
  readonly opensAfter?: Bound;
  /** For retries: the second attempt is another call in the code, counted there. */
  readonly onceMore?: true;
  /** For retries: they try again only when what was written was there already, with something else. */
  readonly only?: 'conflicts';
  /** For retries: the arguments of its function decide how it waits. */
  readonly waitsByCaller?: true;
  /** For retries that nothing counts: the flag by which other code ends them. */
  readonly endedBy?: string;
}

/** How a retry waits between its attempts. */
export interface Backoff {
  readonly waits: 'no' | 'constant' | 'growing' | 'unknown';
  /** Chance spreads the waits of many callers. */
  readonly jitter: 'yes' | 'no' | 'unknown';
  /** Why it is unknown. */
  readonly because?: string;
}

/** A call that blocks the event loop, with every entry point that reaches it. */
export interface BlockingCall {
  readonly site: Site;
  /** As written: `fs.readFileSync`. */
  readonly name: string;
  /** Whose it is, where the name alone does not tell. */
  readonly of?: string | undefined;
  readonly blocks: 'disk' | 'cpu' | 'process' | 'network' | 'database' | 'wait';
  /** It lets other work in after each turn of so many ms. */
  readonly slices?: number | undefined;
  readonly cost: 'high' | 'low';
  readonly instead: string | undefined;
  /** The member of its module on which the same call without `Sync` gives a promise; empty for the module itself. */
  readonly promised?: string | undefined;
  /** Shortest first; empty where no request reaches it. */
  readonly reachedBy: readonly Reach[];
  /** It runs once in the process, for the reason given: `??=`, `once()`. */
  readonly once: string | undefined;
}

/** An option of a call: in which argument, and under which names there. */
export interface OptionPlace {
  readonly argument: number;
  readonly names: readonly string[];
}

/** A limit that can be set where it is missing. */
export interface SettableLimit {
  readonly place: OptionPlace;
  readonly unit: 'ms' | 's' | 'signal';
}

/** A pool of connections. */
export interface Pool {
  readonly site: Site;
  /** As people say it: `pg Pool`. */
  readonly name: string;
  readonly acquireWait: Bound;
  /** The option that bounds the wait, empty when the library has none. */
  readonly option: string;
  /** Where the option stands in the creation; absent where it is set elsewhere. */
  readonly setAt?: OptionPlace | undefined;
  readonly see: string;
  /** Requests that wait for one of its connections with no timer around the wait. */
  readonly acquiredBy: readonly Reach[];
  /** A timer around a wait that ends it for the request, though the pool goes on: a race, a breaker's timeout. */
  readonly endedBy?: Guard;
  /** Entry points whose wait such a timer ends. */
  readonly endedFor?: readonly EntryPoint[];
}

/** A request to another service, at the library call. */
export interface OutboundCall {
  readonly site: Site;
  /** As written: `axios.post`. */
  readonly name: string;
  /** Whom it talks to: host, package or URL start, for grouping. */
  readonly partner: string;
  /** Ways to it that pass no breaker, shortest first. */
  readonly unguarded: readonly Reach[];
  /** On one of those, somebody waits for it: a request, a message, a job. */
  readonly awaited: boolean;
  /** Ways to it through a breaker. */
  readonly guarded: readonly { readonly reach: Reach; readonly breaker: Guard }[];
  /** Ways through something that may be a breaker but could not be resolved. */
  readonly uncertain: readonly { readonly reach: Reach; readonly because: string }[];
}

/** A call that waits for something outside, with what ends it for the one who waits. */
export interface Wait {
  /** Where its limit belongs: the creation of its client or pool where an option there covers its calls, else the call. */
  readonly site: Site;
  readonly callSite: Site;
  /** As written: `axios.post`. */
  readonly name: string;
  readonly is: 'outbound' | 'statement' | 'command' | 'publish';
  readonly bound: Bound;
  /** The option that bounds it, empty where the library has none. */
  readonly option: string;
  /** The library's call that ends what runs within it, where no option does. */
  readonly within?: string;
  /** Where that option is written at the place; absent where it is no property of an argument there. */
  readonly settable?: SettableLimit | undefined;
  /** What is made at the place and has the option: `pg Pool`; empty where the place is the call. */
  readonly covers: string;
  /** Limits that do not bound it: of connecting, of receiving headers, of idleness. */
  readonly besides: readonly { readonly limits: string; readonly bound: Bound }[];
  /** Ways to it with no timer around. */
  readonly openOn: readonly Reach[];
  /** A timer around it that ends it for the request, though the work goes on. */
  readonly endedBy?: Guard;
}

/** A retry inside another one. */
export interface Repeated {
  readonly name: string;
  readonly site: Site;
  readonly attempts: Bound;
}

/** Something that tries again, as met on the paths of requests. */
export interface Retry {
  /** The wrapper's call, the loop, the function's call of itself; for a retry built into a library, its client's creation. */
  readonly site: Site;
  readonly name: string;
  readonly attempts: Bound;
  readonly backoff: Backoff;
  /** A limit on the time of all attempts together. */
  readonly within?: Bound;
  /** Nobody asked for it: the library does it by itself. */
  readonly byDefault: boolean;
  /** It tries again only when what was written was there already, with something else. */
  readonly only?: 'conflicts';
  /** The flag by which other code ends it, where nothing counts its attempts. */
  readonly endedBy?: string;
  /** The retries that each of its attempts runs in its turn, outermost first; only told of the outermost. */
  readonly repeats: readonly Repeated[];
  /** Is the message of the entry point delivered again when it gives up? */
  readonly redelivered: 'yes' | 'no' | 'unknown';
  /** It gives a message back to the broker. */
  readonly requeues?: true;
  readonly reach: Reach;
}

/** A circuit breaker: who makes it, and what ends the calls that it watches. */
export interface Breaker {
  /** Its creation; for one of the program's own that a container makes, its class. */
  readonly site: Site;
  readonly name: string;
  /** Requests that make a new one. */
  readonly madeBy: readonly Reach[];
  /** Why it outlives the request that makes it. */
  readonly kept?: string;
  /** What runs under it, each with what ends it for the breaker. */
  readonly guards: readonly { readonly name: string; readonly ends: Bound; readonly reach: Reach }[];
}

/** An inner limit under an outer one. */
export interface Nesting {
  /** The inner timeout's value, or the inner call where the bound is a library default without a creation. */
  readonly site: Site;
  /** What waits: `axios.post`, `the opossum breaker`. */
  readonly inner: { readonly name: string; readonly bound: Bound };
  readonly outer: { readonly name: string; readonly bound: Bound };
  readonly reach: Reach;
  /** Every entry point on which it is met; the reach's alone when absent. */
  readonly entryPoints?: readonly EntryPoint[];
}

/** Something that takes time while a pooled connection or a transaction is held. */
export interface HeldCall {
  readonly site: Site;
  /** As written: `axios.post`. */
  readonly name: string;
  readonly is: 'outbound' | 'sleep' | 'acquire';
  /** What is held: `pg connection`, `Prisma transaction`. */
  readonly holds: string;
  /** The call that took it. */
  readonly acquire: Site;
  /** For a second connection: is it of the same pool? Undefined where nobody can tell. */
  readonly samePool: boolean | undefined;
  readonly reachedBy: readonly Reach[];
}

/** A connection or transaction that is taken, and what becomes of it. */
export interface Acquisition {
  readonly site: Site;
  /** As written: `pool.connect`. */
  readonly name: string;
  /** `pg connection`, `Prisma transaction`. */
  readonly what: string;
  readonly ends:
    | { readonly is: 'released'; readonly at: Site; readonly text: string }
    | { readonly is: 'leaks'; readonly how: 'throws' | 'returns' | 'ends'; readonly at: Site }
    | { readonly is: 'unknown'; readonly because: string };
}

/** A body that the service accepts, at the place that limits it or should. */
export interface AcceptedBody {
  /** The limit's value; the parser, the server, the reading loop or the registration where nothing is set. */
  readonly site: Site;
  /** What reads it: `express.json`, `the Fastify server`, `req.on`. */
  readonly name: string;
  /** `parser`: a library's call. `server`: the framework's own. `stream`: by hand, chunk by chunk. `route`: a handler, of a framework without a limit. */
  readonly reads: 'parser' | 'server' | 'stream' | 'route';
  /** Where the application is made whose route reads it. */
  readonly application?: Site;
  /** In bytes. */
  readonly limit: Bound;
  /** A limit above this one limits nothing, in bytes. */
  readonly ceiling: number;
  /** The option that limits it, empty when there is none. */
  readonly option: string;
  readonly reachedBy: readonly Reach[];
  /** Ids of the entry points that stand behind it: of a parser in their chain, of the server they are registered on. */
  readonly inFrontOf: readonly string[];
}

/** Why a write may happen twice. */
export interface Repeater {
  readonly is: 'client' | 'redelivery' | 'webhook' | 'retry' | 'library-retry';
  /** In words: `the client of POST /payments`, `redelivery by bullmq`. */
  readonly text: string;
  readonly site: Site;
}

/** A repeater with a way on which it repeats the write. */
export interface MetRepeater extends Repeater {
  readonly reach: Reach;
}

/** A write that is not idempotent by itself, with those repeaters against which its key is worth the same; others are another record of the same place. */
export interface Write {
  readonly site: Site;
  /** As written: `stripe.charges.create`, `INSERT INTO payments`. */
  readonly name: string;
  readonly reach: Reach;
  readonly repeaters: readonly MetRepeater[];
  /** `stable`: a key that survives what repeats it. `fresh`: a key made inside what repeats it. */
  readonly key:
    | { readonly is: 'stable'; readonly text: string; readonly site: Site }
    | { readonly is: 'fresh'; readonly text: string; readonly site: Site }
    | { readonly is: 'none'; readonly option: string }
    | { readonly is: 'unknown'; readonly because: string };
  /** A key of the request that is in sight where the write is called, and the option that takes it; absent where another write would take the same. */
  readonly inSight?: { readonly text: string; readonly name: SeenName; readonly place: OptionPlace } | undefined;
}

/** A close that nobody waits for, and how it tells its end. */
export interface UnheardClose {
  readonly site: Site;
  readonly tells: 'promise' | 'callback';
}

/** A problem or a proof in how the process shuts down, with the entry points that run in it. Decided by the model's order of events, judged by the rule. */
export type TeardownEvent = { readonly entryPoints?: readonly EntryPoint[] } & (
  | { readonly is: 'no-handler'; readonly site: Site; readonly what: string }
  | { readonly is: 'exit-early'; readonly site: Site; readonly what: string; readonly trace: readonly TraceStep[]; /** The one close that it does not wait for. */ readonly close?: UnheardClose }
  | { readonly is: 'wrong-order'; readonly site: Site; readonly closed: string; /** What it is given it only gathers: no request fails. */ readonly gathers?: true; readonly dependent: string; readonly concurrent: boolean; readonly dependentSite: Site; readonly trace: readonly TraceStep[]; /** Creations of both. */ readonly made?: readonly [Site, Site]; /** The close of the dependent, where it has begun and nobody waits for it. */ readonly close?: UnheardClose }
  | { readonly is: 'not-awaited'; readonly site: Site; readonly closed: string; /** A server's close tells its end by a callback. */ readonly server?: boolean; readonly trace: readonly TraceStep[] }
  | { readonly is: 'never-closed'; readonly site: Site; readonly what: string; readonly server: boolean }
  | { readonly is: 'no-deadline'; readonly site: Site; readonly what: string }
  | { readonly is: 'closed'; readonly site: Site; readonly what: string; readonly closeSite: Site }
  | { readonly is: 'deadline'; readonly site: Site; readonly what: string }
  | { readonly is: 'unknown'; readonly site: Site; readonly because: string }
);

/** What waits, for the eye: a middleware's own work has the layer of what it waits for. */
export type Layer = 'middleware' | 'handler' | 'pool' | 'statement' | 'command' | 'outbound' | 'publish' | 'lock' | 'queue' | 'sleep' | 'transaction';

/** Where a slice stands among what runs at the same time, or instead of it. */
export interface Branching {
  /** `parallel`: all arms run; `race`: the first ends it; `branch`: one arm runs. */
  readonly is: 'parallel' | 'race' | 'branch';
  /** Equal for arms of one place in one trace. */
  readonly group: number;
  readonly arm: number;
  readonly arms: number;
}

/** One operation's share of the time: attempts × the time of each + the delays in between. */
export interface Slice {
  /** The function of the request in which it waits: `authenticate`, `handler`. */
  readonly step: string;
  /** Does that function run in front of the handler? */
  readonly middleware: boolean;
  /** Does it run when the handler is through? */
  readonly after?: true;
  readonly layer: Layer;
  /** As written: `axios.post`, `pool.query`. */
  readonly operation: string;
  /** The call. */
  readonly site: Site;
  /** Whom or what it waits for: a partner by its host, a pool or client by its creation. */
  readonly on: { readonly name: string; readonly site: Site | undefined } | undefined;
  /** Guards of the path around it, innermost first; what limits the operation itself is in `perAttempt`. */
  readonly guards: readonly Guard[];
  /** All attempts together: the operation's own retries and those of the guards and loops around it. */
  readonly attempts: Bound;
  readonly perAttempt: Bound;
  /** All delays between its own attempts. */
  readonly delays: Bound;
  /** Its share: all attempts and delays, cut off where a guard around it ends first. */
  readonly total: Bound;
  /** When it starts in the worst case, from the request's arrival; undefined behind something without a bound. */
  readonly startMs: number | undefined;
  /** The same at the earliest: what has no known end is taken to end at once. */
  readonly earliestMs: number;
  /** Does it count towards the worst case? Shorter arms and branches do not. */
  readonly counts: boolean;
  /** From outside inwards; empty in plain sequence. */
  readonly branching: readonly Branching[];
  /** From the entry point to the operation. */
  readonly trace: readonly TraceStep[];
}

/** A deadline of an entry point with what runs under it. */
export interface Budget {
  readonly guard: Guard;
  /** Its limit. */
  readonly bound: Bound;
  /** When it starts, in the worst case. */
  readonly startMs: number | undefined;
  /** How long what it covers takes in the worst case. */
  readonly covers: Bound;
  /** It is a signal that everything under it is given: nothing there outlasts it. */
  readonly endsWork?: true;
}

/** What a request of one entry point waits for, in order, with the budget it has to keep. Everything it says is lazy: what nobody asks for costs nothing. */
export interface RequestPath {
  readonly entryPoint: EntryPoint;
  /** Does it wait for something at all? */
  readonly waits: boolean;
  /** The deadline that ends first; undefined where nobody gives up. */
  readonly budget: Budget | undefined;
  /** Every deadline that is declared for it, outermost first. */
  readonly budgets: readonly Budget[];
  readonly worstCase: Bound;
  /** In the order in which they start; as many as a person reads. */
  readonly slices: readonly Slice[];
  /** How many more slices there are. */
  readonly omitted: number;
  /** What may take longer than is said, and why. */
  readonly unproven: readonly { readonly site: Site; readonly because: string }[];
  /** Where what it is registered on is made: the application first, the nearest router last. */
  readonly within: readonly Site[];
}

/** What happens to one entry point while a dependency does not answer. */
export interface HeldEntryPoint {
  readonly entryPoint: EntryPoint;
  /** How long a request of it is held, everything else answering at once. */
  readonly held: Bound;
  /** How many attempts one request makes on the dependency where each fails. */
  readonly attempts: Bound;
  /** How many it makes while nothing answers: behind an attempt without an end, none follows. */
  readonly reaching: Bound;
  /** How often one message is delivered at most, each time with these attempts; absent where nothing is delivered again or nothing says how often. */
  readonly deliveries?: Bound;
  /** Breakers around it: when each attempt counts as failed, how many have to fail before it opens, and when that is where they come one after the other. */
  readonly breakers: readonly { readonly guard: Guard; readonly sees: Bound; readonly failures: Bound; readonly opens: Bound }[];
  /** Some way leads to it through no breaker. */
  readonly unguarded: boolean;
  /** The budget that ends the request for its client, where one does. */
  readonly budget: Guard | undefined;
}

/** What happens to a pool while a dependency does not answer. */
export interface HeldPool {
  readonly name: string;
  readonly site: Site;
  readonly size: Bound;
  /** How long one request keeps a connection of it. */
  readonly held: Bound;
  /** Requests a second from which on all connections are taken. */
  readonly drainsAt: number | undefined;
  /** Entry points that hold a connection while they wait for the dependency. */
  readonly heldBy: readonly string[];
  /** Entry points that only share the pool: they fail although they do not need the dependency. */
  readonly sharedBy: readonly string[];
}

/** A shutdown while a dependency does not answer: do requests in flight end before something ends the process? */
export interface HangingDrain {
  /** What reacts to the signal. */
  readonly site: Site;
  readonly signals: readonly string[];
  /** The request in flight that is answered last. */
  readonly last: EntryPoint;
  readonly answered: Bound;
  /** What ends the process: the deadline of the drain or the platform; undefined where nothing is known to. */
  readonly ends: { readonly bound: Bound; readonly by: string; readonly site: Site | undefined } | undefined;
  readonly fits: 'yes' | 'no' | 'unknown';
}

/** Something the service waits for, and what happens when it stops answering. */
export interface Dependency {
  /** The partner's host, the pool's or client's name. */
  readonly name: string;
  /** `queue`: messages are put there, and what makes its client is not in sight. */
  readonly is: 'partner' | 'queue' | 'resource';
  /** Where it is made, for a resource; the first call to a partner or queue. */
  readonly site: Site;
  readonly entryPoints: readonly HeldEntryPoint[];
  readonly pools: readonly HeldPool[];
  readonly drains: readonly HangingDrain[];
}

/** Something that the service opens, with what needs it while it works. */
export interface Opened {
  readonly name: string;
  readonly is: 'server' | 'pool' | 'client' | 'breaker' | 'consumer' | 'producer' | 'worker' | 'timer' | 'scheduler' | 'router' | 'app' | 'cache' | 'policy';
  readonly site: Site;
  /** For servers: where it begins to take requests, which is where verdicts about it stand. */
  readonly startedAt?: Site;
  readonly mustClose: boolean;
  /** Creations of what needs it. */
  readonly neededBy: readonly Site[];
}

/** Something that turns work away from entry points, or takes only so much of it at once. */
export interface Admission {
  readonly is: 'rate-limit' | 'load-shedding' | 'concurrency';
  readonly name: string;
  readonly site: Site;
  /** What it does, as a whole clause: `express-rate-limit lets in only so many requests`. */
  readonly text: string;
  /** Ids of entry points. */
  readonly reachedBy: readonly string[];
}

/** Something that limits load or shows how the service is. That it is there is all that is said. */
export interface Provision {
  readonly is: 'rate-limit' | 'load-shedding' | 'concurrency' | 'bulkhead' | 'logger' | 'request-id' | 'tracer' | 'metrics' | 'error-reporting' | 'health';
  readonly name: string;
  readonly site: Site;
  /** It turns unready as soon as the process has been told to end. */
  readonly turnsUnready?: true;
}

/** What runs together and gets one SIGTERM, with what enters there; a program that starts one of several things is one of these for each. */
export interface RunningProcess {
  /** Where it starts to listen or to consume. */
  readonly site: Site;
  /** Ids of entry points. */
  readonly entryPoints: readonly string[];
  /** Everything that it loads. */
  readonly files: readonly string[];
}

/** How long the platform waits between SIGTERM and SIGKILL. */
export type GracePeriod =
  | { readonly is: 'known'; /** Without what a hook waits before SIGTERM. */ readonly ms: number; readonly preStopMs: number; readonly text: string; readonly site: Site | undefined }
  | { readonly is: 'unknown'; readonly because: string };

/** The deadline of a shutdown, between what it must outlast and what ends it. */
export interface Drain {
  /** The deadline's value, or the call of the helper whose default it is. */
  readonly site: Site;
  readonly what: string;
  readonly deadline: Bound;
  /** What has been waited for when it begins: the drain takes that much longer. */
  readonly after: readonly string[];
  /** Whoever is answered by the process. */
  readonly entryPoints: readonly EntryPoint[];
  readonly grace: GracePeriod;
}

/** Something that a process has open, and what becomes of it on the signal. */
export interface ShutdownPart {
  readonly name: string;
  readonly is: Opened['is'];
  readonly site: Site;
  /** How far below what nobody needs it stands. */
  readonly depth: number;
  readonly neededBy: readonly TraceStep[];
  readonly closes: {
    /** Those with one number begin together. */
    readonly order: number;
    readonly site: Site;
    /** What is closed by then. */
    readonly after: readonly string[];
    /** Work in flight finishes first. */
    readonly drains: boolean;
    readonly awaited: boolean;
    /** Something that is not closed by then and still uses it. */
    readonly stillNeededBy: string | undefined;
  } | undefined;
  /** Where nothing closes it: `never closed`, or why nobody can tell. */
  readonly left: string | undefined;
}

/** What a process does on a signal: the path of its requests in reverse. */
export interface Shutdown {
  readonly signals: readonly string[];
  /** What reacts to them; empty where the process just ends. */
  readonly handlers: readonly TraceStep[];
  readonly entryPoints: readonly EntryPoint[];
  /** In the order of the request path: what nobody needs first, what it needs below it. */
  readonly parts: readonly ShutdownPart[];
  readonly exits: readonly { readonly site: Site; readonly after: readonly string[]; /** What is still being closed. */ readonly cuts: readonly string[] }[];
  readonly deadlines: readonly { readonly site: Site; readonly what: string; readonly bound: Bound; /** What has been waited for when it begins. */ readonly after: readonly string[] }[];
  readonly grace: GracePeriod;
  readonly unproven: readonly { readonly site: Site; readonly because: string }[];
}

/** How long a server keeps a connection that nobody uses, beside the balancer in front of it. */
export interface KeepAlive {
  readonly site: Site;
  readonly what: string;
  readonly value: Bound;
  readonly idleMs: number;
  readonly idle: TraceStep;
}

/** A place where routes are registered of which nobody can tell what they run. */
export interface Unheard {
  readonly site: Site;
  readonly because: string;
}

/** The service as a person would draw it on a whiteboard. */
export interface ServiceModel {
  readonly entryPoints: readonly EntryPoint[];
  readonly unheard: readonly Unheard[];
  readonly blockingCalls: readonly BlockingCall[];
  readonly pools: readonly Pool[];
  readonly outboundCalls: readonly OutboundCall[];
  readonly waits: readonly Wait[];
  readonly retries: readonly Retry[];
  readonly breakers: readonly Breaker[];
  readonly nestings: readonly Nesting[];
  readonly writes: readonly Write[];
  readonly bodies: readonly AcceptedBody[];
  readonly heldCalls: readonly HeldCall[];
  readonly drains: readonly Drain[];
  readonly keepAlives: readonly KeepAlive[];
  readonly acquisitions: readonly Acquisition[];
  readonly teardown: readonly TeardownEvent[];
  /** What listens or consumes; empty where nothing in sight does. */
  readonly processes: readonly RunningProcess[];
  /** One for each entry point that runs something of the service's. */
  readonly paths: readonly RequestPath[];
  /** What the paths wait for, by name. */
  readonly dependencies: readonly Dependency[];
  /** What its processes close in which order, on each signal. */
  readonly shutdowns: readonly Shutdown[];
  /** Everything it opens. */
  readonly opened: readonly Opened[];
  readonly provisions: readonly Provision[];
  readonly admissions: readonly Admission[];
  /** What a budget has to leave over. */
  readonly marginMs: number;
  readonly coverage: {
    readonly files: number;
    readonly lines: number;
    readonly entryPoints: number;
    readonly calls: { readonly total: number; readonly resolved: number };
    readonly timeouts: { readonly total: number; readonly resolved: number };
  };
  readonly incidents: readonly { readonly where: string; readonly message: string; readonly stack?: string; /** A fixed limit: the same input hits it again. */ readonly repeatable?: true }[];
}
