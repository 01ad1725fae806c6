import type { LintResult } from '../types.js';
import { names, placed } from './named-places.js';
import { observabilityItems } from './observability.js';
import type { ChecklistItem, ConcernSummary, Evidence } from './types.js';

/** The readiness meeting's agenda: what the code proves or disproves filled in, what it cannot tell as questions. */
export function checklistOf(result: LintResult, summaries: readonly ConcernSummary[], evidence: readonly Evidence[]): readonly ChecklistItem[] {
  return [
    ...summaries.filter(({ rules }) => rules.length > 0).map((summary) => ruleItem(summary, evidence)),
    ...loadItems(result),
    ...observabilityItems(result),
    ...QUESTIONS.map(([text, found]): ChecklistItem => ({ group: 'For people', text, state: 'ask', found, places: [] })),
  ];
}

function ruleItem({ id, question, counts }: ConcernSummary, evidence: readonly Evidence[]): ChecklistItem {
  const { violated, unproven, satisfied, accepted } = counts;
  const state = violated > 0 ? 'disproved' : unproven > 0 ? 'open' : satisfied > 0 ? 'proved' : accepted > 0 ? 'open' : 'not-applicable';
  const parts = [[violated, 'violated'], [unproven, 'unproven'], [accepted, 'accepted with a reason'], [satisfied, 'satisfied']] as const;
  const found = parts.filter(([count]) => count > 0).map(([count, name], index) => `${count} ${index > 0 ? '' : count === 1 ? 'place ' : 'places '}${name}`).join(', ');
  const own = evidence.filter((item) => item.concern === id && item.state === (violated > 0 ? 'violated' : 'unproven'));
  return {
    group: 'What the rules found', text: question, state, found: found === '' ? 'nothing that is known raises the question' : found,
    ...placed(own.map(({ site }) => site)),
  };
}

const ANSWERING = new Set(['http', 'rpc', 'graphql', 'middleware']);

function loadItems(result: LintResult): readonly ChecklistItem[] {
  const { entryPoints, provisions = [], processes = [] } = result;
  const answering = entryPoints.filter(({ kind }) => ANSWERING.has(kind)).map(({ id }) => id);
  const consumers = entryPoints.filter(({ kind }) => kind === 'consumer').map(({ id }) => id);
  const bulkheads = provisions.filter(({ is, site }) => is === 'bulkhead' && (processes.length === 0 || processes.some(({ files }) => files.includes(site.file))));
  return [
    ...(answering.length === 0 ? [] : [
      covered(result, { is: 'rate-limit', ids: answering, what: 'entry points that answer', text: 'Requests are rate limited', absent: 'Nothing in the code stands in front of them; does a gateway limit requests?' }),
      covered(result, { is: 'load-shedding', ids: answering, what: 'entry points that answer', text: 'Work is shed when the process is overloaded', absent: 'Nothing that sheds load was found; what happens at twice the expected traffic?' }),
    ]),
    ...(consumers.length === 0 ? [] : [covered(result, { is: 'concurrency', ids: consumers, what: 'consumers', text: 'Consumers take only so much at once', absent: 'How much they take at once was not found' })]),
    {
      group: 'Load control', text: 'Concurrent work on one dependency is limited', state: bulkheads.length === 0 ? 'absent' : 'open',
      found: bulkheads.length === 0 ? 'No bulkhead or concurrency limit was found; pools limit only what goes through them' : `seen: ${names(bulkheads)}; which calls go through it is for people to look up`,
      ...placed(bulkheads.map(({ site }) => site)),
    },
  ];
}

interface Covered {
  readonly is: 'rate-limit' | 'load-shedding' | 'concurrency';
  readonly ids: readonly string[];
  readonly what: string;
  readonly text: string;
  readonly absent: string;
}

function covered({ admissions = [], provisions = [] }: LintResult, { is, ids, what, text, absent }: Covered): ChecklistItem {
  const own = admissions.filter((admission) => admission.is === is);
  const made = provisions.filter((provision) => provision.is === is);
  const under = ids.filter((id) => own.some(({ reachedBy }) => reachedBy.includes(id)));
  if (under.length === 0 && made.length > 0) return { group: 'Load control', text, state: 'open', found: `seen: ${names(made)}; in front of which entry points it stands was not found`, ...placed(made.map(({ site }) => site)) };
  if (under.length === 0) return { group: 'Load control', text, state: 'absent', found: absent, places: [] };
  return { group: 'Load control', text, state: under.length === ids.length ? 'proved' : 'open', found: `${names(own)}: ${under.length} of ${ids.length} ${what}`, ...placed(own.map(({ site }) => site)) };
}

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['What does the caller in front of this service wait for?', 'A gateway’s or client’s timeout is the budget; put it into "budgets" of the configuration and the waterfalls are judged against it.'],
  ['Who is paged, by which signal, and what do they do first?', 'Name the alert, the dashboard and the runbook.'],
  ['Can the last release be rolled back while its migrations have run?', 'Say how long it takes and who may do it.'],
  ['What does each partner promise, and what is served while it is down?', 'The dependencies above say what the code does; the promise is in the contract.'],
  ['Was the service tried under twice its expected load?', 'Pool sizes and limits above are the first to look at.'],
];
