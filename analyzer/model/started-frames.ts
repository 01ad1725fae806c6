import type { Body } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import type { ModelContext } from './context.js';
import { innerBodies } from './entry-points/start-order.js';

const STARTED = new WeakMap<ModelContext, ReadonlySet<Frame>>();

/** Activations that run when the process starts. */
export function startedFrames(context: ModelContext): ReadonlySet<Frame> {
  const known = STARTED.get(context);
  if (known !== undefined) return known;
  const frames = new Set<Frame>();
  const seen = new Set<Body>();
  const stack = [...context.start];
  for (let body = stack.pop(); body !== undefined; body = stack.pop()) {
    if (seen.has(body)) continue;
    seen.add(body);
    if (body.frame !== undefined) frames.add(body.frame);
    for (const step of body.steps) stack.push(...innerBodies(step));
  }
  STARTED.set(context, frames);
  return frames;
}
