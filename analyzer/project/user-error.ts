/** A mistake in what the user asked for: printed without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode = 2;
  readonly hint: string;
  /** The parts at the end of the message, where it tells of several mistakes. */
  readonly problems: readonly string[];

  constructor(message: string, hint: string, problems: readonly string[] = []) {
    super(message);
    this.hint = hint;
    this.problems = problems;
  }
}
