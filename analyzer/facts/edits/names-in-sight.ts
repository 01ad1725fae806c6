import type { ts } from 'ts-morph';
import { startOf } from '../places.js';
import { typescript } from '../typescript.js';
import type { Offset } from '../types.js';
import type { Spot } from './edit-text.js';
import type { SeenName } from './types.js';

/** Whether a name, written at the call, is the one that is declared at that offset: not hidden by another one, and declared before. */
export function isInSight({ text, call, around }: Spot, { name, at }: SeenName): boolean {
  const start = startOf(text, call.pos);
  for (const node of around.toReversed()) {
    const declared = namesIn(node).find((one) => one.text === name);
    if (declared !== undefined) return offsetOf(declared, text) === at && at < start;
  }
  return false;
}

function offsetOf(name: ts.Identifier, text: string): Offset {
  return startOf(text, name.pos);
}

/** The names that a node declares for what stands in it. */
function namesIn(node: ts.Node): readonly ts.Identifier[] {
  if (typescript.isFunctionLike(node)) return node.parameters.flatMap(({ name }) => namesOf(name));
  if (typescript.isForStatement(node) || typescript.isForOfStatement(node) || typescript.isForInStatement(node)) return node.initializer === undefined ? [] : ofList(node.initializer);
  if (typescript.isCatchClause(node)) return node.variableDeclaration === undefined ? [] : namesOf(node.variableDeclaration.name);
  return isList(node) ? node.statements.flatMap(ofStatement) : [];
}

function isList(node: ts.Node): node is ts.Block | ts.SourceFile | ts.ModuleBlock | ts.CaseOrDefaultClause {
  return typescript.isBlock(node) || typescript.isSourceFile(node) || typescript.isModuleBlock(node) || typescript.isCaseOrDefaultClause(node);
}

function ofStatement(statement: ts.Statement): readonly ts.Identifier[] {
  if (typescript.isVariableStatement(statement)) return ofList(statement.declarationList);
  const isNamed = typescript.isFunctionDeclaration(statement) || typescript.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name] : [];
}

function ofList(list: ts.Node): readonly ts.Identifier[] {
  return typescript.isVariableDeclarationList(list) ? list.declarations.flatMap(({ name }) => namesOf(name)) : [];
}

function namesOf(name: ts.BindingName): readonly ts.Identifier[] {
  if (typescript.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (typescript.isOmittedExpression(element) ? [] : namesOf(element.name)));
}
