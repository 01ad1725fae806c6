import { placeValues } from '#program/places.js';
import { classOf } from '#program/values.js';
import type { Value } from '#program/values.js';
import type { ModelContext } from '../../context.js';
import type { FoundWrite } from '../write-effect.js';

const HOLDERS = /(?:Repository|Repo|Model|Entity|Table|Collection|Dao|Schema)$/;

/** What the table is called that a write fills, in the order in which it is sure; empty where nothing says it. */
export function tableNamesOf(context: ModelContext, { row, call, callee, sql, name }: FoundWrite): readonly string[] {
  if (sql !== undefined) return sql.statement.table === '' || sql.statement.table === '…' ? [] : [sql.statement.table];
  for (const place of row.tableAt ?? []) {
    const names = placeValues(context.program.engine, call, callee, place).values.flatMap(namesOf);
    if (names.length > 0) return names;
  }
  // `this.orderRepository.save`: how it is written.
  const written = name.split('.').at(-2) ?? '';
  if (row.tableAt === undefined || !(HOLDERS.test(written) || /^[A-Z]/.test(written))) return [];
  return [written.replace(HOLDERS, '') || written];
}

function namesOf(value: Value): readonly string[] {
  switch (value.is) {
    case 'literal': return [String(value.value)];
    case 'class': return [classOf(value).name];
    case 'instance': return [classOf(value.class).name];
    case 'library': {
      const [first] = value.call?.expression.arguments ?? [];
      if (first?.is === 'literal') return [String(first.value)];
      const last = value.path.slice(value.path.lastIndexOf('.') + 1);
      return value.call === undefined && value.path.includes('.') && !last.endsWith(')') ? [last] : [];
    }
    default: return [];
  }
}
