import type { ts } from 'ts-morph';
import type { CallExpression, Expression, NewExpression, Offset } from './types.js';
import {
  CALL_EXPRESSION, ELEMENT_ACCESS_EXPRESSION, IMPORT_KEYWORD, NON_NULL_EXPRESSION, NO_SUBSTITUTION_TEMPLATE_LITERAL, NUMERIC_LITERAL,
  OPTIONAL_CHAIN_FLAG, PROPERTY_ACCESS_EXPRESSION, STRING_LITERAL,
} from './kinds.js';
import { LONGEST_CHAIN, type FileState, type Open } from './state.js';
import { NONE } from './lists.js';
import { continueChain } from './lower-temporary.js';
import { nameOf, placeOfName, startOf } from './places.js';
import { lowerExpression } from './lower-expression.js';
import { lowerTemplate } from './lower-literals.js';
import { lowerTypes } from './lower-type.js';

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
  const argument: Expression = template.kind === NO_SUBSTITUTION_TEMPLATE_LITERAL
    ? { is: 'template', texts: [template.text], values: NONE, at: startOf(state.text, template.pos) }
    : lowerTemplate(state, template);
  const call: Open<CallExpression> = { is: 'call', callee, arguments: [argument], at: placeOfCallee(callee, start), start, end: node.end };
  call.tagged = true;
  if (node.typeArguments !== undefined) call.typeArguments = lowerTypes(state, node.typeArguments);
  return call;
}

/** The expressions of an argument list, in order. */
export function lowerAll(state: FileState, nodes: readonly ts.Expression[] | undefined): readonly Expression[] {
  if (nodes === undefined || nodes.length === 0) return NONE;
  if (nodes.length === 1) return [lowerExpression(state, nodes[0]!)];
  const all = new Array<Expression>(nodes.length);
  for (let i = 0; i < nodes.length; i++) all[i] = lowerExpression(state, nodes[i]!);
  return all;
}

/** The text of a string literal or of a template without substitutions. */
export function literalText(node: ts.Node | undefined): string | undefined {
  if (node === undefined || (node.kind !== STRING_LITERAL && node.kind !== NO_SUBSTITUTION_TEMPLATE_LITERAL)) return undefined;
  return (node as ts.StringLiteral).text;
}

function isLink(node: ts.Expression): node is Link {
  const { kind } = node;
  return kind === PROPERTY_ACCESS_EXPRESSION || kind === CALL_EXPRESSION || kind === ELEMENT_ACCESS_EXPRESSION || kind === NON_NULL_EXPRESSION;
}

function lowerLink(state: FileState, link: Link, of: Expression, start: Offset): Expression {
  switch (link.kind) {
    case PROPERTY_ACCESS_EXPRESSION: {
      const { name } = link as ts.PropertyAccessExpression;
      const text = nameOf(name);
      return of.is === 'meta' ? { is: 'meta', path: `${of.path}.${text}` } : { is: 'member', of, name: text, at: placeOfName(name) };
    }
    case CALL_EXPRESSION:
      return lowerCall(state, link as ts.CallExpression, of, start);
    case ELEMENT_ACCESS_EXPRESSION:
      return lowerElement(state, (link as ts.ElementAccessExpression).argumentExpression, of);
    default:
      return of;
  }
}

function lowerElement(state: FileState, index: ts.Expression, of: Expression): Expression {
  const at = startOf(state.text, index.pos);
  const { kind } = index;
  if (kind === STRING_LITERAL || kind === NUMERIC_LITERAL || kind === NO_SUBSTITUTION_TEMPLATE_LITERAL) return { is: 'member', of, name: (index as ts.StringLiteral).text, at };
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
  // At the top of a module `await (x)` looks like a call.
  if (callee.is === 'global' && callee.name === 'await' && nodes.length === 1) return { is: 'await', of: lowerExpression(state, nodes[0]!), at: start };
  const given = lowerAll(state, nodes);
  const method = methodOfItsOwn(callee, given);
  const call: Open<CallExpression> = method === undefined
    ? { is: 'call', callee, arguments: given, at: placeOfCallee(callee, start), start, end: node.end }
    : { is: 'call', callee: method.callee, arguments: method.given, at: placeOfCallee(method.callee, start), start, end: node.end };
  if (node.typeArguments !== undefined) call.typeArguments = lowerTypes(state, node.typeArguments);
  if ((node.flags & OPTIONAL_CHAIN_FLAG) !== 0) call.optional = true;
  return call;
}

// `a.b.call(a, c)` is `a.b(c)`, and `a.b.apply(a, d)` is `a.b(...d)`.
function methodOfItsOwn(callee: Expression, [self, ...given]: readonly Expression[]): { readonly callee: Expression; readonly given: readonly Expression[] } | undefined {
  if (self === undefined || callee.is !== 'member' || callee.of.is !== 'member' || !isSame(callee.of.of, self)) return undefined;
  if (callee.name === 'call') return { callee: callee.of, given };
  if (callee.name !== 'apply' || given.length > 1 || given[0]?.is === 'spread') return undefined;
  return { callee: callee.of, given: given.map((value) => ({ is: 'spread', value })) };
}

function isSame(one: Expression, other: Expression): boolean {
  switch (one.is) {
    case 'variable': return other.is === 'variable' && other.binding === one.binding;
    case 'global': return other.is === 'global' && other.name === one.name;
    case 'this': return other.is === 'this';
    case 'member': return other.is === 'member' && other.name === one.name && isSame(one.of, other.of);
    default: return false;
  }
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
