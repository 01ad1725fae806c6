import type { Program } from '#program/link-program.js';
import type { Unit } from '#program/values.js';

/** The files of the program that a file imports, for more than their types, in the order in which it does. */
export function importsOf({ project, units }: Program, unit: Unit): readonly Unit[] {
  const targets: Unit[] = [];
  for (const request of unit.facts.requests) {
    if (request.typeOnly === true) continue;
    const resolution = project.resolve(request.specifier, unit.path);
    const target = resolution.is === 'file' ? units.get(resolution.path) : undefined;
    if (target !== undefined) targets.push(target);
  }
  return targets;
}

/** The files that import each file, for more than its types; the answer for a program is kept. */
export function importersIn(program: Program): ReadonlyMap<Unit, readonly Unit[]> {
  let importers = IMPORTERS.get(program);
  if (importers === undefined) {
    IMPORTERS.set(program, (importers = new Map()));
    for (const unit of program.units.values()) for (const target of importsOf(program, unit)) importers.set(target, [...(importers.get(target) ?? []), unit]);
  }
  return importers;
}

const IMPORTERS = new WeakMap<Program, Map<Unit, readonly Unit[]>>();

/** A file with all that load it, in whatever way; the answer for a program is kept. */
export function loadersOf({ program }: { readonly program: Program }, unit: Unit): ReadonlySet<Unit> {
  const known = LOADERS.get(unit);
  if (known !== undefined) return known;
  const loaders = reachable(importersIn(program), [unit]);
  LOADERS.set(unit, loaders);
  return loaders;
}

const LOADERS = new WeakMap<Unit, ReadonlySet<Unit>>();

/** What is reached from some files by imports, or by importers. */
export function reachable(neighbours: ReadonlyMap<Unit, readonly Unit[]>, from: readonly Unit[]): Set<Unit> {
  const seen = new Set<Unit>(from);
  const open = [...seen];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    for (const target of neighbours.get(unit) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return seen;
}
