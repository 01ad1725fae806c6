import type { WorkerOptions } from 'node:worker_threads';
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultOptions } from '#linter/options.js';
import { Signals, type Answer, type GuardTask } from '#linter/session/messages.js';
import { startThread } from '#linter/session/start-thread.js';

// A thread that does nothing but what the test does for it.
let guard: GuardTask | undefined;
vi.mock('node:worker_threads', async (original) => ({
  ...(await original<object>()),
  Worker: class {
    constructor(_url: URL, { workerData }: WorkerOptions) {
      guard = workerData as GuardTask;
    }
    unref = () => undefined;
    terminate = () => undefined;
  },
}));

const QUESTION = { id: 2, path: 'a.ts', text: 'b', isWaitedFor: false };
const KNOWN: Answer = { is: 'known', id: 2, here: [] };
const HOURS = 3_600_000;

// Who waits for it gets it.
const LATE_ANSWER = `
  const { workerData: { port, signals, answer } } = require('node:worker_threads');
  setTimeout(() => {
    port.postMessage(answer);
    Atomics.add(new Int32Array(signals), 0, 1);
    Atomics.notify(new Int32Array(signals), 0);
  }, 2000);
`;

function started() {
  const thread = startThread({ options: defaultOptions('/'), wantsConfigDecision: false, live: true }, 512);
  const { session, alive } = guard ?? expect.fail('no thread was started');
  Atomics.store(new Int32Array(alive), 0, 1);
  return { thread, port: session.port, signals: session.signals, tellBusy: (isBusy: 0 | 1) => void Atomics.store(new Int32Array(session.signals), Signals.isBusy, isBusy) };
}

beforeEach(() => (guard = undefined));

test('an answer is waited for where the thread is at it', () => {
  const { thread, port } = started();
  port.postMessage(KNOWN);
  expect(thread.ask(QUESTION, { forEditMs: HOURS, whenBusyMs: 0 }, () => undefined)).toEqual(KNOWN);
});

test('none is waited for where the thread does what takes longer; what has come is passed on', async () => {
  const { thread, port, signals, tellBusy } = started();
  tellBusy(1);
  port.postMessage({ ...KNOWN, id: 1 });
  const { Worker: RealWorker } = await vi.importActual<typeof import('node:worker_threads')>('node:worker_threads');
  const answering = new RealWorker(LATE_ANSWER, { eval: true, workerData: { port, signals, answer: KNOWN }, transferList: [port] });
  const heard: Answer[] = [];
  expect(thread.ask(QUESTION, { forEditMs: HOURS, whenBusyMs: 0 }, (answer) => heard.push(answer))).toBeUndefined();
  expect(heard).toEqual([{ ...KNOWN, id: 1 }]);
  await answering.terminate();
});

test('one that is not busy is not waited for longer than an edit takes', () => {
  expect(started().thread.ask(QUESTION, { forEditMs: 0, whenBusyMs: HOURS }, () => undefined)).toBeUndefined();
});
