import { ts } from 'ts-morph';
import type { Expression } from './types.js';
import { LONGEST_CHAIN, type FileState } from './state.js';
import { startOf } from './places.js';
import { lowerAssignment, recordAssignment } from './lower-assignment.js';
import { lowerExpression } from './lower-expression.js';
import { continueChain } from './lower-temporary.js';

const BINARY = ts.SyntaxKind.BinaryExpression;
const COMMA = ts.SyntaxKind.CommaToken;
const FIRST_ASSIGNMENT = ts.SyntaxKind.FirstAssignment;
const LAST_ASSIGNMENT = ts.SyntaxKind.LastAssignment;
const PLUS_PLUS = ts.SyntaxKind.PlusPlusToken;
const MINUS_MINUS = ts.SyntaxKind.MinusMinusToken;
const AND = ts.SyntaxKind.AmpersandAmpersandToken;
const OR = ts.SyntaxKind.BarBarToken;
const NULLISH = ts.SyntaxKind.QuestionQuestionToken;

/** `left operator right`; operators that lean to the left in their thousands are lowered without recursion. */
export function lowerBinary(state: FileState, node: ts.BinaryExpression): Expression {
  const operator = node.operatorToken.kind;
  if (operator >= FIRST_ASSIGNMENT && operator <= LAST_ASSIGNMENT) return lowerAssignment(state, node);
  if (node.left.kind === BINARY) return lowerOperators(state, node);
  const left = lowerExpression(state, node.left);
  return combine(left, operator, lowerExpression(state, node.right));
}

/** `!x`, `-x`, `++x`. */
export function lowerPrefix(state: FileState, node: ts.PrefixUnaryExpression): Expression {
  if (node.operator === PLUS_PLUS || node.operator === MINUS_MINUS) return lowerStep(state, node);
  const of = lowerExpression(state, node.operand);
  if (of.is === 'literal' && typeof of.value === 'number' && node.operator === ts.SyntaxKind.MinusToken) {
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
  return ts.tokenToString(kind) ?? '';
}

function lowerOperators(state: FileState, node: ts.BinaryExpression): Expression {
  const { spine } = state;
  const base = spine.length;
  let inner: ts.Expression = node;
  while (inner.kind === BINARY && (inner as ts.BinaryExpression).operatorToken.kind < FIRST_ASSIGNMENT) {
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
  if (operator === AND || operator === OR || operator === NULLISH) {
    return { is: 'logical', operator: operator === AND ? '&&' : operator === OR ? '||' : '??', left, right };
  }
  if (operator !== COMMA) return { is: 'binary', operator: operatorText(operator), left, right };
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
