import type { Provision } from '#model/types.js';
import { concerns } from './concerns.js';
import type { LintResult } from '../types.js';
import type { ChecklistItem, ConcernSummary, Evidence } from './types.js';

const MAX_PLACES = 5;

/** The readiness meeting's agenda: what the code proves or disproves filled in, what it cannot tell as questions. */
export function checklistOf(result: LintResult, summaries: readonly ConcernSummary[], evidence: readonly Evidence[]): readonly ChecklistItem[] {
  const { provisions = [] } = result;
  return [
    ...summaries.filter(({ rules }) => rules.length > 0).map((summary) => ruleItem(summary, evidence)),
    ...PROVISIONS.map((asked) => provisionItem(asked, provisions)),
    ...QUESTIONS.map(([group, text, found]): ChecklistItem => ({ group, text, state: 'ask', found, places: [] })),
  ];
}

function ruleItem({ id, question, counts }: ConcernSummary, evidence: readonly Evidence[]): ChecklistItem {
  const { violated, unproven, satisfied, accepted } = counts;
  const state = violated > 0 ? 'disproved' : unproven > 0 ? 'open' : satisfied > 0 ? 'proved' : accepted > 0 ? 'open' : 'absent';
  const parts = [[violated, 'violated'], [unproven, 'unproven'], [accepted, 'accepted with a reason'], [satisfied, 'satisfied']] as const;
  const found = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(', ');
  const places = evidence.filter((item) => item.concern === id && item.state === (violated > 0 ? 'violated' : 'unproven')).slice(0, MAX_PLACES).map(({ site }) => site);
  return { group: 'Proved by the code', text: question, state, found: found === '' ? (concerns.find((one) => one.id === id)?.notApplicable ?? 'the question does not arise') : found, places };
}

interface Asked {
  readonly group: string;
  readonly text: string;
  readonly is: readonly Provision['is'][];
  readonly absent: string;
  /** What the code alone does not tell of one that is there; absent where its being there is the answer. */
  readonly open?: string;
}

const PROVISIONS: readonly Asked[] = [
  { group: 'Load control', text: 'Requests are rate limited', is: ['rate-limit'], open: 'which routes it covers is not decided', absent: 'No rate limiter that we know is used; does a gateway limit requests?' },
  { group: 'Load control', text: 'Work is shed when the process is overloaded', is: ['load-shedding'], open: 'whether its limits fit is not decided', absent: 'Nothing that sheds load was found; what happens at twice the expected traffic?' },
  { group: 'Load control', text: 'Concurrent work on one dependency is limited', is: ['bulkhead'], open: 'which calls go through it is not decided', absent: 'No bulkhead or concurrency limit was found; pools limit only what goes through them' },
  { group: 'Observability', text: 'Logs are structured', is: ['logger'], absent: 'No logging library that we know is used' },
  { group: 'Observability', text: 'Requests carry an id through logs', is: ['request-id'], absent: 'Nothing that sets a request id was found' },
  { group: 'Observability', text: 'Requests are traced', is: ['tracer'], absent: 'No tracing library that we know is started; is an agent attached from outside?' },
  { group: 'Observability', text: 'Metrics are exported', is: ['metrics'], absent: 'No metrics library that we know is used; are the sizes of pools and the states of breakers seen anywhere?' },
  { group: 'Observability', text: 'Errors are reported', is: ['error-reporting'], absent: 'No error reporting that we know is used' },
  { group: 'Observability', text: 'Health and readiness endpoints exist', is: ['health'], absent: 'No health or readiness endpoint was found' },
];

function provisionItem({ group, text, is, absent, open }: Asked, provisions: readonly Provision[]): ChecklistItem {
  const own = provisions.filter((provision) => is.includes(provision.is));
  if (own.length === 0) return { group, text, state: 'absent', found: absent, places: [] };
  const seen = `seen: ${[...new Set(own.map(({ name }) => name))].join(', ')}`;
  return { group, text, state: open === undefined ? 'proved' : 'open', found: open === undefined ? seen : `${seen}; ${open}`, places: own.slice(0, MAX_PLACES).map(({ site }) => site) };
}

const QUESTIONS: readonly (readonly [string, string, string])[] = [
  ['For people', 'Does readiness turn unhealthy before the server stops accepting?', 'On SIGTERM the balancer needs time to notice; look at what the readiness endpoint says while the process drains.'],
  ['For people', 'What does the caller in front of this service wait for?', 'A gateway’s or client’s timeout is the budget; put it into "budgets" of the configuration and the waterfalls are judged against it.'],
  ['For people', 'Who is paged, by which signal, and what do they do first?', 'Name the alert, the dashboard and the runbook.'],
  ['For people', 'Can the last release be rolled back while its migrations have run?', 'Say how long it takes and who may do it.'],
  ['For people', 'What does each partner promise, and what is served while it is down?', 'The dependencies above say what the code does; the promise is in the contract.'],
  ['For people', 'Was the service tried under twice its expected load?', 'Pool sizes and limits above are the first to look at.'],
];
