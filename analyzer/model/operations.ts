import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import { sendersOf } from '#program/callbacks.js';
import { holds } from '#program/when.js';
import { versionAllows } from './bounds.js';
import { rowsOf } from './context.js';
import type { ModelContext } from './context.js';

/** What the catalog says a call waits for, undefined when it waits for nothing outside. */
export function operationRow(context: ModelContext, step: CallStep): OperationRow | undefined {
  const found = rowsOf(context, step)?.operations.find((row) => {
    if (row.versions !== undefined && !versionAllows(context, step.callee.module, step.call.frame.unit.path, row.versions)) return false;
    if (sendersOf(context.program.engine, step.call, step.callee, row).values.length > 0) return false;
    return row.when === undefined || holds(context.program.engine, step.call, step.callee, row.when) !== false;
  });
  return found?.lazy === true && isLeftAlone(context, step) ? undefined : found;
}

// A lazy call that is a statement of its own is never sent: nobody awaits it, goes on from it or is called back.
function isLeftAlone(context: ModelContext, { awaited, call, callee }: CallStep): boolean {
  if (awaited !== 'no' || call.expression.arguments.some((argument) => argument.is === 'function')) return false;
  for (let value = callee.from; value?.from !== undefined; value = value.from) {
    const { module, path } = value.from;
    if (value.call !== undefined && context.program.engine.libraries.rows(module, path)?.operations.some((row) => row.lazy === true) === true) return false;
  }
  return true;
}
