import type { Limit } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import type { FunctionValue } from '#program/values.js';
import { readLimit } from './read-limit.js';
import type { Reading } from './read-limit.js';

const ENDING: ReadonlySet<Limit['limits']> = new Set(['attempt', 'total']);

/** When a function ends that does a library's work, where it only passes the work on to a call with a limit: `(url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(2000) })`. */
export function givenFunctionReading(engine: Engine, { unit, index, closure }: FunctionValue): Reading | undefined {
  const [returned, ...others] = unit.index.returns.get(index) ?? [];
  const sent = returned === undefined ? undefined : awaited(returned);
  if (sent?.is !== 'call' || others.length > 0) return undefined;
  const call = engine.callInstance(sent, engine.genericIn(unit, index, closure));
  const [target, ...further] = engine.targets(call);
  if (target?.is !== 'value' || target.value.is !== 'library' || further.length > 0) return undefined;
  const callee = target.value;
  const limits = (engine.libraries.rows(callee.module, callee.path)?.operations ?? []).flatMap((row) => row.limits ?? []).filter((limit) => ENDING.has(limit.limits) && limit.onlyWhen === undefined && limit.onlyIfCalled === undefined);
  const readings = limits.map((limit) => readLimit(engine, limit, { call, callee })).filter(([first]) => first?.is !== 'unset');
  const [only, ...rest] = readings.flat();
  return only?.is === 'number' && rest.length === 0 ? only : undefined;
}

function awaited(expression: Expression): Expression {
  return expression.is === 'await' ? awaited(expression.of) : expression;
}
