import type { Engine } from './engine.js';
import { instanceOf, levelsOf } from './instances.js';
import { metadataOf } from './kept-entries.js';
import { baseOf } from './members.js';
import type { CallInstance, Value, ValueSet } from './values.js';
import { classOf } from './values.js';

type Reflected = (engine: Engine, given: readonly ValueSet[], call: CallInstance | undefined) => ValueSet;

/** What the language and `reflect-metadata` tell of a class or an instance, by the path of the function that is asked. */
export const REFLECTED: readonly (readonly [string, Reflected])[] = [
  ['Object.getPrototypeOf', prototypes], ['Reflect.getPrototypeOf', prototypes],
  ['Object.getOwnPropertyNames', names], ['Reflect.ownKeys', names],
  ['Reflect.getMetadata', (engine, given) => metadataOf(engine, given, false)],
  ['Reflect.getOwnMetadata', (engine, given) => metadataOf(engine, given, true)],
];

function prototypes(engine: Engine, given: readonly ValueSet[]): ValueSet {
  return engine.table.union((given[0]?.values ?? []).map((value) => prototypeOf(engine, value)));
}

// An instance that nobody constructs stands for the prototype.
function prototypeOf(engine: Engine, value: Value): ValueSet {
  if (value.is === 'instance') return engine.table.only(instanceOf(engine, value.class, undefined, undefined));
  if (value.is === 'class') return baseOf(engine, value);
  return engine.table.unknown('a prototype');
}

function names(engine: Engine, given: readonly ValueSet[]): ValueSet {
  const [only] = given[0]?.values.length === 1 ? given[0].values : [];
  if (only?.is !== 'instance') return engine.list(undefined, engine.table.unknown('a name of a member'), undefined, undefined);
  const [level] = levelsOf(engine, only.class);
  const methods = level === undefined ? [] : classOf(level).members.filter(({ static: isStatic, kind }) => isStatic !== true && kind === 'method').map(({ name }) => engine.table.literal(name));
  const all = [engine.table.literal('constructor'), ...methods];
  return engine.list(all, engine.table.union(all), undefined, undefined);
}
