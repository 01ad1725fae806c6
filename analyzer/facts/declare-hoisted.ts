import { ts } from 'ts-morph';
import type { FileState } from './state.js';
import { declarePattern } from './declare-names.js';

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
    case ts.SyntaxKind.VariableStatement:
      return declareList(state, (node as ts.VariableStatement).declarationList);
    case ts.SyntaxKind.VariableDeclarationList:
      return declareList(state, node as ts.VariableDeclarationList);
    case ts.SyntaxKind.Block:
    case ts.SyntaxKind.CaseClause:
    case ts.SyntaxKind.DefaultClause:
      return pushAll(pending, (node as ts.Block | ts.CaseOrDefaultClause).statements);
    case ts.SyntaxKind.IfStatement:
      push(pending, (node as ts.IfStatement).elseStatement);
      return push(pending, (node as ts.IfStatement).thenStatement);
    case ts.SyntaxKind.ForStatement:
    case ts.SyntaxKind.ForInStatement:
    case ts.SyntaxKind.ForOfStatement:
      push(pending, (node as ts.IterationStatement).statement);
      return push(pending, (node as ts.ForStatement).initializer);
    case ts.SyntaxKind.DoStatement:
    case ts.SyntaxKind.WhileStatement:
    case ts.SyntaxKind.LabeledStatement:
    case ts.SyntaxKind.WithStatement:
      return push(pending, (node as ts.IterationStatement).statement);
    case ts.SyntaxKind.SwitchStatement:
      return pushAll(pending, (node as ts.SwitchStatement).caseBlock.clauses);
    case ts.SyntaxKind.TryStatement:
      push(pending, (node as ts.TryStatement).finallyBlock);
      push(pending, (node as ts.TryStatement).catchClause?.block);
      return push(pending, (node as ts.TryStatement).tryBlock);
    default:
  }
}

function declareList(state: FileState, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) !== 0) return;
  for (const declaration of list.declarations) declarePattern(state, declaration.name, 'let');
}
