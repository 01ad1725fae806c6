import type { Step } from '#program/steps.js';
import { innerBodies } from '../entry-points/start-order.js';
import type { Site } from '../site.js';
import type { Waits } from './waits.js';

const MAX_DEPTH = 4;

/** The pools to which a step gives a connection back, by their creation. */
export function releases(waits: Waits, step: Step, depth = 0): readonly Site[] {
  if (step.is === 'call') return waits.releasedBy(step);
  if (depth > MAX_DEPTH || (step.is !== 'try' && step.is !== 'branch')) return [];
  return innerBodies(step).flatMap((body) => body.steps.flatMap((inner) => releases(waits, inner, depth + 1)));
}
