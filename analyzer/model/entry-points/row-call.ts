import type { EntryPointRow } from '#catalog/schema.js';
import type { CallInstance, LibraryValue } from '#program/values.js';

/** A call with the row that says what it means. */
export interface RowCall {
  readonly row: EntryPointRow;
  readonly call: CallInstance;
  readonly callee: LibraryValue;
}
