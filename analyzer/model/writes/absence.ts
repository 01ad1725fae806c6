import type { Expression } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import { testedForPresence } from '#program/lazy-values.js';
import type { Frame } from '#program/values.js';
import type { DecidingTest } from './tests-around.js';

const FOUND_BEFORE = /^(?:existing|already|previous|prior|duplicate|found|known)/i;
const THERE_ALREADY = /already[ _]?exists|duplicate|unique[ _]?(?:violation|constraint)|conflict|^(?:23505|P2002|11000|ER_DUP_ENTRY|1062|SQLITE_CONSTRAINT\w*)$/i;
const NOT_THERE = /not[ _]?found|no[ _]?such|(?:does[ _]?)?not[ _]?exist|^P2025$/i;

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
  const answers = binding.values.map(({ value }) => value).filter(asks);
  return stands === 'before' || answers.length === 0 ? undefined : { name: binding.name, answers };
}

/** What an error says: that nothing is there, where something runs only then, or that it is there already, where it is refused then. */
export function saidByError({ test, when, stands }: DecidingTest, frame: Frame): string | undefined {
  if (stands === 'after') return named(test, THERE_ALREADY, frame);
  return when && stands === 'around' ? named(test, NOT_THERE, frame) : undefined;
}

function named(test: Expression, pattern: RegExp, frame: Frame): string | undefined {
  const name = test.is === 'variable' ? frame.unit.facts.bindings[test.binding]?.name : test.is === 'member' || test.is === 'global' ? test.name : test.is === 'literal' ? String(test.value) : undefined;
  if (name !== undefined && pattern.test(name)) return name;
  if (test.is === 'unary' && test.operator === '!') return undefined;
  let found: string | undefined;
  if (test.is !== 'function') forEachPart(test, (part) => { found ??= named(part, pattern, frame); });
  return found;
}

function asks(value: Expression): boolean {
  if (value.is === 'await') return true;
  let found = false;
  if (value.is !== 'function') forEachPart(value, (part) => { found ||= asks(part); });
  return found;
}
