import type { OperationRow } from '#catalog/schema.js';
import type { LibraryIndex } from '#program/library-index.js';
import type { CallStep } from '#program/steps.js';

/** The commands put into a pipeline: in its chain, or on the name that holds it. Undefined where it was filled elsewhere. */
export function pipelined({ call, callee }: CallStep): readonly string[] | undefined {
  const names: string[] = [];
  for (let link = callee.from; link !== undefined; link = link.from) if (link.call?.expression.callee.is === 'member') names.push(link.call.expression.callee.name);
  const chained = names.slice(0, -1);
  const holder = call.expression.callee.is === 'member' ? call.expression.callee.of : undefined;
  if (chained.length > 0 || holder?.is !== 'variable') return chained;
  const [binding] = [call.frame.unit.facts.bindings[holder.binding]];
  if (binding?.kind === 'parameter') return undefined;
  const own = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  return [...call.frame.unit.index.calls].flatMap(([name, sites]) => (sites.some(({ call: { callee: other } }) =>
    name !== own && other.is === 'member' && other.of.is === 'variable' && other.of.binding === holder.binding) ? [name] : []));
}

/** A pipeline of harmless commands is harmless. */
export function isHarmlessPipeline(libraries: LibraryIndex, row: OperationRow, step: CallStep): boolean {
  if (row.flushes !== true) return false;
  const client = step.callee.path.replace(/\.\w+\(\)\.\w+$/, '');
  const effects = (pipelined(step) ?? []).map((name) =>
    libraries.rows(step.callee.module, `${client}.${name}`)?.operations.find(({ members }) => members?.includes(name) !== false)?.effect ?? 'none');
  return effects.length > 0 && effects.every((effect) => effect !== 'write');
}
