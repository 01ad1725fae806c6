import type { Expression, FunctionFacts, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { Frame, Unit } from '#program/values.js';
import { functionOf } from '#program/values.js';

/**
 * Home-made circuit breakers, recognised by behaviour: a function that runs a function it was given, refuses to before that depending on
 * state that outlives the call, and changes that state when the function fails.
 */
export class OwnBreakers {
  readonly #names = new Map<string, string | undefined>();

  /** What people call the breaker that this activation belongs to; undefined when it is none. */
  nameOf(frame: Frame): string | undefined {
    const key = `${frame.unit.id}:${frame.function}`;
    if (!this.#names.has(key)) this.#names.set(key, breakerName(frame.unit, frame.function));
    return this.#names.get(key);
  }
}

/** State that a function reads or writes: fields of `this` and variables of functions around it. */
type State = ReadonlySet<string>;

function breakerName(unit: Unit, index: number): string | undefined {
  const facts = unit.facts.functions[index];
  if (facts === undefined || facts.body.length === 0 || !runsGivenFunction(unit, index, facts)) return undefined;
  const refusedBy = stateOfRefusals(unit, index, facts.body);
  if (refusedBy.size === 0) return undefined;
  const changed = stateChangedOnFailure(unit, index, facts.body);
  const related = stateWrittenBeside(unit, facts, index);
  const counts = [...changed].some((name) => related.has(name) || refusedBy.has(name));
  if (!counts || ![...refusedBy].some((name) => related.has(name) || changed.has(name))) return undefined;
  const owner = facts.class === undefined ? undefined : unit.facts.classes[facts.class]?.name;
  return owner === undefined || owner === '' ? `${facts.name || 'a function'}, a breaker of the project's own` : `${owner}, a breaker of the project's own`;
}

function runsGivenFunction(unit: Unit, index: number, facts: FunctionFacts): boolean {
  const given = new Set(facts.parameters.map((parameter) => parameter.binding));
  let parent = facts.parent;
  while (parent > 0) {
    for (const parameter of unit.facts.functions[parent]?.parameters ?? []) given.add(parameter.binding);
    parent = unit.facts.functions[parent]?.parent ?? -1;
  }
  const fields = constructorFields(unit, facts);
  let runs = false;
  eachExpression(facts.body, (expression) => {
    if (expression.is !== 'call') return;
    const { callee } = expression;
    if (callee.is === 'variable' && given.has(callee.binding)) runs = true;
    if (callee.is === 'member' && callee.of.is === 'this' && fields.has(callee.name)) runs = true;
  });
  void index;
  return runs;
}

function constructorFields(unit: Unit, facts: FunctionFacts): ReadonlySet<string> {
  const owner = facts.class === undefined ? undefined : unit.facts.classes[facts.class];
  const made = typeof owner?.constructor === 'number' ? unit.facts.functions[owner.constructor] : undefined;
  return new Set(made?.parameters.flatMap((parameter) => parameter.property ?? []) ?? []);
}

/** State on which a refusal (a throw or an early return before the function runs) depends. */
function stateOfRefusals(unit: Unit, index: number, body: readonly Statement[]): State {
  const found = new Set<string>();
  eachStatement(body, (statement) => {
    if (statement.is !== 'if' || !refuses([...statement.then, ...statement.else])) return;
    for (const name of stateIn(unit, index, [statement.test], 2)) found.add(name);
  });
  return found;
}

function refuses(statements: readonly Statement[]): boolean {
  let refused = false;
  eachStatement(statements, (statement) => {
    if (statement.is === 'throw' || statement.is === 'return') refused = true;
  });
  return refused;
}

/** State changed in a catch block or a rejection handler, also through methods called there. */
function stateChangedOnFailure(unit: Unit, index: number, body: readonly Statement[]): State {
  const found = new Set<string>();
  const add = (statements: readonly Statement[], by: number) => {
    for (const name of writesIn(unit, by, statements, 3)) found.add(name);
  };
  eachStatement(body, (statement) => {
    if (statement.is === 'try' && statement.handler !== undefined) add(statement.handler, index);
  });
  eachExpression(body, (expression) => {
    if (expression.is !== 'call' || expression.callee.is !== 'member' || (expression.callee.name !== 'catch' && expression.callee.name !== 'then')) return;
    for (const argument of expression.arguments) if (argument.is === 'function') add(unit.facts.functions[argument.index]?.body ?? [], argument.index);
  });
  return found;
}

/** State that the functions beside this one write: the other methods of its class, the other closures of its factory. */
function stateWrittenBeside(unit: Unit, facts: FunctionFacts, index: number): State {
  const found = new Set<string>();
  unit.facts.functions.forEach((other, otherIndex) => {
    const beside = facts.class === undefined ? other.parent === facts.parent || otherIndex === index : other.class === facts.class;
    if (beside && other.kind !== 'constructor') for (const name of writesIn(unit, otherIndex, other.body, 2)) found.add(name);
  });
  return found;
}

function stateIn(unit: Unit, by: number, expressions: readonly Expression[], depth: number): State {
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.is === 'member' && expression.of.is === 'this') {
      const method = depth > 0 ? methodNamed(unit, by, expression.name) : undefined;
      if (method === undefined) found.add(expression.name);
      else {
        const { body } = unit.facts.functions[method] as FunctionFacts;
        eachExpression(body, (inner) => { for (const name of stateIn(unit, method, [inner], depth - 1)) found.add(name); });
      }
    }
    if (expression.is === 'variable' && outlives(unit, by, expression.binding)) found.add(`#${expression.binding}`);
    forEachPart(expression, visit);
  };
  expressions.forEach(visit);
  return found;
}

