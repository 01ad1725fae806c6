import { placeValues } from '#program/places.js';
import type { ValueSet } from '#program/values.js';
import { holds } from '#program/when.js';
import { siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import { everyCall } from './every-call.js';
import { registeredCreation } from './plugin-creations.js';
import { siteKey } from './site.js';
import type { Provision } from './types.js';

/** What the program uses to limit load and to be seen, each library once for each place. */
export function findProvisions(context: ModelContext): readonly Provision[] {
  const { engine } = context.program;
  const found = new Map<string, Provision>();
  for (const step of everyCall(context)) {
    const { call, callee } = registeredCreation(context, step) ?? step;
    const rows = engine.libraries.rows(callee.module, callee.path);
    for (const { is, when, needs, covers, turnsUnready } of rows?.provisions ?? []) {
      // What only covers somebody is told by whom it covers.
      if (covers === 'path' || covers === 'consumer' || (when !== undefined && holds(engine, call, callee, when) === false)) continue;
      if (needs !== undefined && !needs.some((place) => isOn(placeValues(engine, call, callee, place)))) continue;
      const site = siteOfCall(call);
      const name = rows?.library.name ?? rows?.library.package ?? callee.module;
      const key = `${is}|${name}|${siteKey(site)}`;
      if (!found.has(key)) found.set(key, { is, name, site, ...(turnsUnready === undefined ? {} : { turnsUnready }) });
    }
  }
  return [...found.values()];
}

// Left out, or `false`: it is not there.
function isOn({ values }: ValueSet): boolean {
  return values.some((value) => value.is !== 'undefined' && !(value.is === 'literal' && (value.value === false || value.value === null)));
}
