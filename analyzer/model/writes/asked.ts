import type { Expression, Statement } from '#facts/types.js';
import { calleeName, forEachPart } from '#program/file-index.js';
import type { Engine } from '#program/engine.js';
import { leaves } from '#program/lazy-values.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { eachExpression } from '#program/statements.js';
import { waysOut } from '../own-retries/ways-out.js';

/** How the code leaves: by an error, which ends what called it as well, or only the function itself. */
export type Leaving = 'throws' | 'returns' | undefined;

/** What the code does with an answer: leaves when there is something, leaves when there is nothing, or decides in another way. */
export interface Asked {
  readonly leavesWhenThere: Leaving;
  readonly leavesWhenNothing: Leaving;
  readonly decides: boolean;
  /** The function gives the answer to its caller. */
  readonly returned: boolean;
}

const MAX_DERIVED = 4;
const STATE = /^(?:status|state|phase|step)$|^(?:is|has|was|already)[A-Z_]|(?:processed|completed|finished|handled|paid|sent|delivered|used|claimed|consumed|redeemed|revoked|confirmed|verified|accepted|cancell?ed|closed|At|_at)$/;

// What people's own results are made by, and gone on with.
const FAILURE = /^(?:left|fail|failure|reject|throwErr)$/i;
const CHAINS = /^(?:then|chain|flatMap)$/;
const NOBODY: ReadonlySet<number> = new Set();

const KNOWN = new WeakMap<Expression, Asked>();

/** How a function goes on after a call, by the tests that depend on what it gave. */
export function askedAfter(call: CallInstance, engine: Engine): Asked {
  let known = KNOWN.get(call.expression);
  if (known === undefined) KNOWN.set(call.expression, (known = readAsked(call, engine)));
  return known;
}

function readAsked({ expression, frame }: CallInstance, engine: Engine): Asked {
  const { libraries } = engine;
  const chained = chainedFunctions(expression, frame, libraries.words('goes-on'));
  const names = namesHolding(expression, frame, chained);
  const asked: { -readonly [Name in keyof Asked]: Asked[Name] } = { leavesWhenThere: undefined, leavesWhenNothing: undefined, decides: false, returned: false };
  const test = (condition: Expression, then: Leaving, otherwise: Leaving): void => {
    if (!depends(condition, expression, names)) return;
    asked.decides = true;
    const meaning = meaningOf(condition, expression, names, { constant: (part) => constantOf(engine, part, frame), counts: libraries.words('count') });
    const there = meaning === 'there' ? then : meaning === 'nothing' ? otherwise : meaning === 'state' ? (then ?? otherwise) : undefined;
    if (asked.leavesWhenThere !== 'throws' && there !== undefined) asked.leavesWhenThere = there;
    const nothing = meaning === 'nothing' ? then : meaning === 'there' ? otherwise : undefined;
    if (asked.leavesWhenNothing !== 'throws' && nothing !== undefined) asked.leavesWhenNothing = nothing;
  };
  const leaving = (statements: readonly Statement[]): Leaving => leavingOf(statements, frame, libraries.words('failure'));
  const bodies = [functionOf(frame).body, ...chained.map(({ index }) => frame.unit.facts.functions[index]?.body ?? [])];
  for (const body of bodies) forEachStatement(body, (statement) => {
    if (statement.is === 'if') test(statement.test, leaving(statement.then), leaving(statement.else));
    if (statement.is === 'return' && statement.value !== undefined && givesBack(statement.value, expression, names)) asked.returned = true;
    const value = 'value' in statement ? statement.value : undefined;
    if (value !== undefined) forEachChoice(value, (arm) => doesMore(arm, expression, names), (condition, then, otherwise) => test(condition, then ? 'returns' : undefined, otherwise ? 'returns' : undefined));
  });
  return asked;
}

// A middleware: `return next()`.
function goesOn(statements: readonly Statement[], { unit }: Frame): boolean {
  let found = false;
  eachExpression(statements, (part) => { found ||= part.is === 'call' && part.arguments.length === 0 && part.callee.is === 'variable' && unit.facts.bindings[part.callee.binding]?.name === 'next'; });
  return found;
}

function leavingOf(statements: readonly Statement[], frame: Frame, failures: ReadonlySet<string>): Leaving {
  if (!leaves(statements) || goesOn(statements, frame)) return undefined;
  return waysOut(statements).has('return') && !givesFailure(statements[statements.length - 1], frame, failures) ? 'returns' : 'throws';
}

// `return errAsync(new AlreadyThere())`, `return E.left(ALREADY_THERE)`: what follows in the chain does not run.
function givesFailure(last: Statement | undefined, { unit }: Frame, failures: ReadonlySet<string>): boolean {
  const value = last?.is === 'return' && last.value?.is === 'await' ? last.value.of : last?.is === 'return' ? last.value : undefined;
  if (value?.is !== 'call') return false;
  const { callee } = value;
  const name = callee.is === 'variable' ? (unit.facts.bindings[callee.binding]?.name ?? '') : calleeName(callee);
  return FAILURE.test(name) || failures.has(name);
}