function writesIn(unit: Unit, by: number, statements: readonly Statement[], depth: number): State {
  const found = new Set<string>();
  eachExpression(statements, (expression) => {
    if (expression.is === 'assign') {
      const { target } = expression;
      if (target.is === 'member' && target.of.is === 'this') found.add(target.name);
      if (target.is === 'variable' && outlives(unit, by, target.binding)) found.add(`#${target.binding}`);
    }
    if (expression.is !== 'call' || depth === 0) return;
    const { callee } = expression;
    const method = callee.is === 'member' && callee.of.is === 'this' ? methodNamed(unit, by, callee.name) : undefined;
    const closure = callee.is === 'variable' ? functionNamed(unit, callee.binding) : undefined;
    const called = method ?? closure;
    if (called !== undefined) for (const name of writesIn(unit, called, unit.facts.functions[called]?.body ?? [], depth - 1)) found.add(name);
  });
  return found;
}

function methodNamed(unit: Unit, by: number, name: string): number | undefined {
  let index = by;
  while (index >= 0 && unit.facts.functions[index]?.class === undefined) index = unit.facts.functions[index]?.parent ?? -1;
  const owner = unit.facts.functions[index]?.class;
  return owner === undefined ? undefined : unit.facts.classes[owner]?.members.find((member) => member.name === name)?.function;
}

function functionNamed(unit: Unit, binding: number): number | undefined {
  const value = unit.facts.bindings[binding]?.values[0]?.value;
  return value?.is === 'function' ? value.index : undefined;
}

function outlives(unit: Unit, by: number, binding: number): boolean {
  const facts = unit.facts.bindings[binding];
  return facts !== undefined && facts.kind === 'let' && facts.owner !== by && functionKind(unit, by) !== 'module';
}

function functionKind(unit: Unit, index: number): string | undefined {
  return unit.facts.functions[index]?.kind;
}

function eachStatement(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  const stack = [...statements].reverse();
  for (let statement = stack.pop(); statement !== undefined; statement = stack.pop()) {
    visit(statement);
    const inner = innerStatements(statement);
    for (let position = inner.length - 1; position >= 0; position -= 1) stack.push(inner[position] as Statement);
  }
}

function innerStatements(statement: Statement): readonly Statement[] {
  switch (statement.is) {
    case 'if': return [...statement.then, ...statement.else];
    case 'loop': return [...statement.before, ...statement.body];
    case 'try': return [...statement.body, ...(statement.handler ?? []), ...(statement.finalizer ?? [])];
    case 'switch': return statement.cases.flatMap((arm) => arm.body);
    default: return [];
  }
}

function eachExpression(statements: readonly Statement[], visit: (expression: Expression) => void): void {
  const deep = (expression: Expression): void => {
    visit(expression);
    forEachPart(expression, deep);
  };
  eachStatement(statements, (statement) => {
    if (statement.is === 'expression' || statement.is === 'declare' || statement.is === 'throw') deep(statement.value);
    else if (statement.is === 'return' && statement.value !== undefined) deep(statement.value);
    else if (statement.is === 'if') deep(statement.test);
    else if (statement.is === 'loop') for (const part of [statement.test, statement.step, statement.over]) if (part !== undefined) deep(part);
  });
}

/** The name of the function an activation belongs to. */
export function functionName(frame: Frame): string {
  return functionOf(frame).name;
}
