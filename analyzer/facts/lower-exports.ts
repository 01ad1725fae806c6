import type { ts } from 'ts-morph';
import type { BindingIndex, Offset, Statement } from './types.js';
import { BINDING_ELEMENT, DEFAULT_KEYWORD, EXPORT_KEYWORD, IDENTIFIER, NAMED_EXPORTS, NAMESPACE_EXPORT } from './kinds.js';
import type { FileState } from './state.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { lowerNamed, resolveName } from './lower-expression.js';
import { addRequest, exportedName, specifierOf } from './lower-imports.js';
import { hasModifier } from './modifiers.js';

/** Exports a declared function, class, enum, namespace or type if its modifiers say so. */
export function exportDeclared(state: FileState, node: object, binding: BindingIndex, name: string, at: Offset): void {
  if (!hasModifier(node, EXPORT_KEYWORD)) return;
  // Overloads and merged declarations are exported once.
  if (state.exported.has(binding)) return;
  state.exported.add(binding);
  const exported = hasModifier(node, DEFAULT_KEYWORD) ? 'default' : name;
  const value = { is: 'variable', binding, at } as const;
  const isType = state.bindings[binding]!.kind === 'type';
  state.exports.push(isType ? { is: 'local', name: exported, value, at, typeOnly: true } : { is: 'local', name: exported, value, at });
}

/** Exports every name of `export const …`. */
export function exportVariables(state: FileState, list: ts.VariableDeclarationList): void {
  for (const declaration of list.declarations) exportPattern(state, declaration.name);
}

/** `export { a as b }`, `export { a } from`, `export * from`, `export * as a from`. */
export function lowerExportDeclaration(state: FileState, node: ts.ExportDeclaration): void {
  const clause = node.exportClause;
  const typeOnly = node.isTypeOnly;
  const { moduleSpecifier } = node;
  if (moduleSpecifier === undefined) {
    if (clause?.kind === NAMED_EXPORTS) for (const element of clause.elements) exportLocal(state, element, typeOnly || element.isTypeOnly);
    return;
  }
  addRequest(state, moduleSpecifier, 'export', typeOnly);
  const specifier = specifierOf(moduleSpecifier);
  const at = startOf(state.text, node.pos);
  if (clause === undefined) state.exports.push({ is: 'all', specifier, at });
  else if (clause.kind === NAMESPACE_EXPORT) exportFrom(state, { name: exportedName(clause.name), specifier, imported: '*', at: startOf(state.text, clause.name.pos) }, typeOnly);
  else {
    for (const { name, propertyName, isTypeOnly } of clause.elements) {
      const imported = exportedName(propertyName ?? name);
      exportFrom(state, { name: exportedName(name), specifier, imported, at: startOf(state.text, name.pos) }, typeOnly || isTypeOnly);
    }
  }
}

/** `export default value` and `export = value`. */
export function lowerExportAssignment(state: FileState, node: ts.ExportAssignment, out: Statement[]): void {
  const at = startOf(state.text, node.pos);
  const value = lowerNamed(state, node.expression, 'default');
  out.push({ is: 'expression', value });
  if (node.isExportEquals === true) state.exports.push({ is: 'equals', value, at });
  else state.exports.push({ is: 'local', name: 'default', value, at });
  exportTypeToo(state, node.expression, node.isExportEquals === true ? undefined : 'default', at);
}

function exportPattern(state: FileState, node: ts.BindingName): void {
  if (node.kind !== IDENTIFIER) {
    for (const element of node.elements) if (element.kind === BINDING_ELEMENT) exportPattern(state, element.name);
    return;
  }
  const name = nameOf(node);
  const at = placeOfName(node);
  state.exports.push({ is: 'local', name, value: resolveName(state, name, at), at });
}

function exportLocal(state: FileState, node: ts.ExportSpecifier, typeOnly: boolean): void {
  const local = exportedName(node.propertyName ?? node.name);
  const name = exportedName(node.name);
  const at = startOf(state.text, node.name.pos);
  const type = state.names.types.get(local);
  const value = state.names.values.get(local);
  if (type !== undefined && type >= 0 && type !== value) {
    state.exports.push({ is: 'local', name, value: { is: 'variable', binding: type, at }, at, typeOnly: true });
    if (value === undefined) return;
  }
  const exported = { is: 'local', name, value: resolveName(state, local, at), at } as const;
  state.exports.push(typeOnly ? { ...exported, typeOnly: true } : exported);
}

// `export default Name` exports a type of that name along with the value.
function exportTypeToo(state: FileState, node: ts.Expression, name: string | undefined, at: Offset): void {
  if (name === undefined || node.kind !== IDENTIFIER) return;
  const local = nameOf(node as ts.Identifier);
  const type = state.names.types.get(local);
  if (type === undefined || type < 0 || type === state.names.values.get(local)) return;
  state.exports.push({ is: 'local', name, value: { is: 'variable', binding: type, at }, at, typeOnly: true });
}

function exportFrom(state: FileState, from: { name: string; specifier: string; imported: string; at: Offset }, typeOnly: boolean): void {
  state.exports.push(typeOnly ? { is: 'from', ...from, typeOnly: true } : { is: 'from', ...from });
}
