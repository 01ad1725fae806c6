import type { Expression } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { LibraryIndex } from '#program/library-index.js';
import type { CallInstance, Frame } from '#program/values.js';
import { chainArguments } from './chain-arguments.js';
import { plainName, tableOf, UNKNOWN, valueText } from './changes.js';
import type { Changes } from './changes.js';
import type { Sources } from './sources.js';
import type { DecidingTest } from '#program/tests-around.js';

/** Columns that every change touches, or that tell a row whatever happens to it. */
const SAYS_NOTHING = new Set(['id', 'name', 'type', 'data', 'userid', 'updatedat', 'updatedby', 'createdat', 'and', 'or', 'not', 'in', 'set', 'select', 'value', 'where']);
const SAME = /^(?:is_?)?(?:deep_?)?(?:strict_?)?equals?$|^isDeepStrictEqual$|^fastDeepEqual$/i;
const MAX_DEPTH = 8;

/** Is a row looked for by a column that is given another value below: `payment IS NULL`, `status: 'open'`? */
export function isLookedForBy(call: CallInstance, { names }: Changes, libraries: LibraryIndex): boolean {
  const projections = libraries.words('projection');
  if (names.size === 0) return false;
  const words = new Set<string>();
  const given = chainArguments(call);
  // `where('owner', '=', owner)` says which row; `where('paid', 'is', null)` how far it is.
  given.forEach((argument, position) => {
    const value = given[position + 1]?.is === 'literal' ? given[position + 2] : given[position + 1];
    if (argument.is !== 'literal' || value === undefined || isFixed(value, call.frame) || isStatement(argument)) collectWords(argument, call.frame, words, projections, 0);
  });
  return [...words].some((word) => !SAYS_NOTHING.has(word) && names.has(word));
}

/** Is what was kept last compared with what comes now, and something kept only when they differ? */
export function sameAsLast({ test, when }: DecidingTest, frame: Frame, changes: Changes, sources: Sources, libraries: LibraryIndex): string | undefined {
  if (test.is === 'unary' && test.operator === '!') return sameAsLast({ test: test.of, when: !when, stands: 'around' }, frame, changes, sources, libraries);
  const { filled } = changes;
  const isEqual = test.is === 'call' && SAME.test(nameOf(test.callee, frame));
  const runsWhenDifferent = isEqual ? !when : test.is === 'binary' && /^[!=]==?$/.test(test.operator) && test.operator.startsWith('=') !== when;
  if (!runsWhenDifferent || filled.size === 0) return undefined;
  const sides = test.is === 'call' ? test.arguments : test.is === 'binary' ? [test.left, test.right] : [];
  const kept = sides.find((side) => side.is === 'member' && sources.of(side.of, sources.spot(frame)).some((source) =>
    source.is === 'expression' && source.expression.is === 'call' && filled.has(tableOf(source.expression, source.spot.frame, libraries))));
  return kept?.is === 'member' ? kept.name : undefined;
}

function isStatement(argument: Expression): boolean {
  return argument.is === 'literal' && /\swhere\s/i.test(String(argument.value));
}

function nameOf(callee: Expression, frame: Frame): string {
  return callee.is === 'member' ? callee.name : callee.is === 'variable' ? (frame.unit.facts.bindings[callee.binding]?.name ?? '') : '';
}

// Columns that are asked for a fixed value; one that has to be what the request brings says which row, not how far it is.
function collectWords(part: Expression, frame: Frame, words: Set<string>, projections: ReadonlySet<string>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (part.is === 'literal' && typeof part.value === 'string') addWords(part.value, words);
  if (part.is === 'template') part.texts.forEach((text) => addWords(text, words));
  if (part.is === 'object') {
    for (const property of part.properties) {
      if (property.is === 'named' && isFixed(property.value, frame)) words.add(plainName(property.name));
      if (property.value.is === 'object' && !(property.is === 'named' && projections.has(property.name))) collectWords(property.value, frame, words, projections, depth + 1);
    }
    return;
  }
  if (part.is === 'function') return (frame.unit.index.returns.get(part.index) ?? []).forEach((returned) => collectWords(returned, frame, words, projections, depth + 1));
  forEachPart(part, (inner) => collectWords(inner, frame, words, projections, depth + 1));
}

function isFixed(value: Expression, frame: Frame): boolean {
  if (value.is === 'literal') return true;
  return value.is === 'call' ? value.arguments.length === 0 : valueText(value, frame) !== UNKNOWN;
}

function addWords(text: string, words: Set<string>): void {
  // Of a statement, what it asks for, not what it sets.
  const asked = /\swhere\s([\s\S]*)/i.exec(text)?.[1] ?? text;
  for (const word of asked.match(/[A-Za-z_]\w{2,}/g) ?? []) words.add(plainName(word));
}
