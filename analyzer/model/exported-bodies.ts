import type { BudgetRow } from '#catalog/schema.js';
import type { Program } from '#program/link-program.js';
import type { Unit, Value } from '#program/values.js';
import { siteAt } from './context.js';
import { readValue } from './read-limit.js';
import type { Site } from './site.js';
import type { Bound } from './types.js';

/** A limit on bodies that a file exports for its handlers. */
export interface ExportedLimit {
  readonly site: Site;
  readonly limit: Bound;
  readonly option: string;
}

/** What a file's exported settings say about the bodies of its handlers: Next's `config.api.bodyParser.sizeLimit`. */
export function exportedLimit(program: Program, unit: Unit, { exported, limit }: BudgetRow): ExportedLimit | undefined {
  if (exported === undefined || unit.index.exports.get(exported)?.some((one) => one.is === 'local') !== true) return undefined;
  const names = (limit.at[0] ?? '').split('.').slice(1);
  let values: readonly Value[] = program.engine.exportOf(unit, exported).values;
  let site: Site | undefined;
  for (const name of names) {
    for (const value of values) {
      if (value.is !== 'object') continue;
      const property = value.expression.properties.find((one) => one.is === 'named' && one.name === name);
      if (property !== undefined) site = siteAt(value.frame, property.at);
    }
    values = values.flatMap((value) => program.engine.memberOf(value, name).values).filter((value) => value.is !== 'undefined');
  }
  const [only] = values;
  if (site === undefined || only === undefined) return undefined;
  const option = names.join('.');
  const reading = readValue(program.engine, limit, only);
  if (reading.is === 'unset') return undefined;
  const from = { text: option, site, isDefault: false };
  if (reading.is === 'number' && reading.value !== undefined) return { site, option, limit: { is: 'bounded', ms: reading.value, from } };
  return { site, option, limit: reading.is === 'off' ? { is: 'unbounded', from } : { is: 'unknown', because: reading.because ?? option } };
}
