import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { Expression, Statement } from './types.js';
import { BLOCK, CASE_CLAUSE, EXPORT_KEYWORD, IF_STATEMENT, VARIABLE_STATEMENT } from './kinds.js';
import { addGap, DEEPEST, type FileState } from './state.js';
import { fitted, NONE } from './lists.js';
import { closeScope, openScope } from './names.js';
import { startOf } from './places.js';
import { findCallExport } from './commonjs-exports.js';
import { declareStatements } from './declare-names.js';
import { lowerClassDeclaration } from './lower-class.js';
import { lowerEnum } from './lower-enum.js';
import { exportVariables, lowerExportAssignment, lowerExportDeclaration } from './lower-exports.js';
import { lowerExpression, lowerOptional } from './lower-expression.js';
import { lowerFunctionDeclaration } from './lower-function.js';
import { lowerImport, lowerImportEquals } from './lower-imports.js';
import { lowerFor, lowerForIn, lowerForOf, lowerWhile } from './lower-loops.js';
import { lowerNamespace } from './lower-namespace.js';
import { lowerInterface, lowerTypeAlias } from './lower-type-declarations.js';
import { hasModifier } from './modifiers.js';
import { disposalsOf, lowerCaught, lowerVariables } from './lower-variables.js';

type Lower<N extends ts.Node = ts.Node> = (state: FileState, node: N, out: Statement[]) => void;

/** An `else if` chain longer than this becomes a `switch (true)`, which says the same without nesting. */
const LONGEST_ELSE_IF = 50;

const lowerers: (Lower | undefined)[] = [];

/** Appends the facts of one statement; declarations that do nothing when reached append nothing. */
export function lowerStatement(state: FileState, node: ts.Statement, out: Statement[]): void {
  const lower = lowerers[node.kind];
  if (lower === undefined) return;
  if (state.depth >= DEEPEST) {
    const at = startOf(state.text, node.pos);
    addGap(state, 'nested too deeply', at);
    out.push({ is: 'expression', value: { is: 'opaque', why: 'nested too deeply', parts: NONE, at } });
    return;
  }
  state.depth++;
  lower(state, node, out);
  state.depth--;
}

/** Appends the facts of statements whose names are already declared. */
export function lowerStatements(state: FileState, nodes: readonly ts.Statement[], out: Statement[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    lowerStatement(state, node, out);
    const disposals = node.kind === VARIABLE_STATEMENT ? disposalsOf(state, (node as ts.VariableStatement).declarationList) : NONE;
    if (disposals.length === 0 || state.depth >= DEEPEST) continue;
    // `using x = …`: what follows is tried, and `x` is disposed of at last.
    const body: Statement[] = [];
    state.depth++;
    lowerStatements(state, nodes.slice(i + 1), body);
    state.depth--;
    out.push({ is: 'try', body: fitted(body), finalizer: disposals });
    return;
  }
}

/** Appends the facts of statements that form a scope of their own. */
export function lowerBlock(state: FileState, nodes: readonly ts.Statement[], out: Statement[]): void {
  openScope(state.names);
  declareStatements(state, nodes);
  lowerStatements(state, nodes, out);
  closeScope(state.names);
}

/** Appends the facts of a statement that is the whole body of another. */
export function lowerBody(state: FileState, node: ts.Statement, out: Statement[]): void {
  if (node.kind === BLOCK) lowerBlock(state, (node as ts.Block).statements, out);
  else lowerStatement(state, node, out);
}

/** The facts of a statement that is the whole body of another. */
export function bodyOf(state: FileState, node: ts.Statement | undefined): readonly Statement[] {
  if (node === undefined) return NONE;
  const out: Statement[] = [];
  lowerBody(state, node, out);
  return fitted(out);
}

function lowerExpressionStatement(state: FileState, node: ts.ExpressionStatement, out: Statement[]): void {
  const value = lowerExpression(state, node.expression);
  if (value.is === 'call') findCallExport(state, value);
  out.push({ is: 'expression', value });
}

function lowerVariableStatement(state: FileState, node: ts.VariableStatement, out: Statement[]): void {
  lowerVariables(state, node.declarationList, out);
  if (node.modifiers !== undefined && hasModifier(node, EXPORT_KEYWORD)) exportVariables(state, node.declarationList);
}

function lowerReturn(state: FileState, node: ts.ReturnStatement, out: Statement[]): void {
  const at = startOf(state.text, node.pos);
  out.push(node.expression === undefined ? { is: 'return', at } : { is: 'return', value: lowerExpression(state, node.expression), at });
}

function lowerThrow(state: FileState, node: ts.ThrowStatement, out: Statement[]): void {
  out.push({ is: 'throw', value: lowerOptional(state, node.expression), at: startOf(state.text, node.pos) });
}

function lowerIf(state: FileState, node: ts.IfStatement, out: Statement[]): void {
  if (node.elseStatement?.kind === IF_STATEMENT) return lowerElseIf(state, node, out);
  const test = lowerExpression(state, node.expression);
  const then = bodyOf(state, node.thenStatement);
  out.push({ is: 'if', test, then, else: bodyOf(state, node.elseStatement) });
}

