import type { Expression, LoopStatement, Statement } from '#facts/types.js';
import { accessorNames, type AccessorNames } from './accessor-names.js';
import { Emitters } from './emitters.js';
import { MAX_NESTED, MAX_READ, MAX_STACK, MAX_UNROLLED, MAX_UNROLLED_TOGETHER } from './engine.js';
import type { Evaluator } from './evaluator.js';
import { forEachPart } from './file-index.js';
import { timesWithinItself } from './frame-chain.js';
import { armOfRound } from './fixed-tests.js';
import { iteratedPositions } from './lists.js';
import { keptAfter, keptWithin } from './kept-targets.js';
import { alwaysLeaves, casesWithWhatTheyFallInto, decidesAlone, livingArms, withoutDeadArm } from './dead-arms.js';
import type { Awaited, Body, Step } from './steps.js';
import { functionKey, functionOf, type CallInstance, type Frame, type ValueSet } from './values.js';
import { walkAccessor, walkIterator } from './walk-accessors.js';
import { walkCall } from './walk-calls.js';

const NOTHING: Body = { frame: undefined, steps: [] };

/** Reads what activations do, each once. */
export class Walker {
  readonly engine: Evaluator;
  readonly emitters: Emitters;
  readonly #bodies = new Map<Frame, Body>();
  readonly #open: Frame[] = [];
  readonly #openFunctions = new Map<string, number>();
  #left = MAX_READ;
  #nested = 0;
  #unrolled = 1;
  readonly #accessors: AccessorNames;
  /** Every call that was read, with whether its callee is known. */
  readonly seen = new Map<CallInstance['expression'], boolean>();

  constructor(engine: Evaluator) {
    this.engine = engine;
    this.emitters = new Emitters(engine);
    this.#accessors = accessorNames(engine);
  }

  /** What an activation does. A recursion gives an empty body: it does again what is already read. */
  body(frame: Frame): { readonly body: Body; readonly recursive: boolean } {
    const known = this.#bodies.get(frame);
    if (known !== undefined) return { body: known, recursive: false };
    const steps: Step[] = [];
    const isRead = this.within(frame, () => {
      this.parameters(frame, steps);
      this.statements(frame.unit.index.running.get(frame.function) ?? [], frame, steps);
    });
    if (!isRead) return { body: NOTHING, recursive: true };
    const body: Body = { frame, steps };
    this.#bodies.set(frame, body);
    return { body, recursive: false };
  }

