import type { ts } from 'ts-morph';
import type { ClassIndex, Expression, FunctionFacts, FunctionIndex, Offset, Parameter, Statement } from './types.js';
import { ARROW_FUNCTION, ASYNC_KEYWORD, BLOCK, EXPRESSION_STATEMENT, IDENTIFIER, STRING_LITERAL } from './kinds.js';
import { addBinding, addType, addValue, type FileState, type Open } from './state.js';
import { fitted, NONE } from './lists.js';
import { bindName, closeScope, openScope, TYPE_PARAMETER } from './names.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { declareHoisted } from './declare-hoisted.js';
import { declarePattern, declareStatements, declareValue } from './declare-names.js';
import { exportDeclared } from './lower-exports.js';
import { lowerExpression } from './lower-expression.js';
import { decoratorsOf, hasModifier, isParameterProperty } from './modifiers.js';
import { lowerStatements } from './lower-statement.js';
import { lowerType } from './lower-type.js';
import { bindPattern } from './lower-variables.js';

/** What the surroundings of a function know about it. */
export interface FunctionPlace {
  readonly name: string;
  readonly kind: FunctionFacts['kind'];
  readonly at: Offset;
  readonly class?: ClassIndex;
  readonly static?: boolean;
}

type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration | ts.ConstructorDeclaration | ts.AccessorDeclaration;

/** A function's facts with nothing in them, entered in the file's list. */
export function addFunction(state: FileState, place: FunctionPlace, end: Offset): FunctionIndex {
  const { name, kind, at } = place;
  const facts: Open<FunctionFacts> = { name, kind, parent: state.currentFunction, parameters: NONE, body: NONE, at, end };
  if (place.class !== undefined) facts.class = place.class;
  if (place.static === true) facts.static = true;
  return state.functions.push(facts) - 1;
}

/** Lowers a function with everything in it. */
export function lowerFunction(state: FileState, node: FunctionNode, place: FunctionPlace): FunctionIndex {
  const index = addFunction(state, place, node.end);
  const facts = state.functions[index]!;
  if (hasModifier(node, ASYNC_KEYWORD)) facts.async = true;
  if (node.asteriskToken !== undefined) facts.generator = true;
  const outer = state.currentFunction;
  state.currentFunction = index;
  openScope(state.names);
  const typeParameters = declareTypeParameters(state, node.typeParameters);
  if (typeParameters !== undefined) facts.typeParameters = typeParameters;
  const body: Statement[] = [];
  facts.parameters = lowerParameters(state, node.parameters, body);
  if (node.type !== undefined) facts.returns = lowerType(state, node.type);
  if (node.body === undefined) facts.bodiless = true;
  else if (node.body.kind === BLOCK) lowerFunctionBody(state, facts, (node.body as ts.Block).statements, body);
  else {
    const at = startOf(state.text, node.body.pos);
    body.push({ is: 'return', value: lowerExpression(state, node.body as ts.Expression), at });
  }
  facts.body = fitted(body);
  closeScope(state.names);
  state.currentFunction = outer;
  return index;
}

/** Lowers the statements of a function, namespace or module; its directives are taken off first. */
export function lowerFunctionBody(state: FileState, facts: Open<FunctionFacts>, statements: readonly ts.Statement[], body: Statement[]): void {
  declareHoisted(state, statements);
  declareStatements(state, statements);
  const directives = directivesOf(statements);
  if (directives.length === 0) return lowerStatements(state, statements, body);
  facts.directives = directives;
  lowerStatements(state, statements.slice(directives.length), body);
}

/** A function expression, an arrow function, or either with the name of what it is assigned to. */
export function lowerFunctionExpression(state: FileState, node: ts.FunctionExpression | ts.ArrowFunction, name: string): Expression {
  const at = startOf(state.text, node.pos);
  if (node.kind === ARROW_FUNCTION) return { is: 'function', index: lowerFunction(state, node, { name, kind: 'arrow', at }) };
  if (node.name === undefined) return { is: 'function', index: lowerFunction(state, node, { name, kind: 'function', at }) };
  const place = placeOfName(node.name);
  openScope(state.names);
  const binding = declareValue(state, nameOf(node.name), 'function', place);
  const value: Expression = { is: 'function', index: lowerFunction(state, node, { name: nameOf(node.name), kind: 'function', at: place }) };
  addValue(state, binding, value, place);
  closeScope(state.names);
  return value;
}

