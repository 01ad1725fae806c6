import type { Expression, Statement } from '#facts/types.js';
import type { Engine } from './engine.js';
import { leaves } from './lazy-values.js';
import type { Frame, Value, ValueSet } from './values.js';

type Binary = Extract<Expression, { is: 'binary' }>;
type Conditional = Extract<Expression, { is: 'conditional' }>;

/** Tests of numbers that a variable nobody set fails or passes: it is no number. */
const OF_NO_NUMBER: ReadonlyMap<string, boolean> = new Map([
  ['isNaN', true], ['Number.isNaN', true], ['isFinite', false], ['Number.isFinite', false], ['Number.isInteger', false], ['Number.isSafeInteger', false],
]);

/**
 * A conditional's value where what it gives stands in the environment, and its test says what counts when the environment is silent:
 * `raw ? Number(raw) : 3000`. All that was found otherwise.
 */
export function conditionalDefault(engine: Engine, { test, then, else: otherwise }: Conditional, frame: Frame, found: ValueSet): ValueSet {
  if (!isMixed(found)) return found;
  const taken = whenUnset(engine, test, frame);
  return taken === undefined ? found : preferred(engine.evaluate(taken ? then : otherwise, frame), found);
}

/** What a function gives when the environment is silent: `if (raw === undefined) return 3000; return Number(raw);`. */
export function returnedDefault(engine: Engine, body: readonly Statement[], frame: Frame, found: ValueSet): ValueSet {
  if (!isMixed(found)) return found;
  const returned: Expression[] = [];
  collectReturns(engine, body, frame, returned);
  return preferred(engine.table.union(returned.map((value) => engine.evaluate(value, frame))), found);
}

/** What a name is when the environment is silent: `let wait = 3000; if (raw) wait = Number(raw);`. */
export function boundDefault(engine: Engine, found: ValueSet): ValueSet {
  return isMixed(found) ? preferred(engine.table.of(found.values.filter(({ is }) => is !== 'environment')), found) : found;
}

function isMixed({ values }: ValueSet): boolean {
  return values.length > 1 && values.some((value) => value.is === 'environment' || isWholeEnvironment(value));
}

// `raw ? process.env : schema.parse(process.env)`.
function isWholeEnvironment(value: Value): boolean {
  return value.is === 'library' && value.module === 'node:process' && value.path === 'env';
}

// Nothing at all is no default that anybody meant.
function preferred(given: ValueSet, found: ValueSet): ValueSet {
  const isTold = given.values.length > 0 && given.values.every((value) => value.is !== 'unknown' && value.is !== 'undefined' && (value.is !== 'literal' || value.value !== null));
  return isTold ? given : found;
}

/** Lists what can be returned; true where control never comes out at the end. */
function collectReturns(engine: Engine, statements: readonly Statement[], frame: Frame, found: Expression[]): boolean {
  for (const statement of statements) {
    if (statement.is === 'return' && statement.value !== undefined) found.push(statement.value);
    if (leaves([statement])) return true;
    if (statement.is === 'if' && collectOfIf(engine, statement, frame, found)) return true;
    if (statement.is === 'try') {
      if (collectReturns(engine, statement.body, frame, found)) return true;
    } else if (statement.is === 'loop') collectReturns(engine, statement.body, frame, found);
  }
  return false;
}

function collectOfIf(engine: Engine, statement: Extract<Statement, { is: 'if' }>, frame: Frame, found: Expression[]): boolean {
  const taken = whenUnset(engine, statement.test, frame);
  const arms = taken === undefined ? [statement.then, statement.else] : [taken ? statement.then : statement.else];
  return arms.map((arm) => collectReturns(engine, arm, frame, found)).every(Boolean);
}

// What a test gives when the variables of the environment that it asks for are not set; undefined for a test of something else.
function whenUnset(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  switch (test.is) {
    case 'cast': return whenUnset(engine, test.of, frame);
    case 'unary': {
      const of = test.operator === '!' ? whenUnset(engine, test.of, frame) : undefined;
      return of === undefined ? undefined : !of;
    }
    case 'logical': {
      const decides = test.operator === '||';
      const sides = test.operator === '??' ? [undefined] : [whenUnset(engine, test.left, frame), whenUnset(engine, test.right, frame)];
      if (sides.includes(decides)) return decides;
      return sides.includes(undefined) ? undefined : !decides;
    }
    case 'binary': return compared(engine, test, frame);
    case 'call': {
      const answer = OF_NO_NUMBER.get(nameOf(test.callee));
      return answer !== undefined && test.arguments[0] !== undefined && isEnvironment(engine, test.arguments[0], frame) ? answer : undefined;
    }
    case 'variable': case 'member': case 'element': return isEnvironment(engine, test, frame) ? false : undefined;
    default: return undefined;
  }
}

function compared(engine: Engine, { operator, left, right }: Binary, frame: Frame): boolean | undefined {
  const asked = left.is === 'unary' && left.operator === 'typeof' ? left.of : left;
  if (!isEnvironment(engine, asked, frame)) return undefined;
  if (/^[<>]=?$/.test(operator)) return false;
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const isSame = asked === left ? isNothing(right, operator.length === 2) : right.is === 'literal' && right.value === 'undefined';
  return isSame === operator.startsWith('=');
}

function isNothing(expression: Expression, loose: boolean): boolean {
  return expression.is === 'undefined' || (loose && expression.is === 'literal' && expression.value === null);
}

function isEnvironment(engine: Engine, expression: Expression, frame: Frame): boolean {
  const { values } = engine.evaluate(expression, frame);
  return values.length > 0 && values.every(({ is }) => is === 'environment');
}

function nameOf(callee: Expression): string {
  if (callee.is === 'global') return callee.name;
  return callee.is === 'member' && callee.of.is === 'global' ? `${callee.of.name}.${callee.name}` : '';
}
