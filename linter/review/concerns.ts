import type { ConcernId } from './types.js';

/** A column of the matrix, and how far a violation in it is felt. */
export interface Concern {
  readonly id: ConcernId;
  readonly title: string;
  readonly question: string;
  /** Said where no place on the path raises the question. */
  readonly notApplicable: string;
  /** Concerns of rules that belong here; none where what is present is shown and nobody judges it. */
  readonly of: readonly string[];
  /** `process`: every entry point of the process suffers, whoever leads there; `path`: those that a finding names; `end`: of those, what runs in one process, for one process ends at a time. */
  readonly spreads: 'path' | 'process' | 'end';
  /** What a failure holds, with its weight. */
  readonly holds: { readonly text: string; readonly weight: number };
}

/** The columns, in the order in which a request meets them. */
export const concerns: readonly Concern[] = [
  {
    id: 'accept', title: 'Accept, parse', question: 'Is what comes in bounded?', notApplicable: 'no body is known to be read there', of: ['accept', 'memory', 'body'],
    spreads: 'process', holds: { text: 'memory of the process', weight: 4 },
  },
  {
    id: 'budget', title: 'Budget', question: 'Does everything inside a request end before the time around it is up?', notApplicable: 'no limit that encloses another is known on its path', of: ['timeouts', 'budget'],
    spreads: 'path', holds: { text: 'the request, and work nobody waits for', weight: 2 },
  },
  {
    id: 'event-loop', title: 'Event loop', question: 'Do requests stay clear of calls that block the process?', notApplicable: 'none of its code is in sight', of: ['event-loop'],
    spreads: 'process', holds: { text: 'the event loop', weight: 5 },
  },
  {
    id: 'pool', title: 'Pool', question: 'Does every wait for a connection end, and is none held too long?', notApplicable: 'no wait for a pooled connection is known on its path', of: ['pool', 'holding'],
    spreads: 'path', holds: { text: 'requests in the queue of the pool', weight: 4 },
  },
  {
    id: 'outbound', title: 'Breaker, timeout', question: 'Does the service stand while a partner is down or slow?', notApplicable: 'no call of another service is known on its path', of: ['breaker', 'outbound', 'retries'],
    spreads: 'path', holds: { text: 'what calls it, for as long as the partner takes', weight: 3 },
  },
  {
    id: 'idempotency', title: 'Idempotency', question: 'Is a second run of each write harmless?', notApplicable: 'no write that anything repeats is known on its path', of: ['idempotency'],
    spreads: 'path', holds: { text: 'the effect, which happens twice', weight: 3 },
  },
  {
    id: 'shutdown', title: 'Shutdown', question: 'Does work end in order on SIGTERM?', notApplicable: 'its process has nothing to close, or was not found', of: ['shutdown', 'drain'],
    spreads: 'end', holds: { text: 'all work in flight, at every deployment', weight: 3 },
  },
  {
    id: 'load', title: 'Load control', question: 'Does something turn work away before it is too much?', notApplicable: 'nothing outside decides how often it runs', of: [],
    spreads: 'process', holds: { text: 'the process', weight: 2 },
  },
  {
    id: 'observability', title: 'Observed', question: 'Would someone see that it is in trouble?', notApplicable: 'nothing that observes it was found', of: [],
    spreads: 'process', holds: { text: 'the time until someone knows', weight: 1 },
  },
];

/** The column of a rule's concern; what no column names belongs to its path. */
export function concernOf(ruleConcern: string): Concern {
  return (concerns.find(({ of }) => of.includes(ruleConcern)) ?? concerns.find(({ id }) => id === 'outbound')) as Concern;
}
