import type { BlockingCall } from '#model/types.js';
import { entryPointNames } from './support/entry-point-names.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { reachedBy } from './support/reached-by.js';
import { defineRule, satisfied, violated, type Verdict } from './types.js';

/** One request that blocks the event loop stops all others of the process. */
export default defineRule({
  id: 'no-sync-io-in-handler',
  concern: 'event-loop',
  question: 'Does every request stay clear of calls that block the event loop?',
  consequence: 'While the call runs, the process answers nobody: all requests wait and timers fire late. A call that takes long fails the health checks too, and the whole instance is out of service.',
  severity: 'error',
  recommended: true,

  *judge({ blockingCalls, paths }) {
    yield* oneVerdictAPlace(blockingCalls.flatMap(verdictsOf));
    const blocked = new Set(blockingCalls.flatMap((call) => call.reachedBy.map(({ entryPoint }) => entryPoint)));
    for (const { entryPoint } of paths)
      if (!blocked.has(entryPoint)) yield reachedBy(satisfied(entryPoint.site, `${entryPoint.name} reaches no call that is known to block`), [entryPoint]);
  },
});

const UNTIL: Readonly<Record<BlockingCall['blocks'], string>> = {
  disk: 'until the disk has answered',
  cpu: 'until it has computed its result',
  process: 'until the child process has ended',
  network: 'until the other side has answered',
  database: 'until the database has answered',
  wait: 'until its wait is over',
};

/** How long it holds the event loop: to its end, or in turns with other work in between. */
function blockingText({ blocks, slices }: BlockingCall): string {
  return slices === undefined ? `which blocks the event loop ${UNTIL[blocks]}` : `which works on the event loop and blocks it for up to ${slices} ms at a time`;
}

function verdictsOf(call: BlockingCall): Verdict[] {
  const { site, cost, instead, promised, once, reachedBy } = call;
  const name = call.of === undefined ? call.name : `${call.name} of ${call.of}`;
  if (once !== undefined) return [satisfied(site, `${name} runs once in the process: ${once}`)];
  const [shortest] = reachedBy;
  if (shortest === undefined) return [];
  return [
    violated(site, {
      message: `${shortest.entryPoint.name} reaches ${name}, ${blockingText(call)}`,
      remedy: instead === undefined ? `Run ${name} in a worker thread, or once before the service accepts requests` : `Use ${instead} in place of ${name}`,
      trace: shortest.trace,
      entryPoints: entryPointNames(reachedBy),
      ...(cost === 'low' ? { severity: 'warn' } : {}),
      ...(promised === undefined ? {} : { repairs: [{ title: `Await the form of ${name} that gives a promise`, site, change: { is: 'promise-form', member: promised } }] }),
    }),
  ];
}
