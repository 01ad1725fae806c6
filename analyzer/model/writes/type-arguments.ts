import type { CallExpression, Expression, Type } from '#facts/types.js';
import type { FunctionValue } from '#program/values.js';
import { functionOf } from '#program/values.js';

/** The type that a call says its result has, where the function leaves that to its caller: `Order` in `bodyOf<Order>(event)` of `<T>(event): T`. */
export function typeGiven({ typeArguments }: CallExpression, target: FunctionValue): Type | undefined {
  const { typeParameters, returns } = functionOf(target);
  if (typeArguments === undefined || typeParameters === undefined) return undefined;
  const named = returns === undefined ? castsOf(target) : [awaited(returns)];
  const [position, ...others] = new Set(named.map((type) => (type.is === 'global' ? typeParameters.indexOf(type.name) : -1)));
  return position === undefined || position < 0 || others.length > 0 ? undefined : typeArguments[position];
}

function awaited(type: Type): Type {
  return type.is === 'global' && type.name === 'Promise' && type.arguments[0] !== undefined ? type.arguments[0] : type;
}

// `=> JSON.parse(text) as T`.
function castsOf({ unit, index }: FunctionValue): readonly Type[] {
  const returned: readonly Expression[] = unit.index.returns.get(index) ?? [];
  return returned.map((value): Type => (value.is === 'cast' ? value.type : { is: 'unknown' }));
}
