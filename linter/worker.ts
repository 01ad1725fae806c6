import { parentPort, workerData } from 'node:worker_threads';
import { lint } from './lint.js';
import type { WorkerMessage, WorkerTask } from './messages.js';
import { writeProgress, type ProgressBoard } from './progress-board.js';
import { toPlain } from './plain-result.js';
import { isUserError } from './user-error.js';

// The analysing thread: a large stack survives deep nesting, a heap limit makes running out of memory an event, and it can be stopped.
const { options, configuration, board } = workerData as WorkerTask & { readonly board: ProgressBoard };

try {
  const result = lint(options, {
    configuration,
    onProgress: (progress) => writeProgress(board, progress),
    onPartial({ rules, ...known }) {
      tell({ is: 'partial', known: rules === undefined ? known : { ...known, rules: rules.map((rule) => rule.id) } });
    },
  });
  tell({ is: 'result', result: toPlain(result) });
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const hint = isUserError(error) ? error.hint : undefined;
  tell({ is: 'failed', message, user: isUserError(error), ...(stack === undefined ? {} : { stack }), ...(hint === undefined ? {} : { hint }) });
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
