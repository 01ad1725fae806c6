import type { CallExpression, Expression, FunctionFacts, LoopStatement, Statement } from '#facts/types.js';
import { answerByParts } from './answers-by-parts.js';
import type { Engine } from './engine.js';
import { MAX_UNROLLED } from './engine.js';
import { agreed, sameType, truthOf } from './given-tests.js';
import { iteratedPositions } from './lists.js';
import type { Frame, ObjectValue, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** `for (const [key, given] of Object.entries(over)) out[key] = …`. */
interface Filling {
  readonly loop: LoopStatement;
  readonly target: number;
  readonly key: Expression;
  readonly value: Expression;
}

const KNOWN = new WeakMap<FunctionFacts, readonly Filling[]>();

/** What a loop over known names gives a member of an object in the function that makes it: a merge by hand. Undefined where none does. */
export function filledByKey(engine: Engine, value: ObjectValue, name: string): ValueSet | undefined {
  let last: ValueSet | undefined;
  for (const { loop, key, value: given } of fillingsOf(value)) {
    for (const round of roundsOf(engine, loop, value.frame)) {
      const [only, ...others] = engine.evaluate(key, round).values;
      if (others.length === 0 && only?.is === 'literal' && String(only.value) === name) last = inRound(engine, given, round);
    }
  }
  return last;
}

/** Is an object filled by such a loop, and is this read in one of its rounds? Then what it had before is meant. */
export function isBeingFilled(value: Value | undefined, frame: Frame): value is ObjectValue {
  return frame.fixed !== undefined && value?.is === 'object' && value.frame.unit === frame.unit && value.frame.function === frame.function && fillingsOf(value).length > 0;
}

function fillingsOf({ expression, frame }: ObjectValue): readonly Filling[] {
  const facts = functionOf(frame);
  let known = KNOWN.get(facts);
  if (known === undefined) KNOWN.set(facts, (known = facts.body.flatMap(fillingsIn)));
  return known.filter(({ target }) => {
    const [only, ...others] = frame.unit.facts.bindings[target]?.values ?? [];
    return others.length === 0 && (only?.value.is === 'cast' ? only.value.of : only?.value) === expression;
  });
}

function fillingsIn(statement: Statement): readonly Filling[] {
  if (statement.is !== 'loop' || statement.over === undefined) return [];
  return statement.body.flatMap(({ is, ...rest }): readonly Filling[] => {
    const written = is === 'expression' && 'value' in rest ? (rest.value as Expression) : undefined;
    if (written?.is !== 'assign' || written.operator !== '=' || written.target.is !== 'element' || written.target.of.is !== 'variable') return [];
    return [{ loop: statement, target: written.target.of.binding, key: written.target.index, value: written.value }];
  });
}

function roundsOf(engine: Engine, { body: [first] }: LoopStatement, frame: Frame): readonly Frame[] {
  if (first?.is !== 'declare' || first.value.is !== 'each' || first.value.keys) return [];
  const { values } = engine.evaluate(first.value.of, frame);
  const positions = values.length === 1 ? iteratedPositions(engine, values[0]) : undefined;
  if (positions === undefined || positions.length > MAX_UNROLLED) return [];
  return positions.map((element) => engine.fix(frame, new Map([[first.binding, element]])));
}

function inRound(engine: Engine, value: Expression, round: Frame): ValueSet {
  if (value.is !== 'conditional') return engine.evaluate(value, round);
  const taken = answer(engine, value.test, round);
  if (taken !== undefined) return inRound(engine, taken ? value.then : value.else, round);
  return engine.table.union([value.then, value.else].map((arm) => inRound(engine, arm, round)));
}

// `given && prev && typeof given === 'object' && !Array.isArray(given)`, where both are known.
function answer(engine: Engine, test: Expression, round: Frame): boolean | undefined {
  return answerByParts(test, (part) => {
    if (part.is === 'call') return isArrayAsked(engine, part, round);
    if (part.is !== 'binary') return agreed(engine.evaluate(part, round), (value) => truthOf(engine, value));
    const { operator, left, right } = part;
    if (!/^[!=]==?$/.test(operator) || left.is !== 'unary' || left.operator !== 'typeof' || right.is !== 'literal') return undefined;
    const isType = agreed(engine.evaluate(left.of, round), (value) => sameType(engine, value, right.value));
    return isType === undefined ? undefined : isType === operator.startsWith('=');
  });
}

function isArrayAsked(engine: Engine, { callee, arguments: [asked] }: CallExpression, round: Frame): boolean | undefined {
  if (callee.is !== 'member' || callee.name !== 'isArray' || callee.of.is !== 'global' || callee.of.name !== 'Array' || asked === undefined) return undefined;
  return agreed(engine.evaluate(asked, round), ({ is }) => (is === 'list' ? true : is === 'object' || is === 'merged' || is === 'instance' || is === 'literal' ? false : undefined));
}
