import type { Binding } from '#facts/types.js';
import type { Engine } from './engine.js';
import { appendedText } from './appended-text.js';
import { describedBinding } from './described.js';
import { frameWithin, outsideOfRounds } from './frame-chain.js';
import { boundDefault } from './unset-environment.js';
import { functionOf, type Frame, type Value, type ValueSet } from './values.js';

/** What a name is where code of an activation reads it. */
export function variable(engine: Engine, index: number, frame: Frame): ValueSet {
  const binding = frame.unit.facts.bindings[index];
  if (binding === undefined) return engine.table.unknown('a name without declaration');
  let owner: Frame | undefined = frame;
  while (owner !== undefined && (owner.function !== binding.owner || owner.unit !== frame.unit)) {
    const fixed = owner.fixed?.get(index);
    if (fixed !== undefined) return fixed;
    owner = owner.parent;
  }
  const holder = owner ?? engine.generic(frame.unit, binding.owner);
  const fixed = holder.fixed?.get(index);
  if (fixed !== undefined) return fixed;
  const setter = setterWithThis(binding, frame, holder);
  return setter === undefined ? engine.bindingIn(outsideOfRounds(holder, binding), index) : engine.bindingIn(holder, index, setter);
}

// `descriptor.value = function () { breaker ??= make(this); return breaker.fire(); }`: what it is made of is known where it is asked for.
function setterWithThis({ owner, values }: Binding, frame: Frame, holder: Frame): Frame | undefined {
  if (owner === 0 || values.every(({ by }) => by === owner)) return undefined;
  for (let around: Frame | undefined = frame; around !== undefined && around !== holder; around = around.parent) {
    if (around.self !== undefined && functionOf(around).class === undefined && values.some(({ by }) => by === around?.function)) return around;
  }
  return undefined;
}

/** Everything a name can be in the activation that holds it; `setter`: an activation that gives it a value, where it is known. */
export function bindingValues(engine: Engine, holder: Frame, index: number, setter?: Frame): ValueSet {
  const { unit } = holder;
  const binding = unit.facts.bindings[index];
  if (binding === undefined) return engine.table.empty;
  if (binding.from !== undefined) return engine.imported(unit, binding.from.specifier, binding.from.name);
  const described = describedBinding(engine, holder, index);
  if (described !== undefined) return described;
  const appended = appendedText(engine, holder, binding, index);
  if (appended !== undefined) return appended;
  const sets: ValueSet[] = [];
  if (binding.kind === 'parameter' || binding.kind === 'temporary') {
    const position = functionOf(holder).parameters.findIndex((parameter) => parameter.binding === index);
    if (position >= 0) sets.push(engine.parameter(holder, position));
  }
  for (const { value, by, operator } of binding.values) {
    if (operator !== undefined && /^(\+|-|\*|\/|%|\*\*|<<|>>|>>>|&|\||\^)=$|^(\+\+|--)$/.test(operator)) sets.push(engine.table.unknown(`${binding.name} changes`));
    else sets.push(engine.evaluate(value, setter?.function === by ? setter : frameWithin(engine, holder, by)));
  }
  const known = boundDefault(engine, engine.table.union(sets.map((set) => withoutUndefined(engine, set, sets.length > 1))));
  if (binding.type !== undefined && isVague(known) && known !== engine.table.absent) {
    const typed = engine.valuesOfType(binding.type, unit);
    if (typed.values.length > 0) return typed;
  }
  if (known.values.length > 0) return known;
  if (binding.kind === 'catch') return engine.table.unknown('what was thrown');
  return binding.values.length === 0 && binding.kind !== 'parameter' ? engine.table.undefined : known;
}

/** Nothing known, or only reasons why not. */
export function isVague(set: ValueSet): boolean {
  return set.values.every((value) => value.is === 'unknown' || value.is === 'undefined' || (value.is === 'literal' && value.value === null));
}

// `let pool; … pool = new Pool()`: where it is used it has been set.
function withoutUndefined(engine: Engine, set: ValueSet, several: boolean): ValueSet {
  if (!several || !set.values.some(isNullish)) return set;
  return engine.table.of(set.values.filter((value) => !isNullish(value)));
}

/** Is it null or undefined? */
export function isNullish(value: Value): boolean {
  return value.is === 'undefined' || (value.is === 'literal' && value.value === null);
}
