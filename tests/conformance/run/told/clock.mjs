import { Socket } from 'node:net';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

// Time for this process and everything it imports: it stands still, and jumps to the next timer where nothing else is going on. So a limit of
// ten minutes is seen within moments, to the millisecond, on a slow machine too. Must be imported before anything else.
const require = createRequire(import.meta.url);
const timers = require('node:timers');
const promised = require('node:timers/promises');
const { setTimeout: realSetTimeout, Date: RealDate } = globalThis;
const began = RealDate.now();

let passed = 0;
let activity = 0;
const pending = new Set();

class Timer {
  constructor(run, delay, args, every) {
    Object.assign(this, { run, delay: delay >= 1 && delay < 2 ** 31 ? Number(delay) : 1, args, every });
    this.refresh();
  }
  refresh() { this.due = passed + this.delay; pending.delete(this); pending.add(this); return this; }
  ref() { return this; }
  unref() { return this; }
  hasRef() { return pending.has(this); }
  close() { pending.delete(this); return this; }
  [Symbol.toPrimitive]() { byNumber.set((this.number ??= byNumber.size + 1), this); return this.number; }
  [Symbol.dispose ?? Symbol('dispose')]() { pending.delete(this); }
}

const byNumber = new Map();
const clear = (timer) => void pending.delete(typeof timer === 'object' ? timer : byNumber.get(Number(timer)));
const setTimer = (run, delay, ...args) => new Timer(run, delay, args, false);
const setRepeated = (run, delay, ...args) => new Timer(run, delay, args, true);
const after = (delay, value, { signal } = {}) => new Promise((resolve, reject) => {
  const timer = setTimer(resolve, delay, value);
  signal?.addEventListener('abort', () => { clear(timer); reject(signal.reason); });
});
async function* each(delay, value) { for (;;) yield await after(delay, value); }

Object.defineProperty(setTimer, promisify.custom, { value: after });
const faked = { setTimeout: setTimer, setInterval: setRepeated, clearTimeout: clear, clearInterval: clear };
Object.assign(globalThis, faked);
Object.assign(timers, faked);
Object.assign(promised, { setTimeout: after, setInterval: each });
promised.scheduler.wait = after;

globalThis.Date = class Date extends RealDate {
  constructor(...args) { if (args.length === 0) super(began + passed); else super(...args); }
  static now() { return began + passed; }
};
performance.now = () => passed;
process.hrtime = Object.assign((from) => [Math.floor(passed / 1000) - (from?.[0] ?? 0), Math.round((passed % 1000) * 1e6) - (from?.[1] ?? 0)], { bigint: () => BigInt(Math.round(passed * 1e6)) });
AbortSignal.timeout = (delay) => {
  const controller = new AbortController();
  setTimer(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), delay);
  return controller.signal;
};

// What a socket waits for silence with; `_unrefTimer` is called by what comes and goes.
const idle = new WeakMap();
Socket.prototype.setTimeout = function setTimeout(delay, listener) {
  clear(idle.get(this));
  this.timeout = delay;
  if (delay > 0) idle.set(this, setTimer(() => this._onTimeout?.(), delay));
  if (typeof listener === 'function') this[delay > 0 ? 'once' : 'removeListener']('timeout', listener);
  return this;
};
Socket.prototype._unrefTimer = function refresh() {
  activity += 1;
  if (pending.has(idle.get(this))) idle.get(this).refresh();
  this._parent?._unrefTimer?.();
};
syncBuiltinESMExports();

/** How much time has passed, in ms. */
export const now = () => passed;

/** Waits in real time. */
export const really = (ms) => new Promise((resolve) => { realSetTimeout(resolve, ms); });

/** Servers say that something came: time then stands still for a moment. */
export const stir = () => { activity += 1; };

const WORK = /Req|ConnectWrap|WriteWrap|ShutdownWrap|Worker|Immediate/;

let jumps = 0;
/** Until nothing goes on: no file is read, no name looked up, nothing came to a server. The longer nothing did, the less it is waited for. */
async function quiet(patience) {
  for (let turn = 0, calm = 0; turn < patience && calm < (jumps < 12 ? 8 : 1); turn += 1) {
    const seen = activity;
    await really(1);
    await new Promise((resolve) => { setImmediate(resolve); });
    const isCalm = seen === activity && !process.getActiveResourcesInfo().some((name) => WORK.test(name));
    calm = isCalm ? calm + 1 : 0;
    if (seen !== activity) { jumps = 0; await really(12); }
  }
  jumps += 1;
}

/** Lets time pass until the promise is settled, or so much has passed that it never will be. Gives what became of it, and when. */
export async function untilSettled(promise, forever = 900_000, patience = 200) {
  const from = passed;
  let end;
  Promise.resolve(promise).then((value) => { end = { is: 'answered', value, at: passed - from }; }, (error) => { end = { is: 'ended', error, at: passed - from }; });
  await really(150);
  for (let idleTurns = 0; end === undefined;) {
    await quiet(patience);
    if (end !== undefined) break;
    const next = [...pending].reduce((first, timer) => (first === undefined || timer.due < first.due ? timer : first), undefined);
    if (next === undefined || next.due - from > forever) {
      if ((idleTurns += 1) > 20) return { is: 'waiting', at: forever };
      await really(10);
      continue;
    }
    idleTurns = 0;
    passed = Math.max(passed, next.due);
    if (next.every) next.refresh(); else pending.delete(next);
    try { next.run?.(...next.args); } catch (error) { process.emit('uncaughtException', error); }
  }
  return end;
}
