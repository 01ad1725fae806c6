import type { ModelContext } from './context.js';
import type { Nesting, Pool, ServiceModel } from './types.js';

/** How much of the service was resolved: calls whose callee is known among those that were read, timeout values among those asked for. */
export function measureCoverage(context: ModelContext, nestings: readonly Nesting[], pools: readonly Pool[]): ServiceModel['coverage'] {
  const { seen } = context.walker;
  let resolved = 0;
  for (const known of seen.values()) if (known) resolved += 1;
  const bounds = [...nestings.flatMap(({ inner, outer }) => [inner.bound, outer.bound]), ...pools.map((pool) => pool.acquireWait)];
  let lines = 0;
  for (const unit of context.program.units.values()) lines += unit.facts.lines.length;
  return {
    files: context.program.units.size, lines, entryPoints: context.handlers.length,
    calls: { total: seen.size, resolved },
    timeouts: { total: bounds.length, resolved: bounds.filter((bound) => bound.is !== 'unknown').length },
  };
}
