import type { ModelContext } from '../context.js';
import type { Process } from './processes.js';
import { tellingCalls } from './telling-calls.js';

/** Why nobody can tell whether a process listens for the signal: something unknown is called that may well do so. */
export function unseenHelper(context: ModelContext, process: Process): string | undefined {
  const unseen = tellingCalls(context).unseen.find(({ call }) => process.units.has(call.frame.unit));
  if (unseen === undefined) return undefined;
  const { module, path } = unseen.callee;
  return `\`${path || module}\` of ${module} may listen for the signal; the catalog does not know it`;
}
