import { ts } from 'ts-morph';
import type { CallExpression, Expression, NewExpression, Offset } from './types.js';
import { LONGEST_CHAIN, type FileState, type Open } from './state.js';
import { continueChain } from './lower-temporary.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { lowerExpression } from './lower-expression.js';
import { lowerTemplate } from './lower-literals.js';
import { lowerTypes } from './lower-type.js';

const PROPERTY_ACCESS = ts.SyntaxKind.PropertyAccessExpression;
const ELEMENT_ACCESS = ts.SyntaxKind.ElementAccessExpression;
const CALL = ts.SyntaxKind.CallExpression;
const NON_NULL = ts.SyntaxKind.NonNullExpression;
const IMPORT_KEYWORD = ts.SyntaxKind.ImportKeyword;
const STRING_LITERAL = ts.SyntaxKind.StringLiteral;
const NUMERIC_LITERAL = ts.SyntaxKind.NumericLiteral;
const PLAIN_TEMPLATE = ts.SyntaxKind.NoSubstitutionTemplateLiteral;
const OPTIONAL_CHAIN = ts.NodeFlags.OptionalChain;

type Link = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression | ts.NonNullExpression;

/** Accesses and calls that hang on each other (`a.b().c[0]`), lowered from the innermost outwards without recursion. */
export function lowerChain(state: FileState, node: Link): Expression {
  const { spine } = state;
  const base = spine.length;
  let inner: ts.Expression = node;
  while (isLink(inner)) {
    spine.push(inner);
    inner = inner.expression;
  }
  const weight = Math.min(spine.length - base, LONGEST_CHAIN);
  state.depth += weight;
  const start = startOf(state.text, node.pos);
  let expression = inner.kind === IMPORT_KEYWORD ? lowerDynamicImport(state, spine.pop() as ts.CallExpression, start) : lowerExpression(state, inner);
  const earlier: Expression[] = [];
  for (let links = 1; spine.length > base; links++) {
    expression = lowerLink(state, spine.pop() as Link, expression, start);
    if (links % LONGEST_CHAIN === 0 && spine.length > base) expression = continueChain(state, expression, earlier, start);
  }
  state.depth -= weight;
  return earlier.length === 0 ? expression : { is: 'sequence', all: [...earlier, expression] };
}

/** `new Name(…)`. */
export function lowerNew(state: FileState, node: ts.NewExpression): Expression {
  const callee = lowerExpression(state, node.expression);
  const start = startOf(state.text, node.pos);
  const created: Open<NewExpression> = { is: 'new', callee, arguments: lowerAll(state, node.arguments), at: start, start, end: node.end };
  if (node.typeArguments !== undefined) created.typeArguments = lowerTypes(state, node.typeArguments);
  return created;
}

/** `` tag`text` ``: a call whose one argument is the template. */
export function lowerTaggedTemplate(state: FileState, node: ts.TaggedTemplateExpression): Expression {
  const callee = lowerExpression(state, node.tag);
  const { template } = node;
  const start = startOf(state.text, node.pos);
  const argument: Expression = template.kind === PLAIN_TEMPLATE
    ? { is: 'template', texts: [template.text], values: [], at: startOf(state.text, template.pos) }
    : lowerTemplate(state, template);
  const call: Open<CallExpression> = { is: 'call', callee, arguments: [argument], at: placeOfCallee(callee, start), start, end: node.end };
  call.tagged = true;
  if (node.typeArguments !== undefined) call.typeArguments = lowerTypes(state, node.typeArguments);
  return call;
}

/** The expressions of an argument list, in order. */
export function lowerAll(state: FileState, nodes: readonly ts.Expression[] | undefined): Expression[] {
  const all: Expression[] = [];
  if (nodes !== undefined) for (let i = 0; i < nodes.length; i++) all.push(lowerExpression(state, nodes[i]!));
  return all;
}

/** The text of a string literal or of a template without substitutions. */
export function literalText(node: ts.Node | undefined): string | undefined {
  if (node === undefined || (node.kind !== STRING_LITERAL && node.kind !== PLAIN_TEMPLATE)) return undefined;
  return (node as ts.StringLiteral).text;
}

function isLink(node: ts.Expression): node is Link {
  const { kind } = node;
  return kind === PROPERTY_ACCESS || kind === CALL || kind === ELEMENT_ACCESS || kind === NON_NULL;
}

function lowerLink(state: FileState, link: Link, of: Expression, start: Offset): Expression {
  switch (link.kind) {
    case PROPERTY_ACCESS: {
      const { name } = link as ts.PropertyAccessExpression;
      const text = nameOf(name);
      return of.is === 'meta' ? { is: 'meta', path: `${of.path}.${text}` } : { is: 'member', of, name: text, at: placeOfName(name) };
    }
    case CALL:
      return lowerCall(state, link as ts.CallExpression, of, start);
    case ELEMENT_ACCESS:
      return lowerElement(state, (link as ts.ElementAccessExpression).argumentExpression, of);
    default:
      return of;
  }
}

function lowerElement(state: FileState, index: ts.Expression, of: Expression): Expression {
  const at = startOf(state.text, index.pos);
  const { kind } = index;
  if (kind === STRING_LITERAL || kind === NUMERIC_LITERAL || kind === PLAIN_TEMPLATE) return { is: 'member', of, name: (index as ts.StringLiteral).text, at };
  return { is: 'element', of, index: lowerExpression(state, index), at };
}

function lowerCall(state: FileState, node: ts.CallExpression, callee: Expression, start: Offset): Expression {
  const nodes = node.arguments;
  if (callee.is === 'global' && callee.name === 'require' && nodes.length === 1) {
    const specifier = literalText(nodes[0]);
    if (specifier !== undefined) {
      state.requests.push({ specifier, how: 'require', at: start });
      return { is: 'require', specifier, at: start };
    }
  }
  const call: Open<CallExpression> = { is: 'call', callee, arguments: lowerAll(state, nodes), at: placeOfCallee(callee, start), start, end: node.end };
  if (node.typeArguments !== undefined) call.typeArguments = lowerTypes(state, node.typeArguments);
  if ((node.flags & OPTIONAL_CHAIN) !== 0) call.optional = true;
  return call;
}

function placeOfCallee(callee: Expression, start: Offset): Offset {
  return callee.is === 'member' || callee.is === 'variable' || callee.is === 'global' || callee.is === 'element' ? callee.at : start;
}

function lowerDynamicImport(state: FileState, node: ts.CallExpression, start: Offset): Expression {
  const specifier = literalText(node.arguments[0]);
  if (specifier === undefined) {
    return { is: 'opaque', why: 'import of a computed module', parts: lowerAll(state, node.arguments), at: start };
  }
  state.requests.push({ specifier, how: 'dynamic', at: start });
  return { is: 'import', specifier, at: start };
}
