import { isExports } from '#facts/commonjs-exports.js';
import type { Expression } from '#facts/types.js';
import { importedData } from './data-values.js';
import { describedExport } from './described.js';
import type { Engine } from './engine.js';
import { moduleOf } from './package-modules.js';
import type { Unit, ValueSet } from './values.js';

/** What a specifier gives when imported from a unit: an exported name, `*` for the namespace, `=` for what `require` gives. */
export function importedValues(engine: Engine, unit: Unit, specifier: string, name: string): ValueSet {
  const resolution = engine.project.resolve(specifier, unit.path);
  const module = moduleOf(engine, specifier, resolution);
  if (module !== undefined) return fromPackage(engine, module, name);
  switch (resolution.is) {
    case 'package': return engine.table.empty;
    case 'file': {
      const target = engine.units.get(resolution.path);
      if (target === undefined) return engine.table.unknown(`the module ${specifier} is not analysed`);
      return fromUnit(engine, target, name);
    }
    case 'json': return jsonValues(engine, resolution.path, name);
    case 'unresolved': return engine.table.unknown(`the module ${specifier} cannot be found`);
  }
}

function fromPackage(engine: Engine, module: string, name: string): ValueSet {
  const path = engine.libraries.canonical(module, name === '*' || name === '=' || name === 'default' ? '' : name);
  return engine.table.only(engine.library(path.module, path.path, undefined, undefined));
}

function fromUnit(engine: Engine, target: Unit, name: string): ValueSet {
  const namespace = engine.table.only(engine.table.intern(`n${target.id}`, { is: 'namespace', unit: target }));
  if (name === '*') return namespace;
  if (name !== '=') return engine.exportOf(target, name);
  const whole = setTo(engine, target);
  if (whole === undefined) return namespace;
  return target.facts.exports.some((exported) => exported.is === 'property') ? engine.table.union([whole, namespace]) : whole;
}

/** What `module.exports = …` and `export = …` make of a module. */
function setTo(engine: Engine, unit: Unit): ValueSet | undefined {
  const equals = unit.index.exports.get('=');
  return equals === undefined ? undefined : engine.table.union(equals.flatMap((exported) => ('value' in exported ? [engine.evaluate(exported.value, unit.frame)] : [])));
}

/** What `exports` and `module.exports` are within a CommonJS module; undefined where it is neither, or nothing is assigned to them. */
export function ownExports(engine: Engine, unit: Unit, expression: Expression): ValueSet | undefined {
  return isExports(expression) && unit.facts.exports.some(({ is }) => is === 'property' || is === 'equals') ? fromUnit(engine, unit, '=') : undefined;
}

/** What a module exports under a name, through re-exports. */
export function exportedValues(engine: Engine, unit: Unit, name: string, seen: Set<Unit> = new Set()): ValueSet {
  const { table } = engine;
  const described = describedExport(engine, unit, name);
  if (described !== undefined) return described;
  if (seen.has(unit)) return table.empty;
  seen.add(unit);
  const { exports } = unit.index;
  const named = (exports.get(name) ?? []).filter((exported) => exported.is !== 'all' && exported.is !== 'equals');
  if (named.length > 0) return table.union(named.map((exported) => (exported.is === 'from' ? engine.imported(unit, exported.specifier, exported.imported) : engine.evaluate(exported.value, unit.frame))));
  const whole = setTo(engine, unit);
  if (whole !== undefined) return name === 'default' ? whole : engine.member(whole, name);
  if (name === 'default') return table.only(table.intern(`n${unit.id}`, { is: 'namespace', unit }));
  for (const exported of exports.get('*') ?? []) {
    if (exported.is !== 'all') continue;
    const found = fromAll(engine, unit, exported.specifier, name, seen);
    if (found.values.length > 0) return found;
  }
  return table.empty;
}

function fromAll(engine: Engine, unit: Unit, specifier: string, name: string, seen: Set<Unit>): ValueSet {
  const resolution = engine.project.resolve(specifier, unit.path);
  const module = moduleOf(engine, specifier, resolution);
  // Of what a package exports, only the catalog tells.
  if (module !== undefined) return engine.libraries.knows(module, name) ? fromPackage(engine, module, name) : engine.table.empty;
  if (resolution.is !== 'file') return engine.table.empty;
  const target = engine.units.get(resolution.path);
  return target === undefined ? engine.table.empty : exportedValues(engine, target, name, seen);
}

function jsonValues(engine: Engine, path: string, name: string): ValueSet {
  const whole = importedData(engine, path);
  if (whole === undefined) return engine.table.unknown(`${path} cannot be read`);
  return name === '*' || name === '=' || name === 'default' ? whole : engine.member(whole, name);
}