/** A function declaration; its binding's value, since hoisting leaves nothing to do where it stands. */
export function lowerFunctionDeclaration(state: FileState, node: ts.FunctionDeclaration): void {
  const name = node.name === undefined ? 'default' : nameOf(node.name);
  const at = node.name === undefined ? startOf(state.text, node.pos) : placeOfName(node.name);
  const binding = node.name === undefined ? addBinding(state, name, 'function', at) : state.names.values.get(name);
  const index = lowerFunction(state, node, { name, kind: 'function', at });
  if (binding === undefined) return;
  const { values } = state.bindings[binding]!;
  const isOverload = (value: Expression) => value.is === 'function' && state.functions[value.index]!.bodiless === true;
  if (node.body === undefined) {
    // Of a function declared several times only the one with a body counts.
    if (values.length === 0) addValue(state, binding, { is: 'function', index }, at);
  } else {
    if (values.length > 0 && isOverload(values[0]!.value)) state.bindings[binding]!.values = NONE;
    addValue(state, binding, { is: 'function', index }, at);
  }
  exportDeclared(state, node, binding, name, at);
}

/** Makes type parameters hide the types outside. */
export function declareTypeParameters(state: FileState, nodes: readonly ts.TypeParameterDeclaration[] | undefined): string[] | undefined {
  if (nodes === undefined) return undefined;
  const declared: string[] = [];
  for (const node of nodes) {
    const name = nameOf(node.name);
    bindName(state.names, state.names.types, name, TYPE_PARAMETER);
    declared.push(name);
  }
  return declared;
}

function lowerParameters(state: FileState, nodes: readonly ts.ParameterDeclaration[], body: Statement[]): readonly Parameter[] {
  if (nodes.length === 0) return NONE;
  const parameters: Parameter[] = [];
  for (const node of nodes) declarePattern(state, node.name, node.name.kind === IDENTIFIER ? 'parameter' : 'let');
  for (const node of nodes) {
    const isThis = node.name.kind === IDENTIFIER && (node.name.escapedText as string) === 'this';
    if (!isThis) parameters.push(lowerParameter(state, node, body));
  }
  return fitted(parameters);
}

function lowerParameter(state: FileState, node: ts.ParameterDeclaration, body: Statement[]): Parameter {
  const { name } = node;
  const isName = name.kind === IDENTIFIER;
  const at = isName ? placeOfName(name) : startOf(state.text, name.pos);
  const declared = isName ? state.names.values.get(nameOf(name)) : undefined;
  const binding = declared ?? addBinding(state, '', 'temporary', at);
  const parameter: Open<Parameter> = { binding };
  if (node.initializer !== undefined) parameter.default = lowerExpression(state, node.initializer);
  if (node.dotDotDotToken !== undefined) parameter.rest = true;
  if (node.type !== undefined) {
    parameter.type = lowerType(state, node.type);
    addType(state, binding, parameter.type);
  }
  const decorators = decoratorsOf(state, node);
  if (decorators !== undefined) parameter.decorators = decorators;
  if (isName && isParameterProperty(node)) parameter.property = nameOf(name);
  if (!isName) bindPattern(state, name, { is: 'variable', binding, at }, body);
  return parameter;
}

function directivesOf(statements: readonly ts.Statement[]): string[] {
  const directives: string[] = [];
  for (const statement of statements) {
    if (statement.kind !== EXPRESSION_STATEMENT) break;
    const { expression } = statement as ts.ExpressionStatement;
    if (expression.kind !== STRING_LITERAL) break;
    directives.push((expression as ts.StringLiteral).text);
  }
  return directives;
}
