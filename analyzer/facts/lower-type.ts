import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { Expression, Type, TypeMember } from './types.js';
import {
  CALL_SIGNATURE, CONSTRUCT_SIGNATURE, FALSE_KEYWORD, GET_ACCESSOR, IDENTIFIER, INDEX_SIGNATURE, LITERAL_TYPE, METHOD_SIGNATURE,
  NULL_KEYWORD, NUMERIC_LITERAL, PREFIX_UNARY_EXPRESSION, PROPERTY_ACCESS_EXPRESSION, PROPERTY_SIGNATURE, QUALIFIED_NAME,
  READONLY_KEYWORD, TRUE_KEYWORD, TYPE_REFERENCE, UNIQUE_KEYWORD,
} from './kinds.js';
import { DEEPEST, LONGEST_CHAIN, type FileState } from './state.js';
import { fitted, NONE } from './lists.js';
import { closeScope, openScope } from './names.js';
import { nameOf, startOf } from './places.js';
import { literalText } from './lower-calls.js';
import { declareTypeParameters } from './lower-function.js';
import { lowerEntityName } from './lower-imports.js';
import { staticName } from './lower-literals.js';

type Lower<N extends ts.Node = ts.Node> = (state: FileState, node: N) => Type;

const UNKNOWN: Type = { is: 'unknown' };

const lowerers: (Lower | undefined)[] = [];

/** The facts of a type as it is written; what cannot be followed is unknown. */
export function lowerType(state: FileState, node: ts.TypeNode | undefined): Type {
  if (node === undefined) return UNKNOWN;
  const lower = lowerers[node.kind];
  if (lower === undefined || state.depth >= DEEPEST) return UNKNOWN;
  state.depth++;
  const type = lower(state, node);
  state.depth--;
  return type;
}

/** The facts of several types. */
export function lowerTypes(state: FileState, nodes: readonly ts.TypeNode[] | undefined): readonly Type[] {
  return nodes === undefined ? NONE : nodes.map((node) => lowerType(state, node));
}

/** A named type, dotted or not, with its arguments. */
export function lowerEntity(state: FileState, node: ts.EntityName | ts.Expression, argumentsOf: readonly Type[]): Type {
  const path: string[] = [];
  let inner: ts.Node = node;
  for (;;) {
    if (inner.kind === QUALIFIED_NAME) {
      path.push(nameOf((inner as ts.QualifiedName).right));
      inner = (inner as ts.QualifiedName).left;
    } else if (inner.kind === PROPERTY_ACCESS_EXPRESSION) {
      path.push(nameOf((inner as ts.PropertyAccessExpression).name));
      inner = (inner as ts.PropertyAccessExpression).expression;
    } else break;
  }
  if (inner.kind !== IDENTIFIER || path.length > LONGEST_CHAIN) return UNKNOWN;
  path.reverse();
  const name = nameOf(inner as ts.Identifier);
  const binding = state.names.types.get(name) ?? state.names.values.get(name);
  if (binding !== undefined && binding >= 0) return { is: 'reference', binding, path: fitted(path), arguments: argumentsOf };
  return { is: 'global', name: path.length === 0 ? name : `${name}.${path.join('.')}`, arguments: argumentsOf };
}

/** Whether a cast is `as const`. */
export function isConstType(node: ts.TypeNode): boolean {
  if (node.kind !== TYPE_REFERENCE) return false;
  const { typeName } = node as ts.TypeReferenceNode;
  return typeName.kind === IDENTIFIER && (typeName.escapedText as string) === 'const';
}

/** The members of an interface or object type. */
export function lowerTypeMembers(state: FileState, nodes: readonly ts.TypeElement[]): readonly TypeMember[] {
  const members: TypeMember[] = [];
  for (const node of nodes) {
    const member = lowerTypeMember(state, node);
    if (member !== undefined) members.push(node.questionToken === undefined ? member : { ...member, optional: true });
  }
  return fitted(members);
}

