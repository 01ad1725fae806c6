import type { Expression, Statement } from '#facts/types.js';
import type { Engine } from './engine.js';
import { assigns, leaves, testedForPresence } from './lazy-values.js';
import type { Frame } from './values.js';

type Test = ReturnType<typeof testedForPresence>;
type Call = Extract<Expression, { is: 'call' }>;

const LOOKS = new Set(['get', 'has']);

/** `if (cached) return cached; cached = …`: what the rest of the statements gives its value as long as nothing is kept. */
export function keptAfter(engine: Engine, statements: readonly Statement[], position: number, frame: Frame): Expression | undefined {
  const statement = statements[position];
  if (statement?.is !== 'if' || !leaves(statement.then)) return undefined;
  return testsOf(engine, statement.test, frame).find((kept) => kept?.presentWhenTrue === true && assigns(statements, kept.target, position + 1))?.target;
}

/** `if (!cached) cached = …`: what the arm gives its value as long as nothing is kept. */
export function keptWithin(engine: Engine, { test, then }: Extract<Statement, { is: 'if' }>, frame: Frame): Expression | undefined {
  return testsOf(engine, test, frame).find((kept) => kept?.presentWhenTrue === false && assigns(then, kept.target))?.target;
}

function testsOf(engine: Engine, test: Expression, frame: Frame): readonly Test[] {
  const asked = testedForPresence(test);
  return [asked, entryTested(engine, test, asked, frame)];
}

// An entry of a map under a key that the code names: `if (!clients.has('eu'))`, `const known = clients.get(region)` where every caller writes the region.
function entryTested(engine: Engine, test: Expression, asked: Test, frame: Frame): Test {
  const isNegated = test.is === 'unary' && test.operator === '!';
  const plain = isNegated ? test.of : test;
  const found = isLookUp(plain) ? plain : asked?.target.is === 'variable' ? lookedUp(asked.target.binding, frame) : undefined;
  if (found === undefined) return undefined;
  const [key] = found.arguments;
  const { values } = key === undefined ? engine.table.empty : engine.evaluate(key, frame);
  if (values.length === 0 || !values.every(({ is }) => is === 'literal')) return undefined;
  return { target: found, presentWhenTrue: found === plain ? !isNegated : asked?.presentWhenTrue === true };
}

function lookedUp(index: number, { unit }: Frame): Call | undefined {
  const binding = unit.facts.bindings[index];
  if (binding === undefined || binding.kind === 'parameter') return undefined;
  const value = binding.values[0]?.value;
  return value !== undefined && isLookUp(value) ? value : undefined;
}

function isLookUp(expression: Expression): expression is Call {
  return expression.is === 'call' && expression.arguments.length === 1 && expression.callee.is === 'member' && LOOKS.has(expression.callee.name);
}
