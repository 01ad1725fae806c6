import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { searchConfig } from '../config-search.js';
import { repairWriter } from '../repairs/repairs-of.js';
import { isUserError, UserError } from '../user-error.js';
import { Signals, type Answer, type Knowledge, type Question, type SessionTask } from './messages.js';
import { shownFindings } from './shown-findings.js';
import { baselineView, type View } from './baseline-view.js';
import { openSession, type Session, type SessionResult } from './session.js';

// The thread of a session: a large stack, a heap of its own, and time to work while the editor types.
const { options, wantsConfigDecision, baseline, live, signals: shared, port } = workerData as SessionTask;
const signals = new Int32Array(shared);
const LOOK_AT_DISK_EVERY_MS = 1000;
// A slow analysis is not begun while someone types.
const SLOW_MS = 400;
const QUIET_MS = 250;
// Of the time that an edit may wait for its answer, half.
const LOOK_FIRST_MS = 50;

let session: Session | undefined;
let viewOf: ((now: SessionResult) => View) | undefined;
let told: View | undefined;
let result: SessionResult | undefined;
let knowledge: Knowledge | undefined;
let looked = 0;
let looking: Generator<void, void> | undefined;
let later: NodeJS.Timeout | undefined;

port.on('message', (first: Question) => {
  clearTimeout(later);
  const { last, changed } = takeEdits(first);
  // Who types waits for nothing that can be done afterwards.
  const canLookLater = changed && looked > 0;
  answer(last, !canLookLater);
  if (!live) return;
  asBusy(() => quietly(() => session?.warmUp()));
  if (canLookLater || looking !== undefined) later = setTimeout(lookFurther, QUIET_MS).unref();
});

/** Takes the questions that wait; of those that follow each other only the newest is answered. */
function takeEdits(first: Question): { readonly last: Question; readonly changed: boolean } {
  let last = first;
  let changed = edit(first);
  const isSlow = (told?.durationMs ?? 0) > SLOW_MS;
  for (let next = waiting(); ; next = waiting()) {
    if (next === undefined && changed && isSlow && last.text !== undefined && !last.isWaitedFor && !isAtHand()) {
      tellBusy(1);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, QUIET_MS);
      next = waiting();
    }
    if (next === undefined) return { last, changed };
    last = next;
    // Who asks again without having typed waits for the answer.
    changed = edit(next);
  }
}

function waiting(): Question | undefined {
  return receiveMessageOnPort(port)?.message as Question | undefined;
}

function edit({ path, text }: Question): boolean {
  try {
    return opened().edit(path, text);
  } catch {
    // The answer fails with the same reason, and tells it.
    return false;
  }
}

function isAtHand(): boolean {
  try {
    return opened().isAtHand();
  } catch {
    return false;
  }
}

function opened(): Session {
  return (session ??= openSession(options));
}

/** Looks at the disk, where that is due; a look that is begun goes on where it was, and stops when the time is over. */
function lookAtDisk(forMs: number): void {
  if (looking === undefined && Date.now() - looked < LOOK_AT_DISK_EVERY_MS) return;
  looking ??= opened().lookInSteps();
  const end = performance.now() + forMs;
  do {
    if (looking.next().done !== true) continue;
    looking = undefined;
    looked = Date.now();
    return;
  } while (performance.now() < end);
}

// A question that comes meanwhile is answered first.
function lookFurther(): void {
  quietly(() => lookAtDisk(0));
  if (looking !== undefined) later = setTimeout(lookFurther, 0).unref();
}

function answer({ id, path }: Question, looksFirst: boolean): void {
  try {
    if (wantsConfigDecision) requireDecision(opened().root);
    if (live && looksFirst) lookAtDisk(looked > 0 ? LOOK_FIRST_MS : Infinity);
    const now = viewNow();
    if (now !== told) knowledge = knowledgeOf(now);
    const write = repairsNow();
    const here = (live ? shownFindings(now, (verdict) => (verdict.site.file === path ? write(verdict) : [])) : knowledge?.findings)?.get(path) ?? [];
    tell({ is: 'known', id, here, ...(now === told || knowledge === undefined ? {} : { knowledge }) });
    told = now;
  } catch (error) {
    told = undefined;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    tell({ is: 'failed', id, message, hint: isUserError(error) ? error.hint : '', ...(isUserError(error) || stack === undefined ? {} : { stack }) });
  }
}

function viewNow(): View {
  const now = isAtHand() ? opened().result() : asBusy(() => opened().result());
  result = now;
  viewOf ??= baselineView(opened(), options.cwd, baseline);
  return viewOf(now);
}

function tell(message: Answer): void {
  port.postMessage(message);
  tellBusy(0);
}

/** Who waits gets the last answer meanwhile. */
function asBusy<T>(work: () => T): T {
  tellBusy(1);
  try {
    return work();
  } finally {
    tellBusy(0);
  }
}

function tellBusy(isBusy: 0 | 1): void {
  Atomics.store(signals, Signals.isBusy, isBusy);
  wakeAsker();
}

function wakeAsker(): void {
  Atomics.add(signals, Signals.heard, 1);
  Atomics.notify(signals, Signals.heard);
}

function knowledgeOf(now: View): Knowledge {
  const findings = shownFindings(now, live ? () => [] : repairsNow());
  return { findings, open: now.open, durationMs: now.durationMs, isWarm: (result?.analysis ?? 0) > 1 };
}

function repairsNow(): ReturnType<typeof repairWriter> {
  return repairWriter((file) => opened().textOf(file));
}

function requireDecision(root: string): void {
  const [path] = searchConfig(root, false).notExecuted;
  if (path !== undefined)
    throw new UserError(`${path} is configuration that would have to be executed`, 'Say `settings: { seamlint: { execConfig: true } }` to run it, `false` to go without it, or write it as JSON or YAML.');
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The question that follows fails with the same reason, and tells it.
  }
}
