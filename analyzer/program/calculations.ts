import type { Value } from './values.js';

/** What cannot be calculated. */
export const UNKNOWN = Symbol('unknown');

/** A value while something is calculated: plain, a pattern, what a pattern found, a table of the program. */
export type Plain =
  | string | number | boolean | null | undefined | readonly Plain[]
  | { readonly regex: string }
  | { readonly found: readonly (string | undefined)[]; readonly groups: Readonly<Record<string, string | undefined>> }
  | { readonly named: Readonly<Record<string, string | undefined>> }
  | { readonly table: Value };

type Result = Plain | typeof UNKNOWN;

/** Longer texts are no duration or size. */
const MAX_TEXT = 32;
const MAX_PATTERN = 200;

/** What an operator gives. */
export function operated(operator: string, [a, b]: readonly Plain[]): Result {
  switch (operator) {
    case '!': return typeof a === 'object' ? a === null : !a;
    case '-': return numbers(a, b ?? 0, (x, y) => (b === undefined ? -x : x - y));
    case '+': return b === undefined ? Number(a) : typeof a === 'string' || typeof b === 'string' ? text(a, b) : numbers(a, b, (x, y) => x + y);
    case '*': return numbers(a, b, (x, y) => x * y);
    case '/': return numbers(a, b, (x, y) => x / y);
    case '%': return numbers(a, b, (x, y) => x % y);
    case '**': return numbers(a, b, (x, y) => x ** y);
    case '<': return numbers(a, b, (x, y) => x < y);
    case '<=': return numbers(a, b, (x, y) => x <= y);
    case '>': return numbers(a, b, (x, y) => x > y);
    case '>=': return numbers(a, b, (x, y) => x >= y);
    case '===': return a === b;
    case '!==': return a !== b;
    case '==': return a === b || (a ?? undefined) === (b ?? undefined);
    case '!=': return !(a === b || (a ?? undefined) === (b ?? undefined));
    case 'typeof': return typeof a === 'object' ? UNKNOWN : typeof a;
    default: return UNKNOWN;
  }
}

function numbers(a: Plain, b: Plain, by: (x: number, y: number) => number | boolean): Result {
  const isPlain = (value: Plain): value is string | number | boolean => typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
  return isPlain(a) && isPlain(b) ? by(Number(a), Number(b)) : UNKNOWN;
}

function text(a: Plain, b: Plain): Result {
  const joined = `${String(a)}${String(b)}`;
  return typeof a === 'object' || typeof b === 'object' ? UNKNOWN : joined.length > MAX_TEXT ? UNKNOWN : joined;
}

const GLOBALS: Readonly<Record<string, (...given: never[]) => Plain>> = {
  Number: (value: Plain) => Number(value), String: (value: Plain) => String(value), parseFloat: (value: Plain) => Number.parseFloat(String(value)), 'Number.parseFloat': (value: Plain) => Number.parseFloat(String(value)),
  parseInt: (value: Plain, base: number) => Number.parseInt(String(value), base), 'Number.parseInt': (value: Plain, base: number) => Number.parseInt(String(value), base),
  isNaN: (value: Plain) => Number.isNaN(Number(value)), 'Number.isNaN': (value: Plain) => Number.isNaN(value), 'Number.isFinite': (value: Plain) => Number.isFinite(value), isFinite: (value: Plain) => Number.isFinite(Number(value)),
  'Math.round': Math.round, 'Math.floor': Math.floor, 'Math.ceil': Math.ceil, 'Math.trunc': Math.trunc, 'Math.min': Math.min, 'Math.max': Math.max,
};

/** What a global function gives. */
export function calculatedGlobal(name: string, given: readonly Plain[]): Result {
  const by = Object.hasOwn(GLOBALS, name) ? GLOBALS[name] : undefined;
  return by === undefined || given.some((value) => typeof value === 'object' && value !== null) ? UNKNOWN : by(...given as never[]);
}

const OF_TEXT = new Set(['slice', 'substring', 'endsWith', 'startsWith', 'includes', 'indexOf', 'lastIndexOf', 'charAt', 'at', 'trim', 'toLowerCase', 'toUpperCase']);

/** What a method of a text or a pattern gives. */
export function calculatedMethod(of: Plain, name: string, given: readonly Plain[]): Result {
  const [first, second] = given;
  if (typeof of === 'object' && of !== null && 'regex' in of) return name === 'exec' ? found(of.regex, first) : name === 'test' ? tested(of.regex, first) : UNKNOWN;
  if (typeof of === 'number') return name === 'toString' && given.length === 0 ? String(of) : UNKNOWN;
  if (typeof of !== 'string' || of.length > MAX_TEXT) return UNKNOWN;
  const pattern = typeof first === 'object' && first !== null && 'regex' in first ? first.regex : undefined;
  if (name === 'match' && pattern !== undefined) return found(pattern, of);
  if (name === 'replace' && typeof second === 'string' && !second.includes('$')) {
    const by = pattern === undefined ? (typeof first === 'string' ? first : undefined) : regexOf(pattern);
    return by === undefined ? UNKNOWN : of.replace(by, second);
  }
  if (name === 'split' && typeof first === 'string') return of.split(first);
  if (!OF_TEXT.has(name) || given.some((value) => typeof value === 'object')) return UNKNOWN;
  return (of[name as 'slice'] as (...all: unknown[]) => Plain).apply(of, [...given]);
}

function tested(pattern: string, subject: Plain): Result {
  const result = found(pattern, subject);
  return result === UNKNOWN ? UNKNOWN : result !== null;
}

function found(pattern: string, subject: Plain): Result {
  const regex = typeof subject === 'string' && subject.length <= MAX_TEXT ? regexOf(pattern) : undefined;
  if (regex === undefined || regex.global || regex.sticky || typeof subject !== 'string') return UNKNOWN;
  const match = regex.exec(subject);
  return match === null ? null : { found: [...match], groups: { ...match.groups } };
}

// A repeated group could take for ever, and so could what refers back, or many repetitions side by side: each multiplies the ways to read a text.
const COSTLY = /\)\??[+*{]|\\[1-9k]/;
const REPEATS = /[+*{]/g;
const MAX_REPEATS = 4;

/** A pattern as written, where reading a text by it cannot take long. */
export function regexOf(pattern: string): RegExp | undefined {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
  if (source === '' || source.length > MAX_PATTERN || COSTLY.test(source) || (source.match(REPEATS)?.length ?? 0) > MAX_REPEATS) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
