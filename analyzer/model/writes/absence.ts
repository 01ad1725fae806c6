import type { Library } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import { testedForPresence } from '#program/lazy-values.js';
import type { Frame } from '#program/values.js';
import type { DecidingTest } from '#program/tests-around.js';

const FOUND_BEFORE = /^(?:existing|already|previous|prior|duplicate|found|known)/i;
const THERE_ALREADY = /already[ _]?exists|duplicate|unique[ _]?(?:violation|constraint)|conflict/i;
const NOT_THERE = /not[ _]?found|no[ _]?such|(?:does[ _]?)?not[ _]?exist/i;

/** What was found missing. `answer`: the expressions that looked for it, where only that tells. */
export interface Missing {
  readonly name: string;
  readonly answers: readonly Expression[];
}

/** What was found missing, where something runs only then: `if (!existing) await create()`. */
export function missingBy({ test, when, stands }: DecidingTest, frame: Frame): Missing | undefined {
  const tested = testedForPresence(test);
  if (tested === undefined || tested.presentWhenTrue === when) return undefined;
  const target = tested.target.is === 'member' ? tested.target.of : tested.target;
  if (target.is !== 'variable') return undefined;
  const binding = frame.unit.facts.bindings[target.binding];
  if (binding === undefined || binding.kind === 'parameter') return undefined;
  // What was looked for under such a name is what is about to be made.
  if (FOUND_BEFORE.test(binding.name)) return { name: binding.name, answers: [] };
  // `const known = subscriber.channels.find(…)`.
  if (stands === 'around' && binding.values.length === 1 && binding.values.every(({ value }) => isSoughtInList(value))) return { name: binding.name, answers: [] };
  const answers = binding.values.map(({ value }) => value).filter(asks);
  return stands === 'before' || answers.length === 0 ? undefined : { name: binding.name, answers };
}

/** What errors are called that say that something is there already, or is not there: in words, and by the codes of libraries. */
export interface ErrorNames {
  taken(name: string): boolean;
  missing(name: string): boolean;
}

/** Those names with the codes that the catalog lists. */
export function errorNames(libraries: readonly Library[]): ErrorNames {
  const taken = new Set(libraries.flatMap(({ errors }) => errors?.taken ?? []));
  const missing = new Set(libraries.flatMap(({ errors }) => errors?.missing ?? []));
  return { taken: (name) => THERE_ALREADY.test(name) || taken.has(name), missing: (name) => NOT_THERE.test(name) || missing.has(name) };
}

/** What an error says: that nothing is there, where something runs only then, or that it is there already, where it is refused then. */
export function saidByError({ test, when, stands }: DecidingTest, frame: Frame, names: ErrorNames): string | undefined {
  if (stands === 'after') return namedIn(test, names.taken, frame);
  return when && stands === 'around' ? namedIn(test, names.missing, frame) : undefined;
}

/** The name in a test that is meant, of an error or of its code. */
export function namedIn(test: Expression, isMeant: (name: string) => boolean, frame: Frame): string | undefined {
  const name = test.is === 'variable' ? frame.unit.facts.bindings[test.binding]?.name : test.is === 'member' || test.is === 'global' ? test.name : test.is === 'literal' ? String(test.value) : undefined;
  if (name !== undefined && isMeant(name)) return name;
  if (test.is === 'unary' && test.operator === '!') return undefined;
  let found: string | undefined;
  if (test.is !== 'function') forEachPart(test, (part) => { found ??= namedIn(part, isMeant, frame); });
  return found;
}

function isSoughtInList(value: Expression): boolean {
  return value.is === 'call' && value.callee.is === 'member' && /^(?:find|some)$/.test(value.callee.name) && value.callee.of.is === 'member' && value.arguments[0]?.is === 'function';
}

function asks(value: Expression): boolean {
  if (value.is === 'await') return true;
  let found = false;
  if (value.is !== 'function') forEachPart(value, (part) => { found ||= asks(part); });
  return found;
}
