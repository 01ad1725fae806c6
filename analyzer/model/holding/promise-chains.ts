import type { Expression } from '#facts/types.js';
import { PROMISE_METHODS } from '#program/invoke.js';
import type { Body, Step } from '#program/steps.js';
import { containsPart } from '#program/statements.js';

/** Names that stand for other names; a circle of them ends here. */
const MAX_NAMES = 8;

const TRIED = new WeakMap<readonly Step[], readonly Step[]>();

/** Steps in which `work().finally(end)`, `work().catch(recover)` and `work().then(go, recover)` are what they mean: a `try` around what the chain started with. */
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
    const started = end === undefined ? [] : [end.receiver, ...namedStart(end.receiver, step)];
    while (from > 0 && started.some((part) => isIn(part, found[from - 1]?.expression))) from -= 1;
    if (end === undefined || from === found.length) {
      found.push({ step, expression });
      continue;
    }
    const last = { frame: undefined, steps: [step] };
    const body = { frame: undefined, steps: found.splice(from).map((one) => one.step) };
    const handler = end.name === 'then' ? end.rejected : end.name === 'catch' ? last : undefined;
    found.push({ step: { is: 'try', body, handler, finalizer: end.name === 'finally' ? last : undefined }, expression });
    if (end.name === 'then') found.push({ step: { is: 'branch', arms: end.fulfilled }, expression });
  }
  return found.map(({ step }) => step);
}

type End = { readonly receiver: Expression } & ({ readonly name: 'catch' | 'finally' } | { readonly name: 'then'; readonly fulfilled: readonly Body[]; readonly rejected: Body });

function endOf(step: Step): End | undefined {
  const callee = step.is === 'enter' ? step.call?.expression.callee : undefined;
  if (step.is !== 'enter' || callee?.is !== 'member') return undefined;
  if (callee.name === 'catch' || callee.name === 'finally') return { name: callee.name, receiver: callee.of };
  const [both] = step.body.steps;
  if (callee.name !== 'then' || both?.is !== 'branch' || both.call !== step.call || both.arms.length < 2) return undefined;
  return { name: 'then', receiver: callee.of, fulfilled: both.arms.slice(0, -1), rejected: both.arms.at(-1) as Body };
}

// `const rows = client.query(text); return rows.then(read).finally(end)`: what the name of the promise stands for.
function namedStart(receiver: Expression, step: Step, depth = 0): readonly Expression[] {
  if (step.is !== 'enter' || depth > MAX_NAMES) return [];
  let root = receiver;
  while (root.is === 'call' && root.callee.is === 'member' && PROMISE_METHODS.has(root.callee.name)) root = root.callee.of;
  const binding = root.is === 'variable' ? step.frame.unit.facts.bindings[root.binding] : undefined;
  const [only, ...others] = binding?.kind === 'const' && binding.owner === step.frame.function ? binding.values : [];
  return only === undefined || others.length > 0 ? [] : [only.value, ...namedStart(only.value, step, depth + 1)];
}

function isIn(receiver: Expression, expression: Expression | undefined): boolean {
  return expression !== undefined && containsPart(receiver, expression);
}
