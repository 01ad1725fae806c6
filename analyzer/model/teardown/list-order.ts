import type { Expression, FunctionIndex, LoopStatement, Statement } from '#facts/types.js';
import { addersTo } from '#program/adders.js';
import type { Engine } from '#program/engine.js';
import { elementsOf, pairOf } from '#program/lists.js';
import type { Body, Step } from '#program/steps.js';
import type { CallInstance, Frame, ListValue, Unit, ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { runsOf } from '#program/walk-calls.js';
import type { ModelContext } from '../context.js';
import { unitsInOrder } from '../entry-points/start-order.js';

/**
 * The iterations of a loop over a list to which things were added one by one, in the order in which the program adds them: by modules in
 * order of evaluation, then by place. Undefined where that order is not in sight.
 */
export function orderedIterations(context: ModelContext, step: Extract<Step, { is: 'loop' }>): readonly Body[] | undefined {
  if (step.method !== undefined) return orderedRuns(context, step.method);
  const loop = loopAt(functionOf(step.frame).body, step.at);
  const first = loop?.body[0];
  if (loop?.over === undefined || first?.is !== 'declare' || first.value.is !== 'each') return undefined;
  const { engine } = context.program;
  return elementsInOrder(context, loop.over, step.frame)?.map((element) => context.walker.block(loop.body, engine.fix(step.frame, new Map([[first.binding, element]]))));
}

// `hooks.map((hook) => hook.stop())`
function orderedRuns(context: ModelContext, call: CallInstance): readonly Body[] | undefined {
  const { callee } = call.expression;
  const callbacks = context.program.engine.argumentsOf(call)[0];
  if (callee.is !== 'member' || callee.name.startsWith('reduce') || callbacks === undefined) return undefined;
  return elementsInOrder(context, callee.of, call.frame)?.flatMap((element) => runsOf(context.walker, callbacks, 0, [element], call).map(({ body }) => body));
}

function elementsInOrder(context: ModelContext, over: Expression, frame: Frame): readonly ValueSet[] | undefined {
  const { engine } = context.program;
  const { base, reversed, valuesOnly } = withoutCopies(over, frame);
  const { values } = engine.evaluate(base, frame);
  const lists = values.filter((value) => value.is === 'list');
  const list = lists[0];
  if (list === undefined || lists.length < values.length || (lists.length > 1 && !lists.every(startsEmpty)) || (list.positions === undefined && !startsEmpty(list))) return undefined;
  const added = orderedElements(context, lists);
  if (added === undefined) return undefined;
  const pairs = list.keys !== undefined && !valuesOnly;
  const elements = pairs ? added.map((element) => pairOf(engine, engine.table.unknown('a key'), element)) : added;
  return reversed ? [...elements].reverse() : elements;
}

// `[]`, `new Set()`: filled later.
function startsEmpty({ origin }: ListValue): boolean {
  if (origin?.expression.is === 'array') return origin.expression.elements.length === 0;
  return origin?.expression.is === 'new' && origin.expression.arguments.length === 0;
}

function loopAt(statements: readonly Statement[], at: number): LoopStatement | undefined {
  for (const statement of statements) {
    if (statement.is === 'loop' && statement.at === at) return statement;
    const found = loopAt(innerStatements(statement), at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function innerStatements(statement: Statement): readonly Statement[] {
  switch (statement.is) {
    case 'if': return [...statement.then, ...statement.else];
    case 'loop': return statement.body;
    case 'try': return [...statement.body, ...(statement.handler ?? []), ...(statement.finalizer ?? [])];
    case 'switch': return statement.cases.flatMap((arm) => arm.body);
    default: return [];
  }
}

const COPIES = new Set(['slice', 'entries', 'concat']);
const REVERSES = new Set(['reverse', 'toReversed']);

interface Copied {
  readonly base: Expression;
  readonly reversed: boolean;
  readonly valuesOnly: boolean;
}

/** The list behind copies and reversals of it, and behind names that hold those. */
function withoutCopies(expression: Expression, frame: Frame): Copied {
  const itself: Copied = { base: expression, reversed: false, valuesOnly: false };
  if (expression.is === 'cast') return withoutCopies(expression.of, frame);
  if (expression.is === 'variable') {
    const values = frame.unit.facts.bindings[expression.binding]?.values ?? [];
    const behind = values.length === 1 && values[0] !== undefined ? withoutCopies(values[0].value, frame) : itself;
    return behind.base === values[0]?.value ? itself : behind;
  }
  if (expression.is === 'array' && expression.elements.length === 1 && expression.elements[0]?.is === 'spread') return withoutCopies(expression.elements[0].value, frame);
  if (expression.is !== 'call' || expression.callee.is !== 'member') return itself;
  const { name, of } = expression.callee;
  const inner = withoutCopies(name === 'from' && of.is === 'global' && expression.arguments[0] !== undefined ? expression.arguments[0] : of, frame);
  if (name === 'values') return { ...inner, valuesOnly: true };
  if (name === 'from' || (COPIES.has(name) && expression.arguments.length === 0)) return inner;
  return REVERSES.has(name) ? { ...inner, reversed: !inner.reversed } : itself;
}

interface Addition {
  readonly element: ValueSet;
  readonly front: boolean;
  readonly order: readonly number[];
}

/** What a list holds after everything was added to it, in order; several are one that was begun empty in one place or another. Undefined when nothing is added in sight. */
function orderedElements(context: ModelContext, lists: readonly ListValue[]): readonly ValueSet[] | undefined {
  const additions = lists.flatMap((list) => additionsTo(context, list));
  if (additions.length === 0) return undefined;
  const elements = lists.flatMap((list) => list.positions ?? []);
  for (const { element, front } of additions.sort(byOrder)) {
    if (front) elements.unshift(element);
    else elements.push(element);
  }
  return elements;
}

function additionsTo(context: ModelContext, list: ListValue): Addition[] {
  if (list.origin === undefined) return [];
  const { engine } = context.program;
  const isIn = (set: ValueSet): boolean => set.values.some((value) => value.is === 'list' && value.origin?.expression === list.origin?.expression);
  const found: Addition[] = [];
  for (const { unit, site: { call, by }, holder, added, front } of addersTo(engine, list)) {
    if (!isIn(engine.evaluate(holder, engine.generic(unit, by)))) continue;
    for (const { frame, order, given } of activationsOf(context, unit, by, 0)) {
      const chosen = chosenBy(engine, holder, frame, given);
      if (!isIn(chosen) || isOfAnother(list, frame, chosen)) continue;
      const elements = added.map((one) => (one.is === 'spread' ? elementsOf(engine, engine.evaluate(one.value, frame), 'one of what is added') : engine.evaluate(one, frame)));
      const at = [...order, ...(order.length === 0 ? [rankOf(context, unit)] : []), call.at];
      for (const element of front ? elements.reverse() : elements) found.push({ element, front, order: at });
    }
  }
  return found;
}

// A list that a function makes is another one in each activation.
function isOfAnother({ origin }: ListValue, frame: Frame, { values }: ValueSet): boolean {
  if (origin?.frame.given === undefined || origin.frame.function !== frame.function || origin.frame.unit !== frame.unit) return false;
  return !values.some((value) => value.is === 'list' && value.origin?.expression === origin.expression && isAlike(value.origin.frame, origin.frame));
}

function isAlike(a: Frame, b: Frame): boolean {
  return a === b || (a.given?.length === b.given?.length && a.given?.every((set, position) => set === b.given?.[position]) === true);
}

// One of several lists, by a key that the function was called with.
function chosenBy(engine: Engine, holder: Expression, frame: Frame, given: readonly ValueSet[] | undefined): ValueSet {
  const key = holder.is === 'element' && holder.index.is === 'variable' ? holder.index.binding : -1;
  const position = functionOf(frame).parameters.findIndex(({ binding }) => binding === key);
  const names = (given?.[position]?.values ?? []).flatMap((value) => (value.is === 'literal' ? [String(value.value)] : []));
  if (holder.is !== 'element' || names.length === 0) return engine.evaluate(holder, frame);
  const lists = engine.evaluate(holder.of, frame);
  return engine.table.union(names.map((name) => engine.member(lists, name)));
}

interface Activation {
  readonly frame: Frame;
  readonly order: readonly number[];
  readonly given?: readonly ValueSet[];
}

/** The activations of a function that calls in sight make, with what they give and where those calls stand in the order of the program. */
function activationsOf(context: ModelContext, unit: Unit, by: FunctionIndex, depth: number): readonly Activation[] {
  const { engine } = context.program;
  if (by === 0) return [{ frame: unit.frame, order: [] }];
  const facts = unit.facts.functions[by];
  const unknown = [{ frame: engine.generic(unit, by), order: [rankOf(context, unit), facts?.at ?? 0] }];
  if (facts === undefined || facts.name === '' || depth > 3) return unknown;
  const found: Activation[] = [];
  for (const caller of engine.callsNamed(facts.name)) {
    for (const outer of activationsOf(context, caller.unit, caller.site.by, depth + 1)) {
      const call = engine.callInstance(caller.site.call, outer.frame);
      for (const target of engine.targets(call)) {
        if (target.is !== 'value' || target.value.is !== 'function' || target.value.unit !== unit || target.value.index !== by) continue;
        const order = [...(outer.order.length === 0 ? [rankOf(context, caller.unit)] : outer.order), caller.site.call.at];
        const given = engine.argumentsOf(call);
        found.push({ frame: engine.enter(target.value, given, target.self), order, given });
      }
    }
  }
  return found.length > 0 ? found : unknown;
}

const RANKS = new WeakMap<ModelContext, ReadonlyMap<Unit, number>>();

function rankOf(context: ModelContext, unit: Unit): number {
  let ranks = RANKS.get(context);
  if (ranks === undefined) RANKS.set(context, (ranks = new Map(unitsInOrder(context.program).map((other, position) => [other, position]))));
  return ranks.get(unit) ?? 0;
}

function byOrder(a: Addition, b: Addition): number {
  for (let position = 0; position < Math.min(a.order.length, b.order.length); position += 1) {
    const difference = (a.order[position] as number) - (b.order[position] as number);
    if (difference !== 0) return difference;
  }
  return a.order.length - b.order.length;
}
