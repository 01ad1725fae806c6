import type { ts } from 'ts-morph';
import type { Expression, LoopStatement, Statement } from './types.js';
import { DO_STATEMENT, VARIABLE_DECLARATION_LIST } from './kinds.js';
import type { FileState, Open } from './state.js';
import { fitted, NONE } from './lists.js';
import { closeScope, openScope } from './names.js';
import { startOf } from './places.js';
import { declareVariables } from './declare-names.js';
import { assignTo } from './lower-assignment.js';
import { lowerExpression } from './lower-expression.js';
import { bodyOf, lowerBody } from './lower-statement.js';
import { readAgain } from './lower-temporary.js';
import { bindPattern, lowerVariables } from './lower-variables.js';

/** `for (before; test; step) body`. */
export function lowerFor(state: FileState, node: ts.ForStatement, out: Statement[]): void {
  openScope(state.names);
  const before: Statement[] = [];
  const { initializer } = node;
  if (initializer !== undefined && isVariableList(initializer)) {
    declareVariables(state, initializer);
    lowerVariables(state, initializer, before);
  } else if (initializer !== undefined) before.push({ is: 'expression', value: lowerExpression(state, initializer) });
  const loop: Open<LoopStatement> = { is: 'loop', form: 'for', before: fitted(before), body: NONE, at: startOf(state.text, node.pos) };
  if (node.condition !== undefined) loop.test = lowerExpression(state, node.condition);
  if (node.incrementor !== undefined) loop.step = lowerExpression(state, node.incrementor);
  loop.body = bodyOf(state, node.statement);
  closeScope(state.names);
  out.push(loop);
}

/** `for (name of over)` and `for await (name of over)`. */
export function lowerForOf(state: FileState, node: ts.ForOfStatement, out: Statement[]): void {
  lowerEach(state, node, node.awaitModifier === undefined ? 'of' : 'await-of', out);
}

/** `for (name in over)`. */
export function lowerForIn(state: FileState, node: ts.ForInStatement, out: Statement[]): void {
  lowerEach(state, node, 'in', out);
}

/** `while (test) body` and `do body while (test)`. */
export function lowerWhile(state: FileState, node: ts.WhileStatement | ts.DoStatement, out: Statement[]): void {
  const form = node.kind === DO_STATEMENT ? 'do' : 'while';
  const test = lowerExpression(state, node.expression);
  const body = bodyOf(state, node.statement);
  out.push({ is: 'loop', form, before: NONE, test, body, at: startOf(state.text, node.pos) });
}

function lowerEach(state: FileState, node: ts.ForInOrOfStatement, form: 'of' | 'await-of' | 'in', out: Statement[]): void {
  const before: Statement[] = [];
  const over = readAgain(state, lowerExpression(state, node.expression), before, startOf(state.text, node.expression.pos));
  const body: Statement[] = [];
  openScope(state.names);
  const one: Expression = { is: 'each', of: over, keys: form === 'in' };
  if (isVariableList(node.initializer)) {
    declareVariables(state, node.initializer);
    const declaration = node.initializer.declarations[0];
    if (declaration !== undefined) bindPattern(state, declaration.name, one, body);
  } else {
    const assignments: Expression[] = [];
    assignTo(state, node.initializer, one, assignments);
    for (const value of assignments) body.push({ is: 'expression', value });
  }
  lowerBody(state, node.statement, body);
  closeScope(state.names);
  out.push({ is: 'loop', form, before: fitted(before), over, body: fitted(body), at: startOf(state.text, node.pos) });
}

function isVariableList(node: ts.ForInitializer): node is ts.VariableDeclarationList {
  return node.kind === VARIABLE_DECLARATION_LIST;
}
