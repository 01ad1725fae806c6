import { Worker, workerData } from 'node:worker_threads';
import { Signals, type GuardTask } from './messages.js';

// Who waits for an answer cannot hear that the session's thread has died; this thread does nothing but listen for it.
const { session, alive, memoryMb, alarm } = workerData as GuardTask;
const signals = new Int32Array(session.signals);
Atomics.store(new Int32Array(alive), 0, 1);
const STACK_MB = 64;
const YOUNG_MB = 96;

const thread = new Worker(new URL('./session-thread.js', import.meta.url), {
  workerData: session,
  transferList: [session.port],
  resourceLimits: { stackSizeMb: STACK_MB, maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
});
thread.on('error', (error: NodeJS.ErrnoException) => {
  report(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'the analysis ran out of memory' : error.message);
});
thread.on('exit', (code) => report(`the analysing thread ended (code ${code})`));

function report(message: string): void {
  alarm.postMessage(message);
  Atomics.add(signals, Signals.heard, 1);
  Atomics.notify(signals, Signals.heard);
}
