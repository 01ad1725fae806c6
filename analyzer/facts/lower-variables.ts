import type { ts } from 'ts-morph';
import type { BindingIndex, Expression, Offset, Statement } from './types.js';
import { ARRAY_BINDING_PATTERN, AWAIT_USING_FLAG, BINDING_ELEMENT, IDENTIFIER, OMITTED_EXPRESSION, USING_FLAG } from './kinds.js';
import { addBinding, addGap, addType, addValue, DEEPEST, type FileState } from './state.js';
import { NONE } from './lists.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { declarePattern } from './declare-names.js';
import { memberOrElement } from './lower-assignment.js';
import { lowerExpression, lowerNamed } from './lower-expression.js';
import { placeOfPropertyName, staticName } from './lower-literals.js';
import { readAgain } from './lower-temporary.js';
import { lowerType } from './lower-type.js';

/** Appends the declarations of a `var`, `let`, `const` or `using` list. */
export function lowerVariables(state: FileState, list: ts.VariableDeclarationList, out: Statement[]): void {
  for (const declaration of list.declarations) lowerVariable(state, declaration, out);
}

/** What a `using` list calls at the end of its block, the last one first; nothing for any other list. */
export function disposalsOf(state: FileState, { declarations, flags }: ts.VariableDeclarationList): readonly Statement[] {
  if ((flags & USING_FLAG) === 0) return NONE;
  const waits = (flags & AWAIT_USING_FLAG) === AWAIT_USING_FLAG;
  return [...declarations].reverse().flatMap(({ name }): readonly Statement[] => {
    const binding = name.kind === IDENTIFIER ? state.names.values.get(nameOf(name)) : undefined;
    if (binding === undefined) return [];
    const at = placeOfName(name as ts.Identifier);
    const callee: Expression = { is: 'member', of: { is: 'variable', binding, at }, name: waits ? '[Symbol.asyncDispose]' : '[Symbol.dispose]', at };
    const call: Expression = { is: 'call', callee, arguments: NONE, at, start: at, end: name.end };
    return [{ is: 'expression', value: waits ? { is: 'await', of: call, at } : call }];
  });
}

/** Appends what a name or pattern gets from a value; its names are already declared. */
export function bindPattern(state: FileState, name: ts.BindingName, value: Expression, out: Statement[]): void {
  if (name.kind === IDENTIFIER) {
    const binding = state.names.values.get(nameOf(name));
    if (binding === undefined) out.push({ is: 'expression', value });
    else declareWith(state, binding, value, placeOfName(name), out);
    return;
  }
  if (state.depth >= DEEPEST) return addGap(state, 'nested too deeply', startOf(state.text, name.pos));
  state.depth++;
  takeApart(state, name, value, out);
  state.depth--;
}

function takeApart(state: FileState, name: ts.BindingPattern, value: Expression, out: Statement[]): void {
  const { elements } = name;
  if (elements.every(({ kind }) => kind === OMITTED_EXPRESSION)) return void out.push({ is: 'expression', value });
  // A value that is taken apart only once needs no temporary.
  const of = elements.length === 1 ? value : readAgain(state, value, out, startOf(state.text, name.pos));
  if (name.kind === ARRAY_BINDING_PATTERN) {
    name.elements.forEach((element, index) => {
      if (element.kind === BINDING_ELEMENT) bindItem(state, element, of, index, out);
    });
    return;
  }
  const taken: string[] = [];
  for (const element of name.elements) bindProperty(state, element, of, taken, out);
}

/** Declares what a `catch` clause catches. */
export function lowerCaught(state: FileState, node: ts.VariableDeclaration, out: Statement[]): void {
  declarePattern(state, node.name, 'catch');
  if (node.name.kind === IDENTIFIER) {
    if (node.type !== undefined) addDeclaredType(state, node.name, node.type);
    return;
  }
  const at = startOf(state.text, node.name.pos);
  bindPattern(state, node.name, { is: 'variable', binding: addBinding(state, '', 'catch', at), at }, out);
}

function lowerVariable(state: FileState, node: ts.VariableDeclaration, out: Statement[]): void {
  const { name, initializer } = node;
  if (name.kind === IDENTIFIER) {
    if (node.type !== undefined) addDeclaredType(state, name, node.type);
    if (initializer !== undefined) bindPattern(state, name, lowerNamed(state, initializer, nameOf(name)), out);
    return;
  }
  if (initializer === undefined) return;
  const value = lowerExpression(state, initializer);
  bindPattern(state, name, node.type === undefined ? value : { is: 'cast', of: value, type: lowerType(state, node.type) }, out);
}

function addDeclaredType(state: FileState, name: ts.Identifier, type: ts.TypeNode): void {
  const binding = state.names.values.get(nameOf(name));
  if (binding !== undefined) addType(state, binding, lowerType(state, type));
}

function declareWith(state: FileState, binding: BindingIndex, value: Expression, at: Offset, out: Statement[]): void {
  addValue(state, binding, value, at);
  out.push({ is: 'declare', binding, value });
}

function bindItem(state: FileState, element: ts.BindingElement, of: Expression, index: number, out: Statement[]): void {
  const value: Expression = element.dotDotDotToken === undefined
    ? { is: 'member', of, name: String(index), at: startOf(state.text, element.pos) }
    : { is: 'rest', of, without: NONE, from: index };
  bindPattern(state, element.name, withDefault(state, element, value), out);
}

function bindProperty(state: FileState, element: ts.BindingElement, of: Expression, taken: string[], out: Statement[]): void {
  if (element.dotDotDotToken !== undefined) return bindPattern(state, element.name, { is: 'rest', of, without: taken }, out);
  const key = (element.propertyName ?? element.name) as ts.PropertyName;
  const name = staticName(key);
  if (name !== undefined) taken.push(name);
  const value = memberOrElement(state, of, key, name, placeOfPropertyName(state, key));
  bindPattern(state, element.name, withDefault(state, element, value), out);
}

function withDefault(state: FileState, element: ts.BindingElement, value: Expression): Expression {
  const { name, initializer } = element;
  if (initializer === undefined) return value;
  return { is: 'default', value, fallback: lowerNamed(state, initializer, name.kind === IDENTIFIER ? nameOf(name) : '') };
}
