import { UserError } from '#project/user-error.js';

export { UserError };

/** Tells user errors apart, also after they crossed a thread or a module boundary. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
