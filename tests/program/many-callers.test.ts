import { expect, it } from 'vitest';
import { MAX_FRAMES } from '#program/engine.js';
import type { Step } from '#program/steps.js';
import { linkText } from '../support/link-text.js';

const CALLERS = MAX_FRAMES + 100;

/** A wrapper that does one thing with a callback and another without, called in more ways than are told apart. */
const TEXT = [
  "import lib from 'lib';",
  'function wrapper(work?: () => void) {',
  "  if (typeof work === 'function') return work();",
  "  return lib.call('without');",
  '}',
  ...Array.from({ length: CALLERS }, () => 'wrapper(() => lib.call(1));'),
].join('\n');

it('a function that is called in too many ways still knows which functions it is given', () => {
  const { walker } = linkText({ 'a.ts': TEXT }, { extraLibraries: [{ package: 'lib', source: 'made up', same: [{ path: 'default', is: '' }], operations: [{ call: 'call', is: 'sleep', effect: 'none', see: 'made up' }] }] });
  const bodies = [...walker.bodies].filter(([{ unit, function: index }]) => unit.facts.functions[index]?.name === 'wrapper').map(([, { steps }]) => steps);
  expect(bodies.length).toBeGreaterThan(MAX_FRAMES);
  const kinds = (steps: readonly Step[]) => steps.flatMap((step) => (step.is === 'branch' ? step.arms.flatMap((arm) => arm.steps.map(({ is }) => is)) : [step.is]));
  expect(new Set(bodies.map((steps) => kinds(steps).join(' ')))).toEqual(new Set(['enter return']));
});
