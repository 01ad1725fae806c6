import type { Configuration } from './config.js';
import type { LintOptions } from './options.js';
import type { PlainResult } from './plain-result.js';

/** What the analysing thread is started with. */
export interface WorkerTask {
  readonly options: LintOptions;
  readonly configuration: Configuration;
}

/** What the analysing thread tells while it works, all plain data. */
export type WorkerMessage =
  | { readonly is: 'partial'; readonly known: Partial<PlainResult> }
  | { readonly is: 'result'; readonly result: PlainResult }
  | { readonly is: 'failed'; readonly message: string; readonly stack?: string; readonly user: boolean; readonly hint?: string };
