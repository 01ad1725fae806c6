import type { RequestPath } from '#model/types.js';
import { boundText } from './support/bound-text.js';
import { budgetGroups } from './support/budget-groups.js';
import { listText } from './support/list-text.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { reachedBy } from './support/reached-by.js';
import { isSeenWhole, wholeTimeout } from './support/whole-timeout.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A request that nobody gives up on holds its connections and its memory as long as the slowest dependency likes. */
export default defineRule({
  id: 'require-request-budget',
  concern: 'timeouts',
  question: 'Does every entry point that answers someone and waits for something have a total timeout?',
  consequence: 'When a dependency slows down, requests pile up: each holds its memory and its connections although its client has long gone.',
  severity: 'warn',
  recommended: false,

  *judge({ paths }) {
    const asked = paths.filter(({ entryPoint }) => entryPoint.answers && ANSWERING.has(entryPoint.kind)).filter(({ waits }) => waits);
    yield* oneVerdictAPlace(asked.flatMap((path) => withBudget(path).map((verdict) => reachedBy(verdict, [path.entryPoint]))));
    for (const { site, lacking } of budgetGroups(asked)) yield lackingAt(site, lacking);
  },
});

const ANSWERING = new Set(['http', 'rpc', 'graphql', 'serverless']);
const NAMED = 3;

function withBudget(path: RequestPath): Verdict[] {
  const { entryPoint: { site, name }, budget } = path;
  const whole = budget === undefined ? wholeTimeout(path) : undefined;
  if (whole !== undefined && !isSeenWhole(path)) return [unproven(site, `whether ${whole.name} is around everything that ${name} waits for is not in sight`)];
  if (whole?.bound?.is === 'bounded') return [satisfied(site, `${name} ends after ${boundText(whole.bound)}`, [{ site: whole.site, text: whole.name }])];
  if (budget === undefined) return [];
  if (budget.bound.is === 'unknown') return [unproven(site, `the limit of ${budget.guard.name} of ${name} is unknown: ${budget.bound.because}`)];
  if (budget.bound.is === 'unbounded') return [];
  return [satisfied(site, `${name} ends after ${boundText(budget.bound)}`, [{ site: budget.guard.site, text: budget.guard.name }])];
}

function lackingAt(site: RequestPath['entryPoint']['site'], lacking: readonly RequestPath[]): Verdict {
  const [first] = lacking;
  const names = lacking.map(({ entryPoint }) => entryPoint.name);
  const rest = names.length - NAMED;
  const who = rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${rest} more` : listText(names);
  const slice = first?.slices[0];
  return violated(site, {
    message: `${who} ${names.length === 1 ? 'has' : 'have'} no total timeout`,
    remedy: `Give ${names.length === 1 ? 'it' : 'them'} a budget that answers when it is used up, and pass its signal on; where a gateway has one, tell it under "budgets" in the configuration`,
    trace: slice?.trace ?? [],
    entryPoints: lacking.map(({ entryPoint }) => entryPoint.id),
  });
}
