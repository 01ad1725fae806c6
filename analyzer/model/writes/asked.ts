import type { Expression, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import { leaves } from '#program/lazy-values.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';

/** What the code does with an answer: leaves when there is something, leaves when there is nothing, or decides in another way. */
export interface Asked {
  readonly leavesWhenThere: boolean;
  /** It leaves with a result, as often as it does: its caller goes on. */
  readonly givesWhenThere: boolean;
  readonly leavesWhenNothing: boolean;
  readonly decides: boolean;
  /** The answer is kept under a name. */
  readonly kept: boolean;
  /** The function gives the answer to its caller. */
  readonly returned: boolean;
}

const MAX_DERIVED = 4;
const STATE = /^(?:status|state|phase|step)$|^(?:is|has|was|already)[A-Z_]|(?:processed|completed|finished|handled|paid|sent|delivered|used|claimed|consumed|redeemed|revoked|confirmed|verified|accepted|cancell?ed|closed|At|_at)$/;

const KNOWN = new WeakMap<Expression, Asked>();

/** How a function goes on after a call, by the tests that depend on what it gave. */
export function askedAfter(call: CallInstance): Asked {
  let known = KNOWN.get(call.expression);
  if (known === undefined) KNOWN.set(call.expression, (known = readAsked(call)));
  return known;
}

function readAsked({ expression, frame }: CallInstance): Asked {
  const names = namesHolding(expression, frame);
  const asked = { leavesWhenThere: false, givesWhenThere: true, leavesWhenNothing: false, decides: false, kept: names.size > 0, returned: false };
  const test = (condition: Expression, then: boolean, otherwise: boolean, throws: boolean): void => {
    if (!depends(condition, expression, names)) return;
    asked.decides = true;
    const meaning = meaningOf(condition, expression, names);
    if ((meaning === 'there' && then) || (meaning === 'nothing' && otherwise) || (meaning === 'state' && (then || otherwise))) {
      asked.leavesWhenThere = true;
      if (throws) asked.givesWhenThere = false;
    }
    if ((meaning === 'nothing' && then) || (meaning === 'there' && otherwise)) asked.leavesWhenNothing = true;
  };
  forEachStatement(functionOf(frame).body, (statement) => {
    if (statement.is === 'if') test(statement.test, leaves(statement.then), leaves(statement.else), [statement.then, statement.else].some((way) => way.at(-1)?.is === 'throw'));
    if (statement.is === 'return' && statement.value !== undefined && depends(statement.value, expression, names)) asked.returned = true;
    const value = 'value' in statement ? statement.value : undefined;
    if (value !== undefined) forEachChoice(value, (condition, choosesIt) => test(condition, choosesIt, !choosesIt, false));
  });
  return asked;
}

/** Names whose values are made from the call. */
function namesHolding(expression: Expression, frame: Frame): ReadonlySet<number> {
  const names = new Set<number>();
  for (let round = 0; round < MAX_DERIVED; round += 1) {
    frame.unit.facts.bindings.forEach((binding, index) => {
      if (binding.owner === frame.function && binding.values.some(({ value }) => depends(value, expression, names))) names.add(index);
    });
  }
  return names;
}

function depends(part: Expression, expression: Expression, names: ReadonlySet<number>): boolean {
  if (part === expression || (part.is === 'variable' && names.has(part.binding))) return true;
  if (part.is === 'function' || part.is === 'object') return false;
  let found = false;
  forEachPart(part, (inner) => { found ||= depends(inner, expression, names); });
  return found;
}

/** What a test says when it is true: something is there, nothing is, its state is such. */
function meaningOf(test: Expression, expression: Expression, names: ReadonlySet<number>): 'there' | 'nothing' | 'state' | undefined {
  switch (test.is) {
    case 'await': case 'cast': return meaningOf(test.of, expression, names);
    case 'unary': {
      const inner = test.operator === '!' ? meaningOf(test.of, expression, names) : undefined;
      return inner === 'there' ? 'nothing' : inner === 'nothing' ? 'there' : inner;
    }
    case 'logical': return depends(test.left, expression, names) ? (meaningOf(test.left, expression, names) ?? meaningOf(test.right, expression, names)) : meaningOf(test.right, expression, names);
    case 'binary': return compared(test);
    case 'member': return STATE.test(test.name) ? 'state' : /^(?:length|count|rowCount|size|rows|\d+)$/.test(test.name) ? 'there' : undefined;
    case 'variable': case 'call': case 'element': return 'there';
    default: return undefined;
  }
}

function compared({ operator, left, right }: Extract<Expression, { is: 'binary' }>): 'there' | 'nothing' | 'state' | undefined {
  const isNone = right.is === 'undefined' || (right.is === 'literal' && (right.value === null || right.value === 0 || right.value === false));
  if (isNone && ['===', '==', '<='].includes(operator)) return 'nothing';
  if (isNone && ['!==', '!=', '>', '>='].includes(operator)) return 'there';
  if (right.is === 'literal' && right.value === 1 && operator === '>=') return 'there';
  if (right.is === 'literal' && right.value === 1 && operator === '<') return 'nothing';
  return left.is === 'member' && STATE.test(left.name) && !isGivenUp(right) ? 'state' : undefined;
}

// A state that the first run does not lead to.
function isGivenUp(value: Expression): boolean {
  const name = value.is === 'literal' ? String(value.value) : value.is === 'member' ? value.name : '';
  return /cancel|fail|error|expired|reject|void|disabled|blocked|inactive|deleted|archived|suspended/i.test(name);
}

function forEachStatement(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of statements) {
    visit(statement);
    switch (statement.is) {
      case 'if': forEachStatement(statement.then, visit); forEachStatement(statement.else, visit); break;
      case 'loop': forEachStatement(statement.body, visit); break;
      case 'try':
        forEachStatement(statement.body, visit);
        forEachStatement(statement.handler ?? [], visit);
        forEachStatement(statement.finalizer ?? [], visit);
        break;
      case 'switch': for (const arm of statement.cases) forEachStatement(arm.body, visit); break;
      default:
    }
  }
}

/** Choices within an expression: `known ?? create()`, `known ? known : create()`. The flag: what is there is chosen instead. */
function forEachChoice(expression: Expression, visit: (condition: Expression, choosesIt: boolean) => void): void {
  if (expression.is === 'function') return;
  if (expression.is === 'conditional') visit(expression.test, true);
  if (expression.is === 'logical') visit(expression.left, expression.operator !== '&&');
  forEachPart(expression, (part) => forEachChoice(part, visit));
}
