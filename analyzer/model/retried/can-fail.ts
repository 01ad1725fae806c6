import type { Body, Step } from '#program/steps.js';
import { rowsOf } from '../context.js';
import type { ModelContext } from '../context.js';
import { innerBodies } from '../entry-points/start-order.js';

const MAX_DEPTH = 4;

/** Can a failure below leave a body? False where all that happens in it stands in a `try` that swallows what it catches. */
export function canFail(context: Pick<ModelContext, 'program'>, body: Body): boolean {
  const givesBack = context.program.engine.libraries.words('gives-back');
  const seen = new Set<Body>();
  const leaves = (inner: Body): boolean => {
    if (seen.has(inner)) return false;
    seen.add(inner);
    return inner.steps.some((step) => {
      if (step.is === 'unresolved' || step.is === 'throw') return true;
      // The language's own functions are not why people try again.
      if (step.is === 'call' && (step.callee.module !== 'global' || (rowsOf(context, step)?.operations.length ?? 0) > 0)) return true;
      if (step.is === 'try' && isSwallowed(step.handler, givesBack)) return step.finalizer !== undefined && leaves(step.finalizer);
      return innerBodies(step).some(leaves);
    });
  };
  return body.steps.length === 0 || leaves(body);
}

/** Does nothing that is thrown come out of a `catch`, and nothing is given back to who delivers it? */
export function isSwallowed(handler: Body | undefined, givesBack: ReadonlySet<string>): boolean {
  return handler !== undefined && !fails(handler.steps, givesBack, 0);
}

function fails(steps: readonly Step[], givesBack: ReadonlySet<string>, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  return steps.some((step) => {
    if (step.is === 'throw') return true;
    if ('call' in step && step.call !== undefined) {
      const { callee } = step.call.expression;
      if (callee.is === 'member' && givesBack.has(callee.name)) return true;
    }
    return innerBodies(step).some((inner) => fails(inner.steps, givesBack, depth + 1));
  });
}
