import type { Expression, FunctionIndex, Offset, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { Body, Step } from '#program/steps.js';
import type { Unit } from '#program/values.js';
import { takesFunction } from '../answers.js';
import type { Answers } from '../answers.js';
import { eachExpression } from '#program/statements.js';

/** When what a step starts is waited for: there, behind an offset further down, or never. */
export type Join = 'now' | 'never' | { readonly until: Offset; /** What is started: a chain of calls is one thing. */ readonly of?: Expression; /** How many blocks around the call end before it is waited for. */ readonly leaves?: number };

/** What a function keeps of what it starts, and where it waits for it. */
interface Kept {
  /** By the call's place: what holds its promise. */
  readonly holders: ReadonlyMap<Offset, Holder>;
  /** By variable: the end of the first expression that waits for it. */
  readonly awaited: ReadonlyMap<number, Offset>;
  readonly mentioned: ReadonlySet<number>;
  /** By the place of a call that stands among others, each of which starts its work: `all([load(), read()])`; the end of what gets them. */
  readonly together: ReadonlyMap<Offset, Offset>;
}

/** A variable that holds a promise, and where the blocks around the call end, the innermost first. */
interface Holder {
  readonly binding: number;
  readonly blocks: readonly Offset[];
}

/** Tells when calls are waited for that are not awaited where they stand: `const user = load(); … await user`. */
export class Joins {
  readonly #answers: Answers;
  readonly #kept = new Map<Unit, Map<FunctionIndex, Kept>>();
  readonly #outer = new Map<Body, ReadonlyMap<Expression, Step>>();

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  of(step: Step, body: Body, settles: boolean): Join {
    if (step.is === 'loop') return this.#keptAt(step.at, body) ?? 'now';
    // One of several targets is called.
    const [target] = step.is === 'branch' ? callsIn(step) : [];
    if (target !== undefined) return this.of(target, body, settles);
    if (step.is !== 'call' && step.is !== 'enter' && step.is !== 'parallel') return 'now';
    const { awaited, call } = step;
    if (awaited === 'yes' || call === undefined || settles) return 'now';
    if (awaited === 'no') return this.#answers.isLeft(call.expression, body) && !takesFunction(call.expression) ? 'never' : 'now';
    // What answers the request is waited for, whatever is made of its promise: `answer(request, response).catch(next)`.
    if (!this.#answers.isLeft(call.expression, body)) return 'now';
    const outer = this.#outerOf(body).get(call.expression);
    if (outer !== undefined && outer !== step) return this.of(outer, body, settles);
    const join = this.#keptAt(call.expression.at, body) ?? 'now';
    return typeof join === 'string' ? join : { ...join, of: call.expression };
  }

  #keptAt(at: Offset, { frame }: Body): Join | undefined {
    if (frame === undefined) return undefined;
    const { holders, awaited, mentioned, together } = this.#keptIn(frame.unit, frame.function);
    const holder = holders.get(at);
    const end = together.get(at);
    if (holder === undefined) return end === undefined ? undefined : { until: end };
    const until = awaited.get(holder.binding);
    if (until !== undefined) return { until, leaves: holder.blocks.filter((block) => block < until).length };
    return mentioned.has(holder.binding) ? { until: Infinity } : 'never';
  }

  /** By a call that another one is made on: that other one. */
  #outerOf(body: Body): ReadonlyMap<Expression, Step> {
    let known = this.#outer.get(body);
    if (known !== undefined) return known;
    const found = new Map<Expression, Step>();
    for (const step of body.steps) {
      if ((step.is !== 'call' && step.is !== 'enter') || step.call === undefined || step.call.expression.callee.is !== 'member') continue;
      const receiver = plain(step.call.expression.callee.of);
      if (receiver.is === 'call' || receiver.is === 'new') found.set(receiver, step);
    }
    this.#outer.set(body, (known = found));
    return known;
  }

  #keptIn(unit: Unit, index: FunctionIndex): Kept {
    const functions = this.#kept.get(unit) ?? new Map<FunctionIndex, Kept>();
    this.#kept.set(unit, functions);
    let known = functions.get(index);
    if (known === undefined) functions.set(index, (known = read(unit.facts.functions[index]?.body ?? [])));
    return known;
  }
}

function callsIn({ call, arms }: Extract<Step, { is: 'branch' }>): readonly Step[] {
  return call === undefined ? [] : arms.flatMap(({ steps }) => steps.filter((one) => (one.is === 'call' || one.is === 'enter') && one.call === call));
}

