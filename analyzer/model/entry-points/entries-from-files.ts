import picomatch from 'picomatch';
import type { EntryPointRow, Library } from '#catalog/schema.js';
import type { Type } from '#facts/types.js';
import type { Program } from '#program/link-program.js';
import type { FunctionValue, Unit, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Handler } from '../context.js';
import { importersIn } from '../imports.js';
import type { EntryPoint } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOfChain, linksOfChain, namesOfChain } from './chain.js';
import { configuredHandlers } from './configured-handlers.js';
import { exportsOf } from './exported-names.js';
import type { Exported } from './exported-names.js';
import { fileMethod, fileRoute } from './file-routes.js';
import { handlersIn } from './handler-values.js';
import { inlineActions } from './inline-directives.js';
import { limitersOf } from './limiters.js';
import { entryPointName } from './names.js';

/** Entry points by convention: exported names of files at certain paths or under a directive, exports of certain types, those that settings of a platform name. */
export function entriesFromFiles(builder: EntryPointBuilder, globs: readonly string[]): readonly Handler[] {
  const imported = importedUnits(builder);
  const declared = globs.length === 0 ? [] : byPath(builder, declaredConvention(globs));
  return declared.concat(builder.engine.libraries.libraries.flatMap((library) => (library.entryPoints ?? []).flatMap((row) => {
    const about = { row, library };
    return [
      ...(row.file !== undefined && (builder.engine.uses(library) || declares(builder, library.package)) ? byPath(builder, about) : []),
      ...(row.typed !== undefined && builder.engine.uses(library) ? byType(builder, about) : []),
      ...(row.directive === undefined ? [] : byDirective(builder, about)),
      ...(row.settings === undefined ? [] : bySettings(builder, about)),
      ...(row.shape === undefined ? [] : byShape(builder, about, imported)),
    ];
  })));
}

/** Exported functions of these files are entry points, because the user says so. */
function declaredConvention(globs: readonly string[]): Convention {
  const row: EntryPointRow = { kind: 'rpc', file: { paths: globs, exports: ['*'], route: 'none' }, method: 'export', answers: true, repeats: 'client' };
  return { row, library: { package: 'the configuration', source: 'the configuration', entryPoints: [row] } };
}

interface Convention {
  readonly row: EntryPointRow;
  readonly library: Library;
}

// A framework that calls files by their names need not be imported by them.
function declares(builder: EntryPointBuilder, name: string): boolean {
  return builder.program.project.manifests.some((manifest) => manifest.dependencies[name] !== undefined);
}

function byPath(builder: EntryPointBuilder, { row, library }: Convention): readonly Handler[] {
  const { file } = row;
  if (file === undefined) return [];
  const matches = picomatch([...file.paths], { dot: true });
  return [...builder.program.units.values()].filter((unit) => matches(unit.path)).flatMap((unit) => exportsOf(unit).flatMap((exported) => {
    if (!file.exports.includes(exported.name) && !file.exports.includes('*')) return [];
    const route = fileRoute(file.route, unit.path) ?? row.name ?? unit.path;
    const method = row.method === 'export' ? exported.name : (fileMethod(file.route, unit.path) ?? row.method);
    return handlerOf(builder, { row, library }, exported, { name: entryPointName(row, method, route), method });
  }));
}

function handlerOf(builder: EntryPointBuilder, { row, library }: Convention, exported: Exported, about: { name: string; method: string | undefined }): readonly Handler[] {
  const { engine } = builder;
  const set = engine.exportOf(exported.unit, exported.name);
  const links = set.values.flatMap((value) => (value.is === 'library' ? linksOfChain(builder, value) : []));
  if (!set.values.some((value) => handlersIn(engine, value, row.members).length > 0)) return [];
  const bodies = bodiesOfChain(builder, [...links, { set, row }]);
  if (bodies.length === 0) return [];
  const { name, method } = about;
  const entryPoint: EntryPoint = {
    id: name, name, kind: row.kind, framework: library.name ?? library.package, site: siteAt(exported.unit.frame, exported.at), middleware: namesOfChain(builder, links),
    answers: row.answers, repeats: row.repeats ?? 'never', ...(method === undefined ? {} : { method }),
  };
  return [{ entryPoint, bodies, budgets: [], registration: undefined, limiters: limitersOf(engine, links) }];
}

function named(builder: EntryPointBuilder, convention: Convention, exported: Exported): readonly Handler[] {
  return handlerOf(builder, convention, exported, { name: entryPointName(convention.row, undefined, exported.name), method: undefined });
}

function byDirective(builder: EntryPointBuilder, convention: Convention): readonly Handler[] {
  const { directive } = convention.row;
  if (directive === undefined || !declares(builder, convention.library.package)) return [];
  const under = [...builder.program.units.values()].filter(({ facts }) => facts.directives.includes(directive.is));
  const isCalled = (unit: Unit, name: string) => isCalledFromOutside(builder.program, unit, name, directive);
  return under.flatMap((unit) => exportsOf(unit).filter(({ name }) => isCalled(unit, name)).flatMap((exported) => named(builder, convention, exported)))
    .concat(inlineActions(builder, convention, isCalled));
}

