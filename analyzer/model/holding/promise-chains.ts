import type { Expression } from '#facts/types.js';
import type { Step } from '#program/steps.js';
import { containsPart } from '../own-breakers/statements.js';

const TRIED = new WeakMap<readonly Step[], readonly Step[]>();

/** Steps in which `work().finally(end)` and `work().catch(recover)` are what they mean: a `try` around what the chain started with. */
export function withChainsTried(steps: readonly Step[]): readonly Step[] {
  let tried = TRIED.get(steps);
  if (tried === undefined) TRIED.set(steps, (tried = readChains(steps)));
  return tried;
}

function readChains(steps: readonly Step[]): readonly Step[] {
  if (!steps.some((step) => endOf(step) !== undefined)) return steps;
  const found: { readonly step: Step; readonly expression: Expression | undefined }[] = [];
  for (const step of steps) {
    const end = endOf(step);
    const expression = 'call' in step ? step.call?.expression : undefined;
    let from = found.length;
    while (end !== undefined && from > 0 && isIn(end.receiver, found[from - 1]?.expression)) from -= 1;
    if (end === undefined || from === found.length) {
      found.push({ step, expression });
      continue;
    }
    const last = { frame: undefined, steps: [step] };
    const body = { frame: undefined, steps: found.splice(from).map((one) => one.step) };
    found.push({ step: { is: 'try', body, handler: end.name === 'catch' ? last : undefined, finalizer: end.name === 'finally' ? last : undefined }, expression });
  }
  return found.map(({ step }) => step);
}

function endOf(step: Step): { readonly name: 'catch' | 'finally'; readonly receiver: Expression } | undefined {
  const callee = step.is === 'enter' ? step.call?.expression.callee : undefined;
  return callee?.is === 'member' && (callee.name === 'catch' || callee.name === 'finally') ? { name: callee.name, receiver: callee.of } : undefined;
}

function isIn(receiver: Expression, expression: Expression | undefined): boolean {
  return expression !== undefined && containsPart(receiver, expression);
}
