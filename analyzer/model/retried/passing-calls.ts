import type { WrapperRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { parsePlace } from '#program/parse-place.js';
import type { CallInstance, Frame, LibraryValue } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ActiveGuard, ModelContext, PathLink } from '../context.js';
import { leadsThrough, siteOfCall } from '../context.js';
import { eachExpression } from '../own-breakers/statements.js';
import { siteKey } from '../site.js';
import { walkedOf } from '../walked.js';
import { callersOf, type Callers } from '../writes/callers.js';

/** A parameter through which a function gets what it runs. */
interface PassedBy {
  readonly holder: Frame;
  readonly position: number;
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
  readonly #known = new Map<CallInstance, readonly CallInstance[]>();
  #runs: ReadonlyMap<string, CallInstance> | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
    this.#callers = callersOf(context);
  }

  /** The outermost call on a path that passes it; undefined where what is repeated is written at the retry itself. */
  on(path: PathLink | undefined, { call, callee }: ActiveGuard): CallInstance | undefined {
    if (callee !== undefined && this.#wrappersOf(callee).some(({ gives }) => gives === 'policy')) return this.#ranBy(path);
    let known = this.#known.get(call);
    if (known === undefined) {
      const repeated = callee === undefined ? [call.expression.callee] : this.#repeated(call, callee);
      // One guard stands for all activations.
      const frames = new Set([call.frame, ...this.#callers.framesOf(call.frame.unit.id, call.frame.function)]);
      this.#known.set(call, (known = [...new Set([...frames].flatMap((frame) => this.#passing(repeated, frame, 0)))]));
    }
    return known.find((passing) => leadsThrough(path, siteOfCall(passing)));
  }

  // A policy is made once; what it tries again is what it is given to run.
  #ranBy(path: PathLink | undefined): CallInstance | undefined {
    const runs = (this.#runs ??= this.#findRuns());
    for (let link = path; link !== undefined; link = link.outer) {
      const run = runs.get(siteKey(link.site));
      if (run !== undefined) return this.#passing(run.expression.arguments, run.frame, 0).find((passing) => leadsThrough(path, siteOfCall(passing))) ?? run;
    }
    return undefined;
  }

  #findRuns(): ReadonlyMap<string, CallInstance> {
    const runs = new Map<string, CallInstance>();
    for (const calls of walkedOf(this.#context).calls.values()) for (const { step: { call, callee } } of calls) {
      const name = callee.path.slice(callee.path.lastIndexOf('.') + 1);
      const policy = callee.from?.from;
      if (policy !== undefined && this.#wrappersOf(policy).some(({ runs: own = [] }) => own.some((run) => run.call === name))) runs.set(siteKey(siteOfCall(call)), call);
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

  #passing(repeated: readonly Expression[], frame: Frame, depth: number): readonly CallInstance[] {
    const passed = repeated.flatMap((expression) => passedBy(this.#context.program.engine, expression, frame))[0];
    if (passed === undefined || depth > MAX_HELPERS) return [];
    return this.#callers.of(passed.holder).flatMap((caller) => {
      const argument = caller.expression.arguments[passed.position];
      const further = argument === undefined ? [] : this.#passing([argument], caller.frame, depth + 1);
      return further.length > 0 ? further : [caller];
    });
  }
}

/** The parameter of a function around a place that an expression is or, as a function, calls. */
function passedBy(engine: Engine, expression: Expression, frame: Frame): readonly PassedBy[] {
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
