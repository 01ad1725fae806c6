import type { TeardownEvent } from '#model/types.js';
import { closeRepair } from './support/close-repair.js';
import { byPlace, oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { reachedBy } from './support/reached-by.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** SIGTERM must unwind the request path in reverse, and in time. */
export default defineRule({
  id: 'shutdown-order',
  concern: 'shutdown',
  question: 'Does SIGTERM stop the intake first, then let work finish, then close what the work needs, within a deadline?',
  consequence: 'Every deployment and every scale-down cuts requests in flight: clients get connection resets, jobs stop half-way, and transactions are lost.',
  severity: 'error',
  recommended: true,

  *judge({ teardown }) {
    for (const here of byPlace(teardown)) {
      const first = Math.min(...here.map(({ is }) => ORDER.indexOf(is)));
      yield* oneVerdictAPlace(here.filter(({ is }) => ORDER.indexOf(is) === first).map((event) => reachedBy(verdictOf(event), event.entryPoints ?? [])));
    }
  },
});

// One finding a place: what stands first is told.
const ORDER: readonly TeardownEvent['is'][] = ['no-handler', 'exit-early', 'wrong-order', 'not-awaited', 'never-closed', 'no-deadline', 'unknown', 'closed', 'deadline'];

function verdictOf(event: TeardownEvent): Verdict {
  const { site } = event;
  switch (event.is) {
    case 'closed':
      return satisfied(site, `${event.what} is closed in its turn at ${placeText(event.closeSite)}`, [{ site: event.closeSite, text: `${event.what} is closed` }]);
    case 'deadline':
      return satisfied(site, `${event.what} ends the shutdown in time (${placeText(site)})`);
    case 'unknown':
      return unproven(site, event.because);
    case 'no-handler':
      return finding(event, `Nothing handles SIGTERM, so ${event.what} stops with work in flight`, 'Handle SIGTERM: stop accepting, let work in flight finish, then close what it uses');
    case 'exit-early':
      return { ...finding(event, `The process exits before ${event.what} has finished closing`, `Exit after ${event.what} has finished closing`), ...closeRepair(event.what, event.close) };
    case 'wrong-order':
      return wrongOrder(event);
    case 'not-awaited':
      return notAwaited(event);
    case 'never-closed':
      return neverClosed(event);
    case 'no-deadline':
      return finding(event, `${event.what} has no deadline, so one close that hangs holds the process until it is killed`, 'End the process by an unref’d timer, set below the platform’s grace period and above the longest budget');
  }
}

function wrongOrder(event: Extract<TeardownEvent, { is: 'wrong-order' }>): Verdict {
  const { closed, dependent, dependentSite, gathers } = event;
  const verdict = finding(event, `${closed} is closed ${event.concurrent ? 'at the same time as' : 'before'} ${dependent}, which still uses it`, `Close ${closed} after ${dependent} has finished closing`);
  const made = event.made === undefined ? [] : [{ site: event.made[0], text: `${closed} is made here` }, { site: event.made[1], text: `${dependent} is made here` }];
  const lost = gathers === true ? { severity: 'warn', holdsItself: true, consequence: 'What the last requests and jobs give it is lost at every deployment.' } as const : {};
  return { ...verdict, ...lost, ...closeRepair(dependent, event.close), related: [{ site: dependentSite, text: `${dependent} uses ${closed}` }, ...made] };
}

function notAwaited(event: Extract<TeardownEvent, { is: 'not-awaited' }>): Verdict {
  const verdict = finding(event, `Nothing waits until ${event.closed} is closed`, `Await the close of ${event.closed}`);
  return event.server === true ? verdict : { ...verdict, ...closeRepair(event.closed, { site: event.site, tells: 'promise' }) };
}

function neverClosed(event: Extract<TeardownEvent, { is: 'never-closed' }>): Verdict {
  if (event.server) return finding(event, `${event.what} is never closed, so it takes requests until the process ends`, `Close ${event.what} first when SIGTERM arrives`);
  return { ...finding(event, `${event.what} is opened here and never closed`, `Close ${event.what} on SIGTERM, after everything that uses it`), severity: 'warn', holdsItself: true };
}

const CONSEQUENCES: Partial<Record<TeardownEvent['is'], string>> = {
  'wrong-order': 'At every deployment the last requests and jobs fail: what they need is gone before they end.',
  'not-awaited': 'At every deployment the process may end before this has closed, with what it still had to do.',
  'never-closed': 'What it does when the process ends is cut off in the middle, at every deployment and every scale-down.',
  'no-deadline': 'One close that hangs, and the platform kills the process with all that was still in flight.',
};

function finding(event: TeardownEvent, message: string, remedy: string) {
  const consequence = CONSEQUENCES[event.is];
  return violated(event.site, { message, remedy, trace: 'trace' in event ? event.trace : [], ...(consequence === undefined ? {} : { consequence }) });
}
