import type { Library, Limit } from '#catalog/schema.js';
import type { Expression, FunctionFacts } from '#facts/types.js';
import { isSameThing } from '#program/creations.js';
import type { Engine } from '#program/engine.js';
import { optionName } from '#program/parse-place.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { FunctionValue, LibraryValue, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { unbound } from '../own-breakers/state-roots.js';
import { eachExpression } from '../own-breakers/statements.js';

type Interceptor = NonNullable<Library['interceptors']>[number];
type Override = NonNullable<Library['overrides']>[number];

/** Does a function of the program that sees each request of a call's client set one of these limits there? Its name, undefined where none does. */
export function setOnRequests(engine: Engine, limits: readonly Limit[], step: CallStep): string | undefined {
  const library = engine.libraries.library(step.callee.module);
  if (library?.interceptors === undefined && library?.overrides === undefined) return undefined;
  const options = new Set(limits.flatMap(({ at }) => at.map((place) => optionName(place).split('.').at(-1) ?? '')));
  const seers = [...(library.interceptors ?? []).flatMap((row) => intercepting(engine, library, row, step)), ...(library.overrides ?? []).flatMap((row) => overriding(engine, row, step))];
  return seers.map((seer) => optionSetBy(functionOf(seer), options)).find((option) => option !== undefined);
}

function intercepting(engine: Engine, library: Library, { call: path, on, before }: Interceptor, { callee }: CallStep): readonly FunctionValue[] {
  const client = clientAt(callee, on);
  if (client === undefined || before === undefined) return [];
  return engine.callsNamed(path.slice(path.lastIndexOf('.') + 1)).flatMap(({ unit, site }) => {
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    return engine.targets(call).flatMap((target) => {
      const registering = target.is === 'value' && target.value.is === 'library' ? target.value : undefined;
      if (registering === undefined || registering.path !== path || engine.libraries.library(registering.module) !== library) return [];
      const registered = clientAt(registering.from, on);
      return registered !== undefined && isSameThing(engine, registered, client) ? functionsIn(placeValues(engine, call, registering, before).values) : [];
    });
  });
}

// The class of the client is the program's own.
function overriding(engine: Engine, { on, method }: Override, { call: { expression, frame }, callee }: CallStep): readonly FunctionValue[] {
  if (expression.callee.is !== 'member' || clientAt(callee, on) === undefined) return [];
  const holders = engine.evaluate(expression.callee.of, frame).values.filter(({ is }) => is === 'instance');
  return holders.flatMap((holder) => functionsIn(engine.memberOf(holder, method).values));
}

function functionsIn(values: readonly Value[]): readonly FunctionValue[] {
  return values.flatMap((value) => unbound(value) ?? []);
}

function clientAt(value: LibraryValue | undefined, path: string): LibraryValue | undefined {
  for (let current = value; current !== undefined; current = current.from) if (current.path === path) return current;
  return undefined;
}

/** `config.timeout = 3000` on one of its parameters, or an object around one that it gives: `{ ...config, timeout: 3000 }`. */
function optionSetBy(facts: FunctionFacts, options: ReadonlySet<string>): string | undefined {
  const parameters = new Set(facts.parameters.map(({ binding }) => binding));
  const isParameter = (expression: Expression): boolean => expression.is === 'variable' && parameters.has(expression.binding);
  let found: string | undefined;
  eachExpression(facts.body, (part) => {
    if (part.is === 'assign' && part.target.is === 'member' && options.has(part.target.name) && isParameter(part.target.of)) found ??= part.target.name;
    if (part.is !== 'object' || !part.properties.some((property) => property.is === 'spread' && isParameter(property.value))) return;
    for (const property of part.properties) if (property.is === 'named' && options.has(property.name)) found ??= property.name;
  });
  return found;
}
