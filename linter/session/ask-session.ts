import { join } from 'node:path';
import type { LintOptions } from '../options.js';
import { rootOf } from '../root.js';
import { defaultMemoryMb } from '../run.js';
import { hashOf } from './facts-memory.js';
import type { Answer, Knowledge, ShownFinding } from './messages.js';
import { moveFindings } from './move-findings.js';
import { startThread, type Patience } from './start-thread.js';
import { textOnDisk } from './text-on-disk.js';

/** What is asked for, and how long one may wait for it. */
export interface SessionSettings {
  readonly options: LintOptions;
  readonly wantsConfigDecision: boolean;
  /** The baseline whose findings are not shown: a file, the usual one when absent, or none. */
  readonly baseline?: string | false;
  /** Files may change while the session lives. */
  readonly live: boolean;
  /** The longest wait where an older answer can be given instead. */
  readonly waitMs: number;
}

/** The findings of one file. `stale`: of the last finished analysis, moved to where their lines are now. */
export type FileFindings =
  | { readonly is: 'findings'; readonly findings: readonly ShownFinding[]; readonly stale: boolean }
  | { readonly is: 'failed'; readonly message: string; readonly hint: string; readonly stack?: string };

/** A session in a thread of its own, asked synchronously. */
export interface AskableSession {
  readonly root: string;
  /** The findings of a file, given its text in the editor, without a byte order mark. */
  findingsOf(path: string, text: string): FileFindings;
  /** One text for all findings: another one when any of them changes. */
  state(): string;
  close(): void;
}

// A quick analysis is waited for: an answer that is right at once is worth a moment.
const QUICK_MS = 250;
const WAIT_FOR_QUICK_MS = 600;
// The next one will be several times as quick, but not more than so many.
const COLD_QUICK_MS = 1000;
const COLD_FACTOR = 10;
const WAIT_FOR_FIRST_MS = 1500;
// What an edit needs that changes nothing else is there by then, on a machine that is busy as well.
const WAIT_FOR_EDIT_MS = 500;
// From here on the wait is no matter of comfort: tests ask for it.
const PATIENT_MS = 1000;
const TEXTS_KEPT = 8;

/** Starts a session; its thread does not keep the process alive. Throws `UserError` where there is no such folder. */
export function askSession({ waitMs, ...task }: SessionSettings): AskableSession {
  const { options, live } = task;
  const root = rootOf(options);
  const start = () => startThread(task, defaultMemoryMb());
  let thread = start();
  let lastId = 0;
  let known: Knowledge | undefined;
  // What answers speak of that come late: the newest texts by path, then by hash.
  const sent = new Map<string, ReadonlyMap<string, string>>();

  function hear(answer: Answer): void {
    if (answer.is === 'known') known = answer.knowledge ?? known;
  }

  function ask(path: string, text: string | undefined): Answer | undefined {
    if (thread.isDead()) thread = start();
    const patience = patienceFor(known, waitMs);
    return thread.ask({ id: ++lastId, path, ...(text === undefined ? {} : { text }), isWaitedFor: patience.whenBusyMs >= PATIENT_MS }, patience, hear);
  }

  return {
    root,
    findingsOf(path, text) {
      const disk = textOnDisk(join(root, path));
      const unsaved = disk === text ? undefined : text;
      const hash = unsaved === undefined ? undefined : hashOf(unsaved);
      // 1. Nothing moves in a single run: what is known holds.
      if (!live && known !== undefined && hash === known.open[path]) return fresh(known, path);
      // 2. Ask. Only the first question has no older answer to fall back on.
      if (hash !== undefined && unsaved !== undefined) sent.set(path, withText(sent.get(path), { hash, text: unsaved }, known?.open[path]));
      const answer = ask(path, unsaved);
      if (answer?.is === 'failed') return answer;
      if (known === undefined) return { is: 'failed', message: 'the analysis gave no result in time', hint: 'Run `seamlint check` to see why.' };
      if (answer !== undefined) return { is: 'findings', findings: answer.here, stale: false };
      // 3. Not in time: the last answer, moved to where its lines are now.
      const spokenOf = known.open[path];
      const before = spokenOf === undefined ? disk : sent.get(path)?.get(spokenOf);
      return { is: 'findings', findings: before === undefined ? [] : withoutRepairs(moveFindings(known.findings.get(path) ?? [], before, text)), stale: true };
    },
    state() {
      const answer = ask('', undefined);
      // Where nothing is known, nothing is the same.
      return answer?.is === 'known' && known !== undefined ? hashOf(JSON.stringify([...known.findings])).slice(0, 16) : `unknown${Date.now()}`;
    },
    close: () => thread.stop(),
  };
}

function fresh(known: Knowledge, path: string): FileFindings {
  return { is: 'findings', findings: known.findings.get(path) ?? [], stale: false };
}

// An edit goes to exact places, and those are not known.
function withoutRepairs(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  return findings.map((finding) => ({ ...finding, repairs: [] }));
}

function patienceFor(known: Knowledge | undefined, waitMs: number): Patience {
  if (known === undefined) return { forEditMs: Infinity, whenBusyMs: Infinity };
  const whenBusyMs = patienceWithAnalysis(known, waitMs);
  return { forEditMs: Math.max(waitMs, WAIT_FOR_EDIT_MS), whenBusyMs };
}

function patienceWithAnalysis({ durationMs, isWarm }: Knowledge, waitMs: number): number {
  if (durationMs <= QUICK_MS) return Math.max(waitMs, WAIT_FOR_QUICK_MS);
  if (durationMs <= COLD_QUICK_MS && !isWarm) return Math.max(waitMs, WAIT_FOR_FIRST_MS);
  // It would be waited for in vain.
  return (isWarm ? durationMs : durationMs / COLD_FACTOR) > 2 * waitMs ? 0 : waitMs;
}

function withText(before: ReadonlyMap<string, string> | undefined, { hash, text }: { hash: string; text: string }, spokenOf: string | undefined): ReadonlyMap<string, string> {
  const all = [...(before ?? [])].filter(([one]) => one !== hash);
  return new Map([...all.filter(([one], index) => one === spokenOf || index >= all.length - TEXTS_KEPT), [hash, text]]);
}
