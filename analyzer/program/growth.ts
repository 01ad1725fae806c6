import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import type { CallInstance, Frame, ValueSet } from './values.js';

/** Names that stand for other names; a circle of them ends here. */
const MAX_NAMES = 8;

type LookUp = (call: CallInstance['expression']) => boolean;

/**
 * What an activation adds to the list that it looks up and puts back: `all.set(key, [...(all.get(key) ?? []), route])`, `list.push(route)` on what
 * it looked up; undefined where it puts something else there.
 */
export function growthOf(engine: Engine, value: Expression, frame: Frame, isLookUp: LookUp): readonly ValueSet[] | undefined {
  const written = behindName(value, frame);
  if (isLookedUp(written, frame, isLookUp)) return pushedTo(engine, frame, isLookUp);
  if (written.is === 'call' && written.callee.is === 'member' && written.callee.name === 'concat' && isLookedUp(written.callee.of, frame, isLookUp)) return positionsIn(engine, written.arguments, frame);
  if (written.is !== 'array') return undefined;
  if (written.elements.length === 0) return pushedTo(engine, frame, isLookUp);
  const others = written.elements.filter((part) => part.is !== 'spread' || !isLookedUp(part.value, frame, isLookUp));
  if (others.length === written.elements.length || others.some(({ is }) => is === 'spread')) return undefined;
  return others.map((part) => engine.evaluate(part, frame));
}

function positionsIn(engine: Engine, parts: readonly Expression[], frame: Frame): readonly ValueSet[] | undefined {
  const flat = parts.flatMap((part) => (part.is === 'array' ? part.elements : [part]));
  return flat.some(({ is }) => is === 'spread') ? undefined : flat.map((part) => engine.evaluate(part, frame));
}

function pushedTo(engine: Engine, frame: Frame, isLookUp: LookUp): readonly ValueSet[] {
  return (frame.unit.index.calls.get('push') ?? []).flatMap(({ call: { callee, arguments: added }, by }) =>
    by === frame.function && callee.is === 'member' && isLookedUp(callee.of, frame, isLookUp) ? added.map((one) => engine.evaluate(one, frame)) : []);
}

// `all.get(key)`, `all.get(key) ?? []`, and a name for it.
function isLookedUp(expression: Expression, frame: Frame, isLookUp: LookUp, depth = 0): boolean {
  if (depth > MAX_NAMES) return false;
  const written = behindName(expression, frame);
  if (written.is === 'logical' && written.operator !== '&&') return isLookedUp(written.left, frame, isLookUp, depth + 1);
  if (written.is === 'conditional') return [written.then, written.else].some((arm) => isLookedUp(arm, frame, isLookUp, depth + 1));
  return (written.is === 'call' && isLookUp(written)) || (written.is === 'variable' && valuesOf(written, frame).some((value) => isLookedUp(value, frame, isLookUp, depth + 1)));
}

function behindName(expression: Expression, frame: Frame, depth = 0): Expression {
  if (expression.is === 'cast' || expression.is === 'await') return behindName(expression.of, frame, depth);
  const values = expression.is === 'variable' && depth < MAX_NAMES ? valuesOf(expression, frame) : [];
  return values.length === 1 && values[0] !== undefined ? behindName(values[0], frame, depth + 1) : expression;
}

// What a name of the activation itself is given.
function valuesOf({ binding }: Extract<Expression, { is: 'variable' }>, { unit, function: index }: Frame): readonly Expression[] {
  const { owner, kind, values } = unit.facts.bindings[binding] ?? { values: [] };
  return owner === index && kind !== 'parameter' ? values.map(({ value }) => value) : [];
}
