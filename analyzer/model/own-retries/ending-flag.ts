import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import type { Frame } from '#program/values.js';
import { eachStatement } from '#program/statements.js';
import type { TriedAgain } from './attempts.js';
import { waysOut } from './ways-out.js';

/** The flag that ends attempts which nothing counts, set by code elsewhere: `while (!stopping)`, `if (this.closed) return`. */
export function endingFlag(engine: Engine, { loop, region }: TriedAgain, frame: Frame): string | undefined {
  const tests: Expression[] = loop?.test === undefined ? [] : [loop.test];
  eachStatement(region, (statement) => {
    if (statement.is !== 'if') return;
    const ways = waysOut(statement.then);
    if (!ways.has('next') && !ways.has('continue')) tests.push(statement.test);
  });
  return tests.flatMap(flagsOf).map((part) => flagIn(engine, part, frame)).find((name) => name !== undefined);
}

// `!stopping && …`.
function flagsOf(test: Expression): readonly Expression[] {
  if (test.is === 'logical') return [...flagsOf(test.left), ...flagsOf(test.right)];
  return test.is === 'unary' ? flagsOf(test.of) : [test];
}

function flagIn(engine: Engine, part: Expression, frame: Frame): string | undefined {
  if (part.is === 'variable') {
    const named = frame.unit.facts.bindings[part.binding];
    return named?.kind === 'let' && named.values.some(({ value, by }) => by !== named.owner && by !== frame.function && isFlag(value)) ? named.name : undefined;
  }
  if (part.is !== 'member') return undefined;
  return engine.assignmentsNamed(part.name).some(({ unit, assignment: { value, by } }) => (unit !== frame.unit || by !== frame.function) && isFlag(value)) ? part.name : undefined;
}

function isFlag(value: Expression): boolean {
  return value.is === 'literal' && typeof value.value === 'boolean';
}
