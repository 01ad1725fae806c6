import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { Expression } from './types.js';
import {
  AMPERSAND_AMPERSAND_TOKEN, BAR_BAR_TOKEN, BINARY_EXPRESSION, COMMA_TOKEN, FIRST_ASSIGNMENT, LAST_ASSIGNMENT, MINUS_MINUS_TOKEN,
  MINUS_TOKEN, PLUS_PLUS_TOKEN, QUESTION_QUESTION_TOKEN,
} from './kinds.js';
import { LONGEST_CHAIN, type FileState } from './state.js';
import { startOf } from './places.js';
import { lowerAssignment, recordAssignment } from './lower-assignment.js';
import { lowerExpression } from './lower-expression.js';
import { continueChain } from './lower-temporary.js';

/** `left operator right`; operators that lean to the left in their thousands are lowered without recursion. */
export function lowerBinary(state: FileState, node: ts.BinaryExpression): Expression {
  const operator = node.operatorToken.kind;
  if (operator >= FIRST_ASSIGNMENT && operator <= LAST_ASSIGNMENT) return lowerAssignment(state, node);
  if (node.left.kind === BINARY_EXPRESSION) return lowerOperators(state, node);
  const left = lowerExpression(state, node.left);
  return combine(left, operator, lowerExpression(state, node.right));
}

/** `!x`, `-x`, `++x`. */
export function lowerPrefix(state: FileState, node: ts.PrefixUnaryExpression): Expression {
  if (node.operator === PLUS_PLUS_TOKEN || node.operator === MINUS_MINUS_TOKEN) return lowerStep(state, node);
  const of = lowerExpression(state, node.operand);
  if (of.is === 'literal' && typeof of.value === 'number' && node.operator === MINUS_TOKEN) {
    return { is: 'literal', value: -of.value, at: startOf(state.text, node.pos) };
  }
  return { is: 'unary', operator: operatorText(node.operator), of };
}

/** `x++`, `x--`. */
export function lowerPostfix(state: FileState, node: ts.PostfixUnaryExpression): Expression {
  return lowerStep(state, node);
}

/** How an operator is written. */
export function operatorText(kind: ts.SyntaxKind): string {
  return typescript.tokenToString(kind) ?? '';
}

function lowerOperators(state: FileState, node: ts.BinaryExpression): Expression {
  const { spine } = state;
  const base = spine.length;
  let inner: ts.Expression = node;
  while (inner.kind === BINARY_EXPRESSION && (inner as ts.BinaryExpression).operatorToken.kind < FIRST_ASSIGNMENT) {
    spine.push(inner);
    inner = (inner as ts.BinaryExpression).left;
  }
  const weight = Math.min(spine.length - base, LONGEST_CHAIN);
  state.depth += weight;
  const earlier: Expression[] = [];
  let expression = lowerExpression(state, inner);
  for (let links = 1; spine.length > base; links++) {
    const link = spine.pop() as ts.BinaryExpression;
    expression = combine(expression, link.operatorToken.kind, lowerExpression(state, link.right));
    if (links % LONGEST_CHAIN === 0 && spine.length > base) expression = continueChain(state, expression, earlier, startOf(state.text, node.pos));
  }
  state.depth -= weight;
  return earlier.length === 0 ? expression : { is: 'sequence', all: [...earlier, expression] };
}

function combine(left: Expression, operator: ts.SyntaxKind, right: Expression): Expression {
  if (operator === AMPERSAND_AMPERSAND_TOKEN || operator === BAR_BAR_TOKEN || operator === QUESTION_QUESTION_TOKEN) {
    return { is: 'logical', operator: operator === AMPERSAND_AMPERSAND_TOKEN ? '&&' : operator === BAR_BAR_TOKEN ? '||' : '??', left, right };
  }
  if (operator !== COMMA_TOKEN) return { is: 'binary', operator: operatorText(operator), left, right };
  if (left.is !== 'sequence') return { is: 'sequence', all: [left, right] };
  // A sequence on the left was made for this very comma, so it may still grow.
  (left.all as Expression[]).push(right);
  return left;
}

function lowerStep(state: FileState, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Expression {
  const at = startOf(state.text, node.pos);
  const target = lowerExpression(state, node.operand);
  const value: Expression = { is: 'literal', value: 1, at };
  const operator = operatorText(node.operator);
  recordAssignment(state, target, value, operator, at);
  return { is: 'assign', target, operator, value, at };
}
