import type { EntryPointRow } from '#catalog/schema.js';
import { activationsInSight } from '#program/callers.js';
import type { CallInstance } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';
import { fullPath } from './decorators.js';
import { textsOf } from './texts.js';

type Emitted = ReadonlySet<string> | 'anything';

const EMITTED = new WeakMap<EntryPointBuilder, Map<EntryPointRow, Emitted>>();

/** Is nobody in sight seen to emit what a listener is registered for? No where that cannot be known: a pattern, an event told by a value, no emitting call at all. */
export function isNeverEmitted(builder: EntryPointBuilder, row: EntryPointRow, module: string, event: string): boolean {
  if (row.emittedBy === undefined || /[*…$]/.test(event)) return false;
  const known = EMITTED.get(builder) ?? new Map<EntryPointRow, Emitted>();
  EMITTED.set(builder, known);
  const emitted = known.get(row) ?? emittedBy(builder, row.emittedBy.map((path) => fullPath(path, module)));
  known.set(row, emitted);
  return emitted !== 'anything' && !emitted.has(event);
}

function emittedBy(builder: EntryPointBuilder, wanted: readonly string[]): Emitted {
  const { engine } = builder;
  const found = new Set<string>();
  const names = new Set(wanted.map((path) => path.slice(path.lastIndexOf('.') + 1)));
  for (const { unit, site } of [...names].flatMap((name) => engine.callsNamed(name))) {
    for (const frame of activationsInSight(engine, unit, site.by)) {
      const events = eventsOf(builder, engine.callInstance(site.call, frame), wanted);
      if (events === undefined) return 'anything';
      for (const event of events) found.add(event);
    }
  }
  return found.size === 0 ? 'anything' : found;
}

/** The events that a call emits, none where something else is called; undefined where it may be any. */
function eventsOf({ engine }: EntryPointBuilder, call: CallInstance, wanted: readonly string[]): readonly string[] | undefined {
  const targets = engine.targets(call);
  const isOther = targets.length > 0 && targets.every((target) => {
    if (target.is !== 'value' || target.value.is === 'unknown' || target.value.is === 'typed') return false;
    return target.value.is !== 'library' || !wanted.includes(`${target.value.module}|${target.value.path}`);
  });
  if (isOther) return [];
  const event = engine.argumentsOf(call)[0] ?? engine.table.empty;
  const texts = textsOf(event);
  return texts.length < event.values.length || texts.length === 0 || texts.some((text) => /[*…$]/.test(text)) ? undefined : texts;
}
