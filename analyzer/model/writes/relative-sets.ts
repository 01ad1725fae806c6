import type { OperationRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { calleeName, forEachPart } from '#program/file-index.js';
import type { CallStep } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { chainArguments } from './chain-arguments.js';
import { plainName } from './changes.js';
import type { PlaceSources } from './place-sources.js';
import type { Source } from './source.js';

const ARITHMETIC = /(?:^|[^-+*/])[-+*/](?=\s*(?:[\w:$(@"?]|$))/;
// Documents are merged and cut with the same signs: doing so twice changes nothing.
const DOCUMENT = /\|\||json|->|[{}]/i;
const SIGN = /^[-+*/%]$/;
const LIMITING = /^(?:gte?|lte?|moreThan(?:OrEqual)?|lessThan(?:OrEqual)?)$/i;
const NONE: ReadonlySet<string> = new Set();

/** The columns that an update computes from what they hold: `set({ total: sql`${orders.total} + 1` })`. None where it asks for a column that it sets. */
export function addedByTerms({ setsAt = [] }: OperationRow, { call, callee }: CallStep, places: PlaceSources): readonly string[] {
  const set = setsAt.flatMap((place) => places.at(call, callee, place)).flatMap((source) => given(source, places)).flatMap((source) => places.members(source) ?? []);
  const added = set.filter(({ name, sources }) => sources.some((source) => source.is === 'expression' && isTerm(source.expression, name, source.spot.frame))).map(({ name }) => name);
  if (added.length === 0) return [];
  const asked = new Set(withoutLimits(chainArguments(call), call.frame).filter((part) => part.is !== 'object' && !givesObject(part, call.frame)).flatMap((part) => [...namedIn(part, call.frame)]));
  return set.some(({ name }) => asked.has(plainName(name))) ? [] : added;
}

// `where('free', '>=', quantity)`, `gte(stock.free, quantity)`: there may still be enough the second time.
function withoutLimits(given: readonly Expression[], { unit }: Frame): readonly Expression[] {
  return given.filter((part, position) => !isLimit(given[position + 1]) && !(part.is === 'call' && LIMITING.test(part.callee.is === 'variable' ? (unit.facts.bindings[part.callee.binding]?.name ?? '') : calleeName(part.callee))));
}

function isLimit(operator: Expression | undefined): boolean {
  return operator?.is === 'literal' && typeof operator.value === 'string' && /^[<>]=?$/.test(operator.value);
}

function givesObject(part: Expression, frame: Frame): boolean {
  return part.is === 'function' && (frame.unit.index.returns.get(part.index) ?? []).some(({ is }) => is === 'object');
}

// `set((eb) => ({ … }))`: what it gives.
function given(source: Source, places: PlaceSources): readonly Source[] {
  if (source.is !== 'expression' || source.expression.is !== 'function') return [source];
  return places.returned(source.expression.index, source.spot);
}

// A text with the column's name and a sign: in a template, in `raw('total + 1')`, in `eb('total', '+', 1)`, in a function that gives one of them.
function isTerm(expression: Expression, column: string, frame: Frame): boolean {
  if (expression.is === 'function') return (frame.unit.index.returns.get(expression.index) ?? []).some((returned) => isTerm(returned, column, frame) || isText(returned, column));
  return (expression.is === 'call' || expression.is === 'new') && (expression.arguments.some((argument) => isText(argument, column)) || isSigned(expression.arguments, column));
}

function isText(part: Expression, column: string): boolean {
  if (part.is === 'literal') return typeof part.value === 'string' && ARITHMETIC.test(part.value) && !DOCUMENT.test(part.value) && hasWord(part.value, column);
  if (part.is !== 'template' || !part.texts.some((text) => ARITHMETIC.test(text)) || part.texts.some((text) => DOCUMENT.test(text))) return false;
  return part.texts.some((text) => hasWord(text, column)) || part.values.some((value) => value.is === 'member' && plainName(value.name) === plainName(column));
}

function isSigned(given: readonly Expression[], column: string): boolean {
  const texts = given.map((argument) => (argument.is === 'literal' ? String(argument.value) : argument.is === 'member' ? argument.name : ''));
  return texts.some((text) => SIGN.test(text)) && texts.some((text) => plainName(text.slice(text.lastIndexOf('.') + 1)) === plainName(column));
}

function hasWord(text: string, column: string): boolean {
  return (text.match(/[A-Za-z_]\w*/g) ?? []).some((word) => plainName(word) === plainName(column));
}

function namedIn(part: Expression, frame: Frame): ReadonlySet<string> {
  if (part.is === 'member') return new Set([plainName(part.name)]);
  if (part.is === 'literal') return typeof part.value === 'string' ? new Set([plainName(part.value.slice(part.value.lastIndexOf('.') + 1))]) : NONE;
  const found = new Set<string>();
  const inner = part.is === 'function' ? (frame.unit.index.returns.get(part.index) ?? []) : [];
  for (const returned of inner) for (const name of namedIn(returned, frame)) found.add(name);
  if (part.is !== 'function') forEachPart(part, (one) => { for (const name of namedIn(one, frame)) found.add(name); });
  return found;
}