  /** Reads a part of an activation; false, and nothing is read, where that would be a recursion. */
  within(frame: Frame, read: () => void): boolean {
    const key = functionKey(frame);
    const times = this.#openFunctions.get(key) ?? 0;
    if (times >= timesWithinItself(frame) || this.#open.includes(frame) || this.#open.length >= MAX_STACK) return false;
    this.#openFunctions.set(key, times + 1);
    this.#open.push(frame);
    const [nested, unrolled] = [this.#nested, this.#unrolled];
    [this.#nested, this.#unrolled] = [0, 1];
    read();
    [this.#nested, this.#unrolled] = [nested, unrolled];
    this.#open.pop();
    this.#openFunctions.set(key, times);
    return true;
  }

  /** The bodies read so far, by activation. */
  get bodies(): ReadonlyMap<Frame, Body> {
    return this.#bodies;
  }

  parameters(frame: Frame, out: Step[]): void {
    functionOf(frame).parameters.forEach((parameter, position) => {
      if (parameter.default === undefined) return;
      const given = frame.given?.[position];
      if (given === undefined || given.values.some((value) => value.is === 'undefined')) this.visit(parameter.default, frame, out, 'stored');
    });
  }

  statements(statements: readonly Statement[], frame: Frame, out: Step[], from = 0): void {
    for (let position = from; position < statements.length; position += 1) {
      const statement = statements[position] as Statement;
      this.#statement(statement, frame, out);
      if (statement.is === 'if' && alwaysLeaves(this.engine, statement, frame)) return;
      const keeps = this.#nested < MAX_NESTED ? keptAfter(this.engine, statements, position, frame) : undefined;
      // The rest runs as long as nothing is kept.
      if (keeps !== undefined) {
        this.#nested += 1;
        const body = this.block(statements, frame, position + 1);
        this.#nested -= 1;
        if (body.steps.length > 0) out.push({ is: 'branch', arms: [body, { frame, steps: [] }], keeps });
        return;
      }
    }
  }

  #statement(statement: Statement, frame: Frame, out: Step[]): void {
    switch (statement.is) {
      case 'expression': return this.visit(statement.value, frame, out, 'no');
      case 'declare': return this.visit(statement.value, frame, out, 'stored');
      case 'return':
        if (statement.value !== undefined) this.visit(statement.value, frame, out, 'yes');
        out.push({ is: 'return', frame, at: statement.at });
        return;
      case 'throw':
        this.visit(statement.value, frame, out, 'stored');
        out.push({ is: 'throw', frame, at: statement.at });
        return;
      case 'if':
        this.visit(statement.test, frame, out, 'stored');
        return this.#if(statement, frame, out);
      case 'loop': return this.#loop(statement, frame, out);
      case 'try': {
        const [handler, finalizer] = [statement.handler, statement.finalizer].map((part) => (part === undefined ? undefined : this.block(part, frame)));
        const body = this.block(statement.body, frame);
        if (body.steps.length > 0 || (handler?.steps.length ?? 0) > 0 || (finalizer?.steps.length ?? 0) > 0) out.push({ is: 'try', body, handler, finalizer });
        return;
      }
      case 'switch':
        this.visit(statement.value, frame, out, 'stored');
        return this.#branch(casesWithWhatTheyFallInto(statement), frame, out);
      case 'class': return this.#classDeclared(statement.index, frame, out);
      default: return;
    }
  }

  /** Statements as a body of their own within the same activation. */
  block(statements: readonly Statement[], frame: Frame, from = 0): Body {
    const steps: Step[] = [];
    this.statements(statements, frame, steps, from);
    return { frame, steps };
  }

  #if(written: Extract<Statement, { is: 'if' }>, frame: Frame, out: Step[]): void {
    const only = armOfRound(this.engine, written, frame);
    if (only !== undefined) return this.statements(only, frame, out);
    const statement = withoutDeadArm(this.engine, written, frame);
    const keeps = keptWithin(this.engine, statement, frame);
    if (keeps !== undefined) {
      const body = this.block(statement.then, frame);
      if (body.steps.length > 0) out.push({ is: 'branch', arms: [body, this.block(statement.else, frame)], keeps });
      return;
    }
    this.#branch([statement.then, statement.else], frame, out);
  }

  #branch(arms: readonly (readonly Statement[])[], frame: Frame, out: Step[]): void {
    const bodies = arms.map((arm) => this.block(arm, frame));
    if (bodies.some((body) => body.steps.length > 0)) out.push({ is: 'branch', arms: bodies });
  }

  #loop(loop: LoopStatement, frame: Frame, out: Step[]): void {
    this.statements(loop.before, frame, out);
    if (loop.over !== undefined) {
      this.visit(loop.over, frame, out, 'yes');
      walkIterator(this, loop.over, frame, out);
    }
    const first = loop.body[0];
    if (first?.is === 'declare' && first.value.is === 'each' && !first.value.keys) {
      const only = this.engine.evaluate(first.value.of, frame).values;
      const list = only[0];
      const positions = only.length === 1 ? iteratedPositions(this.engine, list) : undefined;
      if (positions !== undefined && positions.length <= MAX_UNROLLED && this.#unrolled * positions.length <= MAX_UNROLLED_TOGETHER) {
        return this.#unroll(loop, first.binding, positions, frame, out);
      }
    }
    const inner: Step[] = [];
    if (loop.test !== undefined) this.visit(loop.test, frame, inner, 'stored');
    this.statements(loop.body, frame, inner);
    if (loop.step !== undefined) this.visit(loop.step, frame, inner, 'stored');
    if (inner.length > 0) out.push({ is: 'loop', form: loop.form, count: undefined, body: { frame, steps: inner }, frame, at: loop.at, statement: loop });
  }

