import type { ts } from 'ts-morph';
import type { Binding, Expression, Request } from './types.js';
import {
  EXPORT_KEYWORD, EXTERNAL_MODULE_REFERENCE, IDENTIFIER, NAMED_IMPORTS, NAMESPACE_IMPORT, QUALIFIED_NAME, STRING_LITERAL, TYPE_KEYWORD,
} from './kinds.js';
import { addValue, LONGEST_CHAIN, type FileState } from './state.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { declareBoth } from './declare-names.js';
import { exportDeclared } from './lower-exports.js';
import { resolveName } from './lower-expression.js';
import { hasModifier } from './modifiers.js';

/** Declares the names that an import brings in. */
export function declareImport(state: FileState, node: ts.ImportDeclaration): void {
  const clause = node.importClause;
  if (clause === undefined) return;
  const specifier = specifierOf(node.moduleSpecifier);
  const typeOnly = isTypeOnly(clause);
  if (clause.name !== undefined) declareImported(state, clause.name, specifier, 'default', typeOnly);
  const named = clause.namedBindings;
  if (named === undefined) return;
  if (named.kind === NAMESPACE_IMPORT) return declareImported(state, named.name, specifier, '*', typeOnly);
  for (const element of named.elements) {
    declareImported(state, element.name, specifier, exportedName(element.propertyName ?? element.name), typeOnly || element.isTypeOnly);
  }
}

/** Declares the name of `import x = …`. */
export function declareImportEquals(state: FileState, node: ts.ImportEqualsDeclaration): void {
  if (node.moduleReference.kind === EXTERNAL_MODULE_REFERENCE) {
    declareImported(state, node.name, specifierOf(node.moduleReference.expression), '=', node.isTypeOnly);
  } else declareBoth(state, nameOf(node.name), 'namespace', placeOfName(node.name));
}

/** Notes that the file asks for a module. */
export function lowerImport(state: FileState, node: ts.ImportDeclaration): void {
  const clause = node.importClause;
  const named = clause?.namedBindings;
  const onlyTypes = named?.kind === NAMED_IMPORTS && named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
  const typeOnly = clause !== undefined && (isTypeOnly(clause) || (clause.name === undefined && onlyTypes));
  addRequest(state, node.moduleSpecifier, 'import', typeOnly);
}

/** `import x = require('y')`, and `import x = A.B`, which is a value like any other. */
export function lowerImportEquals(state: FileState, node: ts.ImportEqualsDeclaration): void {
  const name = nameOf(node.name);
  const at = placeOfName(node.name);
  const binding = state.names.values.get(name);
  if (binding === undefined) return;
  if (node.moduleReference.kind === EXTERNAL_MODULE_REFERENCE) {
    addRequest(state, node.moduleReference.expression, 'require', node.isTypeOnly);
  } else addValue(state, binding, lowerEntityName(state, node.moduleReference), at);
  if (hasModifier(node, EXPORT_KEYWORD)) exportDeclared(state, node, binding, name, at);
}

/** Notes a module specifier together with the way it is asked for. */
export function addRequest(state: FileState, node: ts.Expression, how: Request['how'], typeOnly: boolean): void {
  const at = startOf(state.text, node.pos);
  const specifier = specifierOf(node);
  state.requests.push(typeOnly ? { specifier, how, typeOnly, at } : { specifier, how, at });
}

/** The text of a module specifier. */
export function specifierOf(node: ts.Expression): string {
  return node.kind === STRING_LITERAL ? (node as ts.StringLiteral).text : '';
}

/** A name in an import or export list; it may be written as a string. */
export function exportedName(node: ts.ModuleExportName): string {
  return node.kind === IDENTIFIER ? nameOf(node) : node.text;
}

/** A dotted name as a value. */
export function lowerEntityName(state: FileState, node: ts.EntityName): Expression {
  const names: ts.Identifier[] = [];
  let inner = node;
  while (inner.kind === QUALIFIED_NAME) {
    names.push(inner.right);
    inner = inner.left;
  }
  let value = resolveName(state, nameOf(inner), placeOfName(inner));
  if (names.length > LONGEST_CHAIN) return { is: 'opaque', why: 'a name of too many parts', parts: [value], at: placeOfName(inner) };
  for (let i = names.length - 1; i >= 0; i--) value = { is: 'member', of: value, name: nameOf(names[i]!), at: placeOfName(names[i]!) };
  return value;
}

function declareImported(state: FileState, node: ts.Identifier, specifier: string, name: string, typeOnly: boolean): void {
  const binding = declareBoth(state, nameOf(node), 'import', placeOfName(node));
  const from: Binding['from'] = typeOnly ? { specifier, name, typeOnly } : { specifier, name };
  state.bindings[binding]!.from = from;
}

function isTypeOnly(clause: ts.ImportClause): boolean {
  return clause.phaseModifier === TYPE_KEYWORD;
}
