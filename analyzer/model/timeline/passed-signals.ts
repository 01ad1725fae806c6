import type { Expression } from '#facts/types.js';
import type { Body, CallStep } from '#program/steps.js';
import { siteOfCall } from '../context.js';
import type { Guard } from '../types.js';
import { collect, deadlinesIn } from './measure.js';
import { around } from './spans.js';
import type { Span } from './spans.js';

/** A signal that a function of a request makes. */
export interface MadeSignal {
  readonly made: Expression;
  readonly call: CallStep['call'];
}

/** How deep calls are looked into for signals that they make. */
const MAX_DEPTH = 8;
const MAKES_SIGNALS = new Set(['AbortSignal.timeout', 'AbortSignal.any', 'AbortController']);

/** The signals that a body makes once: what comes after it may be given them. */
export function signalsMadeIn(body: Body, depth = 0): readonly MadeSignal[] {
  if (depth > MAX_DEPTH) return [];
  return body.steps.flatMap((step): readonly MadeSignal[] => {
    if (step.is === 'enter' || step.is === 'try') return signalsMadeIn(step.body, depth + 1);
    return step.is === 'call' && step.callee.module === 'global' && MAKES_SIGNALS.has(step.callee.path) ? [{ made: step.call.expression, call: step.call }] : [];
  });
}

/** A span in which signals made before it run out. */
export function underSignals(span: Span, signals: readonly MadeSignal[]): Span {
  return signals.reduce((inner, { made }) => (deadlinesIn(inner, made).length === 0 ? inner : around(inner, () => ({ is: 'shared', signal: made, inner }))), span);
}

/** The signal that ends everything a span waits for, at least so many operations. */
export function signalOfAll(span: Span, signals: readonly MadeSignal[], atLeast: number): Guard | undefined {
  let waits = 0;
  collect(span, () => {
    waits += 1;
  });
  for (const { made, call } of signals) {
    const deadlines = deadlinesIn(span, made);
    if (waits < atLeast || deadlines.length !== waits) continue;
    const bound = deadlines[0]?.bound;
    if (bound !== undefined) return { is: 'budget', name: 'the signal that is passed on', site: siteOfCall(call), bound };
  }
  return undefined;
}