  #unroll(loop: LoopStatement, binding: number, positions: readonly ValueSet[], frame: Frame, out: Step[]): void {
    const outer = this.#unrolled;
    this.#unrolled = outer * Math.max(1, positions.length);
    for (const element of positions) {
      for (const step of this.block(loop.body, this.engine.fix(frame, new Map([[binding, element]]))).steps) out.push(step);
    }
    this.#unrolled = outer;
  }

  #classDeclared(index: number, frame: Frame, out: Step[]): void {
    const facts = frame.unit.facts.classes[index];
    if (facts === undefined) return;
    if (facts.extends !== undefined) this.visit(facts.extends, frame, out, 'stored');
    const owner = this.engine.evaluate({ is: 'class', index }, frame).values[0];
    if (owner?.is !== 'class') return;
    const inner = this.engine.frame(frame.unit, facts.staticInitializer, frame, owner, []);
    this.within(inner, () => {
      for (const member of facts.members) if (member.static === true && member.value !== undefined) this.visit(member.value, inner, out, 'stored');
    });
    const { body } = this.body(inner);
    if (body.steps.length > 0) out.push({ is: 'enter', call: undefined, body, awaited: 'yes', recursive: false, frame, at: facts.at });
  }

  /** Reads an expression in order of evaluation. */
  visit(expression: Expression, frame: Frame, out: Step[], awaited: Awaited): void {
    if (this.#left <= 0) return this.engine.limits.hits.add('number of expressions read', { unit: frame.unit, index: frame.function });
    this.#left -= 1;
    switch (expression.is) {
      case 'call': case 'new': return walkCall(this, expression, frame, out, awaited);
      case 'await': return this.visit(expression.of, frame, out, 'yes');
      case 'member': return this.#member(expression, frame, out);
      case 'conditional':
        this.visit(expression.test, frame, out, 'stored');
        return this.#arms(livingArms(this.engine, expression, frame), frame, out, awaited);
      case 'logical':
        this.visit(expression.left, frame, out, awaited === 'yes' ? 'yes' : 'stored');
        return decidesAlone(this.engine, expression, frame) ? undefined : this.#arms([expression.right], frame, out, awaited);
      case 'assign':
        if (expression.target.is === 'member' || expression.target.is === 'element') this.visit(expression.target.of, frame, out, 'stored');
        this.#set(expression.target, frame, out);
        if (expression.operator === '??=' || expression.operator === '||=') return this.#arms([expression.value], frame, out, awaited === 'no' ? 'stored' : awaited, expression.target);
        return this.visit(expression.value, frame, out, awaited === 'no' ? 'stored' : awaited);
      case 'unary': return this.visit(expression.of, frame, out, expression.operator === 'void' ? 'no' : 'stored');
      case 'sequence':
        expression.all.forEach((part, position) => this.visit(part, frame, out, position === expression.all.length - 1 ? awaited : 'no'));
        return;
      case 'cast': return this.visit(expression.of, frame, out, awaited);
      case 'class': return this.#classDeclared(expression.index, frame, out);
      case 'function': case 'literal': case 'variable': case 'global': return;
      default: forEachPart(expression, (part) => this.visit(part, frame, out, 'stored'));
    }
  }

  #arms(expressions: readonly Expression[], frame: Frame, out: Step[], awaited: Awaited, once?: Expression): void {
    const arms = expressions.map((part) => {
      const steps: Step[] = [];
      this.visit(part, frame, steps, awaited);
      return { frame, steps };
    });
    if (!arms.some((arm) => arm.steps.length > 0)) return;
    out.push({ is: 'branch', arms: [...arms, ...(arms.length === 1 ? [{ frame, steps: [] }] : [])], ...(once === undefined ? {} : { keeps: once }) });
  }

  // Assigning to a property runs its setter.
  #set(target: Expression, frame: Frame, out: Step[]): void {
    if (target.is === 'member' && this.#accessors.set.has(target.name)) walkAccessor(this, target, 'setter', frame, out);
  }

  // Reading a property runs its getter.
  #member(expression: Extract<Expression, { is: 'member' }>, frame: Frame, out: Step[]): void {
    this.visit(expression.of, frame, out, 'stored');
    if (this.#accessors.get.has(expression.name)) walkAccessor(this, expression, 'getter', frame, out);
  }
}
