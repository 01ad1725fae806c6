import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { InstanceValue } from '#program/values.js';
import { propertyEntries } from './handler-values.js';
import type { MapEntry } from './handler-values.js';
import type { Registration } from './registrations.js';

/** The members of an implementation that others may call: those that the service declares, else those that the program does not call itself. */
export function proceduresAmong(engine: Engine, { row, call, callee }: Registration, entries: readonly MapEntry[]): readonly MapEntry[] {
  if (row.declaredAt === undefined) return entries;
  const described = placeValues(engine, call, callee, row.declaredAt).values.flatMap((value) => value.is === 'object' || value.is === 'merged' ? propertyEntries(engine, value) : []);
  const declared = new Set(described.map(({ names }) => plain(names.at(-1))));
  if (declared.size > 0) return entries.filter(({ names }) => declared.has(plain(names.at(-1))));
  return entries.filter(({ of, names }) => of === undefined || !isCalledByOthers(engine, of, names.at(-1) ?? ''));
}

// `Charge` of the description is `charge` of the implementation.
function plain(name = ''): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

// `service.setNode(node)`: what the program itself calls from elsewhere is no procedure of another one's.
function isCalledByOthers(engine: Engine, { class: { id } }: InstanceValue, name: string): boolean {
  return engine.callsNamed(name).some(({ unit, site: { call, by } }) => {
    if (call.is !== 'call' || call.callee.is !== 'member' || call.callee.of.is === 'this' || call.callee.of.is === 'super') return false;
    return engine.evaluate(call.callee.of, engine.generic(unit, by)).values.some((holder) => holder.is === 'instance' && holder.class.id === id);
  });
}
