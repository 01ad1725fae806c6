import type { ts } from 'ts-morph';
import type { Type } from './types.js';
import type { FileState } from './state.js';
import { fitted, NONE } from './lists.js';
import { closeScope, openScope } from './names.js';
import { nameOf, placeOfName } from './places.js';
import { exportDeclared } from './lower-exports.js';
import { declareTypeParameters } from './lower-function.js';
import { lowerType, lowerTypeMembers } from './lower-type.js';

/** An interface; a second one of the same name adds its members to the first. */
export function lowerInterface(state: FileState, node: ts.InterfaceDeclaration): void {
  const name = nameOf(node.name);
  const at = placeOfName(node.name);
  const binding = state.names.types.get(name);
  if (binding === undefined || binding < 0) return;
  openScope(state.names);
  const parameters = declareTypeParameters(state, node.typeParameters) ?? NONE;
  const inherited: Type[] = [];
  for (const clause of node.heritageClauses ?? []) for (const type of clause.types) inherited.push(lowerType(state, type));
  const members = lowerTypeMembers(state, node.members);
  closeScope(state.names);
  const known = state.interfaces.get(binding);
  const other = known === undefined ? undefined : state.types[known];
  if (known === undefined || other === undefined) {
    state.interfaces.set(binding, state.types.length);
    state.types.push({ binding, name, parameters, extends: fitted(inherited), members, at });
  } else state.types[known] = { ...other, extends: [...other.extends, ...inherited], members: [...other.members, ...members] };
  exportDeclared(state, node, binding, name, at);
}

/** A type alias. */
export function lowerTypeAlias(state: FileState, node: ts.TypeAliasDeclaration): void {
  const name = nameOf(node.name);
  const at = placeOfName(node.name);
  const binding = state.names.types.get(name);
  if (binding === undefined || binding < 0) return;
  openScope(state.names);
  const parameters = declareTypeParameters(state, node.typeParameters) ?? NONE;
  const alias = lowerType(state, node.type);
  closeScope(state.names);
  state.types.push({ binding, name, parameters, extends: NONE, members: NONE, alias, at });
  exportDeclared(state, node, binding, name, at);
}
