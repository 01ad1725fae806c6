/** What one run is asked to do, before configuration is read. */
export interface LintOptions {
  /** Where relative paths start, absolute. */
  readonly cwd: string;
  /** Folders and files to analyse; the working folder when empty. */
  readonly paths: readonly string[];
  /** A configuration file to use instead of the one that is found, from the working folder. */
  readonly configPath?: string;
  /** Whether configuration written in JavaScript or TypeScript may run. */
  readonly execConfig: boolean;
  /** A tsconfig whose settings go before those of the nearest one. */
  readonly tsconfig?: string;
  readonly preset?: 'recommended' | 'strict';
  /** The preset where neither `preset` nor a configuration names one; `recommended` when absent. */
  readonly presetElse?: 'recommended' | 'strict';
  /** Only these rules, whatever the preset says; empty for all of the preset. */
  readonly rules: readonly string[];
  /** Give the request paths of the entry points, and what the service depends on with the result. */
  readonly timelines?: boolean;
  readonly cache: boolean;
  /** Where the cache lies; found from the root when absent. */
  readonly cacheDirectory?: string;
  /** Files that took too long in an earlier attempt, with what happened. */
  readonly leaveOut?: Readonly<Record<string, string>>;
}

/** What the run is doing right now. `file` is set while one file is read and parsed. */
export interface Progress {
  readonly phase: 'project' | 'facts' | 'program' | 'model' | 'rules';
  readonly done: number;
  readonly total: number;
  readonly file?: string;
}

/** Options of a plain run over one folder: everything found, nothing overridden. */
export function defaultOptions(folder: string): LintOptions {
  return { cwd: folder, paths: ['.'], execConfig: true, rules: [], cache: true };
}
