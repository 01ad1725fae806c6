import type { Expression, Statement } from '#facts/types.js';

/** What a test asks to be there: `x` in `if (x)`, `if (!x)`, `if (x === undefined)`, with which answer means it is there. */
export function testedForPresence(test: Expression): { readonly target: Expression; readonly presentWhenTrue: boolean } | undefined {
  if (isTarget(test)) return { target: test, presentWhenTrue: true };
  if (test.is === 'unary' && test.operator === '!' && isTarget(test.of)) return { target: test.of, presentWhenTrue: false };
  if (test.is !== 'binary' || !isTarget(test.left) || !isAbsent(test.right)) return undefined;
  if (test.operator === '===' || test.operator === '==') return { target: test.left, presentWhenTrue: false };
  if (test.operator === '!==' || test.operator === '!=') return { target: test.left, presentWhenTrue: true };
  return undefined;
}

function isTarget(expression: Expression): boolean {
  return expression.is === 'variable' || (expression.is === 'member' && (expression.of.is === 'this' || expression.of.is === 'variable'));
}

function isAbsent(expression: Expression): boolean {
  return expression.is === 'undefined' || (expression.is === 'literal' && expression.value === null);
}

/** Do these statements give the target its value? */
export function assigns(statements: readonly Statement[], target: Expression, from = 0): boolean {
  for (let position = from; position < statements.length; position += 1) {
    if (assignsAt(statements[position] as Statement, target)) return true;
  }
  return false;
}

function assignsAt(statement: Statement, target: Expression): boolean {
  switch (statement.is) {
    case 'expression': case 'declare': return assignsIn(statement.value, target);
    case 'return': return statement.value !== undefined && assignsIn(statement.value, target);
    case 'try': return assigns(statement.body, target);
    case 'if': return assigns(statement.then, target);
    default: return false;
  }
}

function assignsIn(expression: Expression, target: Expression): boolean {
  if (expression.is === 'await' || expression.is === 'cast') return assignsIn(expression.of, target);
  if (target.is === 'call') return puts(expression, target);
  if (expression.is !== 'assign') return false;
  return sameTarget(expression.target, target) || assignsIn(expression.value, target);
}

// `clients.set(region, …)`, after `clients.get(region)`.
function puts(expression: Expression, { callee: asked, arguments: [key] }: Extract<Expression, { is: 'call' }>): boolean {
  if (expression.is !== 'call' || expression.callee.is !== 'member' || expression.callee.name !== 'set' || asked.is !== 'member' || key === undefined) return false;
  const [under] = expression.arguments;
  const isSame = under !== undefined && (sameTarget(under, key) || (under.is === 'literal' && key.is === 'literal' && under.value === key.value));
  return isSame && sameTarget(expression.callee.of, asked.of);
}

/** Do two expressions name the same place? */
export function sameTarget(a: Expression, b: Expression): boolean {
  if (a.is === 'variable' && b.is === 'variable') return a.binding === b.binding;
  if (a.is === 'this' && b.is === 'this') return true;
  return a.is === 'member' && b.is === 'member' && a.name === b.name && sameTarget(a.of, b.of);
}

/** Does control never come out at the end of these statements? */
export function leaves(statements: readonly Statement[]): boolean {
  const last = statements[statements.length - 1];
  return last !== undefined && (last.is === 'return' || last.is === 'throw');
}
