import type { Engine } from './engine.js';
import type { CallInstance, Value } from './values.js';

const MAX_DERIVED = 4;

/** Is a value of a library what a call made, or composed of it: a policy that wraps others? */
export function isMadeOf(engine: Engine, value: Value, made: CallInstance, depth = 0): boolean {
  if (value.is === 'list') return depth < MAX_DERIVED && (value.positions ?? [value.elements]).some(({ values }) => values.some((inner) => isMadeOf(engine, inner, made, depth + 1)));
  if (value.is !== 'library' || value.call === undefined) return false;
  if (value.call.expression === made.expression) return true;
  return depth < MAX_DERIVED && engine.argumentsOf(value.call).some(({ values }) => values.some((inner) => isMadeOf(engine, inner, made, depth + 1)));
}
