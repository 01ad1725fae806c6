import type { Expression, FunctionIndex, Statement } from '#facts/types.js';
import { forEachPart } from './file-index.js';
import { leaves } from './lazy-values.js';

/** A test that decides whether something runs. */
export interface DecidingTest {
  readonly test: Expression;
  /** The answer with which it runs. */
  readonly when: boolean;
  /** `around`: it stands in an arm of the test. `before`: the other answer leaves. `after`: what it throws is tested. */
  readonly stands: 'around' | 'before' | 'after';
}

/** What is looked for: an expression, or the function that it stands in. */
export type Wanted = Expression | { readonly function: FunctionIndex };

/** The tests within some statements that decide whether an expression runs, innermost last. */
export function testsAround(statements: readonly Statement[], wanted: Wanted): readonly DecidingTest[] {
  const before: DecidingTest[] = [];
  for (const statement of statements) {
    const within = inStatement(statement, wanted);
    if (within !== undefined) return [...before, ...within];
    if (statement.is === 'if' && goesElsewhere(statement.then)) before.push({ test: statement.test, when: false, stands: 'before' });
    else if (statement.is === 'if' && goesElsewhere(statement.else)) before.push({ test: statement.test, when: true, stands: 'before' });
  }
  return [];
}

// Undefined where the expression does not stand in the statement.
function inStatement(statement: Statement, wanted: Wanted): readonly DecidingTest[] | undefined {
  switch (statement.is) {
    case 'if': return inExpression(statement.test, wanted)
      ?? inArm(statement.then, wanted, { test: statement.test, when: true, stands: 'around' })
      ?? inArm(statement.else, wanted, { test: statement.test, when: false, stands: 'around' });
    case 'loop': return inAny([...statement.before, ...statement.body], wanted) ?? (statement.over === undefined ? undefined : inExpression(statement.over, wanted));
    case 'try': return inTried(statement, wanted) ?? inAny(statement.handler ?? [], wanted) ?? inAny(statement.finalizer ?? [], wanted);
    case 'switch': {
      const test: DecidingTest = { test: statement.value, when: true, stands: 'around' };
      for (const arm of statement.cases) {
        const found = inArm(arm.body, wanted, test);
        if (found !== undefined) return found;
      }
      return inExpression(statement.value, wanted);
    }
    case 'expression': case 'declare': case 'throw': return inExpression(statement.value, wanted);
    case 'return': return statement.value === undefined ? undefined : inExpression(statement.value, wanted);
    default: return undefined;
  }
}

// `catch (error) { if (isDuplicate(error)) … }`: what is tested of an error that it throws.
function inTried({ body, handler = [] }: Extract<Statement, { is: 'try' }>, wanted: Wanted): readonly DecidingTest[] | undefined {
  const within = inAny(body, wanted);
  if (within === undefined) return undefined;
  return [...testsOf(handler), ...within];
}

function testsOf(statements: readonly Statement[]): readonly DecidingTest[] {
  return statements.flatMap((statement): readonly DecidingTest[] => (statement.is === 'if' ? [{ test: statement.test, when: true, stands: 'after' }, ...testsOf(statement.then), ...testsOf(statement.else)] : []));
}

function inArm(statements: readonly Statement[], wanted: Wanted, test: DecidingTest): readonly DecidingTest[] | undefined {
  const within = inAny(statements, wanted);
  return within === undefined ? undefined : [test, ...within];
}

function inAny(statements: readonly Statement[], wanted: Wanted): readonly DecidingTest[] | undefined {
  return statements.some((statement) => inStatement(statement, wanted) !== undefined) ? testsAround(statements, wanted) : undefined;
}

function inExpression(expression: Expression, wanted: Wanted): readonly DecidingTest[] | undefined {
  if (isWanted(expression, wanted)) return [];
  if (expression.is === 'function') return undefined;
  let found: readonly DecidingTest[] | undefined;
  forEachPart(expression, (part) => {
    const within = found === undefined ? inExpression(part, wanted) : undefined;
    if (within !== undefined) found = [...decides(expression, part), ...within];
  });
  return found;
}

// `known ?? create()`, `ready && send()`, `ready ? send() : undefined`.
function decides(expression: Expression, part: Expression): readonly DecidingTest[] {
  if (expression.is === 'logical' && part === expression.right) return [{ test: expression.left, when: expression.operator === '&&', stands: 'around' }];
  if (expression.is === 'conditional' && part !== expression.test) return [{ test: expression.test, when: part === expression.then, stands: 'around' }];
  return [];
}

function isWanted(expression: Expression, wanted: Wanted): boolean {
  if ('function' in wanted) return expression.is === 'function' && expression.index === wanted.function;
  return expression === wanted;
}

/** Do some statements end by leaving the function or the round of a loop? */
export function goesElsewhere(statements: readonly Statement[]): boolean {
  const last = statements[statements.length - 1];
  return leaves(statements) || last?.is === 'continue' || last?.is === 'break';
}
