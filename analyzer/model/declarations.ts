import picomatch from 'picomatch';
import type { Handler } from './context.js';
import type { Site } from './site.js';
import type { Guard } from './types.js';

/** What the user tells about the service, where the code cannot say it. */
export interface Declarations {
  /** Budgets imposed from outside, by the entry point's name or a pattern of names. */
  readonly budgets: readonly { readonly entryPoint: string; readonly ms: number; readonly site: Site }[];
  /** What a budget has to leave over. */
  readonly marginMs: number;
  /** Globs of files whose exported functions are entry points. */
  readonly entryPoints: readonly string[];
  /** A limit on a request's body above this one, in bytes, limits nothing. */
  readonly bodyLimitBytes?: number;
  /** Time between SIGTERM and SIGKILL where no manifest says it. */
  readonly gracePeriodMs?: number;
}

/** 10 MB. */
export const BODY_LIMIT = 10 * 1024 * 1024;

/** Nothing told. */
export const NO_DECLARATIONS: Declarations = { budgets: [], marginMs: 0, entryPoints: [] };

/** The handlers with the budgets that the user declares for them; a name comes before patterns, patterns count in the order written. */
export function withImposedBudgets(handlers: readonly Handler[], { budgets }: Declarations): readonly Handler[] {
  if (budgets.length === 0) return handlers;
  const matchers = budgets.map((budget) => ({ ...budget, matches: entryPointsLike(budget.entryPoint) }));
  return handlers.map((handler) => {
    const { name } = handler.entryPoint;
    const found = matchers.find(({ entryPoint }) => entryPoint === name) ?? matchers.find(({ matches }) => matches(name));
    if (found === undefined) return handler;
    const { site, ms, entryPoint } = found;
    const guard: Guard = { is: 'budget', name: 'the budget of the configuration', site, bound: { is: 'bounded', ms, from: { text: `budgets["${entryPoint}"]`, site, isDefault: false } } };
    return { ...handler, budgets: [guard, ...handler.budgets] };
  });
}

/** Tells the names of entry points that a pattern means. */
export function entryPointsLike(pattern: string): (name: string) => boolean {
  const matches = picomatch(pattern, { dot: true, nonegate: true, noextglob: true });
  return (name) => name === pattern || matches(name);
}
