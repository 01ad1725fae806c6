import picomatch from 'picomatch';
import type { EntryPointRow } from '#catalog/schema.js';
import type { Type } from '#facts/types.js';
import type { Unit, Value } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Handler } from '../context.js';
import type { EntryPoint } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodyOf } from './entry-from-call.js';
import { handlersIn } from './handler-values.js';
import { entryPointName } from './names.js';

/** Entry points by convention: exported names of files at certain paths, and exports of certain types. */
export function entriesFromFiles(builder: EntryPointBuilder): readonly Handler[] {
  const found: Handler[] = [];
  for (const library of builder.engine.libraries.libraries) {
    for (const row of library.entryPoints ?? []) {
      if (row.file !== undefined && builder.engine.uses(library)) found.push(...byPath(builder, row, library.name ?? library.package));
      if (row.file !== undefined && !builder.engine.uses(library) && declares(builder, library.package)) found.push(...byPath(builder, row, library.name ?? library.package));
      if (row.typed !== undefined) found.push(...byType(builder, row, library));
    }
  }
  return found;
}

// A framework that calls files by their names need not be imported by them.
function declares(builder: EntryPointBuilder, name: string): boolean {
  return builder.program.project.manifests.some((manifest) => manifest.dependencies[name] !== undefined);
}

interface Exported {
  readonly name: string;
  readonly at: number;
  readonly unit: Unit;
}

function exportsOf(unit: Unit): readonly Exported[] {
  return unit.facts.exports.flatMap((exported): readonly Exported[] => {
    if (exported.is === 'all' || ('typeOnly' in exported && exported.typeOnly === true)) return [];
    return [{ name: exported.is === 'equals' ? 'default' : exported.name, at: exported.at, unit }];
  });
}

function byPath(builder: EntryPointBuilder, row: EntryPointRow, framework: string): readonly Handler[] {
  const file = row.file as NonNullable<EntryPointRow['file']>;
  const matches = picomatch([...file.paths], { dot: true });
  const found: Handler[] = [];
  for (const unit of builder.program.units.values()) {
    if (!matches(unit.path)) continue;
    for (const exported of exportsOf(unit)) {
      if (!file.exports.includes(exported.name) && !file.exports.includes('*')) continue;
      const route = file.route === 'app' ? appRoute(unit.path) : file.route === 'pages' ? pagesRoute(unit.path) : (row.name ?? unit.path);
      const method = row.method === 'export' ? exported.name : row.method;
      found.push(...handlerOf(builder, row, exported, { name: entryPointName(row, method, route), method, framework }));
    }
  }
  return found;
}

function handlerOf(builder: EntryPointBuilder, row: EntryPointRow, exported: Exported, about: { name: string; method: string | undefined; framework: string }): readonly Handler[] {
  const values = builder.engine.exportOf(exported.unit, exported.name).values.flatMap((value) => handlersIn(builder.engine, value, row.members));
  const bodies = values.flatMap((value) => bodyOf(builder, value, row));
  if (bodies.length === 0) return [];
  const { method } = about;
  const entryPoint: EntryPoint = {
    name: about.name, kind: row.kind, framework: about.framework, site: siteAt(exported.unit.frame, exported.at), middleware: [], answers: row.answers,
    repeats: row.repeats ?? 'never', ...(method === undefined ? {} : { method }),
  };
  return [{ entryPoint, bodies, budgets: [], registration: undefined }];
}

/** `src/app/(group)/users/[id]/route.ts` → `/users/[id]`. */
function appRoute(path: string): string {
  const inner = path.slice(path.lastIndexOf('app/') + 4).split('/').slice(0, -1);
  return `/${inner.filter((part) => !/^\(.*\)$/.test(part) && !part.startsWith('@')).join('/')}`;
}

/** `pages/api/users/index.ts` → `/api/users`. */
function pagesRoute(path: string): string {
  const inner = path.slice(path.lastIndexOf('pages/') + 6).replace(/\.[a-z]+$/, '').replace(/(^|\/)index$/, '');
  return `/${inner}`;
}

function byType(builder: EntryPointBuilder, row: EntryPointRow, library: { package: string; modules?: readonly string[]; name?: string }): readonly Handler[] {
  if (!builder.engine.uses(library)) return [];
  const found: Handler[] = [];
  for (const unit of builder.program.units.values()) {
    if (!unit.facts.requests.some((request) => request.specifier === library.package || library.modules?.includes(request.specifier) === true)) {
      if (!unit.facts.exports.some((exported) => exported.is === 'local')) continue;
    }
    for (const exported of exportsOf(unit)) {
      if (!isTyped(builder, unit, exported, row)) continue;
      found.push(...handlerOf(builder, row, exported, { name: entryPointName(row, undefined, exported.name), method: undefined, framework: library.name ?? library.package }));
    }
  }
  return found;
}

function isTyped(builder: EntryPointBuilder, unit: Unit, exported: Exported, row: EntryPointRow): boolean {
  const declared = unit.facts.exports.find((candidate) => candidate.is === 'local' && candidate.name === exported.name);
  if (declared?.is !== 'local') return false;
  const binding = declared.value.is === 'variable' ? unit.facts.bindings[declared.value.binding] : undefined;
  if (binding?.kind === 'class' || binding?.kind === 'type') return false;
  if (binding?.type !== undefined && names(builder, unit, binding.type, row)) return true;
  return builder.engine.exportOf(unit, exported.name).values.flatMap((value) => handlersIn(builder.engine, value, undefined)).some((value) => takes(builder, value, row));
}

function takes(builder: EntryPointBuilder, value: Value, row: EntryPointRow): boolean {
  if (value.is !== 'function') return false;
  const type = functionOf(value).parameters[0]?.type;
  return type !== undefined && names(builder, value.unit, type, row);
}

function names(builder: EntryPointBuilder, unit: Unit, type: Type, row: EntryPointRow): boolean {
  const package_ = builder.engine.moduleOf(row);
  return builder.engine.valuesOfType(type, unit).values.some((value) =>
    value.is === 'library' && value.module === package_ && (row.typed ?? []).includes(value.path.replace(/\(\)$/, '')));
}
