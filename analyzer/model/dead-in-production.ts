import type { Expression, FunctionIndex, Statement } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { forEachPart } from '#program/file-index.js';
import { answerInProduction } from '#program/dead-arms.js';
import type { CallInstance, Frame, LibraryValue } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import { goesElsewhere } from '#program/tests-around.js';

interface Dead {
  readonly expressions: Set<Expression>;
  readonly functions: Set<FunctionIndex>;
}

const KNOWN = new WeakMap<Engine, DeadInProduction>();

/** What of a program production never runs. */
export function deadInProduction(engine: Engine): DeadInProduction {
  let dead = KNOWN.get(engine);
  if (dead === undefined) KNOWN.set(engine, (dead = new DeadInProduction(engine)));
  return dead;
}

/** Is something made, or reached from what is made, where production never comes? */
export function isMadeForDevelopment(engine: Engine, value: LibraryValue): boolean {
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) if (current.call !== undefined && deadInProduction(engine).has(current.call)) return true;
  return false;
}

/** Knows what stands in arms that production never takes; each function is read once. */
class DeadInProduction {
  readonly #engine: Engine;
  readonly #known = new Map<string, Dead>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Does a call stand in such an arm, or in a function written there? */
  has({ expression, frame }: CallInstance): boolean {
    if (this.#in(frame).expressions.has(expression)) return true;
    let inner = frame.function;
    for (let holder = frame.parent; holder !== undefined; holder = holder.parent) {
      if (this.#in(holder).functions.has(inner)) return true;
      inner = holder.function;
    }
    return false;
  }

  #in(frame: Frame): Dead {
    const key = functionKey(frame);
    let dead = this.#known.get(key);
    if (dead === undefined) {
      this.#known.set(key, (dead = { expressions: new Set(), functions: new Set() }));
      this.#statements(functionOf(frame).body, frame, dead, false);
    }
    return dead;
  }

  #statements(statements: readonly Statement[], frame: Frame, dead: Dead, outer: boolean): void {
    let isDead = outer;
    for (const statement of statements) {
      this.#statement(statement, frame, dead, isDead);
      if (statement.is !== 'if' || isDead) continue;
      // What follows an arm that is always taken and leaves never runs.
      const taken = answerInProduction(this.#engine, statement.test, frame);
      isDead = (taken === true && goesElsewhere(statement.then)) || (taken === false && goesElsewhere(statement.else));
    }
  }

  #statement(statement: Statement, frame: Frame, dead: Dead, isDead: boolean): void {
    switch (statement.is) {
      case 'if': {
        const taken = answerInProduction(this.#engine, statement.test, frame);
        this.#expression(statement.test, frame, dead, isDead);
        this.#statements(statement.then, frame, dead, isDead || taken === false);
        return this.#statements(statement.else, frame, dead, isDead || taken === true);
      }
      case 'loop':
        for (const part of [statement.over, statement.test, statement.step]) if (part !== undefined) this.#expression(part, frame, dead, isDead);
        return this.#statements([...statement.before, ...statement.body], frame, dead, isDead);
      case 'try':
        for (const block of [statement.body, statement.handler ?? [], statement.finalizer ?? []]) this.#statements(block, frame, dead, isDead);
        return;
      case 'switch':
        this.#expression(statement.value, frame, dead, isDead);
        for (const arm of statement.cases) this.#statements(arm.body, frame, dead, isDead);
        return;
      case 'expression': case 'declare': case 'throw': return this.#expression(statement.value, frame, dead, isDead);
      case 'return': return statement.value === undefined ? undefined : this.#expression(statement.value, frame, dead, isDead);
      default:
    }
  }

  #expression(expression: Expression, frame: Frame, dead: Dead, isDead: boolean): void {
    if (isDead && (expression.is === 'call' || expression.is === 'new')) dead.expressions.add(expression);
    if (expression.is === 'function') return void (isDead ? dead.functions.add(expression.index) : undefined);
    const test = expression.is === 'logical' ? expression.left : expression.is === 'conditional' ? expression.test : undefined;
    const taken = test === undefined ? undefined : answerInProduction(this.#engine, test, frame);
    forEachPart(expression, (part) => this.#expression(part, frame, dead, isDead || (taken !== undefined && isSkipped(expression, part, taken))));
  }
}

// `known ?? create()` says nothing of production; `isTest && create()`, `isTest ? create() : undefined` do.
function isSkipped(expression: Expression, part: Expression, taken: boolean): boolean {
  if (expression.is === 'logical') return part === expression.right && ((expression.operator === '&&' && !taken) || (expression.operator === '||' && taken));
  return expression.is === 'conditional' && ((part === expression.then && !taken) || (part === expression.else && taken));
}
