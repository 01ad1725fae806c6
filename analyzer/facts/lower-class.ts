import type { ts } from 'ts-morph';
import type { ClassFacts, ClassIndex, ClassMember, FunctionIndex, Offset, Statement, Type } from './types.js';
import {
  ABSTRACT_KEYWORD, CLASS_EXPRESSION, CLASS_STATIC_BLOCK_DECLARATION, CONSTRUCTOR, DECLARE_KEYWORD, GET_ACCESSOR, IMPLEMENTS_KEYWORD,
  METHOD_DECLARATION, PRIVATE_KEYWORD, PROPERTY_DECLARATION, PROTECTED_KEYWORD, SET_ACCESSOR, STATIC_KEYWORD,
} from './kinds.js';
import { addBinding, addValue, type FileState, type Open } from './state.js';
import { fitted, NONE } from './lists.js';
import { closeScope, openScope } from './names.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { declareBoth } from './declare-names.js';
import { exportDeclared } from './lower-exports.js';
import { lowerExpression, lowerNamed } from './lower-expression.js';
import { addFunction, declareTypeParameters, lowerFunction, lowerFunctionBody } from './lower-function.js';
import { placeOfPropertyName, staticName } from './lower-literals.js';
import { decoratorsOf, hasModifier } from './modifiers.js';
import { lowerEntity, lowerType, lowerTypes } from './lower-type.js';

/** The class under construction and the functions that own its fields. */
interface ClassPlace {
  readonly facts: Open<ClassFacts>;
  readonly index: ClassIndex;
  readonly members: ClassMember[];
  readonly staticBody: Statement[];
}

/** A class declaration: its binding's value, and a statement because its static parts run here. */
export function lowerClassDeclaration(state: FileState, node: ts.ClassDeclaration, out: Statement[]): void {
  const at = node.name === undefined ? startOf(state.text, node.pos) : placeOfName(node.name);
  const name = node.name === undefined ? 'default' : nameOf(node.name);
  const binding = node.name === undefined ? addBinding(state, name, 'class', at) : state.names.values.get(name);
  const index = lowerClass(state, node, name, binding);
  if (binding !== undefined) addValue(state, binding, { is: 'class', index }, at);
  if (!hasModifier(node, DECLARE_KEYWORD)) out.push({ is: 'class', index });
  if (binding !== undefined) exportDeclared(state, node, binding, name, at);
}

/** Lowers a class with all its members; a nameless one is called `name`. */
export function lowerClass(state: FileState, node: ts.ClassLikeDeclaration, name: string, binding?: number): ClassIndex {
  const at = node.name === undefined ? startOf(state.text, node.pos) : placeOfName(node.name);
  openScope(state.names);
  const own = ownName(state, node, at);
  const index = state.classes.length;
  const place = { name: own?.name ?? name, at, class: index, kind: 'initializer' } as const;
  const initializer = addFunction(state, place, node.end);
  const staticInitializer = addFunction(state, { ...place, static: true }, node.end);
  const members: ClassMember[] = [];
  const owner = state.currentFunction;
  // An absent `constructor` would read as Object's own, so the key is always there.
  const facts = { name: place.name, implements: NONE, constructor: undefined, initializer, staticInitializer, members, owner, at } as unknown as Open<ClassFacts>;
  state.classes.push(facts);
  const bound = binding ?? own?.binding;
  if (bound !== undefined) facts.binding = bound;
  if (own !== undefined) addValue(state, own.binding, { is: 'class', index }, at);
  if (hasModifier(node, ABSTRACT_KEYWORD)) facts.abstract = true;
  const decorators = decoratorsOf(state, node);
  if (decorators !== undefined) facts.decorators = decorators;
  const typeParameters = declareTypeParameters(state, node.typeParameters);
  if (typeParameters !== undefined) facts.typeParameters = typeParameters;
  lowerHeritage(state, node, facts);
  const staticBody: Statement[] = [];
  for (const member of node.members) lowerMember(state, member, { facts, index, members, staticBody });
  facts.members = fitted(members);
  state.functions[staticInitializer]!.body = fitted(staticBody);
  closeScope(state.names);
  return index;
}

// Only a class expression's name is known to nobody but the class itself.
function ownName(state: FileState, node: ts.ClassLikeDeclaration, at: Offset): { name: string; binding: number } | undefined {
  if (node.kind !== CLASS_EXPRESSION || node.name === undefined) return undefined;
  const name = nameOf(node.name);
  return { name, binding: declareBoth(state, name, 'class', at) };
}

