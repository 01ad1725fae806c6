import type { Expression, Statement } from '#facts/types.js';
import { calculatedMethod, calculatedGlobal, operated, UNKNOWN } from './calculations.js';
import type { Plain } from './calculations.js';
import type { Engine } from './engine.js';
import type { Frame, FunctionValue, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** Statements and expressions read for one result; parsers of durations and sizes take a few dozen. */
const MAX_STEPS = 400;

/** What a function of the program gives for texts and numbers that are known, where nothing else decides it: `parseDuration('12s')`. A closed list of operations; nothing of the program runs. */
export function calculatedResult(engine: Engine, target: FunctionValue, given: readonly ValueSet[], enter: () => Frame): ValueSet | undefined {
  const facts = functionOf(target);
  if (given.length === 0 || facts.async === true || facts.generator === true || facts.bodiless === true || facts.parameters.some(({ rest }) => rest === true)) return undefined;
  const known = given.map(({ values: [value, ...others] }) => (value?.is === 'literal' && others.length === 0 ? value.value as Plain : UNKNOWN));
  if (known.includes(UNKNOWN) || !known.some((value) => typeof value === 'string')) return undefined;
  const locals = new Map<number, Plain>();
  const calculation = new Calculation(engine, enter(), locals);
  for (const [position, { binding, default: fallback }] of facts.parameters.entries()) {
    const value = position < known.length ? known[position] : fallback === undefined ? undefined : calculation.of(fallback);
    if (value === UNKNOWN) return undefined;
    locals.set(binding, value as Plain);
  }
  const end = calculation.run(facts.body);
  const result = end === 'next' || end === 'left' || end === UNKNOWN ? UNKNOWN : end.gives;
  return typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean' ? engine.table.literal(result) : undefined;
}

type End = 'next' | 'left' | typeof UNKNOWN | { readonly gives: Plain };

class Calculation {
  readonly #engine: Engine;
  readonly #frame: Frame;
  readonly #locals: Map<number, Plain>;
  #steps = 0;

  constructor(engine: Engine, frame: Frame, locals: Map<number, Plain>) {
    this.#engine = engine;
    this.#frame = frame;
    this.#locals = locals;
  }

  /** What some statements end with. */
  run(statements: readonly Statement[]): End {
    for (const statement of statements) {
      const end = this.#step(statement);
      if (end !== 'next') return end;
    }
    return 'next';
  }

  #step(statement: Statement): End {
    switch (statement.is) {
      case 'declare': return this.#set(statement.binding, this.of(statement.value)) === UNKNOWN ? UNKNOWN : 'next';
      case 'expression': return this.of(statement.value) === UNKNOWN ? UNKNOWN : 'next';
      case 'return': return this.#gives(statement.value === undefined ? undefined : this.of(statement.value));
      case 'if': {
        const test = this.of(statement.test);
        return test === UNKNOWN ? UNKNOWN : this.run(isTrue(test) ? statement.then : statement.else);
      }
      case 'switch': return this.#switch(statement);
      case 'break': return 'left';
      default: return UNKNOWN;
    }
  }

  #gives(value: Plain | typeof UNKNOWN): End {
    return value === UNKNOWN ? UNKNOWN : { gives: value };
  }

  #switch({ value, cases }: Extract<Statement, { is: 'switch' }>): End {
    const subject = this.of(value);
    const tests = cases.map(({ test }) => (test === undefined ? undefined : this.of(test)));
    if (subject === UNKNOWN || tests.includes(UNKNOWN)) return UNKNOWN;
    const met = cases.findIndex(({ test }, index) => test !== undefined && tests[index] === subject);
    const first = met >= 0 ? met : cases.findIndex(({ test }) => test === undefined);
    if (first < 0) return 'next';
    const end = this.run(cases.slice(first).flatMap(({ body }) => body));
    return end === 'left' ? 'next' : end;
  }

  #set(binding: number, value: Plain | typeof UNKNOWN): Plain | typeof UNKNOWN {
    if (value !== UNKNOWN) this.#locals.set(binding, value);
    return value;
  }

  /** What an expression is. */
  of(expression: Expression): Plain | typeof UNKNOWN {
    if ((this.#steps += 1) > MAX_STEPS) return UNKNOWN;
    switch (expression.is) {
      case 'variable': return this.#locals.has(expression.binding) ? this.#locals.get(expression.binding) as Plain : this.#outside(expression);
      case 'regex': return { regex: expression.text };
      case 'cast': return this.of(expression.of);
      case 'array': return this.#all(expression.elements);
      case 'conditional': return this.#chosen(expression.test, expression.then, expression.else);
      case 'logical': return this.#logical(expression);
      case 'default': return this.#default(expression);
      case 'unary': return this.#operated(expression.operator, [expression.of]);
      case 'binary': return this.#operated(expression.operator, [expression.left, expression.right]);
      case 'sequence': return expression.all.reduce<Plain | typeof UNKNOWN>((before, one) => (before === UNKNOWN ? UNKNOWN : this.of(one)), undefined);
      case 'assign': return expression.operator === '=' && expression.target.is === 'variable' ? this.#set(expression.target.binding, this.of(expression.value)) : UNKNOWN;
      case 'member': return this.#member(expression.of, expression.name);
      case 'element': return this.#element(expression);
      case 'call': return this.#call(expression);
      default: return this.#outside(expression);
    }
  }

  // Constants of the module, and whatever else is one value.
  #outside(expression: Expression): Plain | typeof UNKNOWN {
    if (expression.is === 'global' && expression.name === 'undefined') return undefined;
    const { values: [value, ...others] } = this.#engine.evaluate(expression, this.#frame);
    if (value === undefined || others.length > 0) return UNKNOWN;
    if (value.is === 'literal') return value.value as Plain;
    if (value.is === 'undefined') return undefined;
    return value.is === 'object' || value.is === 'merged' ? { table: value } : UNKNOWN;
  }

  #all(elements: readonly Expression[]): Plain | typeof UNKNOWN {
    const all = elements.map((element) => this.of(element));
    return all.includes(UNKNOWN) ? UNKNOWN : all as Plain[];
  }

  #chosen(test: Expression, then: Expression, otherwise: Expression): Plain | typeof UNKNOWN {
    const answer = this.of(test);
    return answer === UNKNOWN ? UNKNOWN : this.of(isTrue(answer) ? then : otherwise);
  }

  #logical({ operator, left, right }: Extract<Expression, { is: 'logical' }>): Plain | typeof UNKNOWN {
    const value = this.of(left);
    if (value === UNKNOWN) return UNKNOWN;
    const isLeft = operator === '&&' ? !isTrue(value) : operator === '||' ? isTrue(value) : value !== undefined && value !== null;
    return isLeft ? value : this.of(right);
  }

  #default({ value, fallback }: Extract<Expression, { is: 'default' }>): Plain | typeof UNKNOWN {
    const own = this.of(value);
    return own === undefined ? this.of(fallback) : own;
  }

  #operated(operator: string, parts: readonly Expression[]): Plain | typeof UNKNOWN {
    const values = this.#all(parts);
    return values === UNKNOWN ? UNKNOWN : operated(operator, values as readonly Plain[]);
  }

  #element({ of, index }: Extract<Expression, { is: 'element' }>): Plain | typeof UNKNOWN {
    const key = this.of(index);
    return typeof key === 'string' || typeof key === 'number' ? this.#member(of, String(key)) : UNKNOWN;
  }

  #member(of: Expression, name: string): Plain | typeof UNKNOWN {
    const holder = this.of(of);
    if (typeof holder === 'string') return name === 'length' ? holder.length : /^\d+$/.test(name) ? holder[Number(name)] : UNKNOWN;
    if (Array.isArray(holder)) return name === 'length' ? holder.length : /^\d+$/.test(name) ? holder[Number(name)] : UNKNOWN;
    if (typeof holder !== 'object' || holder === null) return UNKNOWN;
    if ('groups' in holder) return name === 'groups' ? { named: holder.groups } : /^\d+$/.test(name) ? holder.found[Number(name)] : UNKNOWN;
    if ('named' in holder) return holder.named[name];
    if (!('table' in holder)) return UNKNOWN;
    const [value, ...others] = this.#engine.memberOf(holder.table, name).values;
    return value === undefined || value.is === 'undefined' ? (others.length === 0 ? undefined : UNKNOWN) : value.is === 'literal' && others.length === 0 ? value.value as Plain : UNKNOWN;
  }

  #call({ callee, arguments: given }: Extract<Expression, { is: 'call' }>): Plain | typeof UNKNOWN {
    const values = this.#all(given);
    if (values === UNKNOWN) return UNKNOWN;
    if (callee.is === 'global') return calculatedGlobal(callee.name, values as readonly Plain[]);
    if (callee.is !== 'member') return UNKNOWN;
    if (callee.of.is === 'global') return calculatedGlobal(`${callee.of.name}.${callee.name}`, values as readonly Plain[]);
    const of = this.of(callee.of);
    return of === UNKNOWN ? UNKNOWN : calculatedMethod(of, callee.name, values as readonly Plain[]);
  }
}

function isTrue(value: Plain): boolean {
  return typeof value === 'object' ? value !== null : Boolean(value);
}
