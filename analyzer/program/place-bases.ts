import { creationsOf, isChainedFrom, isSameCall, isSameThing, creationOf } from './creations.js';
import type { Engine } from './engine.js';
import type { Scope } from './parse-place.js';
import type { CallInstance, Frame, LibraryValue } from './values.js';

/** What the rest of a place speaks of, once its prefixes are followed. */
export type Base =
  | { readonly is: 'call'; readonly call: CallInstance; readonly callee: LibraryValue | undefined }
  /** A value of a library, or what a call gives. */
  | { readonly is: 'value'; readonly value: LibraryValue }
  | { readonly is: 'result'; readonly call: CallInstance }
  /** The call is known to have been made, by code nobody sees; what was called may have been made in sight. */
  | { readonly is: 'unseen'; readonly callee?: LibraryValue | undefined };

/** Where a place starts from: a call and what it calls. */
export interface PlaceOrigin {
  readonly call: CallInstance;
  readonly callee: LibraryValue | undefined;
  /** The creation, where the caller knows better than the chain. */
  readonly creation?: CallInstance | undefined;
}

/** Follows the prefixes of a place; several bases are alternatives, most specific first. */
export function basesOf(engine: Engine, origin: PlaceOrigin, scopes: readonly Scope[]): readonly Base[] {
  let bases: readonly Base[] = [{ is: 'call', call: origin.call, callee: origin.callee }];
  scopes.forEach((scope, position) => {
    const given = position === 0 && scope.is === 'creation' ? origin.creation : undefined;
    bases = given === undefined ? bases.flatMap((base) => stepped(engine, base, scope)) : [{ is: 'call', call: given, callee: undefined }];
  });
  return bases;
}

function stepped(engine: Engine, base: Base, scope: Scope): readonly Base[] {
  if (base.is === 'unseen') return scope.is === 'chain' ? [] : furtherOut(engine, base, scope);
  switch (scope.is) {
    case 'call': return [base];
    case 'creation': return creations(engine, base);
    case 'parent': return base.is === 'call' ? leftOf(base.callee) : [];
    case 'of': return calledOn(base);
    case 'library': return base.is === 'call' && base.callee !== undefined ? [{ is: 'value', value: exportsOf(engine, base.callee) }] : [];
    case 'result': return base.is === 'call' ? [{ is: 'result', call: base.call }] : [];
    case 'chain': return chained(engine, base, scope.name).filter((one) => scope.first === undefined || beginsWith(engine, one, scope.first));
  }
}

// An instance that is itself called is what it is called on: `client(options)`.
function calledOn(base: Base): readonly Base[] {
  if (base.is !== 'call' || base.callee === undefined) return [];
  const { callee } = base;
  const value = callee.call === undefined ? callee.from : callee;
  return value === undefined ? [] : [{ is: 'value', value }];
}

// The library as a whole, whatever it was reached through.
function exportsOf(engine: Engine, { module }: LibraryValue): LibraryValue {
  return engine.library(module, '', undefined, undefined);
}

function beginsWith(engine: Engine, base: Base, text: string): boolean {
  if (base.is !== 'call') return false;
  return engine.argumentsOf(base.call)[0]?.values.some((value) => value.is === 'literal' && value.value === text) === true;
}

function furtherOut(engine: Engine, base: Base & { readonly is: 'unseen' }, scope: Scope): readonly Base[] {
  const made = scope.is === 'creation' ? creations(engine, base) : [];
  return made.length > 0 ? made : [base];
}

// An instance made from another takes over what is not set on it: the further one is an alternative.
function creations(engine: Engine, base: Base): readonly Base[] {
  const start = base.is === 'value' ? base.value : base.is === 'result' ? undefined : base.callee;
  const links = creationsOf(engine, start);
  const found: Base[] = [];
  for (const { call, callee, derived } of links) {
    found.push(call === undefined ? { is: 'unseen', callee } : { is: 'call', call, callee });
    if (!derived) break;
  }
  return found;
}

function leftOf(callee: LibraryValue | undefined): readonly Base[] {
  let current = callee;
  while (current !== undefined && current.call === undefined) current = current.from;
  return current?.call === undefined ? [] : [{ is: 'call', call: current.call, callee: current.from }];
}

/** Calls of a method on what a base is or gives, anywhere in the program. */
function chained(engine: Engine, base: Base, name: string): readonly Base[] {
  const anchor = base.is === 'value' ? creationOf(engine, base.value) : base.is === 'unseen' ? undefined : base.call;
  const found: Base[] = [];
  for (const { call, holders } of methodCalls(engine, name, anchor?.frame)) {
    for (const holder of holders) {
      const matches = base.is === 'value' ? isSameThing(engine, holder, base.value) : anchor !== undefined && isChainedFrom(holder, anchor);
      if (!matches || found.some((known) => known.is === 'call' && known.call === call)) continue;
      const callee = engine.targets(call).find((target) => target.is === 'value' && target.value.is === 'library' && target.value.from === holder);
      found.push({ is: 'call', call, callee: callee?.is === 'value' && callee.value.is === 'library' ? callee.value : undefined });
    }
  }
  return found;
}

/** Every call of a method of this name with the library values it is called on, read in `near` where it stands inside it. */
export function methodCalls(engine: Engine, name: string, near: Frame | undefined): readonly { readonly call: CallInstance; readonly holders: readonly LibraryValue[] }[] {
  return engine.callsNamed(name).flatMap(({ unit, site }) => {
    const { callee } = site.call;
    if (callee.is !== 'member') return [];
    const call = engine.callInstance(site.call, frameNear(engine, near, unit, site.by));
    const holders = engine.evaluate(callee.of, call.frame).values.filter((value) => value.is === 'library');
    return holders.length === 0 ? [] : [{ call, holders }];
  });
}

/** The activation to read code in: the known one around it, else that of any caller. */
export function frameNear(engine: Engine, near: Frame | undefined, unit: Frame['unit'], by: number): Frame {
  if (near?.unit === unit) {
    for (let index = by; index >= 0; index = unit.facts.functions[index]?.parent ?? -1) if (index === near.function) return engine.within(near, by);
  }
  return engine.generic(unit, by);
}

/** Is an evaluated holder what the base is about? */
export function isHolderOf(engine: Engine, base: Base, candidate: LibraryValue): boolean {
  if (base.is === 'value') return isSameThing(engine, candidate, base.value);
  if (base.is !== 'result') return false;
  const made = creationOf(engine, candidate);
  return made !== undefined && isSameCall(made, base.call);
}
