import { Worker } from 'node:worker_threads';
import { compileLater } from './compile-later.js';
import type { WorkerMessage, WorkerTask } from './messages.js';
import type { Progress } from './options.js';
import type { PlainResult } from './plain-result.js';
import { makeProgressBoard, readProgress, type ProgressBoard } from './progress-board.js';
import { UserError } from './user-error.js';

/** The limits of one attempt. */
export interface Limits {
  readonly memoryMb: number;
  /** Until when the whole run must be done, as `performance.now()`. */
  readonly deadline: number;
  readonly fileMs: number;
}

/** How an attempt ended. `known` is what had been found when it was stopped. */
export type AttemptEnd =
  | { readonly is: 'done'; readonly result: PlainResult }
  | { readonly is: 'slow-file'; readonly file: string }
  | { readonly is: 'out-of-time' | 'out-of-memory'; readonly known: Partial<PlainResult>; readonly during: Progress | undefined };

const WATCH_EVERY_MS = 100;
const YOUNG_MB = 96;
const STACK_MB = 64;

/** Runs the analysis once in a thread of its own and watches it from outside, the only way to stop a parser. */
export function attempt(task: WorkerTask, limits: Limits, onProgress: (progress: Progress) => void): Promise<AttemptEnd> {
  return new Promise((resolve, reject) => {
    const board = makeProgressBoard();
    compileLater();
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: { ...task, board },
      // A large young generation: most of what an analysis allocates is short-lived.
      resourceLimits: { stackSizeMb: STACK_MB, maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    let known: Partial<PlainResult> = {};
    const seen = lookAt(board, onProgress);
    const stop = () => {
      clearInterval(watch);
      void worker.terminate();
    };
    const end = (how: AttemptEnd) => {
      stop();
      resolve(how);
    };
    const watch = setInterval(() => {
      const { during, since } = seen();
      const now = performance.now();
      if (now > limits.deadline) end({ is: 'out-of-time', known, during });
      else if (during?.file !== undefined && now - since > limits.fileMs) end({ is: 'slow-file', file: during.file });
    }, WATCH_EVERY_MS);
    worker.on('message', (message: WorkerMessage) => {
      if (message.is === 'partial') known = joined(known, message.known);
      else if (message.is === 'result') end({ is: 'done', result: message.result });
      else {
        stop();
        reject(errorOf(message));
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') {
        stop();
        return reject(error);
      }
      end({ is: 'out-of-memory', known, during: seen().during });
    });
    worker.on('exit', (code) => {
      clearInterval(watch);
      reject(new Error(`the analysing thread ended without a result (code ${code})`));
    });
  });
}

/** Gives what is being done and since when it has been seen to be, and tells it where it is new. */
function lookAt(board: ProgressBoard, onProgress: (progress: Progress) => void): () => { readonly during: Progress | undefined; readonly since: number } {
  let seen: { readonly number: number; readonly during: Progress | undefined; readonly since: number } = { number: 0, during: undefined, since: performance.now() };
  return () => {
    const found = readProgress(board);
    if (found === undefined || found.number === seen.number) return seen;
    seen = { number: found.number, during: found.progress, since: performance.now() };
    onProgress(found.progress);
    return seen;
  };
}

function joined(known: Partial<PlainResult>, more: Partial<PlainResult>): Partial<PlainResult> {
  return { ...known, ...more, ...(more.findings === undefined ? {} : { findings: [...(known.findings ?? []), ...more.findings] }) };
}

function errorOf(message: Extract<WorkerMessage, { is: 'failed' }>): Error {
  if (message.user) return new UserError(message.message, message.hint ?? '');
  const error = new Error(message.message);
  if (message.stack !== undefined) error.stack = message.stack;
  return error;
}
