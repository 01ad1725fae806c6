import type { Expression, ObjectExpression } from '#facts/types.js';
import type { Program } from '#program/link-program.js';
import type { Source, Spot } from './source.js';

/** What the function that makes an object gives to one of its members afterwards: `headers['Idempotency-Key'] = key`. */
export function setLater({ engine }: Program, source: Source, names: readonly string[]): readonly { readonly value: Expression; readonly spot: Spot }[] {
  return objectsOf(source).flatMap(({ expression, spot }) => {
    const { frame } = spot;
    return names.flatMap((name) => frame.unit.index.assignments.get(name) ?? []).filter(({ by, operator, of }) => by === frame.function && operator === '='
      && engine.evaluate(of, frame).values.some((holder) => holder.is === 'object' && holder.expression === expression)).map(({ value }) => ({ value, spot }));
  });
}

function objectsOf(source: Source): readonly { readonly expression: ObjectExpression; readonly spot: Spot }[] {
  if (source.is === 'expression') return source.expression.is === 'object' ? [{ expression: source.expression, spot: source.spot }] : [];
  if (source.is !== 'value') return [];
  const { set, spot } = source;
  return set.values.flatMap((value) => (value.is === 'object' ? [{ expression: value.expression, spot: { ...spot, frame: value.frame, trail: { frame: value.frame, outer: spot.trail } } }] : []));
}
