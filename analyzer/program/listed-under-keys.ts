import type { Expression, FunctionIndex } from '#facts/types.js';
import { activationsInSight } from './callers.js';
import type { Engine } from './engine.js';
import { frameNear } from './place-bases.js';
import type { Question } from './questions.js';
import type { Frame, ObjectValue, Unit, ValueSet } from './values.js';

/** Something added to a list that stands in an object under a key that is computed. */
interface Listed {
  readonly of: Expression;
  readonly key: Expression;
  readonly added: readonly Expression[];
  readonly by: FunctionIndex;
}

const ADDERS = ['push', 'unshift', 'add'];

/** What stands under a name in an object that starts empty and keeps lists: `(this.handlers[name] ??= []).push(handler)`. Undefined where nothing is put there. */
export function listedUnder(engine: Engine, value: ObjectValue, name: string): ValueSet | undefined {
  const { expression, frame: { unit } } = value;
  if (expression.properties.length > 0) return undefined;
  const added = unit.ask(listed).flatMap((one) => framesOf(engine, value, unit, one.by).filter((frame) => isPutThere(engine, value, one, frame, name))
    .flatMap((frame) => one.added.map((element) => engine.evaluate(element, frame))));
  return added.length === 0 ? undefined : engine.list(undefined, engine.table.union(added), undefined, undefined);
}

function isPutThere(engine: Engine, value: ObjectValue, { of, key }: Listed, frame: Frame, name: string): boolean {
  const [only, ...others] = engine.evaluate(key, frame).values;
  if (only?.is === 'literal' && others.length === 0 && String(only.value) !== name) return false;
  return engine.evaluate(of, frame).values.some((holder) => holder.is === 'object' && holder.expression === value.expression);
}

// In the function that makes it, what that activation adds; else what each caller in sight gives.
function framesOf(engine: Engine, { frame }: ObjectValue, unit: Unit, by: FunctionIndex): readonly Frame[] {
  const near = frameNear(engine, frame, unit, by);
  return near === engine.generic(unit, by) ? activationsInSight(engine, unit, by) : [near];
}

const listed: Question<readonly Listed[]> = ({ index }) => ADDERS.flatMap((name) => (index.calls.get(name) ?? []).flatMap(({ call, by }): Listed[] => {
  const holder = call.callee.is === 'member' ? call.callee.of : undefined;
  const kept = holder?.is === 'assign' && (holder.operator === '??=' || holder.operator === '||=') ? holder.target : holder;
  return kept?.is === 'element' ? [{ of: kept.of, key: kept.index, added: call.arguments, by }] : [];
}));
