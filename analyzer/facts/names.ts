import type { BindingIndex } from './types.js';

/**
 * The names visible at one point of the walk. Closing a scope undoes its declarations, so that a look-up is one
 * step however deep the scopes are.
 */
export interface NameTable {
  readonly values: Map<string, BindingIndex>;
  readonly types: Map<string, BindingIndex>;
  /** The scope that declared each binding. */
  readonly scopeOf: number[];
  readonly undoTables: Map<string, BindingIndex>[];
  readonly undoNames: string[];
  readonly undoBindings: (BindingIndex | undefined)[];
  /** Alternately: length of the undo list and scope to return to. */
  readonly outer: number[];
  scope: number;
  lastScope: number;
}

/** What a type parameter is bound to: it hides outer types, yet has no binding. */
export const TYPE_PARAMETER = -1;

/** A table in which only the outermost scope is open. */
export function newNameTable(): NameTable {
  return { values: new Map(), types: new Map(), scopeOf: [], undoTables: [], undoNames: [], undoBindings: [], outer: [], scope: 0, lastScope: 0 };
}

/** Opens a scope within the current one. */
export function openScope(names: NameTable): void {
  names.outer.push(names.undoNames.length, names.scope);
  names.scope = ++names.lastScope;
}

/** Closes the current scope and makes visible again what it hid. */
export function closeScope(names: NameTable): void {
  const { undoNames, undoTables, undoBindings } = names;
  names.scope = names.outer.pop()!;
  const length = names.outer.pop()!;
  while (undoNames.length > length) {
    const name = undoNames.pop()!;
    const table = undoTables.pop()!;
    const binding = undoBindings.pop();
    if (binding === undefined) table.delete(name);
    else table.set(name, binding);
  }
}

/** Makes a name mean a binding until the current scope closes. */
export function bindName(names: NameTable, table: Map<string, BindingIndex>, name: string, binding: BindingIndex): void {
  names.undoNames.push(name);
  names.undoTables.push(table);
  names.undoBindings.push(table.get(name));
  table.set(name, binding);
}

/** The binding of a name if the current scope itself declares it. */
export function bindingInScope(names: NameTable, table: Map<string, BindingIndex>, name: string): BindingIndex | undefined {
  const binding = table.get(name);
  return binding !== undefined && names.scopeOf[binding] === names.scope ? binding : undefined;
}
