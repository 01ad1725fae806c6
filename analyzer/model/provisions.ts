import { siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import { everyCall } from './every-call.js';
import { registeredCreation } from './plugin-creations.js';
import { provides } from './provides.js';
import { siteKey } from './site.js';
import type { Provision } from './types.js';

/** What the program uses to limit load and to be seen, each library once for each place. */
export function findProvisions(context: ModelContext): readonly Provision[] {
  const { engine } = context.program;
  const found = new Map<string, Provision>();
  for (const step of everyCall(context)) {
    const { call, callee } = registeredCreation(context, step) ?? step;
    const rows = engine.libraries.rows(callee.module, callee.path);
    for (const row of rows?.provisions ?? []) {
      const { is, covers, turnsUnready } = row;
      // What only covers somebody is told by whom it covers.
      if (covers === 'path' || covers === 'consumer' || !provides(engine, row, call, callee)) continue;
      const site = siteOfCall(call);
      const name = engine.libraries.nameOf(callee.module);
      const key = `${is}|${name}|${siteKey(site)}`;
      if (!found.has(key)) found.set(key, { is, name, site, ...(turnsUnready === undefined ? {} : { turnsUnready }) });
    }
  }
  return [...found.values()];
}
