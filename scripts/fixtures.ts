import { realAnalysis } from '../tests/support/analysis.js';
import { differencesOf, findScenarios, type Difference } from '../tests/support/scenarios.js';

// Prints which scenarios differ from what they expect: `npm run fixtures -- [filter]`.
const filter = process.argv[2] ?? '';
const started = performance.now();
const scenarios = findScenarios().filter(({ name }) => name.includes(filter));
const marks = { missing: '-', unexpected: '+', healed: '*', incident: '!' } as const;
let failed = 0;

for (const scenario of scenarios) {
  const differences = tried(() => differencesOf(scenario, realAnalysis));
  if (differences.length === 0) continue;
  failed += 1;
  process.stdout.write(`${scenario.name}\n`);
  for (const { is, place, text } of differences) process.stdout.write(`  ${marks[is]} ${place}  ${text.split('\n').slice(0, is === 'incident' ? 6 : 1).join('\n      ')}\n`);
}
process.stdout.write(`${scenarios.length - failed} of ${scenarios.length} scenarios as expected, ${Math.round(performance.now() - started)} ms (- missing, + unexpected, * healed, ! incident)\n`);
process.exitCode = failed === 0 ? 0 : 1;

function tried(compare: () => Difference[]): Difference[] {
  try {
    return compare();
  } catch (error) {
    return [{ is: 'incident', place: 'crash', text: error instanceof Error ? error.stack ?? error.message : String(error) }];
  }
}
