import type { Expression } from '#facts/types.js';
import type { CallInstance } from '#program/values.js';

const MAX_LENGTH = 60;

/** A call as it is written, without its arguments: `this.repository.save`. */
export function callText(call: CallInstance): string {
  const { expression, frame } = call;
  const text = expressionText(expression.callee, frame.unit.facts.bindings);
  const full = expression.is === 'new' ? `new ${text}` : text;
  return full.length > MAX_LENGTH ? `…${full.slice(full.length - MAX_LENGTH + 1)}` : full;
}

function expressionText(expression: Expression, bindings: readonly { readonly name: string }[]): string {
  switch (expression.is) {
    case 'variable': return bindings[expression.binding]?.name ?? '';
    case 'global': return expression.name;
    case 'this': case 'super': return expression.is;
    case 'member': return `${expressionText(expression.of, bindings)}.${expression.name}`;
    case 'element': return `${expressionText(expression.of, bindings)}[…]`;
    case 'call': return `${expressionText(expression.callee, bindings)}(…)`;
    case 'new': return `new ${expressionText(expression.callee, bindings)}(…)`;
    case 'await': case 'cast': case 'unary': return expressionText(expression.of, bindings);
    case 'require': case 'import': return `${expression.is}('${expression.specifier}')`;
    case 'function': return 'function';
    default: return '(…)';
  }
}
