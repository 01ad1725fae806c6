import type { Skipped } from './types.js';

/** Thrown by `Project.read` for a file that cannot be analysed; carries the line for the report. */
export class SkipError extends Error {
  override readonly name = 'SkipError';
  readonly skipped: Skipped;

  constructor(skipped: Skipped) {
    super(`${skipped.path}: ${skipped.detail}`);
    this.skipped = skipped;
  }
}
