import type { MessagePort } from 'node:worker_threads';
import type { TraceStep } from '#model/site.js';
import type { Severity } from '#rules/types.js';
import type { LintOptions } from '../options.js';
import type { WrittenRepair } from '../repairs/repairs-of.js';

/** What a session's thread is started with. */
export interface SessionTask {
  readonly options: LintOptions;
  /** Whether configuration in JavaScript that does not run is a mistake to be told. */
  readonly wantsConfigDecision: boolean;
  /** The baseline whose findings are not shown: a file, the usual one when absent, or none. */
  readonly baseline?: string | false;
  /** Whether files may change while the session lives. */
  readonly live: boolean;
  /** What the asking thread waits on, see `Signals`. */
  readonly signals: SharedArrayBuffer;
  /** Questions come and answers go here. */
  readonly port: MessagePort;
}

/** Places of what a session's thread tells without a message, as 32-bit numbers. */
export const Signals = {
  /** Counts what there is to hear: answers, and that it takes longer. */
  heard: 0,
  /** 1 while it does what takes longer than a look at an edit: an analysis, or reading what a stored result is of. */
  isBusy: 1,
  size: 8,
} as const;

/** What the thread that guards a session's is started with. */
export interface GuardTask {
  readonly session: SessionTask;
  /** Set to 1 as soon as this thread runs. */
  readonly alive: SharedArrayBuffer;
  readonly memoryMb: number;
  /** Here the end of the session's thread is told. */
  readonly alarm: MessagePort;
}

/** A question: the findings with this file as given, or as it is on disk where there is no text. */
export interface Question {
  readonly id: number;
  readonly path: string;
  readonly text?: string;
  /** The answer is waited for, however long it takes. */
  readonly isWaitedFor: boolean;
}

/** A violation as an editor shows it. */
export interface ShownFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
  readonly trace: readonly TraceStep[];
  readonly entryPoints: readonly string[];
  /** Worked out for all files of a single run, and for the file in question of a live one. */
  readonly repairs: readonly WrittenRepair[];
}

/** What a session knows at one moment. */
export interface Knowledge {
  readonly findings: ReadonlyMap<string, readonly ShownFinding[]>;
  /** Hashes by path of the unsaved texts it has seen; every other file counts as it was on disk. */
  readonly open: Readonly<Record<string, string>>;
  readonly durationMs: number;
  /** Whether it took as long as the next one will: the first analysis of a thread, and a stored one, say little of that. */
  readonly isWarm: boolean;
}

/** An answer to a question and all before it; `knowledge` is left out where it is the last one's. `here`: the findings of the file in question, repairs included. */
export type Answer =
  | { readonly is: 'known'; readonly id: number; readonly knowledge?: Knowledge; readonly here: readonly ShownFinding[] }
  | { readonly is: 'failed'; readonly id: number; readonly message: string; readonly hint: string; readonly stack?: string };
