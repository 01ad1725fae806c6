import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { testedForPresence } from '#program/lazy-values.js';
import { onlyOf } from '#program/dead-arms.js';
import type { Frame } from '#program/values.js';
import type { DecidingTest } from '#program/tests-around.js';

const MAX_TEXT = 2000;
/** A pattern that asks which of some words a text starts with. Others are not run: the analysed program's patterns may take for ever. */
const WORDS_AT_THE_START = /^\/\^(?:\\s[*+])?\((?:\?:)?(\w+(?:\|\w+)*)\)(?:\\b|\\s\+?)\/(i?)$/;

/** Says that this activation never takes the arm that something stands in: a text that does not match, an argument that nobody gave. */
export function neverTaken(engine: Engine, { test, when, stands }: DecidingTest, frame: Frame): string | undefined {
  if (stands === 'after') return undefined;
  const matches = matched(engine, test, frame);
  if (matches !== undefined) return matches === when ? undefined : 'a text that does not match';
  const tested = when ? testedForPresence(test) : undefined;
  if (tested?.presentWhenTrue === true && isOff(engine, tested.target, frame)) return 'a switch that is off';
  const isGiven = tested === undefined || !tested.presentWhenTrue || frame.given === undefined || holdsSomething(engine, tested.target, frame);
  return isGiven ? undefined : 'an argument that was not given';
}

/** The words that a name's text must start with, or must not, for a test to have its answer: `READS.test(sql)`. Undefined for other tests. */
export function startAsked(engine: Engine, { test, when, stands }: DecidingTest, frame: Frame): { readonly binding: number; readonly allows: (text: string) => boolean } | undefined {
  const [argument] = test.is === 'call' ? test.arguments : [];
  if (stands === 'after' || test.is !== 'call' || test.callee.is !== 'member' || test.callee.name !== 'test' || argument?.is !== 'variable') return undefined;
  const written = wordsAt(engine, test.callee.of, frame);
  return written === undefined ? undefined : { binding: argument.binding, allows: (text) => startsWith(text, written) !== !when };
}

// `READS.test(sql)`, where what stands at the start of the text is known.
function matched(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  const [argument] = test.is === 'call' ? test.arguments : [];
  if (test.is !== 'call' || test.callee.is !== 'member' || test.callee.name !== 'test' || argument === undefined) return undefined;
  const text = onlyOf(engine, argument, frame);
  const written = wordsAt(engine, test.callee.of, frame);
  const start = text?.is === 'literal' ? String(text.value) : text?.is === 'text' ? (text.parts[0] ?? undefined) : undefined;
  return written === undefined || start === undefined ? undefined : startsWith(start, written);
}

interface Words {
  readonly words: readonly string[];
  readonly anyCase: boolean;
}

function wordsAt(engine: Engine, pattern: Expression, frame: Frame): Words | undefined {
  const value = onlyOf(engine, pattern, frame);
  const written = value?.is === 'regex' ? WORDS_AT_THE_START.exec(value.text) : null;
  return written === null ? undefined : { words: (written[1] ?? '').split('|'), anyCase: written[2] === 'i' };
}

function startsWith(start: string, { words, anyCase }: Words): boolean | undefined {
  const word = /^\s*(\w+)\b/.exec(start.slice(0, MAX_TEXT))?.[1];
  return word === undefined ? undefined : words.some((one) => one === word || (anyCase && one.toLowerCase() === word.toLowerCase()));
}

// `if (options.check)` of a call that says `check: false`, or nothing of it.
function isOff(engine: Engine, target: Expression, frame: Frame): boolean {
  if (target.is !== 'member' || frame.given === undefined) return false;
  const { values } = engine.evaluate(target, frame);
  return values.length > 0 && values.every((value) => value.is === 'undefined' || (value.is === 'literal' && (value.value === false || value.value === null)));
}

function holdsSomething(engine: Engine, target: Expression, frame: Frame): boolean {
  const of = target.is === 'member' ? target.of : target;
  const binding = of.is === 'variable' ? frame.unit.facts.bindings[of.binding] : undefined;
  if (binding?.kind !== 'parameter' || binding.owner !== frame.function || binding.values.length > 0) return true;
  const { values } = engine.evaluate(of, frame);
  return values.length === 0 || values.some((value) => value.is !== 'undefined');
}