/** Functions that get the answer in the chain it begins: `find(id).andThen((row) => …)`, with what each calls it. */
function chainedFunctions(expression: Expression, frame: Frame, chaining: ReadonlySet<string>): readonly { readonly index: number; readonly binding: number }[] {
  const found: { index: number; binding: number }[] = [];
  eachExpression(functionOf(frame).body, (part) => {
    if (part.is !== 'call' || part.callee.is !== 'member' || !(CHAINS.test(part.callee.name) || chaining.has(part.callee.name)) || !depends(part.callee.of, expression, NOBODY)) return;
    const given = part.arguments[0];
    const binding = given?.is === 'function' ? frame.unit.facts.functions[given.index]?.parameters[0]?.binding : undefined;
    if (given?.is === 'function' && binding !== undefined) found.push({ index: given.index, binding });
  });
  return found;
}

/** Names whose values are made from the call. */
function namesHolding(expression: Expression, frame: Frame, chained: readonly { readonly index: number; readonly binding: number }[]): ReadonlySet<number> {
  const names = new Set<number>(chained.map(({ binding }) => binding));
  const { facts, index: { held } } = frame.unit;
  const around = [...new Set<number>([frame.function, ...chained.map(({ index }) => index)])].flatMap((owner) => held.get(owner) ?? []).sort((a, b) => a.binding - b.binding);
  for (let round = 0; round < MAX_DERIVED; round += 1) {
    for (const { binding } of around) if (facts.bindings[binding]?.values.some(({ value }) => depends(value, expression, names)) === true) names.add(binding);
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

// `return { invitation }`: as one of several.
function givesBack(value: Expression, expression: Expression, names: ReadonlySet<number>): boolean {
  if (value.is === 'object') return value.properties.some((property) => depends(property.value, expression, names));
  return depends(value, expression, names);
}

/** What a test says when it is true: something is there, nothing is, its state is such. */
function meaningOf(test: Expression, expression: Expression, names: ReadonlySet<number>, how: Meaning): 'there' | 'nothing' | 'state' | undefined {
  switch (test.is) {
    case 'await': case 'cast': return meaningOf(test.of, expression, names, how);
    case 'unary': {
      const inner = test.operator === '!' ? meaningOf(test.of, expression, names, how) : undefined;
      return inner === 'there' ? 'nothing' : inner === 'nothing' ? 'there' : inner;
    }
    case 'logical': return depends(test.left, expression, names) ? (meaningOf(test.left, expression, names, how) ?? meaningOf(test.right, expression, names, how)) : meaningOf(test.right, expression, names, how);
    case 'binary': return compared(test, how);
    case 'member': return STATE.test(test.name) ? 'state' : isCount(test.name, how.counts) ? 'there' : undefined;
    case 'variable': case 'call': case 'element': return 'there';
    default: return undefined;
  }
}

/** How the parts of a test are read. */
interface Meaning {
  readonly constant: ConstantOf;
  /** Members of an answer that say how many rows it is about. */
  readonly counts: ReadonlySet<string>;
}

type ConstantOf = (part: Expression) => unknown;

function constantOf(engine: Engine, part: Expression, frame: Frame): unknown {
  const [value, ...others] = engine.evaluate(part, frame).values;
  return value?.is === 'literal' && others.length === 0 ? value.value : undefined;
}

function compared({ operator, left, right }: Extract<Expression, { is: 'binary' }>, { constant, counts }: Meaning): 'there' | 'nothing' | 'state' | undefined {
  const isNone = right.is === 'undefined' || (right.is === 'literal' && (right.value === null || right.value === 0 || right.value === false));
  if (isNone && ['===', '==', '<='].includes(operator)) return 'nothing';
  if (isNone && ['!==', '!=', '>', '>='].includes(operator)) return 'there';
  // At most one: a limit above it lets a second one in.
  if (operator === '>=' && constant(right) === 1) return 'there';
  if (operator === '<' && constant(right) === 1) return 'nothing';
  // `if (removed.rowCount !== 1) return`.
  if (left.is === 'member' && isCount(left.name, counts) && constant(right) === 1) return operator.startsWith('!') ? 'nothing' : operator.startsWith('=') ? 'there' : undefined;
  return left.is === 'member' && STATE.test(left.name) && !isGivenUp(right) ? 'state' : undefined;
}

function isCount(name: string, counts: ReadonlySet<string>): boolean {
  return /^(?:length|count|size|\d+)$/.test(name) || counts.has(name);
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

/** Choices within an expression: `known ?? create()`, `known ? known : create()`. The flags: nothing else is done when it is true, when it is not. */
function forEachChoice(expression: Expression, acts: (arm: Expression) => boolean, visit: (condition: Expression, then: boolean, otherwise: boolean) => void): void {
  if (expression.is === 'function') return;
  // `row ? modelOf(row) : undefined` only says it in other words.
  if (expression.is === 'conditional' && acts(expression.then) !== acts(expression.else)) visit(expression.test, acts(expression.else), acts(expression.then));
  if (expression.is === 'logical' && acts(expression.right)) visit(expression.left, expression.operator !== '&&', expression.operator === '&&');
  if (expression.is === 'default' && acts(expression.fallback)) visit(expression.value, true, false);
  forEachPart(expression, (part) => forEachChoice(part, acts, visit));
}

/** Does something run there that is not made from the answer? */
function doesMore(arm: Expression, expression: Expression, names: ReadonlySet<number>): boolean {
  if ((arm.is === 'call' || arm.is === 'new') && !depends(arm, expression, names)) return true;
  let found = false;
  if (arm.is !== 'function') forEachPart(arm, (part) => { found ||= doesMore(part, expression, names); });
  return found;
}
