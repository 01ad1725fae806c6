import type { Value, ValueSet } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';
import { classKey } from './decorators.js';
import { propertyEntries } from './handler-values.js';

/** Classes that some list of controllers names: the others are not part of the application. Undefined when there are no such lists or one of them cannot be read. */
export function listedClasses(builder: EntryPointBuilder): ReadonlySet<string> | undefined {
  return classesUnder(builder, new Set(listsOf(builder).flatMap(({ classesAt }) => classesAt ?? [])));
}

/** Classes that a container makes, for some list of providers or controllers names them, or that the program makes itself; undefined likewise. */
export function madeClasses(builder: EntryPointBuilder): ReadonlySet<string> | undefined {
  const named = classesUnder(builder, new Set(listsOf(builder).flatMap(({ classesAt, providersAt }) => [classesAt, providersAt?.split('.').at(-1)]).filter((name) => name !== undefined)));
  return named === undefined ? undefined : new Set([...named, ...newClasses(builder)]);
}

function listsOf({ engine }: EntryPointBuilder) {
  return engine.libraries.injections.flatMap(({ row }) => row.lists ?? []);
}

function classesUnder(builder: EntryPointBuilder, names: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const { engine } = builder;
  const keys = engine.libraries.injections.flatMap(({ row }) => (row.provider === undefined ? [] : [row.provider.class, row.provider.value]));
  const found = new Set<string>();
  let any = false;
  for (const unit of builder.program.units.values()) {
    for (const name of names) {
      for (const { object, by } of unit.index.objects.get(name) ?? []) {
        any = true;
        const entry = propertyEntries(engine, engine.objectValue(object, engine.generic(unit, by))).find((candidate) => candidate.names[0] === name);
        for (const value of entry === undefined ? [] : flat(entry.values)) {
          if (value.is === 'unknown' || value.is === 'typed') return undefined;
          for (const made of [value, ...keys.flatMap((key) => (value.is === 'object' || value.is === 'merged' ? engine.memberOf(value, key).values : []))]) {
            if (made.is === 'class') found.add(classKey(made));
            if (made.is === 'instance') found.add(classKey(made.class));
          }
        }
      }
    }
  }
  return any ? found : undefined;
}

function newClasses({ engine, program }: EntryPointBuilder): readonly string[] {
  const decorated = [...program.units.values()].flatMap(({ facts }) => facts.classes.filter(({ decorators }) => decorators !== undefined).map(({ name }) => name));
  return [...new Set(decorated)].flatMap((name) => engine.callsNamed(name).flatMap(({ unit, site }) => {
    if (site.call.is !== 'new') return [];
    return engine.targets(engine.callInstance(site.call, engine.generic(unit, site.by))).flatMap((target) => (target.is === 'value' && target.value.is === 'class' ? [classKey(target.value)] : []));
  }));
}

/** The values of a set, those of lists one by one. */
export function flat(set: ValueSet, depth = 0): readonly Value[] {
  return set.values.flatMap((value) => (value.is === 'list' && depth < 4 ? (value.positions ?? [value.elements]).flatMap((inner) => flat(inner, depth + 1)) : [value]));
}
