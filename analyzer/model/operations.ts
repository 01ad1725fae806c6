import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import { sendersOf } from '#program/callbacks.js';
import { holds } from '#program/when.js';
import { versionAllows } from './bounds.js';
import { rowsOf } from './context.js';
import type { ModelContext } from './context.js';
import { isNeverSent } from './lazy-calls.js';

/** What the catalog says a call waits for, undefined when it waits for nothing outside. */
export function operationRow(context: ModelContext, step: CallStep): OperationRow | undefined {
  const found = rowsOf(context, step)?.operations.find((row) => {
    if (row.versions !== undefined && !versionAllows(context, step.callee.module, step.call.frame.unit.path, row.versions)) return false;
    if (sendersOf(context.program.engine, step.call, step.callee, row).values.length > 0) return false;
    return row.when === undefined || holds(context.program.engine, step.call, step.callee, row.when) !== false;
  });
  return found?.lazy === true && isNeverSent(context, step) ? undefined : found;
}
