import type { Program } from '#program/link-program.js';
import type { Unit } from '#program/values.js';
import type { Walker } from '#program/walker.js';
import { importersIn, importsOf, reachable } from '../imports.js';
import { forEachCallStep } from './start-order.js';

/** Tells the files that programs of a browser load and no program that serves: what they start runs on no server. */
export function browserFiles(program: Program, walker: Walker, serving: ReadonlySet<string>): (path: string) => boolean {
  let only: ReadonlySet<string> | undefined;
  return (path) => (only ??= onlyInBrowsers(program, walker, serving)).has(path);
}

function onlyInBrowsers(program: Program, walker: Walker, serving: ReadonlySet<string>): ReadonlySet<string> {
  const units = [...program.units.values()];
  const importers = importersIn(program);
  const roots = units.filter((unit) => !importers.has(unit));
  const drawing = units.filter((unit) => draws(unit, walker));
  if (drawing.length === 0) return new Set();
  const imports = new Map(units.map((unit) => [unit, importsOf(program, unit)]));
  const servers = reachable(importers, units.filter(({ path }) => serving.has(path)));
  const served = reachable(imports, roots.filter((root) => servers.has(root)));
  return new Set([...reachable(imports, drawing)].filter((unit) => !served.has(unit)).map(({ path }) => path));
}

/** Does its top level ask the page for something? There is no `document` on a server. */
function draws(unit: Unit, walker: Walker): boolean {
  let found = false;
  forEachCallStep([walker.body(unit.frame).body], new Set(), ({ callee }) => {
    found ||= callee.module === 'global' && PAGE.test(callee.path);
  });
  return found;
}

const PAGE = /^((window|globalThis|self)\.)?document\./;
