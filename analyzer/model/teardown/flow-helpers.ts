import { closeAll } from './flow-calls.js';
import type { Flow } from './flow.js';
import { runBody } from './flow.js';
import type { Moment } from './moments.js';
import type { Thread } from './threads.js';

/** Runs what a helper library does on the signal: what it was given to run first, the server, then the rest. */
export function runHelper(flow: Flow, thread: Thread, helper: NonNullable<Thread['helper']>, moment: Moment): void {
  for (const body of helper.before) runInTurn(flow, body, moment);
  const step = { ...thread.step, awaited: 'yes', within: [], later: [] } as const;
  for (const row of helper.closes) {
    const closes = flow.rules.serverOf(row, thread.step).filter((resource) => !moment.settled.has(resource));
    if (helper.limit === 'set') for (const resource of closes) flow.unwinding.cut.add(resource);
    closeAll(flow, step, closes.map((resource) => ({ resource, row: { call: row.call, awaitable: true, waits: true }, limit: 'absent' })), moment);
  }
  for (const body of thread.bodies) runInTurn(flow, body, moment);
}

function runInTurn(flow: Flow, body: Thread['bodies'][number], moment: Moment): void {
  runBody(flow, body, moment);
  moment.returned = false;
}
