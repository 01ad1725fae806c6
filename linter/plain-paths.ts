import type { Budget, Dependency, RequestPath, ServiceModel } from '#model/types.js';
import { endingBudget } from '#rules/support/whole-timeout.js';
import type { LintResult } from './types.js';

/** The paths and dependencies of a model as plain data: whatever is lazy in them is asked for now. */
export function plainPaths({ paths, dependencies, shutdowns, opened, processes, provisions, admissions, marginMs }: ServiceModel): Required<Pick<LintResult, 'paths' | 'dependencies' | 'shutdowns' | 'opened' | 'processes' | 'provisions' | 'admissions' | 'marginMs'>> {
  return { paths: paths.map(plainPath), dependencies: dependencies.map(plainDependency), shutdowns, opened, processes, provisions, admissions, marginMs };
}

function plainPath(path: RequestPath): RequestPath {
  const { entryPoint, waits, budgets, worstCase, slices, omitted, unproven, within } = path;
  const each = budgets.map(plainBudget);
  const budget = endingBudget(path);
  return { entryPoint, waits, budget: budget === undefined ? undefined : (each[budgets.indexOf(budget)] ?? budget), budgets: each, worstCase, slices, omitted, unproven, within };
}

function plainBudget({ guard, bound, startMs, covers }: Budget): Budget {
  return { guard, bound, startMs, covers };
}

function plainDependency({ name, is, site, entryPoints, pools, drains }: Dependency): Dependency {
  return { name, is, site, entryPoints, pools, drains };
}
