import type { ts } from 'ts-morph';
import { placeOfName, startOf } from '../places.js';
import { typescript } from '../typescript.js';
import type { Offset } from '../types.js';

/** The call or creation that people see at an offset, as the facts name it, with what is around it. */
export function findCall(file: ts.SourceFile, text: string, at: Offset): { call: ts.CallExpression | ts.NewExpression; around: readonly ts.Node[] } | undefined {
  const around: ts.Node[] = [];
  let found: { call: ts.CallExpression | ts.NewExpression; around: readonly ts.Node[] } | undefined;
  let node: ts.Node | undefined = file;
  while (node !== undefined) {
    if (isCall(node) && (placeOf(node, text) === at || startOf(text, node.pos) === at)) found ??= { call: node, around: [...around] };
    // The name may belong to a call further in: the innermost of that place is meant.
    if (isCall(node) && placeOf(node, text) === at) found = { call: node, around: [...around] };
    around.push(node);
    node = typescript.forEachChild(node, (child) => (child.pos <= at && at < child.end ? child : undefined));
  }
  return found;
}

function isCall(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return typescript.isCallExpression(node) || typescript.isNewExpression(node);
}

function placeOf(node: ts.CallExpression | ts.NewExpression, text: string): Offset {
  if (typescript.isNewExpression(node)) return startOf(text, node.pos);
  const callee = node.expression;
  return typescript.isPropertyAccessExpression(callee) ? placeOfName(callee.name) : startOf(text, callee.pos);
}
