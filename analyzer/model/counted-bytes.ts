import type { Expression, FunctionFacts, Statement } from '#facts/types.js';
import { eachExpression, eachPart, eachStatement, partsOf } from '#program/statements.js';

const ADDS = new Set(['push', 'concat', 'append', 'unshift']);
const LENGTHS = new Set(['length', 'byteLength', 'size']);
const RELATIONS = new Set(['>', '>=', '<', '<=']);

/** Does this code keep what it is given: `chunks.push(chunk)`, `text += chunk`? */
export function gathers(body: readonly Statement[]): boolean {
  let found = false;
  eachExpression(body, (expression) => {
    if (expression.is === 'call' && expression.callee.is === 'member' && ADDS.has(expression.callee.name)) found = true;
    if (expression.is !== 'assign') return;
    if (expression.operator === '+=' && !isLength(expression.value)) found = true;
    if (expression.operator === '=' && (expression.value.is === 'array' || (expression.value.is === 'binary' && expression.value.operator === '+' && !isLength(expression.value.right)))) found = true;
  });
  return found;
}

// `chunk.length`, `Buffer.byteLength(chunk)`: a number, kept instead of the chunk.
function isLength(expression: Expression): boolean {
  if (expression.is === 'member') return LENGTHS.has(expression.name);
  if (expression.is === 'literal') return typeof expression.value === 'number';
  return expression.is === 'call' && expression.callee.is === 'member' && LENGTHS.has(expression.callee.name);
}

/** Does this code compare a size with a limit and do something about it? Functions that it calls are looked into where they stand beside it. */
export function countsAndStops(body: readonly Statement[], functions: readonly FunctionFacts[]): boolean {
  let found = false;
  const counts = countsIn(body);
  eachStatement(body, (statement) => {
    if (statement.is === 'if' && comparesSize(statement.test) && [statement.then, statement.else].some(acts)) found = true;
  });
  eachExpression(body, (expression) => {
    if (expression.is === 'conditional' && comparesSize(expression.test)) found = true;
    if (expression.is === 'logical' && comparesSize(expression.left)) found = true;
    // `assertSize(received, limit)` throws by itself.
    if (expression.is === 'call' && expression.callee.is === 'variable' && expression.arguments.some((given) => given.is === 'variable' && counts.has(given.binding))) found = true;
    if (expression.is === 'function' && countsAndStops(functions[expression.index]?.body ?? [], [])) found = true;
  });
  return found;
}

/** Names to which lengths are added. */
function countsIn(body: readonly Statement[]): ReadonlySet<number> {
  const found = new Set<number>();
  eachExpression(body, (expression) => {
    if (expression.is === 'assign' && expression.operator === '+=' && expression.target.is === 'variable' && isLength(expression.value)) found.add(expression.target.binding);
  });
  return found;
}

function acts(arm: readonly Statement[]): boolean {
  let does = arm.some((statement) => statement.is === 'return' || statement.is === 'throw' || statement.is === 'break' || statement.is === 'continue');
  eachExpression(arm, (expression) => {
    if (expression.is === 'call' || expression.is === 'assign') does = true;
  });
  return does;
}

function comparesSize(test: Expression): boolean {
  let found = false;
  eachPart(test, (part) => {
    if (part.is === 'binary' && RELATIONS.has(part.operator) && !partsOf(part).some(isNothing)) found = true;
  });
  return found;
}

// `chunk.length > 0` asks whether there is anything, not whether it is too much.
function isNothing(expression: Expression): boolean {
  return expression.is === 'literal' && typeof expression.value === 'number' && expression.value <= 1;
}