function lowerTypeMember(state: FileState, node: ts.TypeElement): TypeMember | undefined {
  switch (node.kind) {
    case PROPERTY_SIGNATURE:
    case GET_ACCESSOR: {
      const { name, type } = node as ts.PropertySignature;
      return { name: staticName(name) ?? computedName(state, name), type: lowerType(state, type) };
    }
    case METHOD_SIGNATURE: {
      const { name } = node as ts.MethodSignature;
      return { name: staticName(name) ?? computedName(state, name), type: lowerSignature(state, node as ts.MethodSignature), method: true };
    }
    case CALL_SIGNATURE:
      return { name: '()', type: lowerSignature(state, node as ts.CallSignatureDeclaration), method: true };
    case CONSTRUCT_SIGNATURE:
      return { name: 'new ()', type: lowerSignature(state, node as ts.ConstructSignatureDeclaration), method: true };
    case INDEX_SIGNATURE:
      return { name: '[]', type: lowerType(state, (node as ts.IndexSignatureDeclaration).type) };
    default:
      return undefined;
  }
}

function computedName(state: FileState, name: ts.PropertyName): string {
  return state.text.slice(startOf(state.text, name.pos), name.end);
}

function lowerSignature(state: FileState, node: ts.SignatureDeclaration): Type {
  openScope(state.names);
  declareTypeParameters(state, node.typeParameters);
  const parameters = node.parameters.map((parameter) => lowerType(state, parameter.type));
  const returns = lowerType(state, node.type);
  closeScope(state.names);
  return { is: 'function', returns, parameters };
}

function lowerReference(state: FileState, node: ts.TypeReferenceNode): Type {
  const argumentsOf = lowerTypes(state, node.typeArguments);
  return lowerEntity(state, node.typeName, argumentsOf);
}

function lowerLiteral(state: FileState, node: ts.LiteralTypeNode): Type {
  const { literal } = node;
  const text = literalText(literal);
  if (text !== undefined) return { is: 'literal', value: text };
  switch (literal.kind) {
    case NUMERIC_LITERAL:
      return { is: 'literal', value: Number(literal.text) };
    case TRUE_KEYWORD:
      return { is: 'literal', value: true };
    case FALSE_KEYWORD:
      return { is: 'literal', value: false };
    case NULL_KEYWORD:
      return { is: 'primitive', name: 'null' };
    case PREFIX_UNARY_EXPRESSION:
      return { is: 'literal', value: Number(state.text.slice(startOf(state.text, literal.pos), literal.end)) };
    default:
      return UNKNOWN;
  }
}

function lowerIndexed(state: FileState, node: ts.IndexedAccessTypeNode): Type {
  const index = node.indexType.kind === LITERAL_TYPE ? literalText((node.indexType as ts.LiteralTypeNode).literal) : undefined;
  return index === undefined ? UNKNOWN : { is: 'indexed', of: lowerType(state, node.objectType), name: index };
}

function lowerTypeQuery(state: FileState, node: ts.TypeQueryNode): Type {
  if (node.exprName.kind === IDENTIFIER || node.exprName.kind === QUALIFIED_NAME) return { is: 'typeof', value: lowerEntityName(state, node.exprName) };
  return UNKNOWN;
}

function lowerImportType(state: FileState, node: ts.ImportTypeNode): Type {
  const { argument } = node;
  const specifier = argument.kind === LITERAL_TYPE ? literalText((argument as ts.LiteralTypeNode).literal) : undefined;
  if (specifier === undefined) return UNKNOWN;
  const at = startOf(state.text, node.pos);
  state.requests.push({ specifier, how: 'import', typeOnly: true, at });
  const path: string[] = [];
  let qualifier = node.qualifier;
  while (qualifier?.kind === QUALIFIED_NAME) {
    path.push(nameOf(qualifier.right));
    qualifier = qualifier.left;
  }
  if (qualifier !== undefined) path.push(nameOf(qualifier));
  if (path.length > LONGEST_CHAIN) return UNKNOWN;
  path.reverse();
  if (!node.isTypeOf) return { is: 'import', specifier, path, arguments: lowerTypes(state, node.typeArguments) };
  let value: Expression = { is: 'require', specifier, at };
  for (const name of path) value = { is: 'member', of: value, name, at };
  return { is: 'typeof', value };
}

