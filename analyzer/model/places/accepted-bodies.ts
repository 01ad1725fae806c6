import type { BudgetRow, Library, Limit } from '#catalog/schema.js';
import { activationsInSight } from '#program/callers.js';
import { splitPath } from '#program/library-index.js';
import { optionName, parsePlace } from '#program/parse-place.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance } from '#program/values.js';
import { boundOf } from '../bounds.js';
import { BodyStreams, isRequest } from '../body-streams.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import { BODY_LIMIT } from '../declarations.js';
import type { Declarations } from '../declarations.js';
import type { Handler, ModelContext, Visit } from '../context.js';
import { everyCall } from '../every-call.js';
import type { ExportedLimit } from '../exported-bodies.js';
import { holdsFor } from '../holds-for.js';
import type { AcceptedBody, Bound, RunningProcess } from '../types.js';
import { registeredCreation } from '../plugin-creations.js';
import { readsBody } from '../entry-points/body-readers.js';
import { limitsBody } from '../entry-points/chain.js';
import { BehindBodies } from './behind-bodies.js';
import { withCalled } from './called-bodies.js';
import { FileBodies } from './file-bodies.js';
import type { Call } from './file-bodies.js';
import { Reaches } from './reaches.js';

interface FoundRow {
  readonly row: BudgetRow;
  readonly library: Library;
}

/** A handler that reads bodies of any size, with what reads them first. */
interface Unlimited {
  readonly call: CallInstance;
  readonly handler: Handler;
  readonly reaches: Reaches;
}

/** Collects the bodies that requests bring, with what limits each. */
export class AcceptedBodies {
  readonly #context: ModelContext;
  readonly #ceiling: number;
  readonly #processes: () => readonly RunningProcess[];
  readonly #foreign = new Map<string, FoundRow[]>();
  readonly #unlimited = new Map<Handler, Unlimited>();
  readonly #limited = new Map<Handler, Unlimited>();
  /** Parsers and limits that functions of the service run themselves, by the call that made them. */
  readonly #run = new Map<Call, Set<Handler>>();
  /** Calls that read a stream, with the handlers that make them. */
  readonly #reading = new Map<Call, Set<Handler>>();

  constructor(context: ModelContext, { bodyLimitBytes = BODY_LIMIT }: Declarations, processes: () => readonly RunningProcess[]) {
    this.#context = context;
    this.#processes = processes;
    this.#ceiling = bodyLimitBytes;
    for (const library of context.program.engine.libraries.libraries) {
      for (const row of library.bodies ?? []) {
        if (!row.call.includes('|')) continue;
        const key = splitPath(row.call, '').join('|');
        this.#foreign.set(key, [...(this.#foreign.get(key) ?? []), { row, library }]);
      }
    }
  }

