import type { BudgetRow, Library, When } from '#catalog/schema.js';
import type { Program } from '#program/link-program.js';
import type { Unit, Value } from '#program/values.js';
import { siteAt } from './context.js';
import { readValue } from './read-limit.js';
import type { Site } from './site.js';
import type { Bound } from './types.js';

/** What a file's settings, or their absence, say about the bodies of its handlers. */
export interface ExportedLimit {
  /** Where it is set, the handler where it is not. */
  readonly site: Site;
  readonly option: string;
  /** `off`: nothing reads the body before the handler does. */
  readonly limit: Bound | 'off';
}

/** A file that a framework finds by its path, and where its handler stands. */
export interface ExportingFile {
  readonly unit: Unit;
  readonly at: Site;
}

/** Next's `config.api.bodyParser.sizeLimit` of a file that a row speaks of, and its default. */
export function exportedLimit(program: Program, { unit, at }: ExportingFile, library: Library, row: BudgetRow): ExportedLimit | undefined {
  const { exported, files, limit } = row;
  if (exported === undefined || files === undefined) return undefined;
  const isSet = unit.index.exports.get(exported)?.some((one) => one.is === 'local') === true;
  const settings = isSet ? program.engine.exportOf(unit, exported).values : [];
  if ((files.unless ?? []).some((when) => isHeld(program, settings, when))) return undefined;
  const names = namesOf(limit.at[0] ?? '');
  const option = names.join('.');
  const { values, site = at } = follow(program, settings, names);
  const [only] = values;
  if (only?.is === 'literal' && only.value === false) return { site, option, limit: 'off' };
  const reading = only === undefined ? undefined : readValue(program.engine, limit, only);
  if (reading === undefined || reading.is === 'unset') return byDefault(library, at, row, option);
  const from = { text: option, site, isDefault: false };
  if (reading.is === 'number' && reading.value !== undefined) return { site, option, limit: { is: 'bounded', ms: reading.value, from } };
  return { site, option, limit: reading.is === 'off' ? { is: 'unbounded', from } : { is: 'unknown', because: reading.because ?? option } };
}

function byDefault({ name, package: own }: Library, site: Site, { limit }: BudgetRow, option: string): ExportedLimit | undefined {
  if (typeof limit.default !== 'number') return undefined;
  return { site, option, limit: { is: 'bounded', ms: limit.default, from: { text: `${name ?? own}'s default`, site, isDefault: true } } };
}

interface Followed {
  readonly values: readonly Value[];
  readonly site: Site | undefined;
}

// Where a member is `false` everything below it is; `true` says nothing of it.
function follow(program: Program, settings: readonly Value[], names: readonly string[]): Followed {
  let values = settings;
  let site: Site | undefined;
  for (const name of names) {
    const [only] = values;
    if (only?.is === 'literal' && typeof only.value === 'boolean') break;
    site = values.flatMap((value) => siteOfMember(value, name)).at(-1) ?? site;
    values = values.flatMap((value) => program.engine.memberOf(value, name).values).filter((value) => value.is !== 'undefined');
  }
  return { values, site };
}

function siteOfMember(value: Value, name: string): readonly Site[] {
  if (value.is !== 'object') return [];
  const property = value.expression.properties.find((one) => one.is === 'named' && one.name === name);
  return property === undefined ? [] : [siteAt(value.frame, property.at)];
}

function isHeld(program: Program, settings: readonly Value[], { at, is }: When): boolean {
  return follow(program, settings, namesOf(at)).values.some((value) => value.is === 'literal' && is.some((one) => one === value.value));
}

function namesOf(place: string): readonly string[] {
  return place.split('.').slice(1);
}
