import type { WrapperRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { isMadeOf } from '#program/composed.js';
import type { Engine } from '#program/engine.js';
import { parsePlace } from '#program/parse-place.js';
import type { CallInstance, Frame, FunctionValue, LibraryValue, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ActiveGuard, ModelContext, PathLink } from '../context.js';
import { leadsThrough, siteAt, siteOfCall } from '../context.js';
import { eachExpression } from '#program/statements.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import { walkedOf } from '../walked.js';
import { callersOf, type Callers } from '../writes/callers.js';

/** Through what a function gets what it runs: a parameter, or what its object was made with. */
interface PassedBy {
  readonly holder: Frame;
  readonly position: number | 'receiver';
}

/** A call that passes what is repeated; a decorator passes the method that it stands on, and no path leads through it. */
interface Passing {
  readonly call: CallInstance;
  readonly method?: FunctionValue;
}

/** A call that has a policy run something. */
interface PolicyRun {
  readonly call: CallInstance;
  readonly policy: LibraryValue;
}

const PASSING = new WeakMap<ModelContext, PassingCalls>();
const MAX_HELPERS = 4;
const MAX_DERIVED = 4;

/** The one of a program, whose answers are kept. */
export function passingCallsOf(context: ModelContext): PassingCalls {
  const known = PASSING.get(context) ?? new PassingCalls(context);
  PASSING.set(context, known);
  return known;
}

/** Finds the calls that give a shared retry helper what it repeats: `withRetry(() => charge())`. */
export class PassingCalls {
  readonly #context: ModelContext;
  readonly #callers: Callers;
  readonly #known = new Map<CallInstance, readonly Passing[]>();
  #runs: ReadonlyMap<string, readonly PolicyRun[]> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
    this.#callers = callersOf(context);
  }

  /** The outermost call on a path that passes it; undefined where what is repeated is written at the retry itself. */
  on(path: PathLink | undefined, { call, callee }: ActiveGuard, write: Site): CallInstance | undefined {
    if (callee !== undefined && this.#wrappersOf(callee).some(({ gives }) => gives === 'policy')) return this.#ranBy(path, write, call);
    let known = this.#known.get(call);
    if (known === undefined) {
      const repeated = callee === undefined ? [call.expression.callee] : this.#repeated(call, callee);
      // One guard stands for all activations.
      const frames = new Set([call.frame, ...this.#callers.framesOf(call.frame.unit.id, call.frame.function)]);
      const isShared = callee === undefined && isGivenToObject(this.#context.program.engine, call, frames);
      this.#known.set(call, (known = [...frames].flatMap((frame) => this.#passing(isShared ? [] : repeated, frame, 0, isShared))));
    }
    return outermost(path, known.filter((passing) => isOn(path, passing, write)))?.call;
  }

  // A policy is made once; what it tries again is what it is given to run.
  #ranBy(path: PathLink | undefined, write: Site, made: CallInstance): CallInstance | undefined {
    const runs = (this.#runs ??= this.#findRuns());
    for (let link = path; link !== undefined; link = link.outer) {
      // What another policy runs below it is not what this one tries again.
      const run = runs.get(siteKey(link.site))?.find(({ policy }) => isMadeOf(this.#context.program.engine, policy, made))?.call;
      if (run !== undefined) return this.#passing(run.expression.arguments, run.frame, 0).find((passing) => isOn(path, passing, write))?.call ?? run;
    }
    return undefined;
  }

  #findRuns(): ReadonlyMap<string, readonly PolicyRun[]> {
    const runs = new Map<string, PolicyRun[]>();
    for (const calls of walkedOf(this.#context).calls.values()) for (const { step: { call, callee } } of calls) {
      const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
      const policy = callee.from?.from;
      if (policy !== undefined && this.#wrappersOf(policy).some(({ runs: own = [] }) => own.some((run) => run.call === name))) {
        const key = siteKey(siteOfCall(call));
        runs.set(key, [...(runs.get(key) ?? []), { call, policy: callee.from as LibraryValue }]);
      }
    }
    return runs;
  }

  #wrappersOf({ module, path }: LibraryValue): readonly WrapperRow[] {
    return this.#context.program.engine.libraries.rows(module, path)?.wrappers ?? [];
  }

  // The functions that a wrapper runs, as written.
  #repeated(call: CallInstance, callee: NonNullable<ActiveGuard['callee']>): readonly Expression[] {
    const rows = this.#wrappersOf(callee);
    const places = rows.flatMap((row) => [row.function ?? '0', ...(row.runs ?? []).map((run) => run.function)]);
    const positions = new Set(places.map((place) => parsePlace(place).argument ?? 0));
    const given = call.expression.arguments.filter((_, position) => positions.size === 0 || positions.has(position));
    return given.length > 0 ? given : call.expression.arguments;
  }

  #passing(repeated: readonly Expression[], frame: Frame, depth: number, byReceiver = false): readonly Passing[] {
    const { engine } = this.#context.program;
    const passed: PassedBy | undefined = byReceiver ? { holder: frame, position: 'receiver' } : repeated.flatMap((expression) => passedBy(engine, expression, frame))[0];
    if (passed === undefined || depth > MAX_HELPERS) return [];
    const { holder, position } = passed;
    const callers = this.#callers.filling(holder);
    if (callers.length === 0 && position !== 'receiver') return decorating(engine, holder, position);
    return callers.flatMap(({ call: caller, from }) => {
      const { callee, arguments: given } = caller.expression;
      const part = position === 'receiver' ? callee : given[position + from];
      const further = part === undefined || (position === 'receiver' && ownField(part) === undefined) ? [] : this.#passing([part], caller.frame, depth + 1, position === 'receiver');
      return further.length > 0 ? further : [{ call: caller }];
    });
  }
}

// A helper that is run within itself is given something by several calls of one path.
function outermost(path: PathLink | undefined, passing: readonly Passing[]): Passing | undefined {
  if (passing.length < 2) return passing[0];
  const links: string[] = [];
  for (let link = path; link !== undefined; link = link.outer) links.push(siteKey(link.site));
  const found = passing.map((one) => ({ one, at: links.lastIndexOf(siteKey(siteOfCall(one.call))) }));
  return found.reduce((out, next) => (next.at > out.at ? next : out)).one;
}

function isOn(path: PathLink | undefined, { call, method }: Passing, write: Site): boolean {
  if (method === undefined) return leadsThrough(path, siteOfCall(call));
  const own = [...method.unit.index.calls.values()].flat().filter(({ by }) => by === method.index);
  return own.some((made) => {
    const site = siteAt(method.closure, made.call.at);
    return siteKey(site) === siteKey(write) || leadsThrough(path, site);
  });
}

/** The field of its own object that a call is made on: `this.inner.run()`. */
function ownField(callee: Expression): string | undefined {
  const of = callee.is === 'member' ? callee.of : undefined;
  return of?.is === 'member' && of.of.is === 'this' ? of.name : undefined;
}

// One object for each thing that is repeated: each was given another one.
function isGivenToObject(engine: Engine, { expression: { callee } }: CallInstance, frames: ReadonlySet<Frame>): boolean {
  if (ownField(callee) === undefined || callee.is !== 'member') return false;
  const own = [...frames].map((frame) => engine.evaluate(callee.of, frame)).filter(({ values }) => values.length > 0 && values.every(({ is }) => is === 'instance' || is === 'function' || is === 'object'));
  return new Set(own.map(({ id }) => id)).size > 1;
}

// `@again({ times: 2 })`: what a decorator of the program's own was given is the method that it stands on.
function decorating(engine: Engine, holder: Frame, position: number): readonly Passing[] {
  const given = (holder.given?.[position]?.values ?? []).flatMap((value) => (value.is === 'function' ? [value] : engine.memberOf(value, 'value').values));
  return given.flatMap((value) => decoratedMethods(value, 0)).flatMap((method) => {
    const owner = functionOf(method).class;
    const member = owner === undefined ? undefined : method.unit.facts.classes[owner]?.members.find((candidate) => candidate.function === method.index);
    return (member?.decorators ?? []).flatMap((decorator) => {
      if (decorator.is !== 'call') return [];
      const applied = engine.evaluate(decorator, method.closure).values.some((value) => value.is === 'function' && value.unit === holder.unit && value.index === holder.function);
      return applied ? [{ call: engine.callInstance(decorator, method.closure), method }] : [];
    });
  });
}

// Another decorator may stand between: what it gave closes over the method.
function decoratedMethods(value: Value, depth: number): readonly FunctionValue[] {
  if (value.is !== 'function' || depth > MAX_DERIVED) return [];
  if (functionOf(value).class !== undefined) return [value];
  const around = value.closure.function === 0 ? [] : (value.closure.given ?? []);
  return around.flatMap(({ values }) => values.flatMap((inner) => decoratedMethods(inner, depth + 1)));
}

/** The parameter of a function around a place that an expression is or, as a function, calls. */
function passedBy(engine: Engine, given: Expression, frame: Frame): readonly PassedBy[] {
  const expression = given.is === 'member' && given.of.is === 'variable' && (given.name === 'apply' || given.name === 'call') ? given.of : given;
  if (expression.is !== 'function') return isFunction(engine, expression, frame) ? parameterOf(expression, frame, 0) : [];
  const found: PassedBy[] = [];
  eachExpression(frame.unit.facts.functions[expression.index]?.body ?? [], (part) => {
    if (part.is === 'call' && found.length === 0) found.push(...passedBy(engine, part.callee, frame));
  });
  return found;
}

// `fn`, `options.run`; no method of a client or a repository.
function isFunction(engine: Engine, expression: Expression, frame: Frame): boolean {
  if (expression.is !== 'member') return true;
  return engine.evaluate(expression, frame).values.some((value) => value.is === 'function' && functionOf(value).class === undefined);
}

function parameterOf(expression: Expression, frame: Frame, depth: number): readonly PassedBy[] {
  if (depth > MAX_DERIVED) return [];
  switch (expression.is) {
    case 'member': case 'await': case 'cast': return parameterOf(expression.of, frame, depth + 1);
    case 'call': return parameterOf(expression.callee, frame, depth + 1);
    case 'variable': {
      const binding = frame.unit.facts.bindings[expression.binding];
      if (binding === undefined) return [];
      for (let holder: Frame | undefined = frame; holder !== undefined; holder = holder.parent) {
        if (holder.function !== binding.owner) continue;
        const position = functionOf(holder).parameters.findIndex((parameter) => parameter.binding === expression.binding);
        if (position >= 0) return [{ holder, position }];
        return binding.values.flatMap(({ value }) => (value.is === 'function' || value.is === 'call' || value.is === 'await' ? [] : parameterOf(value, frame, depth + 1)));
      }
      return [];
    }
    default: return [];
  }
}