function plain(expression: Expression): Expression {
  return expression.is === 'cast' ? plain(expression.of) : expression;
}

interface Draft {
  readonly holders: Map<Offset, Holder>;
  /** Where the blocks that are being read end, the innermost first. */
  blocks: readonly Offset[];
  readonly awaited: Map<number, Offset>;
  readonly mentioned: Set<number>;
  readonly together: Map<Offset, Offset>;
}

function read(statements: readonly Statement[]): Kept {
  const draft: Draft = { holders: new Map(), blocks: [], awaited: new Map(), mentioned: new Set(), together: new Map() };
  readAll(statements, draft);
  return draft;
}

/** A block of its own: what starts in it may be waited for behind it. */
function readBlock(statements: readonly Statement[], draft: Draft): void {
  const { blocks } = draft;
  let end = 0;
  eachExpression(statements, (part) => {
    if ('at' in part) end = Math.max(end, part.at);
  });
  draft.blocks = [end, ...blocks];
  readAll(statements, draft);
  draft.blocks = blocks;
}

function readAll(statements: readonly Statement[], draft: Draft): void {
  for (const statement of statements) {
    switch (statement.is) {
      case 'declare':
        hold(statement.value, statement.binding, draft);
        mention(statement.value, draft);
        break;
      case 'expression': mention(statement.value, draft); break;
      case 'return':
        if (statement.value !== undefined) waitsFor(statement.value, draft);
        break;
      case 'throw': mention(statement.value, draft); break;
      case 'if':
        mention(statement.test, draft);
        readBlock(statement.then, draft);
        readBlock(statement.else, draft);
        break;
      case 'loop':
        readAll(statement.before, draft);
        for (const part of [statement.test, statement.step]) if (part !== undefined) mention(part, draft);
        if (statement.over !== undefined) (statement.form === 'await-of' ? waitsFor : mention)(statement.over, draft);
        readBlock(statement.body, draft);
        break;
      case 'try':
        for (const part of [statement.body, statement.handler, statement.finalizer]) readBlock(part ?? [], draft);
        break;
      case 'switch':
        mention(statement.value, draft);
        for (const { body } of statement.cases) readBlock(body, draft);
        break;
      default:
    }
  }
}

function mention(expression: Expression, draft: Draft): void {
  const { is } = expression;
  if (is === 'await') return waitsFor(expression.of, draft);
  if (is === 'variable') draft.mentioned.add(expression.binding);
  if (is === 'assign' && expression.target.is === 'variable') hold(expression.value, expression.target.binding, draft);
  // `jobs.push(run(job))`.
  if (is === 'call' && expression.callee.is === 'member' && expression.callee.name === 'push' && expression.callee.of.is === 'variable') {
    for (const argument of expression.arguments) hold(argument, expression.callee.of.binding, draft);
  }
  if (is === 'call' || is === 'new') startTogether(expression, draft);
  forEachPart(expression, (part) => mention(part, draft));
}

// Calls among the arguments of another one, in lists and objects too: none of them waits for the one before it.
function startTogether({ arguments: given, end }: Extract<Expression, { is: 'call' | 'new' }>, draft: Draft): void {
  const started = given.flatMap(startedIn);
  if (started.length > 1) for (const { at } of started) draft.together.set(at, end - 1);
}

function startedIn(expression: Expression): readonly Extract<Expression, { is: 'call' | 'new' }>[] {
  const value = plain(expression);
  if (value.is === 'call' || value.is === 'new') return [value];
  if (value.is === 'array') return value.elements.flatMap(startedIn);
  if (value.is === 'object') return value.properties.flatMap((property) => ('value' in property ? startedIn(property.value) : []));
  return [];
}

/** Everything in an expression is waited for where it ends. */
function waitsFor(expression: Expression, draft: Draft): void {
  const variables: number[] = [];
  let end = 0;
  const look = (part: Expression): void => {
    if ('at' in part) end = Math.max(end, part.at);
    if (part.is === 'variable') variables.push(part.binding);
    forEachPart(part, look);
  };
  look(expression);
  for (const binding of variables) if (!draft.awaited.has(binding)) draft.awaited.set(binding, end);
  mention(expression, draft);
}

function hold(expression: Expression, binding: number, draft: Draft): void {
  const value = plain(expression);
  if (value.is === 'array') for (const element of value.elements) hold(element, binding, draft);
  else if (value.is === 'conditional') for (const arm of [value.then, value.else]) hold(arm, binding, draft);
  else if (value.is === 'call' || value.is === 'new') draft.holders.set(value.at, { binding, blocks: draft.blocks });
}
