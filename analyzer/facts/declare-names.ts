import type { ts } from 'ts-morph';
import type { Binding, BindingIndex, Offset } from './types.js';
import {
  BINDING_ELEMENT, BLOCK_SCOPED_FLAG, CLASS_DECLARATION, CONST_FLAG, ENUM_DECLARATION, FUNCTION_DECLARATION, GLOBAL_AUGMENTATION_FLAG,
  IDENTIFIER, IMPORT_DECLARATION, IMPORT_EQUALS_DECLARATION, INTERFACE_DECLARATION, MODULE_BLOCK, MODULE_DECLARATION,
  TYPE_ALIAS_DECLARATION, USING_FLAG, VARIABLE_STATEMENT,
} from './kinds.js';
import { addBinding, type FileState } from './state.js';
import { bindingInScope, bindName } from './names.js';
import { nameOf, placeOfName } from './places.js';
import { declareImport, declareImportEquals } from './lower-imports.js';

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
  if (name.kind === IDENTIFIER) {
    // The parser puts a name without letters where it misses one.
    if (name.escapedText !== '') declareValue(state, nameOf(name), kind, placeOfName(name));
    return;
  }
  for (const element of name.elements) if (element.kind === BINDING_ELEMENT) declarePattern(state, element.name, kind);
}

/** Declares the names of a `let`, `const` or `using` list; `var` was declared with its function. */
export function declareVariables(state: FileState, list: ts.VariableDeclarationList): void {
  const { flags } = list;
  if ((flags & BLOCK_SCOPED_FLAG) === 0) return;
  const kind = (flags & CONST_FLAG) !== 0 || (flags & USING_FLAG) !== 0 ? 'const' : 'let';
  for (const declaration of list.declarations) declarePattern(state, declaration.name, kind);
}

function declareStatement(state: FileState, node: ts.Statement): void {
  switch (node.kind) {
    case VARIABLE_STATEMENT:
      return declareVariables(state, (node as ts.VariableStatement).declarationList);
    case FUNCTION_DECLARATION: {
      const { name } = node as ts.FunctionDeclaration;
      if (name !== undefined) declareValue(state, nameOf(name), 'function', placeOfName(name));
      return;
    }
    case CLASS_DECLARATION: {
      const { name } = node as ts.ClassDeclaration;
      if (name !== undefined) declareBoth(state, nameOf(name), 'class', placeOfName(name));
      return;
    }
    case ENUM_DECLARATION:
      declareBoth(state, nameOf((node as ts.EnumDeclaration).name), 'enum', placeOfName((node as ts.EnumDeclaration).name));
      return;
    case INTERFACE_DECLARATION:
    case TYPE_ALIAS_DECLARATION: {
      const { name } = node as ts.InterfaceDeclaration;
      declareType(state, nameOf(name), placeOfName(name));
      return;
    }
    case MODULE_DECLARATION:
      return declareNamespace(state, node as ts.ModuleDeclaration);
    case IMPORT_DECLARATION:
      return declareImport(state, node as ts.ImportDeclaration);
    case IMPORT_EQUALS_DECLARATION:
      return declareImportEquals(state, node as ts.ImportEqualsDeclaration);
    default:
  }
}

function declareNamespace(state: FileState, node: ts.ModuleDeclaration): void {
  if (isGlobalAugmentation(node)) {
    // Only its variables and functions are taken: its types extend types that this file does not declare.
    if (node.body?.kind === MODULE_BLOCK) declareAmbientValues(state, node.body.statements);
  } else if (node.name.kind === IDENTIFIER) declareBoth(state, nameOf(node.name), 'namespace', placeOfName(node.name));
}

/** Whether a node is `declare global { … }`. */
export function isGlobalAugmentation(node: ts.ModuleDeclaration): boolean {
  return (node.flags & GLOBAL_AUGMENTATION_FLAG) !== 0;
}

function declareAmbientValues(state: FileState, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (statement.kind === FUNCTION_DECLARATION) declareStatement(state, statement);
    if (statement.kind !== VARIABLE_STATEMENT) continue;
    for (const { name } of (statement as ts.VariableStatement).declarationList.declarations) declarePattern(state, name, 'let');
  }
}
