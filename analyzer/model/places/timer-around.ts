import type { Visit } from '../context.js';
import type { Guard } from '../types.js';

/** What ends a wait for the one who waits: a timer around it, no budget of the whole request. */
export function timerAround({ guards, detached, left }: Pick<Visit, 'guards' | 'detached' | 'left'>): Guard | undefined {
  for (let stack = guards; stack !== undefined && !(detached && stack === left); stack = stack.outer) {
    const { guard } = stack.guard;
    if ((guard.is === 'timeout' || guard.is === 'breaker') && guard.bound !== undefined && guard.bound.is !== 'unbounded') return guard;
  }
  return undefined;
}
