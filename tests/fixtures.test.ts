import { describe, expect, test } from 'vitest';
import { realAnalysis } from './support/analysis.js';
import { differencesOf, findScenarios } from './support/scenarios.js';

describe('fixtures', () => {
  for (const scenario of findScenarios())
    test(scenario.name, () => {
      const differences = differencesOf(scenario, realAnalysis).map(({ is, place, text }) => `${is} ${place} ${text}`);
      expect(differences).toEqual([]);
    });
});
