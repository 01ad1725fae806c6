import type { Expression, LoopStatement, Statement } from '#facts/types.js';
import { isOnlyTyped } from '#program/creations.js';
import { REQUEST } from '#program/plain-values.js';
import type { CallSite } from '#program/file-index.js';
import type { Question } from '#program/questions.js';
import type { Frame, FunctionValue, Unit, ValueSet } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import { countsAndStops, gathers } from './counted-bytes.js';
import { callText } from './call-text.js';
import { siteAt, siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import { eachExpression, eachStatement } from '#program/statements.js';
import { callersOf } from './writes/callers.js';
import { siteKey } from './site.js';
import type { Site } from './site.js';
import type { Reach } from './types.js';
import { walkedOf } from './walked.js';

/** A body that is gathered chunk by chunk. */
export interface BodyStream {
  readonly site: Site;
  readonly name: string;
  /** Its bytes are counted, and reading stops at a limit. */
  readonly counted: boolean;
  readonly reachedBy: readonly Reach[];
}

const LISTENS = ['on', 'addListener', 'once', 'prependListener'];

/** Is this something that a request brings? */
export function isOfRequest({ values }: ValueSet): boolean {
  return values.some((value) => value.is === 'unknown' && value.why === REQUEST);
}

const MAX_STEPS = 8;

/** Does an expression stand for a request's stream? Where a parameter's type is declared, what callers give it still tells. */
export function isRequest(context: ModelContext, expression: Expression, frame: Frame, steps = 0): boolean {
  if (steps > MAX_STEPS) return false;
  if (expression.is === 'cast' || expression.is === 'await') return isRequest(context, expression.of, frame, steps + 1);
  if (expression.is === 'call') return expression.callee.is === 'member' && isRequest(context, expression.callee.of, frame, steps + 1);
  if (expression.is === 'member') return context.program.engine.libraries.words('request').has(expression.name) && isRequest(context, expression.of, frame, steps + 1);
  if (expression.is === 'logical') return isRequest(context, expression.left, frame, steps + 1);
  if (expression.is !== 'variable') return false;
  const binding = frame.unit.facts.bindings[expression.binding];
  let holder: Frame | undefined = frame;
  while (holder !== undefined && holder.function !== binding?.owner) holder = holder.parent;
  if (binding === undefined || holder === undefined) return false;
  const position = functionOf(holder).parameters.findIndex((parameter) => parameter.binding === expression.binding);
  if (position >= 0) return isGivenRequest(context, holder, position, steps) || isRead(context, context.program.engine.evaluate(expression, holder));
  const [only, other] = binding.values;
  return only !== undefined && other === undefined && isRequest(context, only.value, holder, steps + 1);
}

function isGivenRequest(context: ModelContext, holder: Frame, position: number, steps: number): boolean {
  const given = holder.given?.[position] ?? context.program.engine.table.empty;
  if (isOfRequest(given)) return true;
  // The type declared where it is passed on hides what it is.
  if (!given.values.some((value) => value.is === 'library' && isOnlyTyped(value))) return false;
  return callersOf(context).filling(holder).some(({ call, from }) => {
    const argument = call.expression.arguments[position + from];
    return argument !== undefined && isRequest(context, argument, call.frame, steps + 1);
  });
}

/** Is it something that route handlers read bodies from, which nobody made? */
function isRead(context: ModelContext, { values }: ValueSet): boolean {
  return values.some((value) => value.is === 'library' && value.call === undefined && holdersOfBodies(context).has(`${value.module}|${value.path}`));
}

const HOLDERS = new WeakMap<object, ReadonlySet<string>>();

/** What route handlers read bodies from, by its path: `global|Request()` of `global|Request().text`. */
function holdersOfBodies({ program: { engine: { libraries: { libraries } } } }: ModelContext): ReadonlySet<string> {
  let holders = HOLDERS.get(libraries);
  if (holders === undefined) {
    const calls = libraries.flatMap(({ bodies = [] }) => bodies.filter(({ covers, call }) => covers === 'route' && /^[^|]+\|.+\(\)\.\w+$/.test(call)).map(({ call }) => call));
    HOLDERS.set(libraries, (holders = new Set(calls.map((call) => call.slice(0, call.lastIndexOf('.'))))));
  }
  return holders;
}

const awaitingLoops: Question<readonly { readonly by: number; readonly loop: LoopStatement }[]> = ({ facts }) => facts.functions.flatMap(({ async, body }, by) => {
  const loops: { by: number; loop: LoopStatement }[] = [];
  if (async === true) eachStatement(body, (statement) => {
    if (statement.is === 'loop' && statement.form === 'await-of') loops.push({ by, loop: statement });
  });
  return loops;
});

/** The loop in which `read` is called again and again. */
function loopReading(body: readonly Statement[]): LoopStatement | undefined {
  let found: LoopStatement | undefined;
  eachStatement(body, (statement) => {
    if (statement.is !== 'loop' || found !== undefined) return;
    eachExpression([statement], (part) => {
      if (part.is === 'call' && part.callee.is === 'member' && part.callee.name === 'read' && part.arguments.length === 0) found = statement;
    });
  });
  return found;
}

/** Finds the places that read a request's body by hand: listeners for its data, loops over its chunks. */
export class BodyStreams {
  readonly #context: ModelContext;
  readonly #frames = new Map<string, Frame[]>();
  readonly #found = new Map<string, BodyStream>();

  constructor(context: ModelContext) {
    this.#context = context;
    for (const frame of context.walker.bodies.keys()) {
      const key = functionKey(frame);
      const known = this.#frames.get(key);
      if (known === undefined) this.#frames.set(key, [frame]);
      else known.push(frame);
    }
  }

  find(): readonly BodyStream[] {
    for (const unit of this.#context.program.units.values()) {
      for (const name of LISTENS) for (const site of unit.index.calls.get(name) ?? []) this.#listener(unit, site);
      for (const site of unit.index.calls.get('getReader') ?? []) this.#reader(unit, site);
      for (const { by, loop } of unit.ask(awaitingLoops)) if (loop.over !== undefined) this.#loop(unit, by, loop, loop.over);
    }
    return [...this.#found.values()];
  }

  #listener(unit: Unit, { call, by }: CallSite): void {
    const [event, listener] = call.arguments;
    if (call.callee.is !== 'member' || event?.is !== 'literal' || event.value !== 'data' || listener === undefined) return;
    const frame = this.#readsRequest(unit, by, call.callee.of);
    if (frame === undefined) return;
    const bodies = this.#context.program.engine.evaluate(listener, frame).values.filter((value): value is FunctionValue => value.is === 'function').map((value) => functionOf(value).body);
    const instance = this.#context.program.engine.callInstance(call, frame);
    this.#add(frame, siteOfCall(instance), callText(instance), bodies.flat());
  }

  // `const reader = request.body.getReader()`: the loop that reads it.
  #reader(unit: Unit, { call, by }: CallSite): void {
    const { functions } = unit.facts;
    const loop = call.callee.is === 'member' ? loopReading(functions[by]?.body ?? []) : undefined;
    if (loop !== undefined && call.callee.is === 'member') this.#loop(unit, by, loop, call.callee.of);
  }

  #loop(unit: Unit, by: number, loop: LoopStatement, over: Expression): void {
    const frame = this.#readsRequest(unit, by, over);
    if (frame !== undefined) this.#add(frame, siteAt(frame, loop.at), 'the loop', loop.body);
  }

  #readsRequest(unit: Unit, by: number, stream: Expression): Frame | undefined {
    return this.#frames.get(`${unit.id}:${by}`)?.find((frame) => isRequest(this.#context, stream, frame));
  }

  #add(frame: Frame, site: Site, name: string, body: readonly Statement[]): void {
    const { functions } = frame.unit.facts;
    if (!gathers(body)) return;
    const reachedBy = this.#reachedBy(frame, { site, text: name });
    this.#found.set(siteKey(site), { site, name, counted: countsAndStops(body, functions), reachedBy });
  }

  #reachedBy(frame: Frame, last: Reach['trace'][number]): readonly Reach[] {
    const walked = walkedOf(this.#context);
    const own = this.#context.walker.bodies.get(frame);
    // A handler that reads it itself may run in an activation of its own.
    const bodies = this.#context.handlers.flatMap((handler) => handler.bodies.map(({ body }) => body)).filter((body) => body.frame?.unit === frame.unit && body.frame.function === frame.function);
    const above = walked.above([own, ...bodies].flatMap((body) => (body === undefined ? [] : walked.numberOf(body) ?? [])));
    return this.#context.handlers.filter((handler) => walked.meets(above, handler.bodies.map((entry) => entry.body)))
      .map(({ entryPoint }) => ({ entryPoint, trace: [{ site: entryPoint.site, text: entryPoint.name }, last] }));
  }
}
