import type { LintResult } from '#linter/types.js';

/** What a formatter needs beside the result. */
export interface FormatContext {
  /** Of seamlint itself. */
  readonly version: string;
  /** List unproven places too. */
  readonly unproven: boolean;
  /** Errors only, and a short summary. */
  readonly quiet: boolean;
  readonly color: boolean;
  readonly width: number;
  /** From the repository's top to the root, ending in `/` unless empty. */
  readonly uriPrefix: string;
  /** The run was stopped before its end. */
  readonly stopped: boolean;
  /** The text of a file of the project; undefined where it cannot be read. */
  textOf(file: string): string | undefined;
  /** Its lines, without line ends. */
  linesOf(file: string): readonly string[] | undefined;
}

/** Turns a result into text for a medium. */
export type Format = (result: LintResult, context: FormatContext) => string;