function lowerOperator(state: FileState, node: ts.TypeOperatorNode): Type {
  if (node.operator === READONLY_KEYWORD) return lowerType(state, node.type);
  return node.operator === UNIQUE_KEYWORD ? { is: 'primitive', name: 'symbol' } : UNKNOWN;
}

function primitive(name: string): Lower {
  const type: Type = { is: 'primitive', name };
  return () => type;
}

function on<N extends ts.Node>(kind: ts.SyntaxKind, lower: Lower<N>): void {
  lowerers[kind] = lower as Lower;
}

for (let kind = 0; kind < typescript.SyntaxKind.Count; kind++) lowerers.push(undefined);
for (const name of ['any', 'unknown', 'string', 'number', 'boolean', 'bigint', 'symbol', 'object', 'void', 'undefined', 'never'] as const) {
  on(typescript.SyntaxKind[`${name[0]!.toUpperCase()}${name.slice(1)}Keyword` as 'AnyKeyword'], primitive(name));
}
on(typescript.SyntaxKind.TypeReference, lowerReference);
on<ts.ExpressionWithTypeArguments>(typescript.SyntaxKind.ExpressionWithTypeArguments, (state, node) => lowerEntity(state, node.expression, lowerTypes(state, node.typeArguments)));
on<ts.TypeLiteralNode>(typescript.SyntaxKind.TypeLiteral, (state, node) => ({ is: 'object', members: lowerTypeMembers(state, node.members) }));
on<ts.FunctionTypeNode>(typescript.SyntaxKind.FunctionType, lowerSignature);
on<ts.ConstructorTypeNode>(typescript.SyntaxKind.ConstructorType, (state, node) => ({ is: 'object', members: [{ name: 'new ()', type: lowerSignature(state, node), method: true }] }));
on<ts.UnionTypeNode>(typescript.SyntaxKind.UnionType, (state, node) => ({ is: 'union', of: lowerTypes(state, node.types) }));
on<ts.IntersectionTypeNode>(typescript.SyntaxKind.IntersectionType, (state, node) => ({ is: 'intersection', of: lowerTypes(state, node.types) }));
on<ts.ArrayTypeNode>(typescript.SyntaxKind.ArrayType, (state, node) => ({ is: 'array', element: lowerType(state, node.elementType) }));
on<ts.TupleTypeNode>(typescript.SyntaxKind.TupleType, (state, node) => ({ is: 'tuple', elements: lowerTypes(state, node.elements) }));
on<ts.NamedTupleMember>(typescript.SyntaxKind.NamedTupleMember, (state, node) => lowerType(state, node.type));
on<ts.OptionalTypeNode>(typescript.SyntaxKind.OptionalType, (state, node) => lowerType(state, node.type));
on<ts.ParenthesizedTypeNode>(typescript.SyntaxKind.ParenthesizedType, (state, node) => lowerType(state, node.type));
on(typescript.SyntaxKind.TypeQuery, lowerTypeQuery);
on(typescript.SyntaxKind.LiteralType, lowerLiteral);
on(typescript.SyntaxKind.IndexedAccessType, lowerIndexed);
on(typescript.SyntaxKind.ImportType, lowerImportType);
on(typescript.SyntaxKind.TypeOperator, lowerOperator);
on(typescript.SyntaxKind.TypePredicate, primitive('boolean'));
on(typescript.SyntaxKind.TemplateLiteralType, primitive('string'));
on(typescript.SyntaxKind.ThisType, () => ({ is: 'global', name: 'this', arguments: NONE }));