function lowerHeritage(state: FileState, node: ts.ClassLikeDeclaration, facts: Open<ClassFacts>): void {
  for (const clause of node.heritageClauses ?? []) {
    if (clause.token === IMPLEMENTS_KEYWORD) {
      facts.implements = clause.types.map((type) => lowerEntity(state, type.expression, lowerTypes(state, type.typeArguments)));
      continue;
    }
    const parent = clause.types[0];
    if (parent === undefined) continue;
    facts.extends = lowerExpression(state, parent.expression);
    if (parent.typeArguments !== undefined) facts.extendsTypes = lowerTypes(state, parent.typeArguments);
  }
}

function lowerMember(state: FileState, node: ts.ClassElement, place: ClassPlace): void {
  switch (node.kind) {
    case PROPERTY_DECLARATION:
      return lowerField(state, node as ts.PropertyDeclaration, place);
    case METHOD_DECLARATION:
      return lowerMethod(state, node as ts.MethodDeclaration, 'method', place);
    case GET_ACCESSOR:
      return lowerMethod(state, node as ts.GetAccessorDeclaration, 'getter', place);
    case SET_ACCESSOR:
      return lowerMethod(state, node as ts.SetAccessorDeclaration, 'setter', place);
    case CONSTRUCTOR:
      return lowerConstructor(state, node as ts.ConstructorDeclaration, place);
    case CLASS_STATIC_BLOCK_DECLARATION:
      return lowerStaticBlock(state, node as ts.ClassStaticBlockDeclaration, place);
    default:
  }
}

function lowerField(state: FileState, node: ts.PropertyDeclaration, place: ClassPlace): void {
  const member = newMember(state, node, 'field');
  if (node.type !== undefined) member.type = lowerType(state, node.type);
  if (node.initializer !== undefined) {
    const { initializer } = node;
    const owner = member.static === true ? place.facts.staticInitializer : place.facts.initializer;
    member.value = within(state, owner, () => lowerNamed(state, initializer, member.name));
  }
  place.members.push(member);
}

function lowerMethod(state: FileState, node: ts.MethodDeclaration | ts.AccessorDeclaration, kind: 'method' | 'getter' | 'setter', place: ClassPlace): void {
  const member = newMember(state, node, kind);
  const { name, at } = member;
  const index = lowerFunction(state, node, { name, kind, at, class: place.index, static: member.static === true });
  member.function = index;
  const returned: Type | undefined = kind === 'getter' ? state.functions[index]!.returns : undefined;
  if (returned !== undefined) member.type = returned;
  const last = place.members[place.members.length - 1];
  const isImplementation = kind === 'method' && last?.kind === 'method' && last.name === name && last.static === member.static && isBodiless(state, last.function);
  // Overload signatures give way to the implementation that follows them.
  if (isImplementation) place.members[place.members.length - 1] = member;
  else place.members.push(member);
}

function isBodiless(state: FileState, index: FunctionIndex | undefined): boolean {
  return index !== undefined && state.functions[index]!.bodiless === true;
}

function lowerConstructor(state: FileState, node: ts.ConstructorDeclaration, place: ClassPlace): void {
  const at = startOf(state.text, node.pos);
  const index = lowerFunction(state, node, { name: 'constructor', kind: 'constructor', at, class: place.index });
  if (node.body !== undefined || place.facts.constructor === undefined) place.facts.constructor = index;
}

function lowerStaticBlock(state: FileState, node: ts.ClassStaticBlockDeclaration, place: ClassPlace): void {
  const owner = place.facts.staticInitializer;
  openScope(state.names);
  within(state, owner, () => lowerFunctionBody(state, state.functions[owner]!, node.body.statements, place.staticBody));
  closeScope(state.names);
}

function newMember(state: FileState, node: ts.PropertyDeclaration | ts.MethodDeclaration | ts.AccessorDeclaration, kind: ClassMember['kind']): Open<ClassMember> {
  const at = placeOfPropertyName(state, node.name);
  const member: Open<ClassMember> = { name: staticName(node.name) ?? state.text.slice(at, node.name.end), kind, at };
  if (node.modifiers === undefined) return member;
  if (hasModifier(node, STATIC_KEYWORD)) member.static = true;
  if (hasModifier(node, ABSTRACT_KEYWORD)) member.abstract = true;
  if (hasModifier(node, PRIVATE_KEYWORD) || hasModifier(node, PROTECTED_KEYWORD)) member.inward = true;
  const decorators = decoratorsOf(state, node);
  if (decorators !== undefined) member.decorators = decorators;
  return member;
}

function within<T>(state: FileState, owner: FunctionIndex, lower: () => T): T {
  const outer = state.currentFunction;
  state.currentFunction = owner;
  const result = lower();
  state.currentFunction = outer;
  return result;
}
