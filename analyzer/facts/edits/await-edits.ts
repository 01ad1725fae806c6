import type { ts } from 'ts-morph';
import { startOf } from '../places.js';
import { typescript } from '../typescript.js';
import type { Spot } from './edit-text.js';
import type { TextEdit } from './types.js';

const LISTENS = new Set(['on', 'once', 'addListener']);
const CHAINED = new Set(['then', 'catch', 'finally']);

/** Awaits a call where the function around it is asynchronous, or may become so. */
export function awaitEdits(spot: Spot): TextEdit[] | undefined {
  const allowed = asyncEdits(spot);
  const edits = allowed === undefined ? undefined : editsOfAwait(spot);
  return allowed === undefined || edits === undefined ? undefined : [...allowed, ...edits];
}

function editsOfAwait(spot: Spot): TextEdit[] | undefined {
  const { text, around } = spot;
  const depth = chainedUpTo(spot);
  const call = around[depth] ?? spot.call;
  const parent = around[depth - 1];
  const start = startOf(text, call.pos);
  if (parent !== undefined && typescript.isAwaitExpression(parent)) return undefined;
  // `void pool.end();`
  if (parent !== undefined && typescript.isVoidExpression(parent)) return [{ start: startOf(text, parent.pos), end: start, text: 'await ' }];
  if (parent === undefined || !needsParentheses(parent, call)) return [{ start, end: start, text: 'await ' }];
  return [{ start, end: start, text: '(await ' }, { start: call.end, end: call.end, text: ')' }];
}

/** Awaits a call that stands for itself, awaited in vain or not, and is given nothing: `await new Promise((resolve) => server.close(resolve))`. */
export function awaitCallbackEdits(spot: Spot): TextEdit[] | undefined {
  const { text, call, around } = spot;
  const allowed = asyncEdits(spot);
  const [outer, parent] = around.slice(-2);
  const isAwaited = parent !== undefined && typescript.isAwaitExpression(parent);
  const statement = isAwaited ? outer : parent;
  if (allowed === undefined || statement === undefined || !typescript.isExpressionStatement(statement) || call.arguments?.length !== 0) return undefined;
  const start = startOf(text, call.pos);
  // The name of what is called must not be hidden.
  if (/\bresolve\b/.test(text.slice(start, call.end))) return undefined;
  return [
    ...allowed,
    { start, end: start, text: `${isAwaited ? '' : 'await '}new Promise((resolve) => ` },
    { start: call.end - 1, end: call.end - 1, text: 'resolve' },
    { start: call.end, end: call.end, text: ')' },
  ];
}

// `pool.end().catch(log)`: the whole chain is what ends.
function chainedUpTo({ call, around }: Spot): number {
  let depth = around.length;
  for (let inner: ts.Node = call; ; inner = around[depth] as ts.Node) {
    const [member, outer] = [around[depth - 1], around[depth - 2]];
    const isLink = member !== undefined && typescript.isPropertyAccessExpression(member) && member.expression === inner && CHAINED.has(member.name.text);
    if (!isLink || outer === undefined || !typescript.isCallExpression(outer) || outer.expression !== member) return depth;
    depth -= 2;
  }
}

/** What makes the innermost function around asynchronous: nothing where it is, undefined where it may not be; a default value or a class body may not await. */
function asyncEdits({ text, around }: Spot): TextEdit[] | undefined {
  const inner = around.findLastIndex((node) => typescript.isFunctionLike(node) || typescript.isClassLike(node));
  const node = around[inner];
  if (node === undefined || !typescript.isFunctionLike(node) || around.slice(inner).some((one) => typescript.isParameter(one))) return undefined;
  if (typescript.canHaveModifiers(node) && (typescript.getModifiers(node) ?? []).some(({ kind }) => kind === typescript.SyntaxKind.AsyncKeyword)) return [];
  const start = startOf(text, node.pos);
  return isListenerOfProcess(node, around[inner - 1]) ? [{ start, end: start, text: 'async ' }] : undefined;
}

// Nobody looks at what it returns, and an error ends the process either way. Any other caller would have to wait.
function isListenerOfProcess(node: ts.Node, call: ts.Node | undefined): boolean {
  const isPlain = typescript.isArrowFunction(node) || (typescript.isFunctionExpression(node) && node.asteriskToken === undefined);
  if (!isPlain || call === undefined || !typescript.isCallExpression(call) || call.arguments[1] !== node) return false;
  const { expression: callee } = call;
  return typescript.isPropertyAccessExpression(callee) && typescript.isIdentifier(callee.expression) && callee.expression.text === 'process' && LISTENS.has(callee.name.text);
}

function needsParentheses(parent: ts.Node, call: ts.Node): boolean {
  const isBase = typescript.isPropertyAccessExpression(parent) || typescript.isElementAccessExpression(parent) || typescript.isCallExpression(parent) || typescript.isNewExpression(parent);
  if (isBase) return parent.expression === call;
  return typescript.isNonNullExpression(parent) || typescript.isTaggedTemplateExpression(parent)
    || (typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.AsteriskAsteriskToken);
}
