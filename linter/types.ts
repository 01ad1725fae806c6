import type { Admission, Dependency, Opened, Provision, RequestPath, RunningProcess, Shutdown } from '#model/types.js';
import type { Note, Skipped } from '#project/types.js';
import type { Rule, Severity, Verdict } from '#rules/types.js';
import type { WrittenRepair } from './repairs/repairs-of.js';

/** A verdict with the rule that gave it and what became of it in this run. */
export interface Finding {
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Set when a comment in the source silences it. */
  readonly suppressed?: { readonly reason: string; readonly line: number };
  /** Set when the finding is there but does not count in this run: it is in the baseline, or nothing changed where it is. */
  readonly setAside?: 'known' | 'unchanged';
  /** What would mend it, as edits of the text; absent where nothing is offered or the text does not allow it. */
  readonly repairs?: readonly WrittenRepair[];
}

/** How much of the service could be resolved. */
export interface Coverage {
  readonly files: number;
  readonly lines: number;
  readonly entryPoints: number;
  readonly calls: { readonly total: number; readonly resolved: number };
  readonly timeouts: { readonly total: number; readonly resolved: number };
}

/** An entry point as every surface shows it. */
export interface EntryPointSummary {
  /** What tells it from all others: its name, and its file where others have the same name. */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly middleware: readonly string[];
}

/** A failure of our own that did not end the run: a rule that crashed, a limit that was hit. */
export interface Incident {
  readonly where: string;
  readonly message: string;
  readonly stack?: string;
  /** A fixed limit: the same input hits it again. */
  readonly repeatable?: true;
}

/** What became of a baseline in a run. */
export interface BaselineState {
  /** As the user knows it. */
  readonly file: string;
  /** Entries whose finding is not there any more. */
  readonly gone: number;
  /** Entries past their date; their findings count again. */
  readonly expired: number;
}

/** What a run was narrowed to. */
export interface ChangeState {
  readonly since: string;
  readonly files: number;
}

/** Everything one run found, the same for every surface. */
export interface LintResult {
  readonly root: string;
  readonly rules: readonly Rule[];
  /** All verdicts of the rules that ran, sorted by file, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly entryPoints: readonly EntryPointSummary[];
  /** What each entry point's requests wait for; only where the options ask for `timelines`. */
  readonly paths?: readonly RequestPath[];
  /** What happens when something the service waits for stops answering; likewise. */
  readonly dependencies?: readonly Dependency[];
  /** What each process closes in which order, on each signal; likewise. */
  readonly shutdowns?: readonly Shutdown[];
  /** What the service opens and has to close, and what it uses to limit load and to be seen; likewise. */
  readonly opened?: readonly Opened[];
  readonly processes?: readonly RunningProcess[];
  readonly provisions?: readonly Provision[];
  readonly admissions?: readonly Admission[];
  /** What a budget has to leave over; likewise. */
  readonly marginMs?: number;
  readonly coverage: Coverage;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly Note[];
  readonly incidents: readonly Incident[];
  /** tsconfig files and rows of packages that were read, relative to the root. */
  readonly configurations?: readonly string[];
  /** Set when the findings were compared with a baseline. */
  readonly baseline?: BaselineState;
  /** Set when only findings that touch changes count. */
  readonly changes?: ChangeState;
  readonly durationMs: number;
}
