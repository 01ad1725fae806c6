import type { ts } from 'ts-morph';
import type { Property, Statement } from './types.js';
import { DECLARE_KEYWORD, FUNCTION_DECLARATION, IDENTIFIER, MODULE_BLOCK, MODULE_DECLARATION, VARIABLE_STATEMENT } from './kinds.js';
import { addValue, type FileState } from './state.js';
import { fitted, NONE } from './lists.js';
import { closeScope, openScope } from './names.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { declareBoth, declareStatements, isGlobalAugmentation } from './declare-names.js';
import { exportDeclared } from './lower-exports.js';
import { addFunction, lowerFunctionBody } from './lower-function.js';
import { lowerStatements } from './lower-statement.js';
import { hasModifier } from './modifiers.js';

/**
 * A namespace is a function that is called where it stands; its binding's value is an object of what it exports.
 * Declarations of other modules (`declare module 'x'`) are left out.
 */
export function lowerNamespace(state: FileState, node: ts.ModuleDeclaration, out: Statement[]): void {
  if (isGlobalAugmentation(node)) return lowerGlobals(state, node);
  if (node.name.kind !== IDENTIFIER || node.body === undefined) return;
  const name = nameOf(node.name);
  const at = placeOfName(node.name);
  const binding = state.names.values.get(name);
  if (binding === undefined) return;
  const index = addFunction(state, { name, kind: 'namespace', at }, node.end);
  const outer = state.currentFunction;
  const exportsBefore = state.exports.length;
  state.currentFunction = index;
  openScope(state.names);
  const properties = lowerNamespaceBody(state, node.body, index);
  closeScope(state.names);
  state.currentFunction = outer;
  // What a namespace exports is no export of the module.
  for (const exported of state.exports.splice(exportsBefore)) {
    if (exported.is === 'local') properties.push({ is: 'named', name: exported.name, value: exported.value, at: exported.at });
  }
  addValue(state, binding, { is: 'object', properties, at }, at);
  if (!hasModifier(node, DECLARE_KEYWORD)) {
    const start = startOf(state.text, node.pos);
    out.push({ is: 'expression', value: { is: 'call', callee: { is: 'function', index }, arguments: NONE, at, start, end: node.end } });
  }
  exportDeclared(state, node, binding, name, at);
}

function lowerNamespaceBody(state: FileState, body: ts.ModuleBody | ts.JSDocNamespaceDeclaration, index: number): Property[] {
  const facts = state.functions[index]!;
  const statements: Statement[] = [];
  if (body.kind === MODULE_BLOCK) {
    lowerFunctionBody(state, facts, body.statements, statements);
    facts.body = fitted(statements);
    return [];
  }
  // `namespace A.B {}`: B is all that A exports.
  if (body.kind !== MODULE_DECLARATION || body.name.kind !== IDENTIFIER) return [];
  const at = placeOfName(body.name);
  const binding = declareBoth(state, nameOf(body.name), 'namespace', at);
  lowerNamespace(state, body as ts.ModuleDeclaration, statements);
  facts.body = fitted(statements);
  return [{ is: 'named', name: nameOf(body.name), value: { is: 'variable', binding, at }, at }];
}

function lowerGlobals(state: FileState, node: ts.ModuleDeclaration): void {
  if (node.body?.kind !== MODULE_BLOCK) return;
  const wanted = node.body.statements.filter(({ kind }) => kind === VARIABLE_STATEMENT || kind === FUNCTION_DECLARATION);
  openScope(state.names);
  declareStatements(state, node.body.statements.filter((statement) => !wanted.includes(statement)));
  lowerStatements(state, wanted, []);
  closeScope(state.names);
}
