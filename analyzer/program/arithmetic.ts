import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import { textParts } from './evaluate.js';
import { drawnFrom, drawnUpTo, greatest, leftOf } from './random-numbers.js';
import type { Frame, Value, ValueSet } from './values.js';

/** More combinations of operands than this are not computed. */
const MAX_COMBINATIONS = 16;

/** Binary operators over literals; anything else is unknown. A closed list: nothing of the analysed program runs. */
export function arithmetic(engine: Engine, expression: Extract<Expression, { is: 'binary' }>, frame: Frame): ValueSet {
  return operated(engine, expression.operator, engine.evaluate(expression.left, frame), engine.evaluate(expression.right, frame));
}

/** What two values are together: texts put together, numbers added. */
export function sumOf(engine: Engine, left: ValueSet, right: ValueSet): ValueSet {
  return operated(engine, '+', left, right);
}

function operated(engine: Engine, operator: string, left: ValueSet, right: ValueSet): ValueSet {
  const { table } = engine;
  if (left.values.length * right.values.length > MAX_COMBINATIONS) return table.unknown('a computation with many operands');
  const results: ValueSet[] = [];
  for (const a of left.values) {
    for (const b of right.values) results.push(compute(engine, operator, a, b, { left, right }));
  }
  return table.union(results);
}

function compute(engine: Engine, operator: string, a: Value, b: Value, sets: { left: ValueSet; right: ValueSet }): ValueSet {
  const { table } = engine;
  if (a.is === 'literal' && b.is === 'literal') {
    if (operator === '+' && (typeof a.value === 'string' || typeof b.value === 'string')) return table.text([String(a.value), String(b.value)]);
    const number = numeric(operator, Number(a.value), Number(b.value));
    if (number !== undefined && !Number.isNaN(number)) return table.literal(number);
  }
  const drawn = drawnFrom(engine, [a, b], (upper) => greatest(operator, upper, [drawnUpTo(a) !== undefined, drawnUpTo(b) !== undefined]));
  if (drawn !== undefined) return drawn;
  const later = operator === '+' ? laterThanNow(engine, a, b) ?? laterThanNow(engine, b, a) : undefined;
  if (later !== undefined) return later;
  const left = operator === '-' ? leftUntil(engine, a, b) : undefined;
  if (left !== undefined) return left;
  if (operator === '+' && (isText(a) || isText(b))) return table.text([...textParts(single(engine, a, sets.left)), ...textParts(single(engine, b, sets.right))]);
  return table.unknown(`the result of ${operator}`);
}

/** `Date.now() + n` stays a time, so that deadlines can be read wherever they go. */
function laterThanNow(engine: Engine, now: Value, by: Value): ValueSet | undefined {
  if (now.is !== 'library' || now.module !== 'global' || by.is !== 'literal' || typeof by.value !== 'number') return undefined;
  const ahead = TIME.exec(now.path);
  return ahead === null ? undefined : engine.table.only(engine.library('global', `${ahead[1] ?? ''}+${Number(ahead[2] ?? 0) + by.value}`, now, undefined));
}

const TIME = /^((?:Date|performance)\.now\(\))(?:\+(-?\d+(?:\.\d+)?))?$/;

// `deadline - Date.now()`: at most what the deadline was ahead.
function leftUntil(engine: Engine, deadline: Value, now: Value): ValueSet | undefined {
  const [ahead, clock] = [deadline, now].map((value) => (value.is === 'library' && value.module === 'global' ? TIME.exec(value.path) : null));
  return ahead?.[2] === undefined || clock === null || clock === undefined || clock[1] !== ahead[1] || clock[2] !== undefined ? undefined : leftOf(engine, Number(ahead[2]));
}

function single(engine: Engine, value: Value, set: ValueSet): ValueSet {
  return set.values.length === 1 ? set : engine.table.only(value);
}

function isText(value: Value): boolean {
  return value.is === 'text' || (value.is === 'literal' && typeof value.value === 'string');
}

function numeric(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    case '%': return a % b;
    case '**': return a ** b;
    case '<<': return a << b;
    case '>>': return a >> b;
    case '|': return a | b;
    default: return undefined;
  }
}
