import type { BudgetRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { activationsInSight } from '#program/callers.js';
import { constructedBase } from '#program/instances.js';
import type { Program } from '#program/link-program.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, Frame, LibraryValue, Unit, Value } from '#program/values.js';
import { boundOf } from './bounds.js';
import { siteOfCall } from './context.js';
import { resolvedHandler } from './entry-points/configured-handlers.js';
import type { Guard } from './types.js';

type Deploys = NonNullable<BudgetRow['deploys']>;

/** A function that code deploys to a platform, with the limit that it sets there. */
export interface Deployed {
  readonly unit: Unit;
  readonly exported: string;
  readonly guard: Guard;
  /** The call that deploys it. */
  readonly call: CallInstance;
}

/** The functions that the program deploys by code: `new NodejsFunction(this, 'Charge', { entry: 'src/charge.ts', timeout })`. */
export function deployedFunctions(program: Program): readonly Deployed[] {
  return program.engine.libraries.libraries.flatMap((library) => (library.budgets ?? []).flatMap(({ call: path, deploys, limit }) => {
    if (deploys === undefined) return [];
    return creationsOf(program, library.package, path).flatMap(({ call, callee }): readonly Deployed[] => {
      const found = handlerOf(program, deploys, call, callee);
      return found === undefined ? [] : [{ ...found, call, guard: { is: 'budget', name: `the request budget of ${library.name ?? library.package}`, site: siteOfCall(call), bound: boundOf({ program }, limit, call, callee) } }];
    });
  }));
}

interface Creation {
  readonly call: CallInstance;
  readonly callee: LibraryValue;
}

/** The calls that make one, for each caller of the function around them; those of classes that extend it as they call `super`. */
function creationsOf({ engine, units }: Program, module: string, path: string): readonly Creation[] {
  const isIt = (value: Value): value is LibraryValue => value.is === 'library' && value.module === module && value.path === path;
  const callsOf = (name: string) => engine.callsNamed(name).flatMap(({ unit, site }) => activationsInSight(engine, unit, site.by).map((frame) => engine.callInstance(site.call, frame)));
  const direct = callsOf(path).flatMap((call) => engine.targets(call).flatMap((target): readonly Creation[] => (target.is === 'value' && isIt(target.value) ? [{ call, callee: target.value }] : [])));
  const extended = [...units.values()].flatMap((unit) => unit.facts.classes.flatMap((declared) => {
    const base = declared.extends === undefined ? undefined : engine.evaluate(declared.extends, engine.generic(unit, declared.owner)).values.find(isIt);
    return base === undefined ? [] : callsOf(declared.name).flatMap((call) => engine.evaluate(call.expression, call.frame).values.flatMap((made): readonly Creation[] => {
      const value = made.is === 'instance' && made.class.unit === unit ? constructedBase(engine, base, made.class, made) : undefined;
      return value?.call === undefined ? [] : [{ call: value.call, callee: base }];
    }));
  }));
  return [...direct, ...extended];
}

function handlerOf(program: Program, { fileAt, folderAt, exportAt, exported }: Deploys, call: CallInstance, callee: LibraryValue): Pick<Deployed, 'unit' | 'exported'> | undefined {
  const named = textAt(program, call, callee, exportAt) ?? exported;
  if (named === undefined) return undefined;
  const file = fileAt === undefined ? undefined : pathAt(program, call, callee, fileAt);
  if (file !== undefined) return resolvedHandler({ program }, '', `${file.replace(/\.[cm]?[jt]sx?$/, '')}.${named.slice(named.lastIndexOf('.') + 1)}`)[0];
  // `code: Code.fromAsset('src')` and `handler: 'charge.handler'`.
  const code = folderAt === undefined ? [] : placeValues(program.engine, call, callee, folderAt).values;
  for (const value of code) {
    const [folder] = value.is === 'library' && value.call !== undefined ? program.engine.argumentsOf(value.call) : [];
    const only = folder?.values.length === 1 ? folder.values[0] : undefined;
    if (only?.is === 'literal' && typeof only.value === 'string') return resolvedHandler({ program }, only.value, named)[0];
  }
  return undefined;
}

function textAt(program: Program, call: CallInstance, callee: LibraryValue, place: string): string | undefined {
  const { values } = placeValues(program.engine, call, callee, place);
  const only = values.length === 1 ? values[0] : undefined;
  return only?.is === 'literal' && typeof only.value === 'string' ? only.value : undefined;
}

/** A path that is written out, or put together from the folder of its file: `path.join(__dirname, '../src/charge.ts')`. */
function pathAt(program: Program, call: CallInstance, callee: LibraryValue, place: string): string | undefined {
  const text = textAt(program, call, callee, place);
  if (text !== undefined) return text;
  const [argument = '0', name] = place.split('.');
  const options = call.expression.arguments[Number(argument)];
  const property = options?.is === 'object' ? options.properties.find((one) => one.is === 'named' && one.name === name) : undefined;
  const written = property?.is === 'named' ? property.value : undefined;
  if (written?.is !== 'call' || !JOINS.has(calleeName(written.callee, call))) return undefined;
  const parts = written.arguments.map((part) => partOf(program, part, call.frame));
  if (parts.includes(undefined)) return undefined;
  const { file } = siteOfCall(call);
  return [...(parts[0] === HERE ? [file.slice(0, Math.max(0, file.lastIndexOf('/')))] : []), ...parts.filter((part) => part !== HERE)].join('/');
}

const JOINS = new Set(['join', 'resolve']);

function calleeName(callee: Expression, { frame }: CallInstance): string {
  return callee.is === 'member' ? callee.name : callee.is === 'variable' ? frame.unit.facts.bindings[callee.binding]?.name ?? '' : '';
}

const HERE = Symbol('the folder of the file');

function partOf({ engine }: Program, expression: Expression, frame: Frame): string | typeof HERE | undefined {
  if (expression.is === 'global' && expression.name === '__dirname') return HERE;
  if (expression.is === 'member' && expression.of.is === 'meta') return expression.name === 'dirname' ? HERE : undefined;
  if (expression.is === 'meta') return expression.path === 'import.meta.dirname' ? HERE : undefined;
  const [value, ...others] = engine.evaluate(expression, frame).values;
  return value?.is === 'literal' && others.length === 0 ? String(value.value) : undefined;
}
