import { writeSync } from 'node:fs';
import { debuglog } from 'node:util';
import { threadId } from 'node:worker_threads';

const log = debuglog('seamlint');

/** Tells what a session does where `NODE_DEBUG=seamlint` asks for it. */
export function remark(what: string): void {
  // A thread's own standard error is lost when its process ends.
  if (log.enabled) writeSync(2, `seamlint ${process.pid}.${threadId}: ${what}\n`);
}
