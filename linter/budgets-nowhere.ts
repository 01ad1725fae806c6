import { entryPointsLike } from '#model/declarations.js';
import type { Note } from '#project/types.js';
import type { Configuration } from './config.js';
import { didYouMean } from './nearest.js';
import type { EntryPointSummary } from './types.js';

/** Budgets of the configuration for entry points that are not there: they bound nothing. */
export function budgetsNowhere({ budgets, wayToRoot }: Pick<Configuration, 'budgets' | 'wayToRoot'>, entryPoints: readonly EntryPointSummary[]): Note[] {
  // A configuration above the root speaks of other services too.
  if (wayToRoot !== '') return [];
  const names = [...new Set(entryPoints.map(({ name }) => name))];
  return Object.keys(budgets)
    .filter((pattern) => !names.some(entryPointsLike(pattern)))
    .map((pattern) => ({ message: `budgets of the configuration: no entry point of this run is called "${pattern}".${didYouMean(pattern, names)}` }));
}