// Code of the server that calls it itself calls a function like any other.
function isCalledFromOutside(program: Program, unit: Unit, name: string, { importedUnder }: NonNullable<EntryPointRow['directive']>): boolean {
  return (importersIn(program).get(unit) ?? []).some(({ path, facts, index }) => facts.bindings.some((binding, position) => {
    if (binding.from?.name !== name || binding.from.typeOnly === true) return false;
    const resolution = program.project.resolve(binding.from.specifier, path);
    if (resolution.is !== 'file' || resolution.path !== unit.path) return false;
    const calls = index.calls.get(binding.name)?.some(({ call: { callee } }) => callee.is === 'variable' && callee.binding === position) === true;
    return facts.directives.includes(importedUnder) || (!calls && [...index.uses.values()].some((used) => used.has(position)));
  }));
}

function bySettings(builder: EntryPointBuilder, convention: Convention): readonly Handler[] {
  const { settings } = convention.row;
  return settings === undefined ? [] : configuredHandlers(builder, settings).flatMap(({ unit, exported, invoked }) => {
    const { row, library } = convention;
    const told = invoked === undefined ? convention : { library, row: { ...row, answers: invoked.answers, repeats: invoked.repeats } };
    return exportsOf(unit).filter(({ name }) => name === exported).flatMap((found) => named(builder, told, found));
  });
}

function byShape(builder: EntryPointBuilder, convention: Convention, imported: ReadonlySet<string>): readonly Handler[] {
  const { shape } = convention.row;
  if (shape === undefined) return [];
  return [...builder.program.units.values()].filter((unit) => !imported.has(unit.path)).flatMap((unit) =>
    exportsOf(unit).filter(({ name }) => shape.exports.includes(name)).flatMap((exported) => {
      const functions = builder.engine.exportOf(unit, exported.name).values.flatMap((value) => handlersIn(builder.engine, value, undefined));
      const fits = functions.some((value) => value.is === 'function' && shape.parameter.includes(firstParameter(value)));
      return fits ? named(builder, convention, exported) : [];
    }));
}

function firstParameter(value: FunctionValue): string {
  const first = functionOf(value).parameters[0];
  return first === undefined ? '' : (value.unit.facts.bindings[first.binding]?.name ?? '');
}

function importedUnits({ program }: EntryPointBuilder): ReadonlySet<string> {
  const imported = new Set<string>();
  for (const unit of program.units.values()) {
    for (const { specifier } of unit.facts.requests) {
      const resolution = program.project.resolve(specifier, unit.path);
      if (resolution.is === 'file') imported.add(resolution.path);
    }
  }
  return imported;
}

function byType(builder: EntryPointBuilder, convention: Convention): readonly Handler[] {
  return [...builder.program.units.values()].flatMap((unit) =>
    exportsOf(unit).filter((exported) => isTyped(builder, unit, exported, convention.row)).flatMap((exported) => named(builder, convention, exported)));
}

function isTyped(builder: EntryPointBuilder, unit: Unit, exported: Exported, row: EntryPointRow): boolean {
  const declared = unit.index.exports.get(exported.name)?.find((candidate) => candidate.is === 'local');
  if (declared === undefined) return false;
  const binding = declared.value.is === 'variable' ? unit.facts.bindings[declared.value.binding] : undefined;
  if (binding?.kind === 'class' || binding?.kind === 'type') return false;
  if (isOf(builder, unit, binding?.type, { row, paths: row.typed })) return true;
  const values = builder.engine.exportOf(unit, exported.name).values;
  return values.some((value) => isMade(builder, value, row)) || values.flatMap((value) => handlersIn(builder.engine, value, undefined)).some((value) => takes(builder, value, row));
}

function isMade(builder: EntryPointBuilder, value: Value, row: EntryPointRow): boolean {
  return value.is === 'library' && value.call !== undefined && value.module === builder.engine.libraries.moduleOf(row) && value.path.endsWith('()') && (row.typed ?? []).includes(value.path.slice(0, -2));
}

function takes(builder: EntryPointBuilder, value: Value, row: EntryPointRow): boolean {
  if (value.is !== 'function') return false;
  const [first, second] = functionOf(value).parameters;
  return isOf(builder, value.unit, first?.type, { row, paths: row.typed }) || isOf(builder, value.unit, second?.type, { row, paths: row.typedSecond });
}

function isOf(builder: EntryPointBuilder, unit: Unit, type: Type | undefined, { row, paths }: { row: EntryPointRow; paths: EntryPointRow['typed'] }): boolean {
  if (type === undefined || paths === undefined) return false;
  const module = builder.engine.libraries.moduleOf(row);
  return builder.engine.valuesOfType(type, unit).values.some((value) => value.is === 'library' && value.module === module && paths.includes(value.path.replace(/\(\)$/, '')));
}