function lowerElseIf(state: FileState, node: ts.IfStatement, out: Statement[]): void {
  const branches: { test: Expression; body: readonly Statement[] }[] = [];
  let last: ts.Statement | undefined = node;
  const { depth } = state;
  while (last?.kind === IF_STATEMENT) {
    const branch: ts.IfStatement = last as ts.IfStatement;
    if (branches.length < LONGEST_ELSE_IF) state.depth++;
    branches.push({ test: lowerExpression(state, branch.expression), body: bodyOf(state, branch.thenStatement) });
    last = branch.elseStatement;
  }
  const otherwise = bodyOf(state, last);
  state.depth = depth;
  if (branches.length > LONGEST_ELSE_IF) {
    const cases = branches.map(({ test, body }) => ({ test, body: [...body, { is: 'break' } as const] }));
    out.push({ is: 'switch', value: { is: 'literal', value: true, at: startOf(state.text, node.pos) }, cases: [...cases, { body: otherwise }] });
    return;
  }
  let statements = otherwise;
  for (let i = branches.length - 1; i > 0; i--) statements = [{ is: 'if', test: branches[i]!.test, then: branches[i]!.body, else: statements }];
  out.push({ is: 'if', test: branches[0]!.test, then: branches[0]!.body, else: statements });
}

function lowerTry(state: FileState, node: ts.TryStatement, out: Statement[]): void {
  const body = bodyOf(state, node.tryBlock);
  const handler = node.catchClause === undefined ? undefined : lowerCatch(state, node.catchClause);
  const finalizer = node.finallyBlock === undefined ? undefined : bodyOf(state, node.finallyBlock);
  out.push({ is: 'try', body, ...(handler === undefined ? {} : { handler }), ...(finalizer === undefined ? {} : { finalizer }) });
}

function lowerCatch(state: FileState, node: ts.CatchClause): readonly Statement[] {
  const out: Statement[] = [];
  openScope(state.names);
  if (node.variableDeclaration !== undefined) lowerCaught(state, node.variableDeclaration, out);
  lowerBlock(state, node.block.statements, out);
  closeScope(state.names);
  return fitted(out);
}

function lowerSwitch(state: FileState, node: ts.SwitchStatement, out: Statement[]): void {
  const value = lowerExpression(state, node.expression);
  const cases: { test?: Expression; body: readonly Statement[] }[] = [];
  const { clauses } = node.caseBlock;
  openScope(state.names);
  for (const clause of clauses) declareStatements(state, clause.statements);
  for (const clause of clauses) {
    const one: (typeof cases)[number] = { body: NONE };
    if (clause.kind === CASE_CLAUSE) one.test = lowerExpression(state, clause.expression);
    const body: Statement[] = [];
    lowerStatements(state, clause.statements, body);
    one.body = fitted(body);
    cases.push(one);
  }
  closeScope(state.names);
  out.push({ is: 'switch', value, cases });
}

function lowerWith(state: FileState, node: ts.WithStatement, out: Statement[]): void {
  const at = startOf(state.text, node.pos);
  addGap(state, 'the names inside a `with` statement cannot be resolved', at);
  out.push({ is: 'expression', value: { is: 'opaque', why: 'with', parts: [lowerExpression(state, node.expression)], at } });
}

function on<N extends ts.Node>(kind: ts.SyntaxKind, lower: Lower<N>): void {
  lowerers[kind] = lower as Lower;
}

for (let kind = 0; kind < typescript.SyntaxKind.Count; kind++) lowerers.push(undefined);
on(typescript.SyntaxKind.ExpressionStatement, lowerExpressionStatement);
on(typescript.SyntaxKind.VariableStatement, lowerVariableStatement);
on(typescript.SyntaxKind.ReturnStatement, lowerReturn);
on(typescript.SyntaxKind.ThrowStatement, lowerThrow);
on(typescript.SyntaxKind.IfStatement, lowerIf);
on<ts.Block>(typescript.SyntaxKind.Block, (state, node, out) => lowerBlock(state, node.statements, out));
on(typescript.SyntaxKind.ForStatement, lowerFor);
on(typescript.SyntaxKind.ForOfStatement, lowerForOf);
on(typescript.SyntaxKind.ForInStatement, lowerForIn);
on(typescript.SyntaxKind.WhileStatement, lowerWhile);
on(typescript.SyntaxKind.DoStatement, lowerWhile);
on(typescript.SyntaxKind.TryStatement, lowerTry);
on(typescript.SyntaxKind.SwitchStatement, lowerSwitch);
on<ts.LabeledStatement>(typescript.SyntaxKind.LabeledStatement, (state, node, out) => lowerStatement(state, node.statement, out));
on(typescript.SyntaxKind.WithStatement, lowerWith);
on(typescript.SyntaxKind.BreakStatement, (_state, _node, out) => void out.push({ is: 'break' }));
on(typescript.SyntaxKind.ContinueStatement, (_state, _node, out) => void out.push({ is: 'continue' }));
on(typescript.SyntaxKind.FunctionDeclaration, lowerFunctionDeclaration);
on(typescript.SyntaxKind.ClassDeclaration, lowerClassDeclaration);
on(typescript.SyntaxKind.EnumDeclaration, lowerEnum);
on(typescript.SyntaxKind.ModuleDeclaration, lowerNamespace);
on(typescript.SyntaxKind.InterfaceDeclaration, lowerInterface);
on(typescript.SyntaxKind.TypeAliasDeclaration, lowerTypeAlias);
on(typescript.SyntaxKind.ImportDeclaration, lowerImport);
on(typescript.SyntaxKind.ImportEqualsDeclaration, lowerImportEquals);
on(typescript.SyntaxKind.ExportDeclaration, lowerExportDeclaration);
on(typescript.SyntaxKind.ExportAssignment, lowerExportAssignment);
