import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import { limitsOf } from '../bounds.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Bound } from '../types.js';
import { limited } from './guarded.js';
import { collect } from './measure.js';
import { sequenceOf } from './spans.js';
import type { Span, Wait } from './spans.js';

/** A transaction: BEGIN, what runs in it, COMMIT; where the library ends the whole of it, until then. */
export function transaction(context: ModelContext, step: CallStep, row: OperationRow, runs: Span): Span {
  const whole = limitsOf(context, row, step.call, step.callee);
  const text = callText(step.call);
  if (whole?.is === 'bounded') return limited({ is: 'timeout', name: text, site: siteOfCall(step.call), bound: whole }, runs);
  return sequenceOf([edge(step, 'BEGIN', runs), runs, edge(step, 'COMMIT', runs)]);
}

// Statements like those between them: they run on the same connection, with the limit of its pool.
function edge({ call }: CallStep, operation: string, runs: Span): Span {
  const site = siteOfCall(call);
  const from = { text: '', site, isDefault: true };
  const found: Wait[] = [];
  collect(runs, (wait) => {
    if (wait.layer === 'statement') found.push(wait);
  });
  const longest = found.reduce<Wait | undefined>((a, b) => (a?.perAttempt.is === 'bounded' && (b.perAttempt.is !== 'bounded' || b.perAttempt.ms < a.perAttempt.ms) ? a : b), undefined);
  const unknown: Bound = { is: 'unknown', because: `no limit of the ${operation} of ${callText(call)} is known` };
  const bound = longest?.perAttempt ?? unknown;
  return {
    is: 'wait',
    wait: { layer: 'statement', operation, site, on: longest?.on, attempts: { is: 'bounded', ms: 1, from }, perAttempt: bound, delays: { is: 'bounded', ms: 0, from }, total: bound },
  };
}
