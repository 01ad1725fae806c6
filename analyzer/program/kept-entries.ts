import type { Expression } from '#facts/types.js';
import { addersTo } from './adders.js';
import { activationsInSight } from './callers.js';
import { decorationsOf } from './decorations.js';
import type { Engine } from './engine.js';
import { frameWithin } from './frame-chain.js';
import { growthOf } from './growth.js';
import { levelsOf } from './instances.js';
import { addedTo, isAddedThere } from './lists.js';
import type { CallInstance, Frame, ListValue, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** Something put under a key. */
interface Entry {
  readonly key: ValueSet;
  readonly value: ValueSet;
  /** Put there by the function that asks, in the same activation. */
  readonly here: boolean;
  /** What it adds to the list that stood there. */
  readonly grown: readonly ValueSet[] | undefined;
  /** When a decorator put it there: they are applied in this order. */
  readonly order: number | undefined;
}

/** What a map holds under a key: the entry of a known key, else anything in it. `by`: the call that asks. */
export function entryOf(engine: Engine, list: ListValue, key: ValueSet | undefined, by: CallInstance | undefined): ValueSet {
  const only = key?.values.length === 1 && isKnownKey(key.values[0]) ? key : undefined;
  const position = only === undefined || list.positions === undefined ? -1 : (list.keys?.indexOf(only) ?? -1);
  const found = list.positions?.[position];
  if (found !== undefined) return found;
  const entries = key === undefined ? [] : entriesAdded(engine, list, by);
  // Put there by the function that asks for it: `if (!all.has(key)) all.set(key, make(key))`.
  const here = entries.filter((entry) => entry.here && entry.key === key);
  const others = entries.filter((entry) => !here.includes(entry));
  if (only !== undefined && here.length > 0) return engine.table.union(here.map(({ value }) => value));
  const meant = only === undefined ? others : others.filter((entry) => isSameKey(entry.key, only));
  const unclear = only === undefined ? [] : others.filter((entry) => entry.key.values.length !== 1 || !isKnownKey(entry.key.values[0]));
  if (only !== undefined && unclear.length === 0 && others.length > 0 && others.every(({ order }) => order !== undefined)) return together(engine, meant);
  const values = [...here, ...meant, ...unclear].map(({ value }) => value);
  if (only === undefined || values.length === 0) return engine.table.union([list.elements, ...values, ...(key === undefined || entries.length === 0 ? [addedTo(engine, list)] : [])]);
  return engine.table.union(values);
}

function entriesAdded(engine: Engine, list: ListValue, by: CallInstance | undefined): readonly Entry[] {
  if (list.origin === undefined) return [];
  return addersTo(engine, list).flatMap(({ unit, site, holder, key: under, added: [added] }) => {
    if (under === undefined || added === undefined) return [];
    const asking = by?.frame.unit === unit ? holderWithin(by.frame, site.by) : undefined;
    const decorations = asking === undefined ? decorationsOf(engine, unit, site.by) : [];
    const inSight = (): readonly Frame[] => (asking === undefined ? activationsInSight(engine, unit, site.by) : [frameWithin(engine, asking, site.by)]);
    const frames = decorations.length > 0 ? decorations : inSight().map((frame) => ({ frame, order: undefined }));
    return frames.flatMap(({ frame, order }): Entry[] => {
      if (!isAddedThere(engine, holder, frame, list)) return [];
      const isLookUp = ({ callee }: CallInstance['expression']): boolean => callee.is === 'member' && callee.name === 'get' && isAddedThere(engine, callee.of, frame, list);
      return [entryAt(engine, { key: under, value: added, frame, order, here: asking !== undefined }, isLookUp)];
    });
  });
}

function entryAt(engine: Engine, at: { readonly key: Expression; readonly value: Expression; readonly frame: Frame; readonly order: number | undefined; readonly here: boolean }, isLookUp: (call: CallInstance['expression']) => boolean): Entry {
  const { frame, order, here } = at;
  return {
    key: engine.evaluate(at.key, frame), here, order,
    get value() { return engine.evaluate(at.value, frame); },
    get grown() { return order === undefined ? undefined : growthOf(engine, at.value, frame, isLookUp); },
  };
}

/** What decorators have put under one key, one after the other: lists that each of them makes longer are one list. */
function together(engine: Engine, entries: readonly Entry[]): ValueSet {
  if (entries.length === 0) return engine.table.absent;
  const inOrder = entries.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const grown = inOrder.map((entry) => entry.grown);
  if (!grown.every((added) => added !== undefined)) return engine.table.union(inOrder.map(({ value }) => value));
  const positions = grown.flat();
  return engine.list(positions, engine.table.union(positions), undefined, undefined);
}

/** What `Reflect.defineMetadata` has kept for a key of something, or of a property of it. */
export function metadataOf(engine: Engine, [key, target, property]: readonly ValueSet[], isOwn: boolean): ValueSet {
  if (key === undefined || target === undefined) return engine.table.undefined;
  const entries = engine.callsNamed('defineMetadata').flatMap(({ unit, site }) => {
    const { callee, arguments: [under, value, on, of] } = site.call;
    if (callee.is !== 'member' || callee.of.is !== 'global' || callee.of.name !== 'Reflect' || under === undefined || value === undefined || on === undefined) return [];
    const isLookUp = ({ callee: called }: CallInstance['expression']): boolean => called.is === 'member' && /^get(?:Own)?Metadata$/.test(called.name);
    return decorationsOf(engine, unit, site.by).flatMap(({ frame, order }) => {
      const name = of === undefined ? undefined : engine.evaluate(of, frame);
      if (engine.evaluate(under, frame) !== key || name !== property || !isKeptFor(engine, target, engine.evaluate(on, frame), isOwn)) return [];
      return [entryAt(engine, { key: on, value, frame, order, here: false }, isLookUp)];
    });
  });
  return together(engine, entries);
}

// What is kept for a class is found through those that extend it, what is kept for a prototype through its instances.
function isKeptFor(engine: Engine, asked: ValueSet, kept: ValueSet, isOwn: boolean): boolean {
  if (isSameKey(asked, kept)) return true;
  const [only, holder] = [asked, kept].map(({ values }) => (values.length === 1 ? values[0] : undefined));
  const [of, by] = [only, holder].map((value) => (value?.is === 'instance' ? value.class : value?.is === 'class' ? value : undefined));
  return !isOwn && of !== undefined && by !== undefined && only?.is === holder?.is && levelsOf(engine, of).some((level) => level.unit === by.unit && level.index === by.index);
}

function isKnownKey(value: Value | undefined): boolean {
  return value?.is === 'literal' || identityOf(value) !== undefined;
}

// Instances of a class that nobody tells apart stand for its prototype.
function identityOf(value: Value | undefined): string | undefined {
  if (value?.is === 'class' || value?.is === 'function') return `${value.is}:${value.unit.id}:${value.index}`;
  return value?.is === 'instance' ? `instance:${value.class.unit.id}:${value.class.index}` : undefined;
}

function isSameKey(a: ValueSet, b: ValueSet): boolean {
  if (a === b) return true;
  const identity = a.values.length === 1 && b.values.length === 1 ? identityOf(a.values[0]) : undefined;
  return identity !== undefined && identity === identityOf(b.values[0]);
}

// The activation of the function around both, if it is one of a function.
function holderWithin(frame: Frame, by: number): Frame | undefined {
  for (let holder: Frame | undefined = frame; holder !== undefined && functionOf(holder).kind !== 'module'; holder = holder.parent) {
    for (let index = by; index >= 0; index = holder.unit.facts.functions[index]?.parent ?? -1) if (index === holder.function) return holder;
  }
  return undefined;
}
