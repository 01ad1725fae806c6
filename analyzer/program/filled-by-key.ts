import type { Expression, FunctionFacts, LoopStatement, Statement } from '#facts/types.js';
import type { Engine } from './engine.js';
import { MAX_UNROLLED } from './engine.js';
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
  if (test.is === 'cast') return answer(engine, test.of, round);
  if (test.is === 'unary' && test.operator === '!') {
    const of = answer(engine, test.of, round);
    return of === undefined ? undefined : !of;
  }
  if (test.is === 'logical' && test.operator !== '??') {
    const decides = test.operator === '||';
    const sides = [answer(engine, test.left, round), answer(engine, test.right, round)];
    return sides.includes(decides) ? decides : sides.includes(undefined) ? undefined : !decides;
  }
  if (test.is === 'binary' && /^[!=]==?$/.test(test.operator)) {
    const type = typeAsked(engine, test.left, round);
    return type === undefined || test.right.is !== 'literal' ? undefined : (type === test.right.value) === test.operator.startsWith('=');
  }
  if (test.is === 'call') return isArrayAsked(engine, test, round);
  const { values } = engine.evaluate(test, round);
  const truths = values.map(truthOf);
  return truths.every((truth) => truth === truths[0]) ? truths[0] : undefined;
}

function typeAsked(engine: Engine, asked: Expression, round: Frame): string | undefined {
  if (asked.is !== 'unary' || asked.operator !== 'typeof') return undefined;
  const types = engine.evaluate(asked.of, round).values.map((value) => (isObject(value) ? 'object' : value.is === 'undefined' ? 'undefined' : value.is === 'literal' && value.value !== null ? typeof value.value : undefined));
  return types.every((type) => type === types[0]) ? types[0] : undefined;
}

function isArrayAsked(engine: Engine, { callee, arguments: [asked] }: Extract<Expression, { is: 'call' }>, round: Frame): boolean | undefined {
  if (callee.is !== 'member' || callee.name !== 'isArray' || asked === undefined) return undefined;
  const { values } = engine.evaluate(asked, round);
  return values.length === 1 && values[0] !== undefined && (isObject(values[0]) || values[0].is === 'literal') ? values[0].is === 'list' : undefined;
}

function truthOf(value: Value): boolean | undefined {
  if (isObject(value) || value.is === 'function' || value.is === 'class') return true;
  return value.is === 'literal' ? Boolean(value.value) : value.is === 'undefined' ? false : undefined;
}

function isObject({ is }: Value): boolean {
  return is === 'object' || is === 'merged' || is === 'list' || is === 'instance';
}
