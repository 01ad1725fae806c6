import type { Engine } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import type { ClassValue, ValueSet } from '#program/values.js';
import { classOf } from '#program/values.js';

/** Does a container make one for each request: `@Injectable({ scope: Scope.REQUEST })`, `asClass(Cart).scoped()`? */
export function isScoped(engine: Engine, { unit, index }: ClassValue): boolean {
  if (engine.provisions().some(({ perRequest, give }) => perRequest === true && give().values.some((value) => value.is === 'instance' && value.class.unit === unit && value.class.index === index))) return true;
  const declared = unit.facts.classes[index];
  const frame = engine.generic(unit, declared?.owner ?? 0);
  return declared?.decorators?.some((decorator) => engine.evaluate(decorator, frame).values.some((value) => {
    if (value.is !== 'library' || value.call === undefined || value.from === undefined) return false;
    const { call, from } = value;
    return engine.libraries.injections.some(({ library, row }) => row.perRequest?.some(({ decorator: name, at, is, unless }) => {
      if (library.package !== from.module || name !== from.path || !among(placeValues(engine, call, from, at), is)) return false;
      return unless === undefined || !among(placeValues(engine, call, from, unless.at), unless.is);
    }) === true);
  })) === true;
}

function among({ values }: ValueSet, wanted: readonly (string | number | boolean)[]): boolean {
  return values.some((value) => (value.is === 'library' && wanted.includes(value.path)) || (value.is === 'literal' && value.value !== null && wanted.includes(value.value)));
}

/** Classes whose instances a container makes anew for each request that one of `owner` answers: what is scoped itself, and what depends on it. */
export function scopedWith(engine: Engine, owner: ClassValue): readonly ClassValue[] {
  const found: ClassValue[] = [];
  const seen = new Map<string, boolean>();
  const isMade = (value: ClassValue, depth: number): boolean => {
    const key = `${value.unit.id}:${value.index}`;
    const known = seen.get(key);
    if (known !== undefined || depth > MAX_DEPTH) return known ?? false;
    seen.set(key, false);
    const inner = dependenciesOf(engine, value).filter((dependency) => isMade(dependency, depth + 1)).length > 0;
    const isOwn = inner || isScoped(engine, value);
    seen.set(key, isOwn);
    if (isOwn) found.push(value);
    return isOwn;
  };
  isMade(owner, 0);
  return found;
}

const MAX_DEPTH = 8;

// What the constructor is given by the container.
function dependenciesOf(engine: Engine, value: ClassValue): readonly ClassValue[] {
  const { constructor: index } = classOf(value);
  if (typeof index !== 'number') return [];
  const frame = engine.generic(value.unit, index);
  const { parameters } = value.unit.facts.functions[index] ?? { parameters: [] };
  return parameters.flatMap((_, position) => engine.parameter(frame, position).values.flatMap((given) => (given.is === 'instance' && given.given === undefined ? [given.class] : [])));
}
