import { constructorFrame, hasMember } from '#program/instances.js';
import type { Body } from '#program/steps.js';
import type { ClassValue, Frame } from '#program/values.js';
import { isScoped } from '../scoped-classes.js';
import type { EntryPointBuilder } from './builder.js';
import { appliedDecorators, classAt } from './decorators.js';

/** What containers run at start-up: constructors of the classes they make once, and the methods their framework then calls. */
export function startedByContainer(builder: EntryPointBuilder): readonly Body[] {
  const { engine, walker, program } = builder;
  const rows = engine.libraries.injections.filter(({ library, row }) => row.starts !== undefined && engine.uses(library));
  if (rows.length === 0) return [];
  const frames = [...program.units.values()].flatMap((unit) => unit.facts.classes.flatMap((facts, index) => {
    const value = facts.decorators === undefined ? undefined : classAt(builder, unit, index);
    if (value === undefined || isScoped(engine, value)) return [];
    const modules = new Set(appliedDecorators(builder, facts.decorators, value.closure).map(({ from }) => from.module));
    return rows.flatMap(({ library, row }) => (modules.has(library.package) ? framesOf(builder, value, row.starts ?? []) : []));
  }));
  return frames.map((frame) => walker.body(frame).body);
}

function framesOf({ engine }: EntryPointBuilder, value: ClassValue, names: readonly string[]): readonly Frame[] {
  return engine.injected(value).values.flatMap((instance) => {
    if (instance.is !== 'instance') return [];
    const constructing = constructorFrame(engine, instance.class, instance.given, instance);
    const methods = names.filter((name) => hasMember(engine, instance.class, name)).flatMap((name) => engine.memberOf(instance, name).values);
    return [...(constructing === undefined ? [] : [constructing]), ...methods.flatMap((method) => (method.is === 'function' ? [engine.enter(method, undefined)] : []))];
  });
}
