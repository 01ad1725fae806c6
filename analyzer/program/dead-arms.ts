import type { Expression, Statement } from '#facts/types.js';
import type { Engine } from './engine.js';
import { answerByParts } from './answers-by-parts.js';
import { absentInRound } from './fixed-tests.js';
import { answerByArguments } from './given-tests.js';
import { leaves } from './lazy-values.js';
import { testsAround } from './tests-around.js';
import type { DecidingTest } from './tests-around.js';
import type { Frame, Value } from './values.js';
import { functionOf } from './values.js';

/** What is looked at is the service in production. */
const PRODUCTION: ReadonlyMap<string, string> = new Map([['NODE_ENV', 'production']]);
/** Names that stand for other names; a circle of them ends here. */
const MAX_NAMES = 8;

type IfStatement = Extract<Statement, { is: 'if' }>;
type Conditional = Extract<Expression, { is: 'conditional' }>;

/** An `if` without what never runs: in production, with the arguments of this activation. */
export function withoutDeadArm(engine: Engine, statement: IfStatement, frame: Frame): IfStatement {
  const taken = decided(engine, statement.test, frame);
  if (taken === undefined) return statement;
  return taken ? { ...statement, else: [] } : { ...statement, then: [] };
}

/** Does what follows an `if` never run, because the arm that is always taken leaves? */
export function alwaysLeaves(engine: Engine, statement: IfStatement, frame: Frame): boolean {
  if (!leaves(statement.then) && !leaves(statement.else)) return false;
  const taken = decided(engine, statement.test, frame);
  return taken !== undefined && leaves(taken ? statement.then : statement.else);
}

/** The cases of a `switch`, each with those that it falls into: a case without a `break` goes on with the next one. */
export function casesWithWhatTheyFallInto({ cases }: Extract<Statement, { is: 'switch' }>): readonly (readonly Statement[])[] {
  let next: readonly Statement[] = [];
  return [...cases].reverse().map(({ body }) => {
    const last = body.at(-1);
    const isLeft = last !== undefined && (leaves(body) || last.is === 'break' || last.is === 'continue' || (last.is === 'if' && leaves(last.then) && leaves(last.else)));
    return (next = isLeft ? body : [...body, ...next]);
  }).reverse();
}

/** Does the left side of `a && b` decide it, so that the right one never runs? */
export function decidesAlone(engine: Engine, { operator, left }: Extract<Expression, { is: 'logical' }>, frame: Frame): boolean {
  return operator !== '??' && decided(engine, left, frame) === (operator === '||');
}

/** What a test gives: in production, or with the arguments of this activation; undefined where nobody can tell. */
export function answerOf(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  return decided(engine, test, frame);
}

function decided(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  return inProduction(engine, test, frame) ?? absentInRound(engine, test, frame) ?? answerByArguments(engine, test, frame);
}

/** The sides of a conditional expression that can be taken. */
export function livingArms(engine: Engine, { test, then, else: otherwise }: Conditional, frame: Frame): readonly Expression[] {
  const taken = decided(engine, test, frame);
  return taken === undefined ? [then, otherwise] : [taken ? then : otherwise];
}

/** What a test gives in production, undefined where it asks for something else. */
export function answerInProduction(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  return inProduction(engine, test, frame);
}

/** Does production never come to an expression, by the tests that stand around it in its function? */
export function neverInProduction(engine: Engine, wanted: Expression, frame: Frame): boolean {
  let tests = AROUND.get(wanted);
  if (tests === undefined) AROUND.set(wanted, (tests = testsAround(functionOf(frame).body, wanted)));
  return tests.some(({ test, when, stands }) => stands !== 'after' && inProduction(engine, test, frame) === !when);
}

const AROUND = new WeakMap<Expression, readonly DecidingTest[]>();

// What a test gives in production where it asks for that: `process.env.NODE_ENV === 'production'`, also under a name. Undefined for any other test.
function inProduction(engine: Engine, test: Expression, frame: Frame, depth = 0): boolean | undefined {
  return answerByParts(test, (part) => {
    switch (part.is) {
      case 'await': return inProduction(engine, part.of, frame, depth);
      case 'binary': return compared(engine, part, frame);
      case 'variable': {
        const binding = frame.unit.facts.bindings[part.binding];
        const only = binding?.values.length === 1 && binding.kind !== 'parameter' ? binding.values[0] : undefined;
        return binding === undefined || only === undefined || depth > MAX_NAMES ? undefined : inProduction(engine, only.value, ownerOf(engine, frame, binding.owner), depth + 1);
      }
      default: return undefined;
    }
  });
}

function ownerOf(engine: Engine, frame: Frame, owner: number): Frame {
  for (let holder: Frame | undefined = frame; holder !== undefined; holder = holder.parent) if (holder.unit === frame.unit && holder.function === owner) return holder;
  return engine.generic(frame.unit, owner);
}

function compared(engine: Engine, { operator, left, right }: Extract<Expression, { is: 'binary' }>, frame: Frame): boolean | undefined {
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const [a, b] = [onlyOf(engine, left, frame), onlyOf(engine, right, frame)];
  const wanted = a?.is === 'environment' ? PRODUCTION.get(a.name) : b?.is === 'environment' ? PRODUCTION.get(b.name) : undefined;
  const other = a?.is === 'literal' ? a.value : b?.is === 'literal' ? b.value : undefined;
  if (wanted === undefined || typeof other !== 'string') return undefined;
  return (other === wanted) === operator.startsWith('=');
}

/** What an expression gives where that is one thing. */
export function onlyOf(engine: Engine, expression: Expression, frame: Frame): Value | undefined {
  const { values } = engine.evaluate(expression, frame);
  return values.length === 1 ? values[0] : undefined;
}
