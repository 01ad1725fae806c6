import type { Body, CallStep, EnterStep, Step } from '#program/steps.js';
import { operationRow } from '../operations.js';
import { isPromise } from '../raced-promises.js';
import type { ModelContext } from '../context.js';

/** Does a step only let time pass: a library's sleep, `new Promise((resolve) => setTimeout(resolve, ms))`, a function that does nothing else? */
export function isSleep(context: ModelContext, step: Step): step is CallStep | EnterStep {
  if (step.is === 'call') return isPromise(step) ? isTimedPromise(step) : isLibrarySleep(context, step);
  return step.is === 'enter' && step.body.steps.length > 0 && onlySleeps(context, step.body);
}

function isLibrarySleep(context: ModelContext, step: CallStep): boolean {
  // A bare `setTimeout` lets nobody wait.
  return operationRow(context, step)?.is === 'sleep' && step.callee.module !== 'global';
}

function onlySleeps(context: ModelContext, { steps }: Body): boolean {
  let sleeps = false;
  for (const step of steps) {
    if (step.is === 'return') continue;
    if (!isSleep(context, step)) return false;
    sleeps = true;
  }
  return sleeps;
}

// The executor does nothing but set a timer that calls one of its parameters.
function isTimedPromise({ call, within }: CallStep): boolean {
  const [executor] = call.expression.arguments;
  if (executor?.is !== 'function' || within.length > 1) return false;
  const facts = call.frame.unit.facts.functions[executor.index];
  const [only, other] = facts?.body ?? [];
  const resolve = facts?.parameters[0]?.binding;
  if (only === undefined || resolve === undefined || (other !== undefined && other.is !== 'return')) return false;
  const value = only.is === 'expression' || only.is === 'return' ? only.value : undefined;
  if (value?.is !== 'call' || value.callee.is !== 'global' || value.callee.name !== 'setTimeout') return false;
  const [callback] = value.arguments;
  if (callback?.is === 'variable') return callback.binding === resolve;
  if (callback?.is !== 'function') return false;
  const { index, facts: file } = call.frame.unit;
  return (index.calls.get('') ?? []).concat(index.calls.get(file.bindings[resolve]?.name ?? '') ?? [])
    .some(({ call: settled, by }) => by === callback.index && settled.callee.is === 'variable' && settled.callee.binding === resolve);
}
