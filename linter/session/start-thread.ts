import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { compileLater } from '../compile-later.js';
import { UserError } from '../user-error.js';
import { Signals, type Answer, type GuardTask, type Question, type SessionTask } from './messages.js';

/** How long an answer is waited for: while its thread is at it, and while it does what takes longer. */
export interface Patience {
  readonly forEditMs: number;
  readonly whenBusyMs: number;
}

/** The thread of a session, as the one who asks sees it. */
export interface SessionThread {
  /** Sends a question and waits for an answer to it or to a later one; every answer that comes is passed on. */
  ask(question: Question, patience: Patience, onAnswer: (answer: Answer) => void): Answer | undefined;
  /** Passes on the answers that have come since. */
  drain(onAnswer: (answer: Answer) => void): void;
  isDead(): boolean;
  stop(): void;
}

// The time budget of a whole run.
const LONGEST_MS = 15 * 60_000;
const LONGEST_START_MS = 60_000;

/** Starts the thread of a session. It does not keep the process alive. */
export function startThread(task: Omit<SessionTask, 'signals' | 'port'>, memoryMb: number): SessionThread {
  const shared = new SharedArrayBuffer(Signals.size);
  const signals = new Int32Array(shared);
  const questions = new MessageChannel();
  const alarms = new MessageChannel();
  const alive = new SharedArrayBuffer(4);
  // Who starts a session waits for its first answer, and does nothing that had to be compiled meanwhile.
  const compileAsBefore = compileLater();
  const worker = guardThread({ session: { ...task, signals: shared, port: questions.port2 }, alive, memoryMb, alarm: alarms.port2 });
  const started = performance.now();
  let death: string | undefined;

  function receive(onAnswer: (answer: Answer) => void): Answer[] {
    const answers: Answer[] = [];
    for (let got = receiveMessageOnPort(questions.port1); got !== undefined; got = receiveMessageOnPort(questions.port1)) answers.push(got.message as Answer);
    answers.forEach(onAnswer);
    death ??= receiveMessageOnPort(alarms.port1)?.message as string | undefined;
    if (answers.length > 0 || death !== undefined) compileAsBefore();
    return answers;
  }

  return {
    ask(question, { forEditMs, whenBusyMs }, onAnswer) {
      const asked = performance.now();
      questions.port1.postMessage(question);
      for (;;) {
        const before = Atomics.load(signals, Signals.heard);
        const answer = receive(onAnswer).findLast(({ id }) => id >= question.id);
        if (answer !== undefined) return answer;
        if (death !== undefined) return { is: 'failed', id: question.id, message: death, hint: 'Run `seamlint check` to see more.' };
        const now = performance.now();
        const deadline = asked + Math.min(Atomics.load(signals, Signals.isBusy) === 1 ? whenBusyMs : forEditMs, LONGEST_MS);
        if (now >= deadline) return undefined;
        // Nobody tells a thread that is waiting that another one did not even start.
        const isAlive = Atomics.load(new Int32Array(alive), 0) === 1;
        if (!isAlive && now - started > LONGEST_START_MS) return { is: 'failed', id: question.id, message: 'the analysing thread did not start', hint: 'Run `seamlint check` to see more.' };
        Atomics.wait(signals, Signals.heard, before, Math.min(deadline - now, isAlive ? Infinity : 1000));
      }
    },
    drain: (onAnswer) => void receive(onAnswer),
    isDead: () => death !== undefined,
    stop() {
      compileAsBefore();
      void worker.terminate();
    },
  };
}

function guardThread(guard: GuardTask): Worker {
  try {
    const worker = new Worker(new URL('./guard-thread.js', import.meta.url), { workerData: guard, transferList: [guard.session.port, guard.alarm] });
    worker.unref();
    return worker;
  } catch (error) {
    // Node's permission model, for one, allows none.
    throw new UserError(`no thread can be started for the analysis: ${(error as Error).message}`, 'Allow it with `--allow-worker`.');
  }
}
