import type { Expression, Statement } from '#facts/types.js';
import { callsInSight } from '#program/callers.js';
import type { Body } from '#program/steps.js';
import type { CallInstance, Frame, Unit } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { eachPart, innerStatements } from '#program/statements.js';

type Test = (part: Expression) => boolean;

/** Promises that functions give on, one to another. */
const MAX_DEPTH = 4;

/**
 * What the code goes on with when the signal has come that it waits for: `await new Promise((resolve) => process.once('SIGTERM', resolve))`,
 * `await once(process, 'SIGTERM')`, a promise that is awaited further down or by whoever called the function that gives it.
 */
export function continuationsAfter(context: ModelContext, { expression, frame }: CallInstance): readonly Body[] {
  const own = awaitedIn(context, frame, (part) => part === expression, 0);
  if (own.length > 0) return own;
  const { kind, parent } = functionOf(frame);
  if (kind !== 'arrow' || parent === undefined || parent < 0) return [];
  return activationsOf(context, frame.unit, parent).flatMap((around) => awaitedIn(context, around, (part) => isPromiseOf(part, frame), 0));
}

// Those that are walked; what makes a promise may know nothing of the one it stands in.
function activationsOf({ walker, program: { engine } }: ModelContext, unit: Unit, index: number): readonly Frame[] {
  const found = [...walker.bodies.keys()].filter((frame) => frame.unit === unit && frame.function === index);
  return found.length === 0 ? [engine.generic(unit, index)] : found;
}

function isPromiseOf(part: Expression, { function: executor }: Frame): boolean {
  const [first] = part.is === 'new' ? part.arguments : [];
  return part.is === 'new' && part.callee.is === 'global' && part.callee.name === 'Promise' && first?.is === 'function' && first.index === executor;
}

function awaitedIn(context: ModelContext, frame: Frame, isIt: Test, depth: number): readonly Body[] {
  const rest = restAfter(functionOf(frame).body, isIt);
  if (rest !== undefined) return [context.walker.block(rest, frame)];
  const returned = frame.unit.index.returns.get(frame.function) ?? [];
  if (depth >= MAX_DEPTH || !returned.some((value) => contains(value, isIt))) return [];
  return (callsInSight(context.program.engine, frame) ?? []).flatMap(({ call: { frame: { unit, function: by }, expression } }) =>
    activationsOf(context, unit, by).flatMap((around) => awaitedIn(context, around, (part) => part === expression, depth + 1)));
}

// The statements behind the one that awaits it, those behind the block included.
function restAfter(statements: readonly Statement[], isIt: Test): readonly Statement[] | undefined {
  let isMeant = isIt;
  for (const [position, statement] of statements.entries()) {
    const value = valueOf(statement);
    if (value !== undefined && contains(value, (part) => part.is === 'await' && contains(part.of, isMeant))) return statements.slice(position + 1);
    // `const stopped = new Promise(…)`, waited for below.
    if (statement.is === 'declare' && contains(statement.value, isIt)) {
      const { binding } = statement;
      isMeant = (part) => isIt(part) || (part.is === 'variable' && part.binding === binding);
    }
    const within = restAfter(innerStatements(statement), isMeant);
    if (within !== undefined) return [...within, ...statements.slice(position + 1)];
  }
  return undefined;
}

function valueOf(statement: Statement): Expression | undefined {
  return 'value' in statement ? statement.value : undefined;
}

function contains(expression: Expression, wanted: Test): boolean {
  let found = false;
  eachPart(expression, (part) => {
    found ||= wanted(part);
  });
  return found;
}
