import type { Unit } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Site } from '../site.js';

/** A name that a file exports, and where. */
export interface Exported {
  readonly name: string;
  readonly at: number;
  readonly unit: Unit;
}

/** The names that a file exports itself; those of `module.exports = { a, b }` too. */
export function exportsOf(unit: Unit): readonly Exported[] {
  return unit.facts.exports.flatMap((exported): readonly Exported[] => {
    if (exported.is === 'all' || ('typeOnly' in exported && exported.typeOnly === true)) return [];
    if (exported.is !== 'equals') return [{ name: exported.name, at: exported.at, unit }];
    const properties = exported.value.is === 'object' ? exported.value.properties : [];
    return [{ name: 'default', at: exported.at, unit }, ...properties.flatMap((property) => (property.is === 'named' ? [{ name: property.name, at: property.at, unit }] : []))];
  });
}

/** Where an export is declared. */
export function placeOfExport(unit: Unit, name: string): Site | undefined {
  const declared = exportsOf(unit).find((exported) => exported.name === name);
  return declared === undefined ? undefined : siteAt(unit.frame, declared.at);
}
