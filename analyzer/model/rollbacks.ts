import type { OperationRow } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { ModelContext } from './context.js';

/** Does a statement undo a transaction? It stands in an error path, and nobody's answer waits for more than it. */
export function isRollback({ program }: ModelContext, { textAt }: OperationRow, { call, callee }: Pick<CallStep, 'call' | 'callee'>): boolean {
  if (/\.rollback$/i.test(callee.path)) return true;
  if (textAt === undefined) return false;
  return placeValues(program.engine, call, callee, textAt).values.some((value) => value.is === 'literal' && /^\s*rollback\b/i.test(String(value.value)));
}