  /** Handlers of frameworks without a limit of their own: what they read is theirs to limit. */
  visit({ step, handler, path }: Visit): void {
    this.#runs(step, handler);
    if (this.#rowsOf(step).some(({ row }) => row.streamAt !== undefined)) add(this.#reading, step.call.expression, handler);
    if (!handler.entryPoint.answers || this.#unlimited.has(handler)) return;
    for (const { row, library } of this.#rowsOf(step)) {
      if (row.covers !== 'route' || row.streamAt !== undefined) continue;
      const isOwn = !row.call.includes('|') || handler.entryPoint.framework === (library.name ?? library.package);
      if (!isOwn || (row.limit.at.length > 0 && row.checks !== true)) continue;
      const found: Unlimited = { call: step.call, handler, reaches: new Reaches() };
      found.reaches.add(handler, path, { site: siteOfCall(step.call), text: callText(step.call) });
      if (row.checks === true || handler.bodies.some(({ bodyLimits }) => bodyLimits !== undefined)) this.#limited.set(handler, found);
      else this.#unlimited.set(handler, found);
      return;
    }
  }

  // `const parse = bodyParser(); return (ctx, next) => parse(ctx, next)`: a parser in a function of the service's own.
  #runs({ callee }: CallStep, handler: Handler): void {
    const { call } = callee;
    if (call === undefined || !limitsBody(this.#context.program.engine, callee)) return;
    add(this.#run, call.expression, handler);
  }

  // What validates a body has read it before the handler does.
  #readBefore(handler: Handler): void {
    const { registration, bodies, entryPoint } = handler;
    if (entryPoint.kind !== 'http' || this.#unlimited.has(handler) || this.#limited.has(handler)) return;
    const registers = registration !== undefined && readsBody(this.#context.program.engine, registration.callee, registration.call);
    const call = bodies.flatMap(({ bodyReaders = [] }) => bodyReaders)[0]?.call ?? (registers ? registration.call : undefined);
    if (call === undefined) return;
    const reaches = new Reaches();
    reaches.add(handler, undefined, { site: siteOfCall(call), text: callText(call) });
    const limited = bodies.some(({ bodyLimits }) => bodyLimits !== undefined);
    (limited ? this.#limited : this.#unlimited).set(handler, { call, handler, reaches });
  }

  list(): readonly AcceptedBody[] {
    const files = new FileBodies(this.#context);
    const before = files.readBefore(this.#run);
    const behind = new BehindBodies(this.#context.handlers, new Map([...this.#run, ...this.#reading]), (value) => files.takesParsed(value));
    for (const [handler, found] of this.#unlimited) if ([...this.#run.values()].some((handlers) => handlers.has(handler))) this.#limited.set(handler, found);
    for (const handler of this.#context.handlers) this.#readBefore(handler);
    const found: readonly AcceptedBody[] = [
      ...everyCall(this.#context).flatMap((step) => [step, registeredCreation(this.#context, step)]).flatMap((step) => (step === undefined ? [] : this.#ofCall(step, behind, before))),
      ...files.ofHandlers(this.#ceiling),
      ...[...this.#unlimited.values()].filter(({ handler }) => !this.#limited.has(handler)).map((found) => this.#ofHandler(found, false)),
      ...[...this.#limited.values()].map((found) => this.#ofHandler(found, true)),
      ...this.#streams(),
    ];
    const all = [...found, ...files.ofUnread(readersOf(found), this.#ceiling)];
    return withCalled(all, { handlers: this.#context.handlers, processes: this.#processes(), ceiling: this.#ceiling });
  }

  #streams(): readonly AcceptedBody[] {
    return new BodyStreams(this.#context).find().map(({ site, name, counted, reachedBy }) => ({
      site, name, reads: 'stream', ceiling: this.#ceiling, option: '', reachedBy, inFrontOf: [],
      limit: counted ? { is: 'bounded', ms: 0, from: { text: 'its bytes are counted', site, isDefault: true } } : { is: 'unbounded', from: { text: name, site, isDefault: true } },
    }));
  }

  #rowsOf({ callee }: CallStep): readonly FoundRow[] {
    const own = this.#context.program.engine.libraries.rows(callee.module, callee.path);
    const foreign = this.#foreign.get(`${callee.module}|${callee.path}`) ?? [];
    return own === undefined ? foreign : [...own.bodies.map((row) => ({ row, library: own.library })), ...foreign];
  }

  #ofCall(step: CallStep, behind: BehindBodies, before: ReadonlyMap<Call, ExportedLimit>): readonly AcceptedBody[] {
    const { call } = step;
    return this.#rowsOf(step).flatMap(({ row, library }): AcceptedBody[] => {
      if (row.checks === true || !holdsFor(this.#context, row.limit.versions, library, call.frame.unit)) return [];
      const option = row.limit.at[0] === undefined ? '' : optionName(row.limit.at[0]);
      if (row.streamAt !== undefined) {
        if (!this.#isRequestAt(step, row.streamAt)) return [];
      } else if (row.limit.at.length === 0 && row.limit.default === 'never') return [];
      const limit = this.#inherited(row, step) ?? this.#widest(row.limit, step);
      // A route says nothing unless it has an option of its own; a parser without one reads bodies of any size.
      if (row.covers === 'route' && row.limit.default !== 'never' && limit.is !== 'unknown' && limit.from.isDefault) return [];
      const inFrontOf = behind.of(call, row.covers === 'server' ? 'server' : 'parser');
      const parsed = row.unparsed === true ? before.get(call.expression) : undefined;
      // Nobody is known whose bodies it reads.
      if (row.unparsed === true && inFrontOf.length === 0) return [];
      if (parsed !== undefined && parsed.limit !== 'off') return [{ ...parsed, limit: parsed.limit, name: callText(call), reads: 'parser', ceiling: this.#ceiling, reachedBy: [], inFrontOf }];
      const name = row.covers === 'server' ? `the ${library.name ?? library.package} server` : callText(call);
      const reads = row.covers === 'server' ? 'server' : 'parser';
      return [{ site: siteOf(limit, step), name, reads, limit, ceiling: this.#ceiling, option, reachedBy: [], inFrontOf }];
    });
  }

  #isRequestAt({ call }: CallStep, place: string): boolean {
    const argument = call.expression.arguments[parsePlace(place).argument ?? 0];
    return argument !== undefined && isRequest(this.#context, argument, call.frame);
  }

  // A helper that makes it with another limit for each of its callers takes the largest body of all.
  #widest(limit: Limit, { call, callee }: CallStep): Bound {
    const { engine } = this.#context.program;
    const { unit, function: index } = call.frame;
    const others = index === 0 ? [] : activationsInSight(engine, unit, index).filter((frame) => frame !== call.frame).map((frame) => engine.callInstance(call.expression, frame));
    return [call, ...others].map((one) => boundOf(this.#context, limit, one, callee)).reduce((widest, bound) => (sizeOf(bound) > sizeOf(widest) ? bound : widest));
  }

  // What another call sets for all is not told apart by what it is set for.
  #inherited({ inheritsFrom = [], limit }: BudgetRow, { call, callee }: CallStep): Bound | undefined {
    const own = boundOf(this.#context, limit, call, callee);
    if (inheritsFrom.length === 0 || own.is === 'unknown' || !own.from.isDefault) return undefined;
    const isSet = everyCall(this.#context).some((other) => other.callee.module === callee.module && inheritsFrom.includes(other.callee.path));
    return isSet ? { is: 'unknown', because: `what ${inheritsFrom.join(' or ')} sets for it` } : undefined;
  }

  #ofHandler({ call, handler, reaches }: Unlimited, limited: boolean): AcceptedBody {
    const { site, framework } = handler.entryPoint;
    const text = limited ? 'a limit in front of it' : `${framework}'s default`;
    const limit: Bound = handler.platformBody ?? (limited ? { is: 'bounded', ms: 0, from: { text, site, isDefault: true } } : { is: 'unbounded', from: { text, site, isDefault: true } });
    const application = handler.within?.[0];
    return { site, name: callText(call), reads: 'route', ...(application === undefined ? {} : { application }), limit, ceiling: this.#ceiling, option: '', reachedBy: reaches.list(), inFrontOf: [] };
  }
}

function add(map: Map<Call, Set<Handler>>, call: Call, handler: Handler): void {
  map.set(call, (map.get(call) ?? new Set()).add(handler));
}

/** Ids of those whose bodies something reads. */
function readersOf(found: readonly AcceptedBody[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ inFrontOf, reachedBy }) => [...inFrontOf, ...reachedBy.map(({ entryPoint }) => entryPoint.id)]));
}

function sizeOf(bound: Bound): number {
  return bound.is === 'bounded' ? bound.ms : bound.is === 'unbounded' ? Number.POSITIVE_INFINITY : -1;
}

function siteOf(limit: Bound, { call }: CallStep): AcceptedBody['site'] {
  return limit.is === 'unknown' || limit.from.isDefault ? siteOfCall(call) : limit.from.site;
}
