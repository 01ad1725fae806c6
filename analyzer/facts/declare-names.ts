import { ts } from 'ts-morph';
import type { Binding, BindingIndex, Offset } from './types.js';
import { addBinding, type FileState } from './state.js';
import { bindingInScope, bindName } from './names.js';
import { nameOf, placeOfName } from './places.js';
import { declareImport, declareImportEquals } from './lower-imports.js';

const BLOCK_SCOPED = ts.NodeFlags.BlockScoped;
const CONSTANT = ts.NodeFlags.Const;
const USING = ts.NodeFlags.Using;

/** Declares what a list of statements brings into its scope, before any of them is lowered. */
export function declareStatements(state: FileState, statements: readonly ts.Statement[]): void {
  for (let i = 0; i < statements.length; i++) declareStatement(state, statements[i]!);
}

/** Declares a name as a value; a second declaration in the same scope joins the first. */
export function declareValue(state: FileState, name: string, kind: Binding['kind'], at: Offset): BindingIndex {
  const { names } = state;
  const known = bindingInScope(names, names.values, name);
  if (known !== undefined) return known;
  const binding = addBinding(state, name, kind, at);
  bindName(names, names.values, name, binding);
  return binding;
}

/** Declares a name as a type only. */
export function declareType(state: FileState, name: string, at: Offset): BindingIndex {
  const { names } = state;
  const known = bindingInScope(names, names.types, name);
  if (known !== undefined) return known;
  const binding = addBinding(state, name, 'type', at);
  bindName(names, names.types, name, binding);
  return binding;
}

/** Declares a name that is a value and a type at once: classes, enums, namespaces, imports. */
export function declareBoth(state: FileState, name: string, kind: Binding['kind'], at: Offset): BindingIndex {
  const { names } = state;
  const asType = bindingInScope(names, names.types, name);
  if (asType === undefined || bindingInScope(names, names.values, name) !== undefined) {
    const binding = declareValue(state, name, kind, at);
    if (asType === undefined) bindName(names, names.types, name, binding);
    return binding;
  }
  // An interface of the same name came first: the two are one.
  state.bindings[asType]!.kind = kind;
  bindName(names, names.values, name, asType);
  return asType;
}

/** Declares every name of a variable, parameter or pattern. */
export function declarePattern(state: FileState, name: ts.BindingName, kind: Binding['kind']): void {
  if (name.kind === ts.SyntaxKind.Identifier) {
    // The parser puts a name without letters where it misses one.
    if (name.escapedText !== '') declareValue(state, nameOf(name), kind, placeOfName(name));
    return;
  }
  for (const element of name.elements) if (element.kind === ts.SyntaxKind.BindingElement) declarePattern(state, element.name, kind);
}

/** Declares the names of a `let`, `const` or `using` list; `var` was declared with its function. */
export function declareVariables(state: FileState, list: ts.VariableDeclarationList): void {
  const { flags } = list;
  if ((flags & BLOCK_SCOPED) === 0) return;
  const kind = (flags & CONSTANT) !== 0 || (flags & USING) !== 0 ? 'const' : 'let';
  for (const declaration of list.declarations) declarePattern(state, declaration.name, kind);
}

function declareStatement(state: FileState, node: ts.Statement): void {
  switch (node.kind) {
    case ts.SyntaxKind.VariableStatement:
      return declareVariables(state, (node as ts.VariableStatement).declarationList);
    case ts.SyntaxKind.FunctionDeclaration: {
      const { name } = node as ts.FunctionDeclaration;
      if (name !== undefined) declareValue(state, nameOf(name), 'function', placeOfName(name));
      return;
    }
    case ts.SyntaxKind.ClassDeclaration: {
      const { name } = node as ts.ClassDeclaration;
      if (name !== undefined) declareBoth(state, nameOf(name), 'class', placeOfName(name));
      return;
    }
    case ts.SyntaxKind.EnumDeclaration:
      declareBoth(state, nameOf((node as ts.EnumDeclaration).name), 'enum', placeOfName((node as ts.EnumDeclaration).name));
      return;
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration: {
      const { name } = node as ts.InterfaceDeclaration;
      declareType(state, nameOf(name), placeOfName(name));
      return;
    }
    case ts.SyntaxKind.ModuleDeclaration:
      return declareNamespace(state, node as ts.ModuleDeclaration);
    case ts.SyntaxKind.ImportDeclaration:
      return declareImport(state, node as ts.ImportDeclaration);
    case ts.SyntaxKind.ImportEqualsDeclaration:
      return declareImportEquals(state, node as ts.ImportEqualsDeclaration);
    default:
  }
}

function declareNamespace(state: FileState, node: ts.ModuleDeclaration): void {
  if (isGlobalAugmentation(node)) {
    // Only its variables and functions are taken: its types extend types that this file does not declare.
    if (node.body?.kind === ts.SyntaxKind.ModuleBlock) declareAmbientValues(state, node.body.statements);
  } else if (node.name.kind === ts.SyntaxKind.Identifier) declareBoth(state, nameOf(node.name), 'namespace', placeOfName(node.name));
}

/** Whether a node is `declare global { … }`. */
export function isGlobalAugmentation(node: ts.ModuleDeclaration): boolean {
  return (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

function declareAmbientValues(state: FileState, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (statement.kind === ts.SyntaxKind.FunctionDeclaration) declareStatement(state, statement);
    if (statement.kind !== ts.SyntaxKind.VariableStatement) continue;
    for (const { name } of (statement as ts.VariableStatement).declarationList.declarations) declarePattern(state, name, 'let');
  }
}
