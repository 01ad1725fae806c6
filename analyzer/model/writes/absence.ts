import type { Expression, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import { testedForPresence } from '#program/lazy-values.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';

/** What was found missing where a call runs only then: `if (!existing) await create()`. */
export function absenceAround({ expression, frame }: CallInstance): { readonly name: string; readonly at: number } | undefined {
  let known = KNOWN.get(expression);
  if (known === undefined) KNOWN.set(expression, (known = { found: within(functionOf(frame).body, expression, frame) }));
  return known.found;
}

const KNOWN = new WeakMap<Expression, { readonly found: { readonly name: string; readonly at: number } | undefined }>();

function within(statements: readonly Statement[], wanted: Expression, frame: Frame): { name: string; at: number } | undefined {
  for (const statement of statements) {
    const found = inStatement(statement, wanted, frame);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inStatement(statement: Statement, wanted: Expression, frame: Frame): { name: string; at: number } | undefined {
  switch (statement.is) {
    case 'if': {
      const asked = answered(statement.test, frame);
      const guarded = asked === undefined ? [] : asked.presentWhenTrue ? statement.else : statement.then;
      if (asked !== undefined && contain(guarded, wanted)) return asked;
      return within(statement.then, wanted, frame) ?? within(statement.else, wanted, frame);
    }
    case 'loop': return within(statement.body, wanted, frame);
    case 'try': return within(statement.body, wanted, frame) ?? within(statement.handler ?? [], wanted, frame);
    case 'switch': return statement.cases.map((arm) => within(arm.body, wanted, frame)).find((found) => found !== undefined);
    case 'expression': case 'declare': case 'return': return statement.value === undefined ? undefined : inExpression(statement.value, wanted, frame);
    default: return undefined;
  }
}

// `known ?? (await create())`.
function inExpression(expression: Expression, wanted: Expression, frame: Frame): { name: string; at: number } | undefined {
  if (expression.is === 'logical' && expression.operator !== '&&' && holds(expression.right, wanted)) return answered(expression.left, frame);
  let found: { name: string; at: number } | undefined;
  if (expression.is !== 'function') forEachPart(expression, (part) => { found ??= inExpression(part, wanted, frame); });
  return found;
}

/** A test for the presence of what a call gave. */
function answered(test: Expression, frame: Frame): { name: string; at: number; presentWhenTrue: boolean } | undefined {
  const tested = testedForPresence(test);
  if (tested === undefined) return undefined;
  const target = tested.target.is === 'member' ? tested.target.of : tested.target;
  if (target.is !== 'variable') return undefined;
  const binding = frame.unit.facts.bindings[target.binding];
  if (binding === undefined || binding.kind === 'parameter' || !binding.values.some(({ value }) => asks(value))) return undefined;
  return { name: binding.name, at: target.at, presentWhenTrue: tested.presentWhenTrue };
}

function asks(value: Expression): boolean {
  if (value.is === 'await') return true;
  let found = false;
  if (value.is !== 'function') forEachPart(value, (part) => { found ||= asks(part); });
  return found;
}

function contain(statements: readonly Statement[], wanted: Expression): boolean {
  return statements.some((statement) => {
    switch (statement.is) {
      case 'if': return holds(statement.test, wanted) || contain(statement.then, wanted) || contain(statement.else, wanted);
      case 'loop': return contain(statement.body, wanted);
      case 'try': return contain(statement.body, wanted) || contain(statement.handler ?? [], wanted);
      case 'switch': return statement.cases.some((arm) => contain(arm.body, wanted));
      case 'expression': case 'declare': case 'throw': return holds(statement.value, wanted);
      case 'return': return statement.value !== undefined && holds(statement.value, wanted);
      default: return false;
    }
  });
}

function holds(expression: Expression, wanted: Expression): boolean {
  if (expression === wanted) return true;
  let found = false;
  if (expression.is !== 'function') forEachPart(expression, (part) => { found ||= holds(part, wanted); });
  return found;
}
