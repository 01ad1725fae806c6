import type { WrapperRow } from '#catalog/schema.js';
import type { CallInstance, Frame, LibraryValue } from '#program/values.js';
import type { ModelContext } from './context.js';

/** A library's decorator on a method, with the row that says what it puts around the method. */
export interface DecoratedBy {
  readonly row: WrapperRow;
  readonly call: CallInstance;
  readonly callee: LibraryValue;
}

/** The guards that stand as decorators on the method an activation belongs to, outermost first. */
export function decoratorsAround({ program }: Pick<ModelContext, 'program'>, { unit, function: index }: Frame): readonly DecoratedBy[] {
  const owner = unit.facts.functions[index]?.class;
  const declared = owner === undefined ? undefined : unit.facts.classes[owner];
  const member = declared?.members.find((candidate) => candidate.function === index);
  if (declared === undefined || member?.decorators === undefined) return [];
  const { engine } = program;
  const frame = engine.generic(unit, declared.owner);
  return member.decorators.flatMap((decorator) => engine.evaluate(decorator, frame).values.flatMap((value) => {
    if (value.is !== 'library' || value.call === undefined || value.from === undefined) return [];
    const row = engine.libraries.rows(value.from.module, value.from.path)?.wrappers.find((candidate) => candidate.decorates === true);
    return row === undefined ? [] : [{ row, call: value.call, callee: value.from }];
  }));
}
