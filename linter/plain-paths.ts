import type { Dependency, RequestPath, ServiceModel } from '#model/types.js';
import type { LintResult } from './types.js';

/** The paths and dependencies of a model as plain data: whatever is lazy in them is asked for now. */
export function plainPaths({ paths, dependencies }: ServiceModel): Required<Pick<LintResult, 'paths' | 'dependencies'>> {
  return { paths: paths.map(plainPath), dependencies: dependencies.map(plainDependency) };
}

function plainPath({ entryPoint, waits, budget, budgets, worstCase, slices, omitted, unproven, application }: RequestPath): RequestPath {
  return { entryPoint, waits, budget, budgets, worstCase, slices, omitted, unproven, application };
}

function plainDependency({ name, is, site, entryPoints, pools }: Dependency): Dependency {
  return { name, is, site, entryPoints, pools };
}
