import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import type { ClassValue, Frame, InstanceValue, LibraryValue, ObjectValue, Unit, ValueSet } from './values.js';
import { classOf } from './values.js';

// Rows can describe exports of the program's own files, under the module name `./src/http.ts`. What they describe is taken as they
// say instead of being looked into; everything else of the file is read as ever.

/** What rows say an export of a file of ours is; undefined where they say nothing of it. */
export function describedExport(engine: Engine, unit: Unit, name: string): ValueSet | undefined {
  const value = described(engine, unit, name);
  return value === undefined ? undefined : engine.table.only(value);
}

/** The same for a name used within the file that exports it. */
export function describedBinding(engine: Engine, holder: Frame, binding: number): ValueSet | undefined {
  const { unit } = holder;
  if (holder !== unit.frame || !engine.libraries.describes(unit.path)) return undefined;
  return exportNamesOf(unit, (value) => value.is === 'variable' && value.binding === binding).map((name) => describedExport(engine, unit, name)).find((found) => found !== undefined);
}

/** What rows say a method of an exported class, or of an exported object, is. */
export function describedMember(engine: Engine, value: InstanceValue | ClassValue | ObjectValue, name: string): ValueSet | undefined {
  const unit = value.is === 'instance' ? value.class.unit : value.is === 'class' ? value.unit : value.frame.unit;
  if (!engine.libraries.describes(unit.path)) return undefined;
  for (const exported of namesOf(unit, value)) {
    const path = `${exported}${value.is === 'instance' ? '()' : ''}.${name}`;
    const found = described(engine, unit, path, value.is === 'instance' ? creation(engine, unit, exported, value) : undefined);
    if (found !== undefined) return engine.table.only(found);
  }
  return undefined;
}

function described(engine: Engine, { path }: Unit, name: string, from?: LibraryValue): LibraryValue | undefined {
  if (!engine.libraries.describes(path)) return undefined;
  const found = engine.libraries.canonical(`./${path}`, name === 'default' || name === '=' ? '' : name.replace(/^default(?=[.(])/, ''));
  return engine.libraries.rows(found.module, found.path) === undefined ? undefined : engine.library(found.module, found.path, from, undefined);
}

// The call that made the instance: rows read options there.
function creation(engine: Engine, { path }: Unit, exported: string, { call }: InstanceValue): LibraryValue {
  const name = exported === 'default' ? '' : exported;
  return engine.library(`./${path}`, `${name}()`, engine.library(`./${path}`, name, undefined, undefined), call);
}

function namesOf(unit: Unit, value: InstanceValue | ClassValue | ObjectValue): readonly string[] {
  if (value.is === 'object') return exportNamesOf(unit, (exported) => bodyOf(unit, exported) === value.expression);
  const { index } = value.is === 'instance' ? value.class : value;
  const { name } = classOf(value.is === 'instance' ? value.class : value);
  return exportNamesOf(unit, (exported) => {
    const body = bodyOf(unit, exported);
    return body?.is === 'class' ? body.index === index : exported.is === 'variable' && name !== undefined && unit.facts.bindings[exported.binding]?.name === name;
  });
}

/** What a module-level name was declared as, where that is all it is. */
function bodyOf(unit: Unit, value: Expression): Expression | undefined {
  if (value.is !== 'variable') return value;
  const { values } = unit.facts.bindings[value.binding] ?? { values: [] };
  return values.length === 1 ? values[0]?.value : undefined;
}

function exportNamesOf(unit: Unit, is: (value: Expression) => boolean): readonly string[] {
  return unit.facts.exports.flatMap((exported) => {
    if (exported.is === 'local' || exported.is === 'property') return is(exported.value) ? [exported.name] : [];
    return exported.is === 'equals' && is(exported.value) ? ['default'] : [];
  });
}
