import type { WrapperRow } from '#catalog/schema.js';
import type { CallStep, Step } from '#program/steps.js';
import type { CallInstance, Frame, FunctionValue, LibraryValue } from '#program/values.js';
import { functionKey, isAsync } from '#program/values.js';
import { hasArguments } from '#program/guarded-arguments.js';
import { parsePlace, placeValues } from '#program/places.js';
import { boundOf, retriesOf } from './bounds.js';
import { rowsOf, siteOfCall, type ActiveGuard, type GuardStack, type ModelContext } from './context.js';
import { decoratorsAround } from './decorated-guards.js';
import { InterceptedClients } from './own-breakers/intercepted-clients.js';
import { operationRow } from './operations.js';
import { instanceAround } from './own-breakers/constructions.js';
import { ownBreakersOf, type OwnBreakers } from './own-breakers/own-breakers.js';
import { OwnRetries } from './own-retries/own-retries.js';
import { siteKey } from './site.js';
import type { Bound, Guard } from './types.js';

type Met = Omit<ActiveGuard, 'id' | 'call' | 'callee'> & { readonly call?: CallInstance; readonly callee?: LibraryValue | undefined };

/** Stacks of guards, each made once. */
export class GuardStacks {
  readonly #stacks = new Map<string, GuardStack>();
  readonly #ids = new Map<string, number>();

  push(outer: GuardStack | undefined, met: Met): GuardStack {
    const { guard } = met;
    const ends = guard.bound?.is === 'bounded' ? guard.bound.ms : '';
    // Breakers of one class or factory of the program's own are several: who holds the state tells them apart.
    const holder = guard.is === 'breaker' && met.callee === undefined && met.call !== undefined ? (instanceAround(met.call.frame)?.id ?? met.call.frame.parent?.id) : undefined;
    const name = `${guard.is}:${siteKey(guard.site)}:${guard.name}:${ends}:${holder ?? ''}:${guard.is === 'retry' ? manner(guard) : ''}`;
    let id = this.#idOf(name);
    for (let stack = outer; stack !== undefined; stack = stack.outer) {
      if (stack.guard.id !== id) continue;
      // A recursion adds nothing; a shared helper within what it runs for somebody else is a guard of its own.
      if (guard.is !== 'retry' || !runsAnother(stack.guard.call, met.call)) return outer as GuardStack;
      id = this.#idOf(`${name}>${id}`);
    }
    const key = `${outer?.id ?? 0}>${id}`;
    let stack = this.#stacks.get(key);
    if (stack === undefined) {
      stack = { id: this.#stacks.size + 1, guard: { id, guard, call: met.call as CallInstance, callee: met.callee }, outer };
      this.#stacks.set(key, stack);
    }
    return stack;
  }

  #idOf(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) this.#ids.set(name, (id = this.#ids.size + 1));
    return id;
  }
}

// One helper tries again as its callers say.
function manner({ attempts, backoff }: Guard): string {
  return `${attempts?.is === 'bounded' ? attempts.ms : (attempts?.is ?? '')}:${backoff?.waits ?? ''}:${backoff?.jitter ?? ''}`;
}

function runsAnother(outer: CallInstance | undefined, inner: CallInstance | undefined): boolean {
  const [one, other] = [outer, inner].map((call) => new Set(call?.frame.given?.flatMap(({ values }) => values.flatMap((value) => (value.is === 'function' ? [`${value.unit.id}:${value.index}`] : [])))));
  return one !== undefined && other !== undefined && one.size > 0 && other.size > 0 && [...one].every((key) => !other.has(key));
}

/** Guards of a call, outermost first, and which of the functions it runs are under them. */
export interface CallGuards {
  readonly guards: readonly Met[];
  readonly positions: ReadonlySet<number>;
}

const MAX_POLICIES = 12;

/** Tells which guards a call puts around what it runs. */
export class GuardFinder {
  readonly #context: ModelContext;
  readonly #own: OwnBreakers;
  readonly #retries: OwnRetries;
  readonly #intercepted: InterceptedClients;
  readonly #cache = new Map<string, CallGuards | undefined>();
  readonly #decorators = new Map<string, readonly Met[]>();

  constructor(context: ModelContext) {
    this.#context = context;
    this.#own = ownBreakersOf(context);
    this.#retries = new OwnRetries(context);
    this.#intercepted = new InterceptedClients(context);
  }

