import type { ts } from 'ts-morph';
import type { FileState } from './state.js';
import { declarePattern } from './declare-names.js';
import {
  BLOCK, BLOCK_SCOPED_FLAG, CASE_CLAUSE, DEFAULT_CLAUSE, DO_STATEMENT, FOR_IN_STATEMENT, FOR_OF_STATEMENT, FOR_STATEMENT, IF_STATEMENT,
  LABELED_STATEMENT, SWITCH_STATEMENT, TRY_STATEMENT, VARIABLE_DECLARATION_LIST, VARIABLE_STATEMENT, WHILE_STATEMENT, WITH_STATEMENT,
} from './kinds.js';

/** Declares the `var` names of a function or module, however deep in its blocks they stand. */
export function declareHoisted(state: FileState, statements: readonly ts.Statement[]): void {
  if (!state.mayHoist) return;
  const pending: ts.Node[] = [];
  pushAll(pending, statements);
  while (pending.length > 0) visit(state, pending.pop()!, pending);
}

// The stack is filled from the end, so that names are met in the order in which they are written.
function pushAll(pending: ts.Node[], nodes: readonly ts.Node[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) pending.push(nodes[i]!);
}

function push(pending: ts.Node[], node: ts.Node | undefined): void {
  if (node !== undefined) pending.push(node);
}

function visit(state: FileState, node: ts.Node, pending: ts.Node[]): void {
  switch (node.kind) {
    case VARIABLE_STATEMENT:
      return declareList(state, (node as ts.VariableStatement).declarationList);
    case VARIABLE_DECLARATION_LIST:
      return declareList(state, node as ts.VariableDeclarationList);
    case BLOCK:
    case CASE_CLAUSE:
    case DEFAULT_CLAUSE:
      return pushAll(pending, (node as ts.Block | ts.CaseOrDefaultClause).statements);
    case IF_STATEMENT:
      push(pending, (node as ts.IfStatement).elseStatement);
      return push(pending, (node as ts.IfStatement).thenStatement);
    case FOR_STATEMENT:
    case FOR_IN_STATEMENT:
    case FOR_OF_STATEMENT:
      push(pending, (node as ts.IterationStatement).statement);
      return push(pending, (node as ts.ForStatement).initializer);
    case DO_STATEMENT:
    case WHILE_STATEMENT:
    case LABELED_STATEMENT:
    case WITH_STATEMENT:
      return push(pending, (node as ts.IterationStatement).statement);
    case SWITCH_STATEMENT:
      return pushAll(pending, (node as ts.SwitchStatement).caseBlock.clauses);
    case TRY_STATEMENT:
      push(pending, (node as ts.TryStatement).finallyBlock);
      push(pending, (node as ts.TryStatement).catchClause?.block);
      return push(pending, (node as ts.TryStatement).tryBlock);
    default:
  }
}

function declareList(state: FileState, list: ts.VariableDeclarationList): void {
  if ((list.flags & BLOCK_SCOPED_FLAG) !== 0) return;
  for (const declaration of list.declarations) declarePattern(state, declaration.name, 'let');
}
