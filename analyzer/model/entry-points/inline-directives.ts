import type { EntryPointRow, Library } from '#catalog/schema.js';
import type { FunctionFacts } from '#facts/types.js';
import type { Unit } from '#program/values.js';
import { siteAt } from '../context.js';
import type { Handler } from '../context.js';
import type { EntryPoint } from '../types.js';
import type { EntryPointBuilder } from './builder.js';
import { bodiesOfChain } from './chain.js';
import { exportsOf } from './exported-names.js';
import { entryPointName } from './names.js';

/** Functions that begin with a framework's directive themselves, in files that do not: called from outside, unless code of the server is all that calls them. */
export function inlineActions(builder: EntryPointBuilder, { row, library }: { readonly row: EntryPointRow; readonly library: Library }, isCalledFromOutside: (unit: Unit, name: string) => boolean): readonly Handler[] {
  const { engine, program } = builder;
  const is = row.directive?.is ?? '';
  return [...program.units.values()].filter(({ facts }) => !facts.directives.includes(is)).flatMap((unit) => unit.facts.functions.flatMap((facts, index): Handler[] => {
    if (index === 0 || facts.directives?.includes(is) !== true || !isPassedOn(unit, index, isCalledFromOutside)) return [];
    const set = engine.evaluate({ is: 'function', index }, engine.generic(unit, facts.parent === -1 ? 0 : facts.parent));
    const bodies = bodiesOfChain(builder, [{ set, row }]);
    if (bodies.length === 0) return [];
    const name = entryPointName(row, undefined, nameOf(unit, facts));
    const entryPoint: EntryPoint = {
      id: name, name, kind: row.kind, framework: library.name ?? library.package, site: siteAt(unit.frame, facts.at), middleware: [], answers: row.answers, repeats: row.repeats ?? 'never',
    };
    return [{ entryPoint, bodies, budgets: [], registration: undefined, limiters: [] }];
  }));
}

// A name that stands only where it is called is that of a helper.
function isPassedOn(unit: Unit, index: number, isCalledFromOutside: (unit: Unit, name: string) => boolean): boolean {
  const { bindings } = unit.facts;
  const binding = bindings.findIndex(({ values }) => values.some(({ value }) => value.is === 'function' && value.index === index));
  const declared = bindings[binding];
  if (declared === undefined) return true;
  const exported = exportsOf(unit).find(({ name }) => unit.index.exports.get(name)?.some((one) => one.is === 'local' && one.value.is === 'variable' && one.value.binding === binding) === true);
  if (exported !== undefined && isCalledFromOutside(unit, exported.name)) return true;
  const isCalled = unit.index.calls.get(declared.name)?.some(({ call: { callee } }) => callee.is === 'variable' && callee.binding === binding) === true;
  return !isCalled && [...unit.index.uses.values()].some((used) => used.has(binding));
}

// `<form action={async () => { 'use server'; … }}>` has no name of its own.
function nameOf(unit: Unit, { name, parent }: FunctionFacts): string {
  if (name !== '') return name;
  const around = unit.facts.functions[parent]?.name ?? '';
  return around === '' ? 'action' : `action in ${around}`;
}
