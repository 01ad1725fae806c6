import type { Expression, Statement } from '#facts/types.js';
import { functionOf } from '#program/values.js';
import { entering, enteredBy, joined, readsOf, rootsOf, unbound } from './state-roots.js';
import type { Roots, Scope } from './state-roots.js';
import { eachPart, innerStatements, ownExpressions } from '#program/statements.js';

/** What code does to state that outlives it, as far as it could be the counting of failures. */
export interface Changes {
  /** State that counts up or keeps a time. */
  readonly counted: Roots;
  /** State that is set to a fixed value, with the state that decides whether. */
  readonly set: readonly { readonly root: string; readonly under: Roots }[];
  /** State that a timer sets later. */
  readonly later: Roots;
}

const NOWHERE: Roots = new Set();
const ADDING = new Set(['push', 'unshift', 'add', 'set']);
const CLOCKS = new Set(['now', 'hrtime', 'getTime']);

/** The state by which failures open what `refused` depends on: it counts them, or is set because of a count or until a timer runs. */
export function openedBy({ counted, set, later }: Changes, refused: Roots): string | undefined {
  for (const root of counted) if (refused.has(root)) return root;
  return set.find(({ root, under }) => refused.has(root) && (later.has(root) || [...under].some((other) => counted.has(other))))?.root;
}

/** The changes that statements make, through calls of the program too. Taking back (`-=`, `delete`) is no counting. */
export function changesIn(statements: readonly Statement[], scope: Scope, under: Roots = NOWHERE): Changes {
  const found: Changes[] = [];
  let above = under;
  for (const statement of statements) {
    for (const expression of ownExpressions(statement)) eachPart(expression, (part) => found.push(changesBy(part, scope, above)));
    const inner = innerStatements(statement);
    if (inner.length === 0) continue;
    const tests = statement.is === 'if' || statement.is === 'switch' ? joined(ownExpressions(statement).map((test) => readsOf(test, scope))) : NOWHERE;
    found.push(changesIn(inner, scope, joined([above, tests])));
    // `if (failures < limit) return;`: what follows depends on it too.
    if (inner.some(({ is }) => is === 'return' || is === 'throw')) above = joined([above, tests]);
  }
  return together(found);
}

/** The changes that a function makes when it runs. */
export function changesOf(scope: Scope, under: Roots = NOWHERE): Changes {
  return changesIn(functionOf(scope.frame).body, scope, under);
}

/** Several changes as one. */
export function together(all: readonly Changes[]): Changes {
  return { counted: joined(all.map(({ counted }) => counted)), set: all.flatMap(({ set }) => set), later: joined(all.map(({ later }) => later)) };
}

function changesBy(expression: Expression, scope: Scope, under: Roots): Changes {
  if (expression.is === 'assign') return assigned(expression, scope, under);
  return expression.is === 'call' ? called(expression, scope, under) : together([]);
}

function assigned({ target, operator, value }: Extract<Expression, { is: 'assign' }>, scope: Scope, under: Roots): Changes {
  if (operator === '-=' || operator === '--' || isLocal(target, scope)) return together([]);
  const roots = rootsOf(target, scope);
  if (roots.size === 0) return together([]);
  if (operator === '++' || operator === '+=' || adds(value)) return { ...together([]), counted: roots };
  if (!isFixed(value)) return together([]);
  const tests = value.is === 'conditional' ? readsOf(value.test, scope) : value.is === 'binary' ? readsOf(value, scope) : NOWHERE;
  return { ...together([]), set: [...roots].map((root) => ({ root, under: joined([under, tests]) })) };
}

// A local name that is set again changes nothing that outlives the call.
function isLocal(target: Expression, { frame }: Scope): boolean {
  return target.is === 'variable' && frame.unit.facts.bindings[target.binding]?.owner === frame.function;
}

/** `true`, `'open'`, `State.OPEN`, `failures >= limit`: a state, no thing that was made anew. */
function isFixed(value: Expression): boolean {
  if (value.is === 'conditional') return isFixed(value.then) && isFixed(value.else);
  if (value.is === 'literal') return value.value !== null;
  return value.is === 'binary' || (value.is === 'member' && value.of.is !== 'this');
}

function called(expression: Extract<Expression, { is: 'call' }>, scope: Scope, under: Roots): Changes {
  const { callee } = expression;
  if (callee.is === 'global' && callee.name === 'setTimeout') return { ...together([]), later: laterRoots(expression, scope) };
  if (callee.is === 'member' && ADDING.has(callee.name)) {
    const roots = rootsOf(callee.of, scope);
    if (roots.size > 0) return expression.arguments.some(adds) ? { ...together([]), counted: roots } : together([]);
  }
  return together(enteredBy(expression, scope).map((inner) => changesOf(inner, under)));
}

function laterRoots({ arguments: [run] }: Extract<Expression, { is: 'call' }>, scope: Scope): Roots {
  if (run === undefined || scope.depth === 0) return NOWHERE;
  const functions = scope.engine.evaluate(run, scope.frame).values.flatMap((value) => unbound(value) ?? []);
  return joined(functions.flatMap((value) => changesOf(entering(value, scope)).set.map(({ root }) => new Set([root]))));
}

function adds(value: Expression): boolean {
  let found = false;
  eachPart(value, (part) => {
    if ((part.is === 'binary' && part.operator === '+' && !isText(part.left) && !isText(part.right)) || isClock(part)) found = true;
  });
  return found;
}

function isText(expression: Expression): boolean {
  return expression.is === 'template' || (expression.is === 'literal' && typeof expression.value === 'string');
}

function isClock(expression: Expression): boolean {
  if (expression.is === 'new') return expression.callee.is === 'global' && expression.callee.name === 'Date' && expression.arguments.length === 0;
  if (expression.is !== 'call') return false;
  const { callee } = expression;
  return (callee.is === 'member' || callee.is === 'global') && CLOCKS.has(callee.name);
}
