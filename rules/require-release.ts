import type { Acquisition } from '#model/types.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** What is taken from a pool must come back to it, whatever happens. */
export default defineRule({
  id: 'require-release',
  concern: 'pool',
  question: 'Is every acquired connection released on every path, thrown errors included?',
  consequence: 'Each failure takes one connection out of the pool for good; after a handful of them every request waits, until the process is restarted.',
  severity: 'error',
  recommended: false,

  *judge({ acquisitions }) {
    yield* oneVerdictAPlace(acquisitions.map(verdictOf));
  },
});

function verdictOf({ site, name, what, ends }: Acquisition): Verdict {
  if (ends.is === 'unknown') return unproven(site, `whether the ${what} of ${name} is given back is unknown: ${ends.because}`);
  if (ends.is === 'released') return satisfied(site, `the ${what} of ${name} is given back ${ends.text} (${placeText(ends.at)})`);
  return violated(site, {
    message: messageFor(what, name, ends),
    remedy: `Give the ${what} back in a finally block that starts right after ${name}, or let the library do it with a callback`,
    trace: [],
    related: ends.how === 'ends' ? [] : [{ site: ends.at, text: ends.how === 'throws' ? 'what fails here leaves it taken' : 'this return leaves it taken' }],
  });
}

function messageFor(what: string, name: string, { how, at }: Extract<Acquisition['ends'], { is: 'leaks' }>): string {
  if (how === 'ends') return `The ${what} that ${name} takes here is never given back`;
  if (how === 'returns') return `The ${what} that ${name} takes here is not given back when the function returns at ${placeText(at)}`;
  return `The ${what} that ${name} takes here is not given back when ${placeText(at)} throws`;
}