  /** Guards of a library call: by its own row, or by the policy it is called on. */
  ofCall(step: CallStep): CallGuards | undefined {
    const key = `${step.call.id}:${step.callee.id}`;
    if (!this.#cache.has(key)) this.#cache.set(key, this.#find(step));
    return this.#cache.get(key);
  }

  #find(step: CallStep): CallGuards | undefined {
    const { call, callee } = step;
    const own = (rowsOf(this.#context, step)?.wrappers ?? []).filter((row) => row.function !== undefined && row.gives !== 'function' && hasArguments(row, call));
    if (own.length > 0) {
      const positions = new Set(own.map((row) => positionOf(row.function as string)));
      return { guards: own.flatMap((row) => this.#guardsOf(row, call, callee, 0)), positions };
    }
    const wrapped = this.#wrappedBy(callee);
    if (wrapped !== undefined) return { guards: this.#guardsOfRow(wrapped.row, wrapped.call, wrapped.callee), positions: new Set([-1]) };
    const policy = this.#policyRun(callee);
    if (policy !== undefined) return { guards: this.#guardsOfPolicy(policy.value, 0), positions: new Set([policy.position]) };
    return this.#isOff(callee) ? this.#guardsInstead(step) : undefined;
  }

  // A policy that does nothing: cockatiel's `noop`.
  #isOff({ from }: LibraryValue): boolean {
    const rows = from === undefined ? undefined : this.#context.program.engine.libraries.rows(from.module, from.path);
    return rows?.wrappers.some((row) => row.gives === 'policy' && row.guard === 'none') === true;
  }

  // `isTest ? noop : breaker`: what does nothing is the switch that turns the other one off.
  #guardsInstead({ call }: CallStep): CallGuards | undefined {
    for (const target of this.#context.program.engine.targets(call)) {
      const other = target.is === 'value' && target.value.is === 'library' ? this.#policyRun(target.value) : undefined;
      const guards = other === undefined ? [] : this.#guardsOfPolicy(other.value, 0);
      if (other !== undefined && guards.some(({ guard }) => guard.is === 'breaker')) return { guards, positions: new Set([other.position]) };
    }
    return undefined;
  }

  // What a wrapped function's call runs is under the wrapper's guard.
  #wrappedBy(callee: LibraryValue): { row: WrapperRow; call: CallInstance; callee: LibraryValue } | undefined {
    if (callee.call === undefined || callee.from === undefined) return undefined;
    const row = this.#context.program.engine.libraries.rows(callee.from.module, callee.from.path)?.wrappers.find((candidate) => candidate.gives === 'function');
    return row === undefined ? undefined : { row, call: callee.call, callee: callee.from };
  }

  #policyRun(callee: LibraryValue): { value: LibraryValue; position: number } | undefined {
    const policy = callee.from;
    if (policy?.from === undefined || policy.call === undefined) return undefined;
    const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
    const row = this.#context.program.engine.libraries.rows(policy.from.module, policy.from.path)?.wrappers.find((candidate) => candidate.gives === 'policy');
    const run = row?.runs?.find((candidate) => candidate.call === name);
    return run === undefined ? undefined : { value: policy, position: positionOf(run.function) };
  }

  /** The guards that a policy value stands for, outermost first. */
  #guardsOfPolicy(policy: LibraryValue, depth: number): readonly Met[] {
    const { call, from } = policy;
    if (call === undefined || from === undefined || depth > MAX_POLICIES) return [];
    const rows = this.#context.program.engine.libraries.rows(from.module, from.path)?.wrappers.filter((row) => row.gives === 'policy') ?? [];
    return rows.flatMap((row) => this.#guardsOf(row, call, from, depth));
  }

  #guardsOf(row: WrapperRow, call: CallInstance, callee: LibraryValue, depth: number): readonly Met[] {
    if (row.guard !== 'compose') return this.#guardsOfRow(row, call, callee);
    const policies = this.#policiesIn(row, call, callee);
    const ordered = row.innermostFirst === true ? [...policies].reverse() : policies;
    const met = ordered.flatMap((inner) => (inner.is === 'library' ? this.#guardsOfPolicy(inner, depth + 1) : this.#guardsOfOwn(inner, row, { call, callee, depth })));
    return this.#isStarted(row, call) ? met.filter(({ guard }) => guard.is !== 'retry') : met;
  }

  // `from(send(order)).pipe(retry(3))`: another attempt waits for the same promise.
  #isStarted({ startedBy }: WrapperRow, { expression: { callee }, frame }: CallInstance): boolean {
    const of = callee.is === 'member' && callee.of.is === 'call' ? callee.of : undefined;
    if (startedBy === undefined || of === undefined) return false;
    const name = of.callee.is === 'member' ? of.callee.name : of.callee.is === 'variable' ? frame.unit.facts.bindings[of.callee.binding]?.name : undefined;
    const [argument] = of.arguments;
    if (name === undefined || !startedBy.includes(name) || argument?.is !== 'call') return false;
    const { engine } = this.#context.program;
    const targets = engine.targets(engine.callInstance(argument, frame));
    return targets.length > 0 && targets.every((target) => target.is === 'value' && isAsync(target.value));
  }

  // A policy of the program's own composes others around what it is given: `(source) => source.pipe(timeout(500))`.
  #guardsOfOwn(policy: FunctionValue, { function: place }: WrapperRow, { call, callee, depth }: { readonly call: CallInstance; readonly callee: LibraryValue; readonly depth: number }): readonly Met[] {
    const { engine } = this.#context.program;
    const returned = policy.unit.index.returns.get(policy.index)?.[0];
    if (returned?.is !== 'call' || place === undefined || depth > MAX_POLICIES) return [];
    const inner = engine.callInstance(returned, engine.enter(policy, [placeValues(engine, call, callee, place)], policy.self));
    return engine.targets(inner).flatMap((target): readonly Met[] => {
      const value = target.is === 'value' && target.value.is === 'library' ? target.value : undefined;
      const rows = value === undefined ? [] : (engine.libraries.rows(value.module, value.path)?.wrappers ?? []);
      return rows.filter(({ function: of }) => of === place).flatMap((row) => this.#guardsOf(row, inner, value as LibraryValue, depth + 1));
    });
  }

  #policiesIn(row: WrapperRow, call: CallInstance, callee: LibraryValue): readonly (LibraryValue | FunctionValue)[] {
    const { engine } = this.#context.program;
    const place = parsePlace(row.policies ?? '0..');
    const given = place.onwards && typeof place.argument === 'number' ? engine.argumentsOf(call).slice(place.argument) : [placeValues(engine, call, callee, row.policies ?? '0')];
    return given.flatMap((set) => set.values.flatMap((value) => {
      if (value.is === 'list') return (value.positions ?? [value.elements]).flatMap((inner) => inner.values);
      return [value];
    })).filter((value) => value.is === 'library' || value.is === 'function');
  }

  #guardsOfRow(row: WrapperRow, call: CallInstance, callee: LibraryValue): readonly Met[] {
    if (row.guard === 'none' || row.guard === 'once' || row.guard === 'cache' || row.guard === 'compose') return [];
    if (this.#isCooperative(row, call, callee)) return [];
    const name = `${this.#context.program.engine.libraries.nameOf(callee.module)}${row.guard === 'breaker' ? ' breaker' : row.guard === 'retry' ? ' retry' : ''}`;
    const bound = row.timeout === undefined ? undefined : boundOf(this.#context, row.timeout, call, callee);
    const retries = row.retries === undefined ? undefined : retriesOf(this.#context, row.retries, call, callee);
    const opensAfter = row.opensAfter === undefined ? undefined : failuresOf(boundOf(this.#context, { limits: 'total', unit: 'count', ...row.opensAfter }, call, callee));
    const guard: Guard = {
      ...(opensAfter === undefined ? {} : { opensAfter }),
      is: row.guard, name: name.replace(/ breaker breaker$/, ' breaker'), site: siteOfCall(call),
      ...(bound === undefined ? {} : { bound }), ...(retries === undefined ? {} : { attempts: retries.attempts, delays: retries.delays, backoff: retries.backoff, ...(row.retries?.at.length === 0 ? { builtIn: true as const } : {}) }),
    };
    return [{ guard, call, callee }];
  }

  #isCooperative(row: WrapperRow, call: CallInstance, callee: LibraryValue): boolean {
    if (row.cooperativeWhen === undefined) return false;
    const { at, orAt, is } = row.cooperativeWhen;
    const { engine } = this.#context.program;
    return [at, ...(orAt === undefined ? [] : [orAt])].some((place) => placeValues(engine, call, callee, place).values.some((value) =>
      (value.is === 'literal' && String(value.value) === is) || (value.is === 'library' && value.path === is)));
  }

  /** Retries and breakers of the program's own that a step stands under in its function, and the breaker that its client carries. */
  ofPlace(step: Step): readonly Met[] {
    if (!('call' in step) || step.call === undefined) return [];
    const { call } = step;
    const around = [this.#retries.guardOf(call), this.#own.guardOf(call), step.is === 'call' ? this.#intercepted.guardOf(step) : undefined];
    return [...around, step.is === 'call' ? this.#within(step) : undefined].flatMap((guard) => (guard === undefined ? [] : [{ guard, call }]));
  }

  // A function that rows describe brings its own.
  #within(step: CallStep): Guard | undefined {
    const row = operationRow(this.#context, step);
    if (row?.behind === undefined) return undefined;
    return { is: row.behind, name: `the ${row.behind} of ${this.#context.program.engine.libraries.nameOf(step.callee.module)}`, site: siteOfCall(step.call) };
  }

  /** The guards that stand as decorators on the method of an activation. */
  ofDecorators(frame: Frame): readonly Met[] {
    const key = functionKey(frame);
    let met = this.#decorators.get(key);
    if (met === undefined) {
      met = decoratorsAround(this.#context, frame).flatMap(({ row, call, callee }) => this.#guardsOf(row, call, callee, 0));
      this.#decorators.set(key, met);
    }
    return met;
  }
}

// A breaker has to see one failure at least.
function failuresOf(bound: Bound): Bound {
  return bound.is === 'bounded' ? { ...bound, ms: Math.max(1, Math.ceil(bound.ms)) } : bound;
}

function positionOf(place: string): number {
  const parsed = parsePlace(place);
  return parsed.scope === 'call' && typeof parsed.argument === 'number' ? parsed.argument : -1;
}
