import { freemem } from 'node:os';
import type { Rule } from '#rules/types.js';
import { attempt, type AttemptEnd } from './attempt.js';
import { loadConfiguration, type Configuration } from './config.js';
import type { LintOptions, Progress } from './options.js';
import { fromPlain, type PlainResult } from './plain-result.js';
import { openResultCache } from './result-cache.js';
import { rootOf } from './root.js';
import { selectRules } from './select-rules.js';
import type { LintResult } from './types.js';

/** What a run may take, and who watches it. */
export interface RunLimits {
  /** Heap of the analysis; 75 % of what is available when absent. */
  readonly memoryMb?: number;
  /** For the whole run; 15 minutes when absent. */
  readonly timeMs?: number;
  /** For one file; 10 seconds when absent. */
  readonly fileMs?: number;
  onProgress?(progress: Progress): void;
}

/** A result, and what ended the run before it was whole. */
export interface RunOutcome {
  readonly result: LintResult;
  readonly configuration: Configuration;
  readonly stopped?: 'time' | 'memory';
}

const MAX_RESTARTS = 25;

/** Runs the analysis for a command: from the stored result where nothing changed, else watched, in a thread of its own. */
export async function run(options: LintOptions, limits: RunLimits = {}): Promise<RunOutcome> {
  const started = performance.now();
  // 1. Configuration: mistakes are told before any work is done.
  const configuration = loadConfiguration(options);
  const { rules } = await import('#rules/registry.js');
  selectRules(rules, options, configuration);

  // 2. Nothing changed since a stored run: its result is this one's.
  const stored = options.cache ? openResultCache(options, configuration) : undefined;
  const known = stored?.find();
  if (known !== undefined) return { result: { ...fromPlain(known, rules), durationMs: performance.now() - started }, configuration };

  // 3. The analysis, again without a file that takes too long.
  const end = await attemptRepeatedly(options, configuration, limits);

  // 4. Whole: stored. Stopped: what is known, and why it is not all.
  if (end.is !== 'done') return { ...stoppedOutcome(end, options, rules, performance.now() - started), configuration };
  stored?.keep(end.result);
  return { result: fromPlain({ ...end.result, durationMs: performance.now() - started }, rules), configuration };
}

type Final = Exclude<AttemptEnd, { is: 'slow-file' }>;

async function attemptRepeatedly(options: LintOptions, configuration: Configuration, limits: RunLimits): Promise<Final> {
  const { memoryMb = defaultMemoryMb(), timeMs = 15 * 60_000, fileMs = 10_000, onProgress = () => undefined } = limits;
  const deadline = performance.now() + timeMs;
  const leaveOut: Record<string, string> = { ...options.leaveOut };
  for (let restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
    const end = await attempt({ options: { ...options, leaveOut }, configuration }, { memoryMb, deadline, fileMs }, onProgress);
    if (end.is !== 'slow-file') return end;
    leaveOut[end.file] = `reading it took longer than ${fileMs / 1000} s`;
  }
  return { is: 'out-of-time', known: {}, during: undefined };
}

function stoppedOutcome(end: Exclude<Final, { is: 'done' }>, options: LintOptions, rules: readonly Rule[], durationMs: number): Omit<RunOutcome, 'configuration'> {
  const where = end.during === undefined ? 'at the start' : `in phase "${end.during.phase}"${end.during.file === undefined ? '' : ` at ${end.during.file}`}`;
  const message = end.is === 'out-of-memory'
    ? `the analysis ran out of memory ${where}; raise --max-memory or leave files out with "ignores"`
    : `the time budget was used up ${where}; raise --time-budget or leave files out with "ignores"`;
  const nothing: PlainResult = {
    root: rootOf(options),
    rules: [],
    findings: [],
    entryPoints: [],
    coverage: { files: 0, lines: 0, entryPoints: 0, calls: { total: 0, resolved: 0 }, timeouts: { total: 0, resolved: 0 } },
    skipped: [],
    notes: [],
    incidents: [],
    durationMs,
  };
  const result = { ...nothing, ...end.known, incidents: [...(end.known.incidents ?? []), { where: 'run', message }], durationMs };
  return { result: fromPlain(result, rules), stopped: end.is === 'out-of-memory' ? 'memory' : 'time' };
}

/** Three quarters of what is available. */
export function defaultMemoryMb(): number {
  const available = typeof process.availableMemory === 'function' ? process.availableMemory() : freemem();
  return Math.max(512, Math.floor((available * 0.75) / 2 ** 20));
}
