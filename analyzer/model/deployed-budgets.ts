import type { BudgetRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import type { Program } from '#program/link-program.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue, Unit } from '#program/values.js';
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
}

/** The functions that the program deploys by code: `new NodejsFunction(this, 'Charge', { entry: 'src/charge.ts', timeout })`. */
export function deployedFunctions(program: Program): readonly Deployed[] {
  const { engine } = program;
  return engine.libraries.libraries.flatMap((library) => (library.budgets ?? []).flatMap(({ call: path, deploys, limit }) => {
    if (deploys === undefined) return [];
    return engine.callsNamed(path).flatMap(({ unit, site }): readonly Deployed[] => {
      const call = engine.callInstance(site.call, engine.generic(unit, site.by));
      const callee = engine.targets(call).flatMap((target) => (target.is === 'value' && target.value.is === 'library' ? [target.value] : [])).find((value) => value.module === library.package && value.path === path);
      const found = callee === undefined ? undefined : handlerOf(program, deploys, call, callee);
      if (callee === undefined || found === undefined) return [];
      return [{ ...found, guard: { is: 'budget', name: `the request budget of ${library.name ?? library.package}`, site: siteOfCall(call), bound: boundOf({ program }, limit, call, callee) } }];
    });
  }));
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
  const parts = written.arguments.map(partOf);
  if (parts.includes(undefined)) return undefined;
  const { file } = siteOfCall(call);
  return [...(parts[0] === HERE ? [file.slice(0, Math.max(0, file.lastIndexOf('/')))] : []), ...parts.filter((part) => part !== HERE)].join('/');
}

const JOINS = new Set(['join', 'resolve']);

function calleeName(callee: Expression, { frame }: CallInstance): string {
  return callee.is === 'member' ? callee.name : callee.is === 'variable' ? frame.unit.facts.bindings[callee.binding]?.name ?? '' : '';
}

const HERE = Symbol('the folder of the file');

function partOf(expression: Expression): string | typeof HERE | undefined {
  if (expression.is === 'literal' && typeof expression.value === 'string') return expression.value;
  if (expression.is === 'global' && expression.name === '__dirname') return HERE;
  if (expression.is === 'member') return expression.name === 'dirname' && expression.of.is === 'meta' ? HERE : undefined;
  return expression.is === 'meta' && expression.path === 'import.meta.dirname' ? HERE : undefined;
}
