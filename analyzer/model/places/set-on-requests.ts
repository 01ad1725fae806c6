import type { Library, Limit } from '#catalog/schema.js';
import type { Expression, FunctionFacts } from '#facts/types.js';
import { isSameThing } from '#program/creations.js';
import type { Engine } from '#program/engine.js';
import { optionName } from '#program/parse-place.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Frame, FunctionValue, LibraryValue, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { unbound } from '../own-breakers/state-roots.js';
import { eachExpression } from '#program/statements.js';

type Interceptor = NonNullable<Library['interceptors']>[number];
type Override = NonNullable<Library['overrides']>[number];

/** Does a function of the program that sees each request of a call's client set one of these limits there? Its name, undefined where none does. */
export function setOnRequests(engine: Engine, limits: readonly Limit[], step: CallStep): string | undefined {
  const options = new Set(limits.flatMap(({ at }) => at.map((place) => optionName(place).split('.').at(-1) ?? '')));
  return seersOf(engine, step).map((seer) => optionSetBy(functionOf(seer), options)).find((option) => option !== undefined);
}

/** A header that a function of the program sets on each request of a call's client. */
export interface SetHeader {
  readonly name: string;
  readonly value: Expression;
  readonly frame: Frame;
}

/** Those of some headers that functions which see each request set there: `config.headers.set('Idempotency-Key', key)`. */
export function headersSetOnRequests(engine: Engine, headers: readonly string[], step: Pick<CallStep, 'call' | 'callee'>): readonly SetHeader[] {
  const wanted = new Map(headers.map((name) => [name.toLowerCase(), name]));
  return wanted.size === 0 ? [] : seersOf(engine, step).flatMap((seer) => headersSetBy(functionOf(seer), wanted).map((header) => ({ ...header, frame: engine.enter(seer, undefined) })));
}

function seersOf(engine: Engine, step: Pick<CallStep, 'call' | 'callee'>): readonly FunctionValue[] {
  const library = engine.libraries.library(step.callee.module);
  if (library?.interceptors === undefined && library?.overrides === undefined) return [];
  return [...(library.interceptors ?? []).flatMap((row) => intercepting(engine, library, row, step)), ...(library.overrides ?? []).flatMap((row) => overriding(engine, row, step))];
}

function intercepting(engine: Engine, library: Library, { call: path, on, before }: Interceptor, { callee }: Pick<CallStep, 'callee'>): readonly FunctionValue[] {
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
function overriding(engine: Engine, { on, method }: Override, { call: { expression, frame }, callee }: Pick<CallStep, 'call' | 'callee'>): readonly FunctionValue[] {
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

function headersSetBy(facts: FunctionFacts, wanted: ReadonlyMap<string, string>): readonly Omit<SetHeader, 'frame'>[] {
  const parameters = new Set(facts.parameters.map(({ binding }) => binding));
  const found: Omit<SetHeader, 'frame'>[] = [];
  const add = (name: string, value: Expression | undefined) => {
    const header = wanted.get(name.toLowerCase());
    if (header !== undefined && value !== undefined) found.push({ name: header, value });
  };
  eachExpression(facts.body, (part) => {
    if (part.is === 'assign' && part.target.is === 'member' && isWithin(part.target.of, parameters)) add(part.target.name, part.value);
    const [first, second] = part.is === 'call' ? part.arguments : [];
    if (part.is === 'call' && part.callee.is === 'member' && SETTERS.has(part.callee.name) && first?.is === 'literal' && isWithin(part.callee.of, parameters)) add(String(first.value), second);
    if (part.is !== 'object' || !part.properties.some((property) => property.is === 'spread' && isWithin(property.value, parameters))) return;
    for (const property of part.properties) if (property.is === 'named') add(property.name, property.value);
  });
  return found;
}

const SETTERS = new Set(['set', 'append', 'setHeader', 'header']);

// `config.headers`, of a parameter.
function isWithin(expression: Expression, parameters: ReadonlySet<number>): boolean {
  let inner = expression;
  while (inner.is === 'member' || inner.is === 'cast' || inner.is === 'default') inner = inner.is === 'default' ? inner.value : inner.of;
  return inner.is === 'variable' && parameters.has(inner.binding);
}
