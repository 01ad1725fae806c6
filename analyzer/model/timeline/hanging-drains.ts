import type { Bound, HangingDrain, HeldEntryPoint, Shutdown } from '../types.js';

/** Whether the requests that a hanging dependency holds are answered before a shutdown ends. */
export function hangingDrains(held: readonly HeldEntryPoint[], shutdowns: readonly Shutdown[]): readonly HangingDrain[] {
  return shutdowns.flatMap((shutdown): readonly HangingDrain[] => {
    const inFlight = held.filter(({ entryPoint }) => shutdown.entryPoints.some(({ id }) => id === entryPoint.id));
    const [first] = inFlight;
    const handler = shutdown.handlers[0];
    if (first === undefined || handler === undefined) return [];
    const last = inFlight.reduce((a, b) => (rank(answeredOf(b)) > rank(answeredOf(a)) ? b : a), first);
    const answered = answeredOf(last);
    const ends = endOf(shutdown);
    return [{ site: handler.site, signals: shutdown.signals, last: last.entryPoint, answered, ends, fits: fits(answered, ends?.bound) }];
  });
}

/** A request is over when its client is answered: by the handler, or by the budget. */
function answeredOf({ held, budget }: HeldEntryPoint): Bound {
  return budget?.bound?.is === 'bounded' ? budget.bound : held;
}

function rank(bound: Bound): number {
  return bound.is === 'bounded' ? bound.ms : bound.is === 'unknown' ? Number.MAX_VALUE : Infinity;
}

/** What ends the process first. */
function endOf({ deadlines, grace }: Shutdown): HangingDrain['ends'] {
  const all = [
    ...deadlines.map(({ site, what, bound, after }) => ({ bound: after.length === 0 ? bound : { is: 'unknown', because: `it begins when ${after.join(', ')} has closed` } as const, by: what, site })),
    ...(grace.is === 'known' ? [{ bound: { is: 'bounded', ms: grace.ms, from: { text: grace.text, site: grace.site ?? NOWHERE, isDefault: false } } as const, by: grace.text, site: grace.site }] : []),
  ];
  return [...all].sort((a, b) => rank(a.bound) - rank(b.bound))[0];
}

const NOWHERE = { file: '', line: 0, column: 0 };

function fits(answered: Bound, end: Bound | undefined): HangingDrain['fits'] {
  if (end?.is !== 'bounded' || answered.is === 'unknown') return 'unknown';
  return answered.is === 'bounded' && answered.ms < end.ms ? 'yes' : 'no';
}
